// Answer telling: who asked is told by mail that there is an answer, each answer once. One thread.
#pragma once

#include "kiosk/cli/mail/outbox_sender.h"

namespace stormote {

struct TellingOptions {
    MailServer server;
    std::string from;
    std::string preview;  // a file; empty: the mails are sent
};

void add_telling(Subcommand& command, TellingOptions& options);

// Error: what is needed to send is missing or wrong.
[[nodiscard]] Result<> check_telling(const TellingOptions& options);

[[nodiscard]] Result<> tell_answers(const TellingOptions& options, Desk& desk,
                                    CommandContext& context);

}  // namespace stormote
