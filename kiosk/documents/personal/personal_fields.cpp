// What is written of somebody in their registration, field by field.
#include <array>
#include <map>

#include "kiosk/documents/personal/personal_sections.h"
#include "sync/base/text_folding.h"
#include "sync/report/value_names.h"

namespace stormote {

namespace {

struct FieldName {
    AttendeeField field;
    Word word;
};

constexpr std::array<FieldName, 20> field_names{{
    {AttendeeField::given_name, {"given_name", {"Given name"}}},
    {AttendeeField::family_name, {"family_name", {"Family name"}}},
    {AttendeeField::organisation, {"organisation", {"Organisation"}}},
    {AttendeeField::role, {"role", {"Role"}}},
    {AttendeeField::email, {"email", {"E-mail"}}},
    {AttendeeField::phone, {"phone", {"Telephone"}}},
    {AttendeeField::language, {"language", {"Language"}}},
    {AttendeeField::diet, {"diet", {"Diet"}}},
    {AttendeeField::access_needs, {"access_needs", {"Needs"}}},
    {AttendeeField::registered, {"registered", {"Registered"}}},
    {AttendeeField::origin, {"origin", {"Where the registration comes from"}}},
    {AttendeeField::status, {"status", {"Status"}}},
    {AttendeeField::consent, {"consent", {"What was told or agreed to"}}},
    {AttendeeField::gender, {"gender", {"Gender"}}},
    {AttendeeField::instead_of, {"instead_of", {"Came in the place of"}}},
    {AttendeeField::seat_lock, {"seat_lock", {"Stays in the group"}}},
    {AttendeeField::same_as, {"same_as", {"The same person as"}}},
    {AttendeeField::further_organisations, {"further_organisations", {"Further organisations"}}},
    {AttendeeField::duties, {"duties", {"Duties"}}},
    {AttendeeField::different_from, {"different_from", {"Not the same person as"}}},
}};

Word field_word(FieldNumber field) {
    for (const FieldName& known : field_names) {
        if (number(known.field) == field) return known.word;
    }
    return {"unknown", {"Something that this version does not know"}};
}

Cell organisation_cell(const EventState& state, const std::string& ids) {
    std::string names;
    for (const std::string_view text : split_text(ids, ' ')) {
        const auto id = parse_id<OrganisationId>(text);
        const std::string name = id ? state.organisation(*id, OrganisationField::name) : "";
        names += (names.empty() ? "" : "; ") + (name.empty() ? std::string(text) : name);
    }
    return text_cell(std::move(names));
}

Cell origin_cell(const std::string& origin) {
    if (origin == "list") return Word{"list", {"A list of people"}};
    if (origin == "walk_in") return Word{"walk_in", {"Walk-in"}};
    if (origin == "substitute") return Word{"substitute", {"Substitute"}};
    return text_cell(origin);
}

// In words where the record has a code; ids of other registrations stay ids, since their names are
// other people's.
Cell field_cell(const EventState& state, FieldNumber field, const std::string& text) {
    switch (static_cast<AttendeeField>(field)) {
        case AttendeeField::organisation:
        case AttendeeField::further_organisations:
            return organisation_cell(state, text);
        case AttendeeField::role:
            if (const auto role = parse_role(text)) return stormote::role_word(*role);
            break;
        case AttendeeField::origin:
            return origin_cell(text);
        case AttendeeField::status:
            if (text == "cancelled") return Word{"cancelled", {"Cancelled"}};
            break;
        case AttendeeField::seat_lock:
            return text.empty() ? Cell() : Cell(yes_or_no(true));
        default:
            break;
    }
    return text_cell(text);
}

Cell consent_place(std::string_view place) {
    if (place == "kiosk") return Word{"kiosk", {"At the kiosk"}};
    if (place == "staff") return Word{"staff", {"By staff"}};
    return text_cell(std::string(place));
}

Cell consent_act(std::string_view act) {
    if (act == "informed") return Word{"informed", {"Was informed"}};
    if (act == "agreed") return Word{"agreed", {"Agreed"}};
    return text_cell(std::string(act));
}

}  // namespace

Table registration_fields(const PersonalRecord& record) {
    Table table;
    table.columns = {{"field", {"What"}},
                     {"text", {"Text"}},
                     {"stands", {"Stands"}, {"No: something else was written later."}},
                     {"at", {"Written at"}},
                     {"device", {"Device"}},
                     {"record", {"Registration"}}};
    constexpr std::size_t stands = 2;
    // What comes later in the record stands instead.
    std::map<std::pair<AttendeeId, FieldNumber>, std::size_t> latest;
    record.each<AttendeeDescribed>([&](const auto& content, const PersonalOperation& one) {
        for (const AttendeeId& id : one.body.persons) {
            if (!record.is_theirs(id)) continue;
            for (const auto& [field, text] : content.fields) {
                const auto [known, is_new] =
                    latest.emplace(std::pair(id, field), table.rows.size());
                if (!is_new) {
                    table.rows[known->second][stands] = yes_or_no(false);
                    known->second = table.rows.size();
                }
                const OperationHeader& header = one.operation->header;
                table.rows.push_back({field_word(field), field_cell(record.state(), field, text),
                                      yes_or_no(true), record.at(header),
                                      record.device(header.device), to_string(id)});
            }
        }
    });
    return table;
}

Table consents(const PersonalRecord& record) {
    Table table;
    table.columns = {
        {"place", {"Where"}},
        {"act", {"What"}},
        {"words", {"Which words"}, {"Their language, and the beginning of what they hash to."}},
        {"record", {"Registration"}}};
    for (const AttendeeId& id : record.ids()) {
        const Attendee *attendee = record.state().attendee_records().find_written(id);
        if (attendee == nullptr) continue;
        const std::string& consent = attendee->get(AttendeeField::consent);
        if (consent.empty()) continue;
        std::vector<std::string> parts;
        for (const std::string_view part : split_text(consent, ',')) {
            const std::size_t begin = part.find_first_not_of(' ');
            parts.emplace_back(begin == std::string_view::npos ? "" : part.substr(begin));
        }
        // Earlier versions wrote until when it is stored, in words.
        parts.resize(3);
        table.rows.push_back(
            {consent_place(parts[0]), consent_act(parts[1]), text_cell(parts[2]), to_string(id)});
    }
    return table;
}

}  // namespace stormote
