// Forwarded mail: the mail that a colleague passed on, out of the one that they sent. Pure, any
// thread.
#pragma once

#include <optional>

#include "kiosk/lists/mails/mail_text.h"

namespace stormote {

// Nothing where the subject does not begin with a mark such as "VB:" or "Fwd:", or where no line
// "Från: ..." says whose the mail was. What it says of its time stands, if it can be read.
[[nodiscard]] std::optional<MailText> forwarded_mail(const MailText& mail);

}  // namespace stormote
