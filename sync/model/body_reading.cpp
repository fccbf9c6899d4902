#include <array>

#include "sync/model/body_content.h"

namespace stormote {

namespace {

// In the order in which it is written.

std::int32_t read_number(CborReader& in) {
    const std::int64_t value = in.integer();
    constexpr std::int64_t most = 1'000'000;
    if (value < 0 || value > most) in.fail();
    return in.ok() ? static_cast<std::int32_t>(value) : 0;
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

AnswersGiven read_answers_given(CborReader& in) {
    AnswersGiven content;
    content.sheet = read_id<AnswerSheetId>(in);
    SurveyNumber last = -1;
    const std::size_t count = in.map();
    for (std::size_t i = 0; i < count && in.ok(); ++i) {
        const SurveyNumber question = read_number(in);
        if (question <= last) in.fail();
        last = question;
        content.answers.push_back({question, std::string(in.text())});
    }
    return content;
}

MessageLeft read_message_left(CborReader& in) {
    MessageLeft content;
    content.message = read_id<MessageId>(in);
    content.kind = read_enum(in, MessageKind::joining);
    content.text = in.text();
    content.reach = in.text();
    content.department = in.text();
    return content;
}

struct ContentShape {
    std::size_t least_items = 0;
    // Reads the items that this version knows of those that are there.
    BodyContent (*read)(CborReader&, std::size_t items) = nullptr;
    std::size_t known_items = least_items;
};

// Indexed by the kind's number.
const std::array<ContentShape, 20> shapes = {{
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
    {2,
     [](CborReader& in, std::size_t /*items*/) -> BodyContent {
         const auto question = read_number(in);
         return SurveyQuestionDescribed{question, read_fields(in)};
     }},
    {2,
     [](CborReader& in, std::size_t /*items*/) -> BodyContent { return read_answers_given(in); }},
    {5, [](CborReader& in, std::size_t /*items*/) -> BodyContent { return read_message_left(in); }},
}};

}  // namespace

BodyContent read_content(CborReader& in, OperationKind kind) {
    const auto number = static_cast<std::size_t>(kind);
    if (number == 0 || number >= shapes.size()) {
        in.skip();
        return UnknownContent{};
    }
    const std::size_t items = in.array();
    if (items < shapes[number].least_items) in.fail();
    BodyContent content = shapes[number].read(in, items);
    for (std::size_t i = shapes[number].known_items; i < items; ++i) in.skip();
    return content;
}

}  // namespace stormote
