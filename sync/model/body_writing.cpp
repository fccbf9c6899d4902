#include <cassert>

#include "sync/model/body_content.h"

namespace stormote {

namespace {

// One overload a type, the number of items first.

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
void write(CborWriter& out, const SurveyQuestionDescribed& content) {
    out.array(2);
    out.integer(content.question);
    write_fields(out, content.fields);
}
void write(CborWriter& out, const AnswersGiven& content) {
    out.array(2);
    out.bytes(content.sheet.value.bytes);
    out.map(content.answers.size());
    for (const SurveyAnswer& answer : content.answers) {
        out.integer(answer.question);
        out.text(answer.text);
    }
}
void write(CborWriter& out, const MessageLeft& content) {
    out.array(5);
    out.bytes(content.message.value.bytes);
    write_enum(out, content.kind);
    out.text(content.text);
    out.text(content.reach);
    out.text(content.department);
}

}  // namespace

void write_content(CborWriter& out, const BodyContent& content) {
    std::visit([&out](const auto& known) { write(out, known); }, content);
}

}  // namespace stormote
