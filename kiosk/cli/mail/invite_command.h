// invite: mails to those registered and to the register's contacts. One thread.
#pragma once

#include "kiosk/cli/command.h"

namespace stormote {

void add_invite_command(CommandLine& line);

}  // namespace stormote
