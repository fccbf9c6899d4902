// What happened to somebody, and what they said, as tables.
#include <algorithm>

#include "kiosk/documents/personal/naming_texts.h"
#include "kiosk/documents/personal/personal_sections.h"
#include "sync/model/presence.h"
#include "sync/report/earlier_neighbours.h"
#include "sync/report/follow_up.h"
#include "sync/report/value_names.h"
#include "sync/ticket/ticket_text.h"

namespace stormote {

namespace {

Cell number_or_nothing(std::int64_t number) {
    return number > 0 ? Cell(number) : Cell();
}

// The device that wrote it, and when by corrected clocks.
struct Written {
    Cell at;
    Cell device;
};
Written written(const PersonalRecord& record, Stamp stamp, std::int64_t wall_ms) {
    return {Instant{corrected_ms(record.state(), stamp, wall_ms)},
            record.device(record.state().device_at(stamp.device()).id)};
}

Word end_word(CheckInEnd how) {
    return how == CheckInEnd::undone ? Word{"undone", {"Taken back"}} : Word{"left", {"Has left"}};
}

void add_check_in(Table& table, const PersonalRecord& record, const CheckInFact& fact,
                  const std::vector<EndedCheckIn>& ended) {
    const Written came = written(record, fact.stamp, fact.wall_ms);
    std::vector<Cell> row{
        came.at, came.device, method_word(fact.method), number_or_nothing(fact.told_group), {},
        {},      {}};
    bool has_ended = false;
    for (const EndedCheckIn& end : ended) {
        if (end.check_in != fact.id) continue;
        has_ended = true;
        const Written left = written(record, end.stamp, end.wall_ms);
        row[4] = end_word(end.how);
        row[5] = left.at;
        row[6] = left.device;
        table.rows.push_back(row);
    }
    if (!has_ended) table.rows.push_back(std::move(row));
}

Word purpose_word(MailPurpose purpose) {
    switch (purpose) {
        case MailPurpose::invitation:
            return {"invitation", {"Invitation"}};
        case MailPurpose::reminder:
            return {"reminder", {"Reminder"}};
        case MailPurpose::call:
            return {"call", {"Call to the organisation"}};
        case MailPurpose::answer:
            return {"answer", {"Answer"}};
        case MailPurpose::thanks:
            return {"thanks", {"Thanks"}};
    }
    return {"invitation", {"Invitation"}};
}

Word step_word(MailStep step) {
    switch (step) {
        case MailStep::queued:
            return {"queued", {"Put in the outbox"}};
        case MailStep::handed_over:
            return {"handed_over", {"Sent"}};
        case MailStep::refused:
            return {"refused", {"Refused"}};
    }
    return {"queued", {"Put in the outbox"}};
}

}  // namespace

Table represented_organisations(const PersonalRecord& record) {
    const EventState& state = record.state();
    Table table;
    table.columns = {{"organisation", {"Organisation"}},
                     {"sector", {"Sector"}, {""}, ColumnTexts::sectors},
                     {"joined", {"Joined on"}, {""}, ColumnTexts::dates}};
    const Attendee *attendee = state.find_attendee(record.ids().front());
    if (attendee == nullptr) return table;
    for (const OrganisationId& id : state.organisations_of(*attendee)) {
        table.rows.push_back({text_cell(state.organisation(id, OrganisationField::name)),
                              text_cell(state.organisation(id, OrganisationField::sector)),
                              text_cell(state.organisation(id, OrganisationField::joined))});
    }
    return table;
}

Table register_contacts(const PersonalRecord& record) {
    const EventState& state = record.state();
    Table table;
    table.columns = {{"organisation", {"Organisation"}},
                     {"name", {"Name"}},
                     {"email", {"E-mail"}},
                     {"phone", {"Telephone"}},
                     {"record", {"Id"}}};
    for (const auto& [key, fields] : state.contacts()) {
        if (!record.is_theirs(key.person)) continue;
        table.rows.push_back(
            {text_cell(state.organisation(key.organisation, OrganisationField::name)),
             text_cell(fields.get(ContactField::name)), text_cell(fields.get(ContactField::email)),
             text_cell(fields.get(ContactField::phone)), to_string(key.person)});
    }
    return table;
}

Table personal_tickets(const PersonalRecord& record) {
    Table table;
    table.columns = {{"short_code", {"Short code"}},
                     {"state", {"State"}},
                     {"at", {"Issued at"}},
                     {"device", {"Device"}},
                     {"record", {"Registration"}}};
    record.each<TicketIssued>([&](const auto& content, const PersonalOperation& one) {
        const Ticket *ticket = record.state().find_ticket(content.ticket);
        const bool is_revoked = ticket != nullptr && ticket->mark == TicketMark::revoked;
        const OperationHeader& header = one.operation->header;
        table.rows.push_back({write_short_code(content.ticket),
                              is_revoked ? Word{"revoked", {"Revoked"}} : Word{"valid", {"Valid"}},
                              record.at(header), record.device(header.device),
                              to_string(one.body.persons.front())});
    });
    return table;
}

Table personal_check_ins(const PersonalRecord& record) {
    const EventState& state = record.state();
    Table table;
    table.columns = {{"at", {"Checked in at"}},
                     {"device", {"Device"}},
                     {"method", {"How"}},
                     {"group", {"Group"}},
                     {"ended", {"Ended"}},
                     {"ended_at", {"Ended at"}},
                     {"ended_device", {"Ended on the device"}}};
    for (const AttendeeId& id : record.ids()) {
        const Attendee *attendee = state.attendee_records().find_written(id);
        if (attendee == nullptr) continue;
        for (const CheckInFact& fact : attendee->check_ins) {
            add_check_in(table, record, fact, attendee->ended);
        }
        // Of before the door knew whose ticket it is.
        for (const TicketId& ticket_id : attendee->tickets) {
            const Ticket *ticket = state.find_ticket(ticket_id);
            if (ticket == nullptr) continue;
            for (const CheckInFact& fact : ticket->check_ins) {
                add_check_in(table, record, fact, attendee->ended);
            }
        }
    }
    return table;
}

Table personal_groups(const PersonalRecord& record) {
    const EventState& state = record.state();
    Table table;
    table.columns = {{"how", {"How"}},
                     {"round", {"Round"}},
                     {"group", {"Group"}},
                     {"at", {"Written at"}},
                     {"device", {"Device"}}};
    for (std::size_t round = 0; round < state.plan().size(); ++round) {
        for (const GroupSeat& seat : state.plan()[round]) {
            if (!record.is_theirs(seat.attendee)) continue;
            table.rows.push_back({Word{"planned", {"Planned"}},
                                  static_cast<std::int64_t>(round) + 1,
                                  std::int64_t{seat.group},
                                  {},
                                  {}});
        }
    }
    record.each<GroupMoved>([&](const auto& content, const PersonalOperation& one) {
        const OperationHeader& header = one.operation->header;
        table.rows.push_back({Word{"moved", {"Moved"}}, std::int64_t{content.round},
                              std::int64_t{content.group}, record.at(header),
                              record.device(header.device)});
    });
    for (const auto& [group, fields] : state.groups()) {
        if (!record.is_theirs(fields.get(GroupField::facilitator))) continue;
        table.rows.push_back(
            {Word{"facilitator", {"Facilitator"}}, {}, std::int64_t{group}, {}, {}});
    }
    return table;
}

Table personal_notes(const PersonalRecord& record) {
    Table table;
    table.columns = {{"kind", {"Kind"}},
                     {"text", {"Text"}},
                     {"state", {"State"}},
                     {"group", {"Group"}},
                     {"question", {"Question number"}},
                     {"at", {"Written at"}},
                     {"device", {"Device"}},
                     {"note", {"Id"}}};
    record.each<NoteWritten>([&](const auto& content, const PersonalOperation& one) {
        const OperationHeader& header = one.operation->header;
        const bool is_withdrawn = content.state == NoteState::withdrawn;
        table.rows.push_back(
            {note_kind_word(content.kind), text_cell(content.text),
             is_withdrawn ? Word{"withdrawn", {"Withdrawn"}} : Word{"standing", {"Stands"}},
             number_or_nothing(content.group), number_or_nothing(content.question),
             record.at(header), record.device(header.device), to_string(content.note)});
    });
    return table;
}

Table named_in_words(const PersonalRecord& record) {
    Table table;
    table.columns = {{"kind", {"Kind"}}, {"text", {"Text"}}, {"id", {"Id"}}};
    for (const NamingText& naming : texts_naming(record.state(), record.ids().front())) {
        table.rows.push_back({naming.kind, text_cell(naming.text), text_cell(naming.id)});
    }
    return table;
}

Table personal_messages(const PersonalRecord& record) {
    Table table;
    table.columns = {{"kind", {"Kind"}},        {"text", {"Text"}},
                     {"reach", {"Reached by"}}, {"department", {"Department"}},
                     {"at", {"Written at"}},    {"device", {"Device"}},
                     {"answer", {"Answer"}},    {"told", {"Told on"}, {""}, ColumnTexts::dates},
                     {"message", {"Id"}}};
    const EventState& state = record.state();
    for (const auto& [key, message] : state.messages()) {
        if (!key.person || !record.is_theirs(*key.person)) continue;
        const Written left = written(record, message.stamp, message.wall_ms);
        FollowUp follow_up;
        const auto described = state.message_descriptions().find(key);
        if (described != state.message_descriptions().end()) {
            follow_up = follow_up_of(state, described->second);
        }
        table.rows.push_back({message_kind_word(message.content.kind),
                              text_cell(message.content.text), text_cell(message.content.reach),
                              text_cell(message.content.department), left.at, left.device,
                              text_cell(follow_up.answer), text_cell(follow_up.told),
                              to_string(key.message)});
    }
    return table;
}

Table personal_mails(const PersonalRecord& record) {
    Table table;
    table.columns = {{"at", {"Time"}},
                     {"purpose", {"Purpose"}},
                     {"step", {"What became of it"}},
                     {"address", {"Address"}},
                     {"answer", {"What the mail server said"}},
                     {"mail", {"Id"}}};
    record.each<MailNoted>([&](const MailNoted& content, const PersonalOperation& one) {
        table.rows.push_back({record.at(one.operation->header), purpose_word(content.purpose),
                              step_word(content.step), text_cell(content.address),
                              text_cell(content.answer), to_string(content.mail)});
    });
    return table;
}

Table owned_follow_up(const PersonalRecord& record) {
    const EventState& state = record.state();
    Table table;
    table.columns = {{"kind", {"Kind"}},
                     {"text", {"Text"}},
                     {"department", {"Department"}},
                     {"due", {"Due"}, {""}, ColumnTexts::dates},
                     {"state", {"State"}},
                     {"answer", {"Answer"}},
                     {"id", {"Id"}}};
    for (const FollowUpItem& item : follow_up_items(state)) {
        const LatestFields *fields = nullptr;
        if (const auto *note = std::get_if<NoteId>(&item.subject)) {
            fields = state.note_descriptions().find(*note);
        } else {
            const auto found =
                state.message_descriptions().find(std::get<MessageKey>(item.subject));
            if (found != state.message_descriptions().end()) fields = &found->second;
        }
        if (fields == nullptr || !record.is_theirs(fields->get(FollowUpField::owner))) continue;
        table.rows.push_back({item.kind, text_cell(item.text), text_cell(item.follow_up.department),
                              text_cell(item.follow_up.due),
                              follow_up_state_word(item.follow_up.state),
                              text_cell(item.follow_up.answer), item.id()});
    }
    return table;
}

Table earlier_meetings(const PersonalRecord& record) {
    const EventState& state = record.state();
    Table table;
    table.columns = {{"meeting", {"Meeting"}}, {"tables", {"Tables"}}};
    std::map<MeetingId, std::int64_t> counts;
    for (const AttendeeId& id : record.ids()) {
        const Attendee *attendee = state.attendee_records().find_written(id);
        if (attendee == nullptr) continue;
        for (const auto& [meeting, count] : earlier_tables_of(state, *attendee)) {
            counts[meeting] = std::max(counts[meeting], count);
        }
    }
    for (const auto& [meeting, count] : counts) {
        table.rows.push_back({to_string(meeting), count});
    }
    return table;
}

Table refused_erasures(const PersonalRecord& record) {
    Table table;
    table.columns = {{"at", {"Time"}},
                     {"decision", {"Decision"}},
                     {"reason", {"Reason"}},
                     {"device", {"Device"}}};
    record.each<ErasureRefused>([&](const ErasureRefused& content, const PersonalOperation& one) {
        const OperationHeader& header = one.operation->header;
        table.rows.push_back({record.at(header), text_cell(content.decision),
                              text_cell(content.reason), record.device(header.device)});
    });
    return table;
}

Table erasures(const PersonalRecord& record) {
    Table table;
    table.columns = {{"at", {"Time"}},
                     {"decision", {"Decision"}},
                     {"role", {"Role"}},
                     {"counted", {"Counted in the statistics"}},
                     {"device", {"Device"}}};
    record.each<AttendeeErased>([&](const AttendeeErased& content, const PersonalOperation& one) {
        const OperationHeader& header = one.operation->header;
        const auto role = parse_role(content.role);
        table.rows.push_back(
            {record.at(header), text_cell(content.decision), role ? Cell(role_word(*role)) : Cell(),
             yes_or_no(content.counted == Counted::yes), record.device(header.device)});
    });
    return table;
}

}  // namespace stormote
