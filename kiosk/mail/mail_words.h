// Mail words: the templates that come with the program, and the page that a mail's HTML is. Any
// thread.
#pragma once

#include <string>

#include "sync/base/texts.h"
#include "sync/model/operation_values.h"

namespace stormote {

// "invitation", "reminder", "call", "answer" or "thanks": as the files of templates are called.
[[nodiscard]] const char *purpose_name(MailPurpose purpose);
// In the language, else in Swedish.
[[nodiscard]] std::string read_mail_template(MailPurpose purpose, const std::string& language);
[[nodiscard]] std::string html_page(const std::string& title, const Texts& texts,
                                    const std::string& body);

}  // namespace stormote
