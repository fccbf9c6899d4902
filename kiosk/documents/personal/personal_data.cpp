#include "kiosk/documents/personal/personal_data.h"

#include "kiosk/documents/personal/personal_sections.h"
#include "sync/privacy/keep_table.h"
#include "sync/report/audit_table.h"

namespace stormote {

namespace {

std::vector<PersonalSection> sections_of(const PersonalRecord& record,
                                         const PersonalDataSource& source) {
    return {
        {"registration",
         {"Registration"},
         {"Everything that was written, also what was written anew since."},
         registration_fields(record)},
        {"consent", {"What was told or agreed to"}, {""}, consents(record)},
        {"organisations", {"Organisations"}, {""}, represented_organisations(record)},
        {"contacts",
         {"As a contact in the register"},
         {"The organisation is written to at this address."},
         register_contacts(record)},
        {"tickets", {"Tickets"}, {""}, personal_tickets(record)},
        {"check_ins", {"Check-ins"}, {""}, personal_check_ins(record)},
        {"groups", {"Groups"}, {""}, personal_groups(record)},
        {"notes", {"Notes"}, {""}, personal_notes(record)},
        {"named",
         {"The name in what others wrote"},
         {"Looked for by the full name. An erasure leaves these as they are: each has to be worded "
          "anew."},
         named_in_words(record)},
        {"messages", {"Left on the way out"}, {""}, personal_messages(record)},
        {"mails", {"E-mail"}, {""}, personal_mails(record)},
        {"follow_up", {"To see to"}, {""}, owned_follow_up(record)},
        {"earlier_meetings",
         {"Earlier meetings"},
         {"At how many tables the person sat there, as numbers that name nobody by themselves."},
         earlier_meetings(record)},
        {"refused_erasures", {"Refused erasures"}, {""}, refused_erasures(record)},
        {"erasures", {"Erasures"}, {""}, erasures(record)},
        {"audit",
         {"Who did what"},
         {"Every operation that is about the person or names them."},
         audit_table(source.state, record.operations())},
        {"keep",
         {"How long it is kept"},
         {"By kind of document, on the municipality's decision."},
         keep_rules_table(source.state.settings())},
        {"places",
         {"Where it lies"},
         {"Each device that takes part has a copy of what it has heard of. Files that somebody "
          "saved, and what was printed, the record does not know."},
         data_places_table(source.places)},
    };
}

}  // namespace

Table keep_rules_table(const LatestFields& settings) {
    Table table;
    table.columns = {{"kind", {"Kind of document"}},
                     {"rule", {"What the decision says"}},
                     {"last_day", {"Last day"}, {""}, ColumnTexts::dates},
                     {"decision", {"Decision"}}};
    const std::string& decision = settings.get(SettingField::keep_decision);
    const KeepTable rules = keep_table(settings);
    for (const DocumentKindWords& kind : document_kinds()) {
        const bool is_kept = !rules[static_cast<std::size_t>(kind.kind)];
        Word rule{"undecided", {"Nothing is decided yet"}};
        if (!decision.empty()) {
            rule = is_kept ? Word{"kept", {"Is kept"}} : Word{"destroyed", {"Is destroyed"}};
        }
        table.rows.push_back(
            {Word{kind.stored.data(), kind.words}, rule,
             decision.empty() ? Cell() : text_cell(last_day_of(kind.kind, settings)),
             text_cell(decision)});
    }
    return table;
}

std::optional<PersonalData> gather_personal_data(const PersonalDataSource& source,
                                                 const AttendeeId& id) {
    const PersonalRecord record(source.state, source.operations, id);
    if (record.is_empty()) return std::nullopt;
    PersonalData data{record.ids().front(), "", record.ids(), sections_of(record, source)};
    if (const Attendee *attendee = source.state.find_attendee(data.person)) {
        data.name = attendee->full_name();
    }
    return data;
}

}  // namespace stormote
