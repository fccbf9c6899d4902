#include "kiosk/lists/organisation_list.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "kiosk/lists/field_limits.h"
#include "kiosk/lists/headed_list.h"
#include "kiosk/lists/list_dates.h"
#include "kiosk/lists/list_words.h"
#include "sync/base/text_folding.h"
#include "sync/model/email_address.h"
#include "sync/model/organisation_names.h"
#include "sync/model/sector.h"
#include "sync/report/organisation_tables.h"

namespace stormote {

namespace {

constexpr std::size_t name_column = 0;
constexpr std::size_t sector_column = 1;
constexpr std::size_t aliases_column = 2;
constexpr std::size_t contact_column = 3;
constexpr std::size_t email_column = 4;
constexpr std::size_t phone_column = 5;
constexpr std::size_t seats_column = 6;
constexpr std::size_t joined_column = 7;

constexpr std::array<HeadingWord, 35> organisation_headings{{{name_column, "organisation"},
                                                             {name_column, "forening"},
                                                             {name_column, "foreningorganisation"},
                                                             {name_column, "foreningensnamn"},
                                                             {name_column, "foreningsnamn"},
                                                             {name_column, "association"},
                                                             {name_column, "namn", 1},
                                                             {name_column, "name", 1},
                                                             {sector_column, "sektor"},
                                                             {sector_column, "sector"},
                                                             {aliases_column, "andranamn"},
                                                             {aliases_column, "alias"},
                                                             {aliases_column, "kallasocksa"},
                                                             {aliases_column, "othernames"},
                                                             {contact_column, "kontaktperson"},
                                                             {contact_column, "kontakt"},
                                                             {contact_column, "ordforande"},
                                                             {contact_column, "contactperson"},
                                                             {contact_column, "contact"},
                                                             {email_column, "epost"},
                                                             {email_column, "epostadress"},
                                                             {email_column, "mejl"},
                                                             {email_column, "email"},
                                                             {phone_column, "telefon"},
                                                             {phone_column, "telefonnummer"},
                                                             {phone_column, "phone"},
                                                             {phone_column, "telephone"},
                                                             {seats_column, "platser"},
                                                             {seats_column, "antalplatser"},
                                                             {seats_column, "seats"},
                                                             {joined_column, "gickmed"},
                                                             {joined_column, "anslot"},
                                                             {joined_column, "ansluten"},
                                                             {joined_column, "anslotsig"},
                                                             {joined_column, "joinedon"}}};

constexpr HeadedColumns organisation_columns{
    organisation_headings,
    8,
    name_column,
    "Organisation",
    {"The column with the names of the organisations is missing."},
    {""},
    UnknownHeadings::ignored};

constexpr int most_seats = 1'000;

class RegisterReader {
  public:
    RegisterReader(const ListSource& source, const EventState& state, const RegisterIds& ids,
                   OrganisationPlan& plan)
        : state_(state),
          ids_(ids),
          plan_(plan),
          names_(state),
          list_(source, organisation_columns, plan.problems) {}

    void read() {
        plan_.notes = list_.notes();
        if (!plan_.problems.empty()) return;
        for (const HeadedRow& row : list_.rows()) read(row);
        if (!plan_.problems.empty()) {
            plan_.bodies.clear();
            return;
        }
        for (auto& [id, listed] : listed_) record(id, listed);
    }

  private:
    struct Listed {
        std::size_t line = 0;
        FieldSetter<OrganisationField> fields;
        std::map<FieldNumber, std::string> said;  // to tell two rows that contradict each other
        std::vector<Body> contacts;
        std::string aliases;  // of its own record, and of the list
        bool is_new = false;
    };

    void read(const HeadedRow& row) {
        const std::string name = row.text(name_column);
        if (name.empty()) {
            list_.complain(row, name_column,
                           input_error({"The name of the organisation is missing. Fill it in, or "
                                        "remove the row."}));
            return;
        }
        if (!is_short(row)) return;
        const OrganisationId id = organisation_id(name);
        const auto [known, is_first] = listed_.try_emplace(id);
        Listed& listed = known->second;
        if (is_first) {
            listed.line = row.line;
            listed.is_new = state_.organisation_records().find(id) == nullptr;
            const bool is_known_as_other =
                !listed.is_new &&
                fold_text(state_.organisation(id, OrganisationField::name)) != fold_text(name);
            if (!is_known_as_other) say(row, listed, id, OrganisationField::name, name);
        }
        say(row, listed, id, OrganisationField::sector, read_sector(row));
        add_aliases(row, listed, id);
        say(row, listed, id, OrganisationField::seats, read_seats(row));
        say(row, listed, id, OrganisationField::joined, read_joined(row));
        read_contact(row, listed, id);
    }

    bool is_short(const HeadedRow& row) {
        const std::size_t problems = plan_.problems.size();
        for (const auto& [column, most] : {std::pair{name_column, FieldLimits::organisation},
                                           std::pair{sector_column, FieldLimits::word},
                                           std::pair{aliases_column, FieldLimits::need},
                                           std::pair{contact_column, FieldLimits::name},
                                           std::pair{email_column, FieldLimits::email},
                                           std::pair{phone_column, FieldLimits::phone}}) {
            if (auto problem = check_length(row.text(column), most)) {
                list_.complain(row, column, std::move(*problem));
            }
        }
        return plan_.problems.size() == problems;
    }

    [[nodiscard]] OrganisationId organisation_id(const std::string& name) const {
        const auto known = names_.find(name);
        return known ? *known : ids_.organisation(name);
    }

    void say(const HeadedRow& row, Listed& listed, const OrganisationId& id,
             OrganisationField field, const std::string& text) {
        if (text.empty()) return;
        const auto [said, is_new] = listed.said.try_emplace(number(field), text);
        if (!is_new && fold_text(said->second) != fold_text(text)) {
            list_.complain(row,
                           input_error({"{} says \"{}\" here, and \"{}\" on line {}. Write "
                                        "the same on both."},
                                       row.text(name_column), text, said->second, listed.line));
            return;
        }
        if (state_.organisation(id, field) != text) listed.fields.set(field, text);
    }

    static std::string read_sector(const HeadedRow& row) {
        const std::string text = row.text(sector_column);
        return says_nothing(text) ? "" : stored_sector(text);
    }

    // Beside those that its own record has: those of a merged one are that one's.
    void add_aliases(const HeadedRow& row, Listed& listed, const OrganisationId& id) const {
        const LatestFields *written = state_.organisation_records().find_written(id);
        const std::string before =
            written == nullptr ? "" : written->get(OrganisationField::aliases);
        if (listed.aliases.empty()) listed.aliases = before;
        const std::string& known_all = state_.organisation(id, OrganisationField::aliases);
        const std::string said = row.text(aliases_column);
        for (const std::string_view part : split_text(said, ';')) {
            const std::string alias = trim_text(part);
            const auto stands_in = [&alias](const std::string& lines) {
                const auto known = split_text(lines, '\n');
                return std::find(known.begin(), known.end(), alias) != known.end();
            };
            if (alias.empty() || stands_in(listed.aliases) || stands_in(known_all)) continue;
            listed.aliases += (listed.aliases.empty() ? "" : "\n") + alias;
        }
        if (listed.aliases != before) {
            listed.fields.set(OrganisationField::aliases, listed.aliases);
        }
    }

    std::string read_seats(const HeadedRow& row) {
        const std::string text = row.text(seats_column);
        if (text.empty() || says_nothing(text)) return "";
        if (whole_number(text, most_seats)) return text;
        list_.complain(row, seats_column,
                       input_error({"\"{}\" is not a number of seats. Write 1, 2, 3 and so on, or "
                                    "leave the cell empty."},
                                   text));
        return "";
    }

    std::string read_joined(const HeadedRow& row) {
        const std::string text = row.text(joined_column);
        if (text.empty() || says_nothing(text)) return "";
        const auto date = registered_in_words(text);
        if (date && date->is_registered && date->date.size() >= 10 &&
            !date->date.starts_with("--")) {
            return date->date.substr(0, 10);
        }
        list_.complain(row, joined_column,
                       input_error({"\"{}\" is not a date. Write it as 2022-09-26."}, text));
        return "";
    }

    void read_contact(const HeadedRow& row, Listed& listed, const OrganisationId& id) {
        const auto text = [&row](std::size_t column) {
            std::string said = row.text(column);
            return says_nothing(said) ? std::string() : said;
        };
        const std::string name = text(contact_column);
        const std::string email = text(email_column);
        const std::string phone = text(phone_column);
        if (name.empty() && email.empty() && phone.empty()) return;
        if (!email.empty() && !is_email_address(email)) {
            list_.complain(row, email_column,
                           input_error({"\"{}\" is not an e-mail address. Write one address, such "
                                        "as asa@example.org, or leave the cell empty."},
                                       email));
            return;
        }
        const ContactKey key = contact_key(id, name, email, phone);
        const auto known = state_.contacts().find(key);
        FieldSetter<ContactField> fields;
        for (const auto& [field, said] :
             {std::pair{ContactField::name, &name}, std::pair{ContactField::email, &email},
              std::pair{ContactField::phone, &phone}}) {
            const bool is_known =
                known != state_.contacts().end() && known->second.get(field) == *said;
            if (!said->empty() && !is_known) fields.set(field, *said);
        }
        FieldTexts texts = fields.take();
        if (texts.empty()) return;
        listed.contacts.push_back(
            {{key.person}, ActingRole::organiser, ContactDescribed{key.organisation, texts}});
    }

    // The known one with that name or address, else the one that is new.
    [[nodiscard]] ContactKey contact_key(const OrganisationId& id, const std::string& name,
                                         const std::string& email, const std::string& phone) const {
        for (const OrganisationContact& known : contacts_of(state_, id)) {
            const bool is_same = !name.empty()    ? fold_text(known.name) == fold_text(name)
                                 : !email.empty() ? fold_text(known.email) == fold_text(email)
                                                  : known.phone == phone;
            if (is_same) return known.key;
        }
        return {id, ids_.contact(id, !name.empty() ? name : !email.empty() ? email : phone)};
    }

    void record(const OrganisationId& id, Listed& listed) {
        FieldTexts fields = listed.fields.take();
        const bool has_changed = !fields.empty() || !listed.contacts.empty();
        ++(listed.is_new ? plan_.added : has_changed ? plan_.updated : plan_.unchanged);
        if (!fields.empty()) {
            plan_.bodies.push_back(
                {{}, ActingRole::organiser, OrganisationDescribed{id, std::move(fields)}});
        }
        for (Body& contact : listed.contacts) plan_.bodies.push_back(std::move(contact));
    }

    const EventState& state_;
    const RegisterIds& ids_;
    OrganisationPlan& plan_;
    OrganisationNames names_;
    HeadedList list_;
    std::map<OrganisationId, Listed> listed_;
};

}  // namespace

OrganisationPlan plan_organisations(const ListSource& source, const EventState& state,
                                    const RegisterIds& ids) {
    OrganisationPlan plan;
    RegisterReader(source, state, ids, plan).read();
    return plan;
}

}  // namespace stormote
