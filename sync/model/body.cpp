#include "sync/model/body.h"

#include <array>
#include <cassert>

#include "sync/base/cbor.h"

namespace stormote {

namespace {

constexpr std::array<const char *, 17> kind_names = {"",
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
                                                     "clock_measured"};

// --- Writing: one overload a type, the number of items first. ---

void write_fields(CborWriter& out, const FieldTexts& fields) {
    out.map(fields.size());
    for (const auto& [field, text] : fields) {
        out.integer(field);
        out.text(text);
    }
}

void write_operations(CborWriter& out, const std::vector<OperationId>& operations) {
    out.array(operations.size());
    for (const OperationId& id : operations) out.bytes(id.value.bytes);
}

template <typename Enum>
void write_enum(CborWriter& out, Enum value) {
    out.integer(static_cast<std::int64_t>(value));
}

void write(CborWriter& out, const UnknownContent&) {
    assert(false && "an unknown kind is passed on, never written");
    out.array(0);
}
void write(CborWriter& out, const SettingsDescribed& content) {
    out.array(1);
    write_fields(out, content.fields);
}
void write(CborWriter& out, const DeviceIntroduced& content) {
    out.array(2);
    out.bytes(content.public_key);
    out.text(content.name);
}
void write(CborWriter& out, const OrganisationDescribed& content) {
    out.array(2);
    out.bytes(content.organisation.value.bytes);
    write_fields(out, content.fields);
}
void write(CborWriter& out, const AttendeeDescribed& content) {
    out.array(1);
    write_fields(out, content.fields);
}
void write(CborWriter& out, const TicketIssued& content) {
    out.array(1);
    out.bytes(content.ticket.bytes);
}
void write(CborWriter& out, const TicketMarked& content) {
    out.array(2);
    out.bytes(content.ticket.bytes);
    write_enum(out, content.mark);
}
void write(CborWriter& out, const CheckedIn& content) {
    out.array(3);
    write_enum(out, content.method);
    if (content.ticket) {
        out.bytes(content.ticket->bytes);
    } else {
        out.null();
    }
    if (content.told_group) {
        out.integer(*content.told_group);
    } else {
        out.null();
    }
}
void write(CborWriter& out, const CheckInUndone& content) {
    out.array(1);
    write_operations(out, content.check_ins);
}
void write(CborWriter& out, const CheckedOut& content) {
    out.array(1);
    write_operations(out, content.check_ins);
}
void write(CborWriter& out, const GroupDescribed& content) {
    out.array(2);
    out.integer(content.group);
    write_fields(out, content.fields);
}
void write(CborWriter& out, const GroupsPlanned& content) {
    out.array(1);
    out.array(content.rounds.size());
    for (const auto& seats : content.rounds) {
        out.array(seats.size());
        for (const GroupSeat& seat : seats) {
            out.array(2);
            out.bytes(seat.attendee.value.bytes);
            out.integer(seat.group);
        }
    }
}
void write(CborWriter& out, const GroupMoved& content) {
    out.array(2);
    out.integer(content.round);
    out.integer(content.group);
}
void write(CborWriter& out, const QuestionDescribed& content) {
    out.array(2);
    out.integer(content.question);
    write_fields(out, content.fields);
}
void write(CborWriter& out, const NoteWritten& content) {
    out.array(7);
    out.bytes(content.note.value.bytes);
    out.integer(content.group);
    out.integer(content.question);
    write_enum(out, content.kind);
    write_enum(out, content.state);
    out.text(content.text);
    write_operations(out, content.replaces);
}
void write(CborWriter& out, const AttendeeErased& content) {
    out.array(3);
    out.text(content.role);
    write_enum(out, content.counted);
    out.array(content.tickets.size());
    for (const TicketId& ticket : content.tickets) out.bytes(ticket.bytes);
}
void write(CborWriter& out, const ClockMeasured& content) {
    out.array(2);
    out.bytes(content.device.value.bytes);
    out.integer(content.offset_ms);
}

// --- Reading: the same order; a value outside its type's range fails the reader. ---

std::int32_t read_number(CborReader& in) {
    const std::int64_t value = in.integer();
    constexpr std::int64_t most = 1'000'000;
    if (value < 0 || value > most) in.fail();
    return in.ok() ? static_cast<std::int32_t>(value) : 0;
}

template <typename Enum>
Enum read_enum(CborReader& in, Enum last) {
    const std::int64_t value = in.integer();
    if (value < 0 || value > static_cast<std::int64_t>(last)) in.fail();
    return in.ok() ? static_cast<Enum>(value) : Enum{};
}

template <typename AnyId>
AnyId read_id(CborReader& in) {
    return AnyId{Uuid{in.fixed_bytes<16>()}};
}

FieldTexts read_fields(CborReader& in) {
    FieldTexts fields;
    std::int64_t last = -1;
    const std::size_t count = in.map();
    for (std::size_t i = 0; i < count && in.ok(); ++i) {
        const std::int64_t field = in.integer();
        if (field <= last || field > UINT16_MAX) in.fail();
        last = field;
        fields.emplace_back(static_cast<FieldNumber>(field), in.text());
    }
    return fields;
}

template <typename AnyId>
std::vector<AnyId> read_ids(CborReader& in) {
    std::vector<AnyId> ids;
    const std::size_t count = in.array();
    for (std::size_t i = 0; i < count && in.ok(); ++i) ids.push_back(read_id<AnyId>(in));
    return ids;
}

CheckedIn read_checked_in(CborReader& in) {
    CheckedIn content;
    content.method = read_enum(in, CheckInMethod::staff);
    if (!in.null()) content.ticket = TicketId{in.fixed_bytes<8>()};
    if (!in.null()) content.told_group = read_number(in);
    return content;
}

GroupsPlanned read_groups_planned(CborReader& in) {
    GroupsPlanned content;
    const std::size_t rounds = in.array();
    for (std::size_t round = 0; round < rounds && in.ok(); ++round) {
        auto& seats = content.rounds.emplace_back();
        const std::size_t count = in.array();
        for (std::size_t i = 0; i < count && in.ok(); ++i) {
            if (in.array() != 2) in.fail();
            const auto attendee = read_id<AttendeeId>(in);
            seats.push_back({attendee, read_number(in)});
        }
    }
    return content;
}

NoteWritten read_note_written(CborReader& in) {
    NoteWritten content;
    content.note = read_id<NoteId>(in);
    content.group = read_number(in);
    content.question = read_number(in);
    content.kind = read_enum(in, NoteKind::commitment);
    content.state = read_enum(in, NoteState::withdrawn);
    content.text = in.text();
    content.replaces = read_ids<OperationId>(in);
    return content;
}

AttendeeErased read_attendee_erased(CborReader& in, std::size_t items) {
    AttendeeErased content;
    content.role = in.text();
    content.counted = read_enum(in, Counted::yes);
    if (items < 3) return content;
    const std::size_t count = in.array();
    for (std::size_t i = 0; i < count && in.ok(); ++i) {
        content.tickets.push_back({in.fixed_bytes<8>()});
    }
    return content;
}

struct ContentShape {
    std::size_t least_items;
    // Reads the items that this version knows of those that are there.
    BodyContent (*read)(CborReader&, std::size_t items);
    std::size_t known_items = least_items;
};

// Indexed by the kind's number.
const std::array<ContentShape, 17> shapes = {{
    {0, nullptr},
    {1,
     [](CborReader& in, std::size_t /*items*/) -> BodyContent {
         return SettingsDescribed{read_fields(in)};
     }},
    {2,
     [](CborReader& in, std::size_t /*items*/) -> BodyContent {
         const auto key = in.fixed_bytes<32>();
         return DeviceIntroduced{key, std::string(in.text())};
     }},
    {2,
     [](CborReader& in, std::size_t /*items*/) -> BodyContent {
         const auto organisation = read_id<OrganisationId>(in);
         return OrganisationDescribed{organisation, read_fields(in)};
     }},
    {1,
     [](CborReader& in, std::size_t /*items*/) -> BodyContent {
         return AttendeeDescribed{read_fields(in)};
     }},
    {1,
     [](CborReader& in, std::size_t /*items*/) -> BodyContent {
         return TicketIssued{{in.fixed_bytes<8>()}};
     }},
    {2,
     [](CborReader& in, std::size_t /*items*/) -> BodyContent {
         const auto ticket = in.fixed_bytes<8>();
         return TicketMarked{{ticket}, read_enum(in, TicketMark::revoked)};
     }},
    {3, [](CborReader& in, std::size_t /*items*/) -> BodyContent { return read_checked_in(in); }},
    {1,
     [](CborReader& in, std::size_t /*items*/) -> BodyContent {
         return CheckInUndone{read_ids<OperationId>(in)};
     }},
    {1,
     [](CborReader& in, std::size_t /*items*/) -> BodyContent {
         return CheckedOut{read_ids<OperationId>(in)};
     }},
    {2,
     [](CborReader& in, std::size_t /*items*/) -> BodyContent {
         const auto group = read_number(in);
         return GroupDescribed{group, read_fields(in)};
     }},
    {1,
     [](CborReader& in, std::size_t /*items*/) -> BodyContent { return read_groups_planned(in); }},
    {2,
     [](CborReader& in, std::size_t /*items*/) -> BodyContent {
         const auto round = read_number(in);
         return GroupMoved{round, read_number(in)};
     }},
    {2,
     [](CborReader& in, std::size_t /*items*/) -> BodyContent {
         const auto question = read_number(in);
         return QuestionDescribed{question, read_fields(in)};
     }},
    {7, [](CborReader& in, std::size_t /*items*/) -> BodyContent { return read_note_written(in); }},
    {2,
     [](CborReader& in, std::size_t items) -> BodyContent {
         return read_attendee_erased(in, items);
     },
     3},
    {2,
     [](CborReader& in, std::size_t /*items*/) -> BodyContent {
         const auto device = read_id<DeviceId>(in);
         return ClockMeasured{device, in.integer()};
     }},
}};

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
    std::visit([&out](const auto& content) { write(out, content); }, body.content);
    return out.take();
}

std::optional<Body> decode_body(OperationKind kind, ByteView bytes) {
    CborReader in(bytes);
    if (in.array() != 3) return std::nullopt;
    Body body;
    body.persons = read_ids<AttendeeId>(in);
    body.acting_role = read_enum(in, ActingRole::organiser);
    const auto number = static_cast<std::size_t>(kind);
    if (number == 0 || number >= shapes.size()) {
        in.skip();
    } else {
        const std::size_t items = in.array();
        if (items < shapes[number].least_items) in.fail();
        body.content = shapes[number].read(in, items);
        for (std::size_t i = shapes[number].known_items; i < items; ++i) in.skip();
    }
    if (!in.ok() || !in.at_end()) return std::nullopt;
    return body;
}

}  // namespace stormote
