// Untold answers: who asked for something at the meeting, has an answer now, and has not been told;
// for the outbox. Pure.
#pragma once

#include <string>
#include <vector>

#include "sync/report/outbox.h"

namespace stormote {

struct UntoldAnswer {
    MessageKey message;
    std::string asked;  // what they wrote; may be empty
    std::string answer;
};

// Signed messages with an answer of which nobody has been told: by the person and the address to
// write to, which is what they gave with the message where it is an address, else what is
// registered. Without those who gave a telephone number, or have no address: they are called.
struct AnswerRecipient {
    Recipient recipient;
    std::vector<UntoldAnswer> answers;  // in the order in which they asked
};
// By name and address; without those whom a mail with an answer waits for, or was refused for at
// this address.
[[nodiscard]] std::vector<AnswerRecipient> not_told(const EventState& state);
// Of a mail that waits: whom it is for, at its address, with what they have not been told by now.
// Nothing where there is nothing to tell any more, or nobody to tell it.
[[nodiscard]] std::optional<AnswerRecipient> answers_of(const EventState& state,
                                                        const MailKey& mail);

// How many such messages there are whose person cannot be written to: there is no address, or it
// was refused.
[[nodiscard]] std::size_t count_untold_to_call(const EventState& state);

}  // namespace stormote
