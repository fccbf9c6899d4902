// Erasure: destroys what an event holds about one person, on a decision of the municipality, or
// records that the wish was refused. On the desk's thread; keeps nothing.
//
// Everything that is about the person goes, under each of their registrations and as a contact of
// the register; that somebody of their role came stays in the statistics, once. What others wrote
// that names them in words stays: see kiosk/documents/personal/naming_texts.h.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/desk/desk.h"
#include "sync/report/personal/person_records.h"

namespace stormote {

struct ErasurePlan {
    std::string name;
    PersonRecords records;
    // How many operations of each kind lose what they say.
    std::map<OperationKind, std::size_t> operations;
};

// What erasing somebody takes away, by any of their ids. Nothing: nobody is known by it. Reads the
// whole record.
[[nodiscard]] std::optional<ErasurePlan> plan_erasure(const Desk& desk, const AttendeeId& id);

enum class Erasing : std::uint8_t {
    done,
    nobody,      // is known by the id, or not any more: nothing was recorded
    undecided,   // no decision is named: nothing was recorded
    unreasoned,  // a refusal gives no reason: nothing was recorded
};

// Destroyed on this device on return, and a day after it is heard of everywhere else. Throws as
// Desk::record().
Erasing erase_person(Desk& desk, const AttendeeId& id, const std::string& decision, Actor actor);
Erasing refuse_erasure(Desk& desk, const AttendeeId& id, const std::string& decision,
                       const std::string& reason, Actor actor);

}  // namespace stormote
