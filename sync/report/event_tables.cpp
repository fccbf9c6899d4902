#include "sync/report/event_tables.h"

#include <algorithm>
#include <tuple>

#include "sync/base/text_folding.h"
#include "sync/model/presence.h"
#include "sync/report/published_notes.h"
#include "sync/report/value_names.h"

namespace stormote {

namespace {

Cell number_cell(const std::optional<std::int32_t>& number) {
    return number ? Cell(std::int64_t{*number}) : Cell();
}

Cell first_check_in_cell(const EventState& state, const Presence& presence) {
    if (presence.first == nullptr) return {};
    return Instant{corrected_ms(state, *presence.first)};
}

Cell method_cell(const Presence& presence) {
    if (presence.first == nullptr) return {};
    return method_word(presence.first->method);
}

// When somebody who has left did so for the last time.
Cell left_cell(const EventState& state, const Attendee& attendee, const Presence& presence) {
    if (presence.kind != PresenceKind::left) return {};
    Cell left;
    for (const EndedCheckIn& ended : attendee.ended) {
        if (ended.how != CheckInEnd::left) continue;
        const Instant at{corrected_ms(state, ended.stamp, ended.wall_ms)};
        const auto *known = std::get_if<Instant>(&left);
        if (known == nullptr || known->wall_ms < at.wall_ms) left = at;
    }
    return left;
}

// Those who came and have no name here, in an order that every replica agrees on.
void add_erased(const EventState& state, Table& table) {
    std::vector<std::pair<AttendeeId, std::string>> erased;
    for (const auto& [id, person] : state.erased()) {
        if (person.counted == Counted::yes) erased.emplace_back(id, person.role);
    }
    std::sort(erased.begin(), erased.end());
    for (const auto& [id, role] : erased) {
        auto& row = table.rows.emplace_back(table.columns.size());
        row[3] = role_word(parse_role(role).value_or(AttendeeRole::civil));
        row[5] = Word{"erased", {"Erased"}};
    }
}

void add_unknown_tickets(const EventState& state, Table& table) {
    for (const auto& [id, presence] : unknown_arrivals(state)) {
        auto& row = table.rows.emplace_back(table.columns.size());
        row[4] = Word{"unknown_ticket", {"Ticket of an unknown person"}};
        row[5] = status_word({}, presence);
        row[7] = first_check_in_cell(state, presence);
        row[8] = method_cell(presence);
    }
}

}  // namespace

Table attendance_table(const EventState& state) {
    Table table;
    table.columns = {
        {"name", {"Name"}},
        {"organisation", {"Organisation"}},
        {"sector", {"Sector"}, {""}, ColumnTexts::sectors},
        {"role", {"Role"}},
        {"registration",
         {"Registration"},
         {"Registered: beforehand. Registered late: after the deadline. Substitute: registered at "
          "the door in somebody's place. Walk-in: registered at the door."}},
        {"status",
         {"Status"},
         {"Present: checked in. Has left: checked in, and out again. Not checked in: expected, and "
          "did not come. Cancelled: said that they would not come. Erased: came, and is erased."}},
        {"group", {"Group"}},
        {"checked_in_at",
         {"Checked in at"},
         {"Local time, corrected by how wrong the device's clock was measured to be."}},
        {"how",
         {"How"},
         {"Ticket: showed it. Name: was found by name. Walk-in: registered at the door. Staff: "
          "checked in by staff."}},
        {"left_at", {"Left at"}},
        {"attendee", {"Id"}, {"What the programs know a person or a note by."}}};
    const std::string& deadline = state.setting(SettingField::deadline);
    for (const auto& [id, attendee, name] : attendees_by_name(state)) {
        const Presence presence = presence_of(state, id);
        table.rows.push_back(
            {text_cell(name), text_cell(state.organisation_names(*attendee)),
             text_cell(state.organisation_of(*attendee, OrganisationField::sector)),
             role_word(role_of(*attendee)), registration_word(*attendee, deadline),
             status_word(*attendee, presence), number_cell(group_of(state, id)),
             first_check_in_cell(state, presence), method_cell(presence),
             left_cell(state, *attendee, presence), to_string(id)});
    }
    add_erased(state, table);
    add_unknown_tickets(state, table);
    return table;
}

Table duties_table(const EventState& state) {
    Table table;
    table.columns = {{"duty", {"Duty"}},  {"name", {"Name"}},    {"organisation", {"Organisation"}},
                     {"role", {"Role"}},  {"email", {"E-mail"}}, {"phone", {"Telephone"}},
                     {"attendee", {"Id"}}};
    std::vector<std::pair<std::string, std::vector<Cell>>> rows;
    for (const auto& [id, attendee, name] : attendees_by_name(state)) {
        for (const std::string_view part : split_text(attendee->get(AttendeeField::duties), ';')) {
            const std::string duty = trim_text(part);
            if (duty.empty()) continue;
            rows.emplace_back(
                swedish_sort_key(duty),
                std::vector<Cell>{
                    duty, text_cell(name), text_cell(state.organisation_names(*attendee)),
                    role_word(role_of(*attendee)), text_cell(attendee->get(AttendeeField::email)),
                    text_cell(attendee->get(AttendeeField::phone)), to_string(id)});
        }
    }
    // Within a duty, people keep the order of their names.
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& left, const auto& right) { return left.first < right.first; });
    for (auto& [key, row] : rows) table.rows.push_back(std::move(row));
    return table;
}

Table groups_table(const EventState& state) {
    Table table;
    table.columns = {{"round", {"Round"}},
                     {"group", {"Group"}},
                     {"table", {"Table"}},
                     {"place", {"Place"}},
                     {"name", {"Name"}},
                     {"organisation", {"Organisation"}},
                     {"sector", {"Sector"}, {""}, ColumnTexts::sectors},
                     {"role", {"Role"}},
                     {"facilitator", {"Facilitator"}},
                     {"status", {"Status"}},
                     {"attendee", {"Id"}}};
    const auto people = attendees_by_name(state);
    const auto rounds = static_cast<RoundNumber>(std::max<std::size_t>(1, state.plan().size()));
    for (RoundNumber round = 1; round <= rounds; ++round) {
        const auto first_of_round = static_cast<std::ptrdiff_t>(table.rows.size());
        for (const auto& [id, attendee, name] : people) {
            const auto group = group_of(state, id, round);
            if (!group) continue;
            static const LatestFields undescribed;
            const auto found = state.groups().find(*group);
            const LatestFields& fields =
                found == state.groups().end() ? undescribed : found->second;
            table.rows.push_back(
                {std::int64_t{round}, std::int64_t{*group}, text_cell(fields.get(GroupField::name)),
                 text_cell(fields.get(GroupField::place)), text_cell(name),
                 text_cell(state.organisation_names(*attendee)),
                 text_cell(state.organisation_of(*attendee, OrganisationField::sector)),
                 role_word(role_of(*attendee)), yes_or_no(facilitator_of(state, fields) == id),
                 status_word(*attendee, presence_of(state, id)), to_string(id)});
        }
        // Stable: within a group, people keep the order of their names.
        std::stable_sort(table.rows.begin() + first_of_round, table.rows.end(),
                         [](const auto& left, const auto& right) {
                             return std::get<std::int64_t>(left[1]) <
                                    std::get<std::int64_t>(right[1]);
                         });
    }
    return table;
}

Table notes_table(const EventState& state) {
    Table table;
    table.columns = {
        {"question", {"Question number"}},
        {"question_title", {"Question"}},
        {"group", {"Group"}},
        {"table", {"Table"}},
        {"kind", {"Kind"}},
        {"text", {"Text"}},
        {"written_at", {"Written at"}},
        {"versions", {"Versions"}, {"How often the note was written, changes among it."}},
        {"in_conflict",
         {"In conflict"},
         {"Yes: two changed it at once, and nobody has chosen yet. Each stands here."}},
        {"note", {"Id"}},
        {"agreeing", {"Agreeing"}, {"How many at the table agreed, where they were counted."}},
        {"chosen", {"Chosen"}, {"Yes: the table chose it to be shown to everybody."}}};
    struct Row {
        const NoteVersion *head;
        std::string place;  // at its table
        std::size_t versions;
        bool is_conflict;
    };
    std::vector<Row> rows;
    for (const auto& [id, note] : state.notes()) {
        auto heads = note.heads(state.device_table());
        const bool is_conflict = heads.size() > 1;
        std::erase_if(heads, [](const NoteVersion *head) {
            return head->content.state == NoteState::withdrawn;
        });
        for (const NoteVersion *head : heads) {
            rows.push_back({head, place_of_note(state, id), note.versions.size(), is_conflict});
        }
    }
    std::stable_sort(rows.begin(), rows.end(), [](const Row& left, const Row& right) {
        const auto order = [](const Row& row) {
            const NoteWritten& content = row.head->content;
            return std::tie(content.question, content.group, row.place, content.note);
        };
        return order(left) < order(right);
    });
    const auto text_of = [](const auto& described, auto number, auto field) {
        const auto found = described.find(number);
        return found == described.end() ? Cell() : text_cell(found->second.get(field));
    };
    for (const auto& [head, place, versions, is_conflict] : rows) {
        const NoteWritten& content = head->content;
        const int agreeing = agreeing_of(state, content.note);
        table.rows.push_back(
            {std::int64_t{content.question},
             text_of(state.questions(), content.question, QuestionField::title),
             std::int64_t{content.group}, text_of(state.groups(), content.group, GroupField::name),
             note_kind_word(content.kind), content.text,
             Instant{corrected_ms(state, head->stamp, head->wall_ms)},
             static_cast<std::int64_t>(versions), yes_or_no(is_conflict), to_string(content.note),
             agreeing > 0 ? Cell(std::int64_t{agreeing}) : Cell(),
             yes_or_no(is_chosen(state, content.note))});
    }
    return table;
}

Table proposals_table(const EventState& state) {
    const Table notes = notes_table(state);
    const auto place = [&notes](std::string_view key) {
        const auto found =
            std::find_if(notes.columns.begin(), notes.columns.end(),
                         [key](const ReportColumn& column) { return column.key == key; });
        return static_cast<std::size_t>(found - notes.columns.begin());
    };
    std::vector<std::size_t> kept;
    Table table;
    for (const char *key : {"question", "question_title", "group", "table", "text", "written_at",
                            "note", "agreeing", "chosen"}) {
        kept.push_back(place(key));
        table.columns.push_back(notes.columns[kept.back()]);
    }
    const std::size_t kind = place("kind");
    for (const auto& note : notes.rows) {
        if (note[kind] != Cell(note_kind_word(NoteKind::proposal))) continue;
        auto& row = table.rows.emplace_back();
        for (const std::size_t column : kept) row.push_back(note[column]);
    }
    return table;
}

Table operations_table(std::vector<Operation> operations) {
    Table table;
    table.columns = {{"operation", {"Operation"}}, {"device", {"Device"}},
                     {"sequence", {"Sequence"}},   {"lamport", {"Lamport counter"}},
                     {"wall_ms", {"Clock (ms)"}},  {"kind", {"Kind"}},
                     {"body_hash", {"Body hash"}}, {"chain_hash", {"Chain hash"}},
                     {"salt", {"Salt"}},           {"body", {"Body"}}};
    std::sort(operations.begin(), operations.end(), [](const auto& left, const auto& right) {
        return is_before(left.header, right.header);
    });
    for (const Operation& operation : operations) {
        const OperationHeader& header = operation.header;
        const auto& body = operation.body;
        table.rows.push_back({to_string(header.id), to_string(header.device),
                              static_cast<std::int64_t>(header.sequence),
                              static_cast<std::int64_t>(header.lamport), header.wall_ms,
                              kind_name(header.kind), to_hex(header.body_hash),
                              to_hex(header.chain_hash), body ? Cell(to_hex(body->salt)) : Cell(),
                              body ? Cell(to_hex(body->bytes)) : Cell()});
    }
    return table;
}

}  // namespace stormote
