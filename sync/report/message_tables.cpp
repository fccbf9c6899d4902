#include "sync/report/message_tables.h"

#include <algorithm>
#include <tuple>

#include "sync/base/text_folding.h"
#include "sync/model/presence.h"
#include "sync/report/value_names.h"

namespace stormote {

namespace {

struct MessageRow {
    MessageKey key;
    const Message *message = nullptr;
    const Attendee *person = nullptr;  // null: anonymous, or nobody who is known here
    std::int64_t left_ms = 0;          // 0 where it is anonymous
    std::string department_key;
    std::string text_key;

    // By time where there is one; else nothing but the words may order them.
    [[nodiscard]] auto place() const {
        return std::tuple(!key.person, department_key, left_ms, text_key, message->content.text,
                          key);
    }
};

std::vector<MessageRow> rows_of(const EventState& state, const std::vector<MessageKind>& wanted) {
    std::vector<MessageRow> rows;
    for (const auto& [key, message] : state.messages()) {
        if (std::find(wanted.begin(), wanted.end(), message.content.kind) == wanted.end()) continue;
        MessageRow row{key, &message, nullptr, 0, "", ""};
        row.department_key = swedish_sort_key(message.content.department);
        if (key.person) {
            row.person = state.find_attendee(*key.person);
            row.left_ms = corrected_ms(state, message.stamp, message.wall_ms);
        } else {
            row.text_key = swedish_sort_key(message.content.text);
        }
        rows.push_back(std::move(row));
    }
    std::sort(rows.begin(), rows.end(),
              [](const auto& left, const auto& right) { return left.place() < right.place(); });
    return rows;
}

Table table_of(const EventState& state, const std::vector<MessageRow>& rows) {
    Table table;
    table.columns = {{"kind", {"Kind"}},
                     {"department", {"Department"}},
                     {"text", {"Text"}},
                     {"signed", {"Signed"}},
                     {"name", {"Name"}},
                     {"organisation", {"Organisation"}},
                     {"sector", {"Sector"}, {""}, ColumnTexts::sectors},
                     {"reach", {"Reached by"}},
                     {"language", {"Language"}, {""}, ColumnTexts::languages},
                     {"left_at", {"Written at"}},
                     {"attendee", {"Id"}}};
    for (const MessageRow& row : rows) {
        const MessageLeft& content = row.message->content;
        auto& cells = table.rows.emplace_back(table.columns.size());
        cells[0] = message_kind_word(content.kind);
        cells[1] = text_cell(content.department);
        cells[2] = text_cell(content.text);
        cells[3] = yes_or_no(row.key.person.has_value());
        if (!row.key.person) continue;
        if (row.person != nullptr) {
            cells[4] = text_cell(row.person->full_name());
            cells[5] = text_cell(state.organisation_names(*row.person));
            cells[6] = text_cell(state.organisation_of(*row.person, OrganisationField::sector));
            cells[8] = text_cell(row.person->get(AttendeeField::language));
        }
        if (content.kind == MessageKind::contact)
            cells[7] = text_cell(reach_of(content, row.person));
        cells[9] = Instant{row.left_ms};
        cells[10] = to_string(*row.key.person);
    }
    return table;
}

// Who declared what stands now: not who declared it before it was taken back.
std::string declared_by(const EventState& state, const OrganisationId& organisation,
                        const Stamp& joined) {
    for (const auto& [key, message] : state.messages()) {
        if (message.content.kind != MessageKind::joining || !key.person) continue;
        if (message.stamp.is_before(joined, state.device_table())) continue;
        const Attendee *person = state.find_attendee(*key.person);
        if (person == nullptr) continue;
        const auto from = state.organisations_of(*person);
        if (std::find(from.begin(), from.end(), organisation) == from.end()) continue;
        return person->full_name();
    }
    return "";
}

}  // namespace

std::string reach_of(const MessageLeft& message, const Attendee *person) {
    if (!message.reach.empty() || person == nullptr) return message.reach;
    const std::string& phone = person->get(AttendeeField::phone);
    const std::string& email = person->get(AttendeeField::email);
    return phone + (phone.empty() || email.empty() ? "" : ", ") + email;
}

Table messages_table(const EventState& state) {
    return table_of(state, rows_of(state, {MessageKind::comment, MessageKind::contact}));
}

Table contacts_table(const EventState& state) {
    return table_of(state, rows_of(state, {MessageKind::contact}));
}

Table joined_table(const EventState& state) {
    struct Joined {
        std::string sort_key;
        OrganisationId id;
        const LatestFields *fields = nullptr;
    };
    std::vector<Joined> joined;
    for (const auto& [id, fields] : state.organisations()) {
        if (fields.get(OrganisationField::joined).empty()) continue;
        joined.push_back({swedish_sort_key(fields.get(OrganisationField::name)), id, &fields});
    }
    std::sort(joined.begin(), joined.end(), [](const auto& left, const auto& right) {
        return std::tie(left.sort_key, left.id) < std::tie(right.sort_key, right.id);
    });
    Table table;
    table.columns = {{"organisation", {"Organisation"}},
                     {"sector", {"Sector"}, {""}, ColumnTexts::sectors},
                     {"joined", {"Joined on"}, {""}, ColumnTexts::dates},
                     {"declared_by", {"Declared by"}}};
    for (const Joined& one : joined) {
        table.rows.push_back(
            {text_cell(one.fields->get(OrganisationField::name)),
             text_cell(one.fields->get(OrganisationField::sector)),
             one.fields->get(OrganisationField::joined),
             text_cell(
                 declared_by(state, one.id, one.fields->stamp_of(OrganisationField::joined)))});
    }
    return table;
}

}  // namespace stormote
