// Sign-up: whom a mail probably signs up, or off, and what it says of them. Guesses, each for
// somebody to look at. Pure, any thread.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "kiosk/lists/list_columns.h"
#include "kiosk/lists/mails/mail_text.h"

namespace stormote {

struct SignUp {
    std::array<std::string, list_field_count> cells;  // by ListField; empty: the mail does not say

    [[nodiscard]] const std::string& get(ListField field) const {
        return cells.at(static_cast<std::size_t>(field));
    }
    std::string& get(ListField field) { return cells.at(static_cast<std::size_t>(field)); }
};

// At least one; several where the mail gives several names, as "Namn: ..." on a line each. What
// stands on such lines comes before what the sender is called and how they sign. Words of a mail
// that is answered are not the sender's, and are left aside.
[[nodiscard]] std::vector<SignUp> sign_ups_in(const MailText& mail);

// The mail without the one that it answers.
[[nodiscard]] std::string own_words(const MailText& mail);

// Whether the words say that somebody does not come: "kan tyvärr inte komma", "avanmälan".
[[nodiscard]] bool says_cancelled(std::string_view words);

}  // namespace stormote
