#include "sync/model/body.h"

#include <array>
#include <cassert>

#include "sync/model/body_content.h"

namespace stormote {

namespace {

constexpr std::array<const char *, 20> kind_names = {"",
                                                     "settings_described",
                                                     "device_introduced",
                                                     "organisation_described",
                                                     "attendee_described",
                                                     "ticket_issued",
                                                     "ticket_marked",
                                                     "checked_in",
                                                     "check_in_undone",
                                                     "checked_out",
                                                     "group_described",
                                                     "groups_planned",
                                                     "group_moved",
                                                     "question_described",
                                                     "note_written",
                                                     "attendee_erased",
                                                     "clock_measured",
                                                     "survey_question_described",
                                                     "answers_given",
                                                     "message_left"};

}  // namespace

OperationKind kind_of(const BodyContent& content) {
    // The alternatives stand in the order of their numbers.
    assert(content.index() != 0);
    return static_cast<OperationKind>(content.index());
}

std::string kind_name(OperationKind kind) {
    const auto number = static_cast<std::size_t>(kind);
    if (number == 0 || number >= kind_names.size()) return "kind_" + std::to_string(number);
    return kind_names[number];
}

Bytes encode_body(const Body& body) {
    CborWriter out;
    out.array(3);
    out.array(body.persons.size());
    for (const AttendeeId& person : body.persons) out.bytes(person.value.bytes);
    write_enum(out, body.acting_role);
    write_content(out, body.content);
    return out.take();
}

std::optional<Body> decode_body(OperationKind kind, ByteView bytes) {
    CborReader in(bytes);
    if (in.array() != 3) return std::nullopt;
    Body body;
    body.persons = read_ids<AttendeeId>(in);
    body.acting_role = read_enum(in, ActingRole::organiser);
    body.content = read_content(in, kind);
    if (!in.ok() || !in.at_end()) return std::nullopt;
    return body;
}

}  // namespace stormote
