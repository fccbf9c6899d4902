// Mail list: a folder of sign-up mails as a list of registrations: a row for each person whom a
// mail names, with what it proposes, and every row doubtful, so that somebody looks at it before
// anybody is registered or cancelled. One thread.
#pragma once

#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/lists/mails/sign_up.h"
#include "kiosk/lists/registrations/registration_list.h"

namespace stormote {

class MailList {
  public:
    // `file` is what the mail is called where it is told of. Bytes that are no mail are a row, too:
    // what somebody saved among the mails must not vanish.
    void add(const std::string& file, std::string_view bytes);

    // Which lines of what the mails would register say nothing that is not known already.
    using KnownLines = std::function<std::set<std::size_t>(const RegistrationList&)>;

    // The rows by the time of their mails, so that what somebody wrote last stands last. Each has a
    // problem or more and is no registration, but for those that `known` names: they are
    // registrations and nothing else.
    [[nodiscard]] RegistrationList take(KeepRows keep, const KnownLines& known);

  private:
    struct Row {
        std::string file;
        SignUp person;
        std::int64_t sent_ms = 0;
        std::string said;
        Error doubt;
    };

    [[nodiscard]] std::vector<ListField> used_columns() const;
    [[nodiscard]] ListRows table() const;
    void doubt(RegistrationList& list, const std::set<std::size_t>& known) const;

    std::vector<Row> rows_;
};

}  // namespace stormote
