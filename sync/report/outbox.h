// Outbox: who is to be written to, and what has become of it, as the record has it. Pure.
#pragma once

#include <string>
#include <vector>

#include "sync/model/event_state.h"

namespace stormote {

// Somebody to write to.
struct Recipient {
    AttendeeId person;
    std::string name;
    std::string email;
    std::string language;         // may be empty
    OrganisationId organisation;  // whose contact they are; of nobody's zeros
};

// Registered, with an address, not cancelled, and no invitation to them is handed over, waits or
// was refused at this address: in Swedish order of names.
[[nodiscard]] std::vector<Recipient> not_invited(const EventState& state);
// Those registered of whom nobody has an address.
[[nodiscard]] std::vector<AttendeeId> without_address(const EventState& state);
// Registered, with an address, not cancelled, and not reminded since that instant.
[[nodiscard]] std::vector<Recipient> not_reminded(const EventState& state, std::int64_t since_ms);
// Registered, with an address, who came, and to whom no thanks are handed over, wait or were
// refused at this address.
[[nodiscard]] std::vector<Recipient> not_thanked(const EventState& state);
// The contacts of the register with an address, to whom no call was handed over or waits.
[[nodiscard]] std::vector<Recipient> not_called(const EventState& state);

// Mails that wait, the oldest first.
[[nodiscard]] std::vector<MailKey> queued_mails(const EventState& state, MailPurpose purpose);
// Whom a queued mail is for, as they are now; nothing where they are gone, have cancelled, or have
// no address any more.
[[nodiscard]] std::optional<Recipient> recipient_of(const EventState& state, const MailKey& mail);

}  // namespace stormote
