// OperationKind: the kinds of operations, and what each kind declares about itself. Pure values.
//
// sync/model/operation_contents.h has the declarations, one struct a kind.
#pragma once

#include <cstdint>
#include <string_view>

#include "sync/model/device_role.h"

namespace stormote {

// The numbers are written in the record and never change.
enum class OperationKind : std::uint16_t {
    settings_described = 1,
    device_introduced = 2,
    organisation_described = 3,
    attendee_described = 4,
    ticket_issued = 5,
    ticket_marked = 6,
    checked_in = 7,
    check_in_undone = 8,
    checked_out = 9,
    group_described = 10,
    groups_planned = 11,
    group_moved = 12,
    question_described = 13,
    note_written = 14,
    attendee_erased = 15,
    clock_measured = 16,
    survey_question_described = 17,
    answers_given = 18,
    message_left = 19,
    device_authorised = 20,
    aside_settled = 21,
    contact_described = 22,
    earlier_table_told = 23,
    mail_noted = 24,
    note_described = 25,
    message_described = 26,
    earlier_note_told = 27,
    conflict_settled = 28,
    device_named = 29,
    record_packaged = 30,
    record_purged = 31,
    erasure_refused = 32,
    note_marked = 33,
};

// How many persons an operation may be about. Erasing a person takes whole bodies away. One that
// was about two people, or that described something else besides, would leave its trace on those
// replicas only that folded it in time.
enum class Persons : std::uint8_t { none, at_most_one, any };

// What two operations on the same thing come to. EventState::merge does it.
enum class MergeRule : std::uint8_t {
    last_writer_of_each_field,
    last_writer,   // the content counts whole
    first_writer,  // the content counts whole
    adds_up,       // each stands beside the others
    erases,        // the person, whatever was or will be said about them
    authority,     // says what counts at all; Authority evaluates it
    no_effect,     // of kinds that this version does not know
};

struct KindDeclaration {
    OperationKind kind{};
    std::string_view name;  // in exports and messages
    Persons persons = Persons::none;
    MergeRule rule = MergeRule::no_effect;
    // Devices whose operations of this kind have an effect.
    DeviceRoles roles = every_role;
};

}  // namespace stormote
