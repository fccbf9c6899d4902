// Personal data: everything that an event holds about one person, section by section: what they, or
// a list, said of them, what happened to it, where it lies, and how long it is kept on which
// decision. Pure.
//
// Sources: personal_data.cpp, personal_fields.cpp, personal_tables.cpp.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "sync/model/event_state.h"
#include "sync/report/personal/data_places.h"
#include "sync/report/table.h"

namespace stormote {

// The key names it in JSON and never changes.
struct PersonalSection {
    const char *key = "";
    Sentence heading{""};
    Sentence meaning{""};  // in a sentence or two, where the heading is not enough; or ""
    Table table;
};

struct PersonalData {
    AttendeeId person;                  // by their first registration; of nobody registered the id
    std::string name;                   // empty: they are erased, or a contact of the register
    std::vector<AttendeeId> records{};  // all the ids under which something is held
    std::vector<PersonalSection> sections{};
};

struct PersonalDataSource {
    const EventState& state;
    std::span<const Operation> operations;  // all that have an effect, in any order
    const DataPlaces& places;
};

// By any of the person's ids, that of a contact or of somebody erased among them. Nothing: the
// event holds nothing under it.
[[nodiscard]] std::optional<PersonalData> gather_personal_data(const PersonalDataSource& source,
                                                               const AttendeeId& id);

// What is kept how long: a row a kind of document, as the settings say now.
[[nodiscard]] Table keep_rules_table(const LatestFields& settings);

}  // namespace stormote
