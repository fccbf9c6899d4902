#include "kiosk/lists/registrations/registration_row.h"

#include "kiosk/lists/field_limits.h"
#include "kiosk/lists/list_dates.h"
#include "kiosk/lists/list_names.h"
#include "kiosk/lists/list_text.h"
#include "kiosk/lists/list_words.h"
#include "kiosk/lists/lost_letters.h"
#include "sync/base/text_folding.h"
#include "sync/model/email_address.h"

namespace stormote {

namespace {

// Reads the cells of one row; collects its problems.
class RowReader {
  public:
    RowReader(const CsvRow& row, RegistrationList& list) : row_(row), list_(list) {}

    void read() {
        const std::size_t problems = list_.problems.size();
        registration_.line = row_.line;
        check_width();
        check_lengths();
        check_letters();
        read_name();
        for (const auto& [field, column] : listed_fields) {
            if (!is_name(field)) registration_.get(field) = text_of(column);
        }
        registration_.sector = text_of(ListField::sector);
        read_organisations();
        read_cancelled();
        read_role();
        read_email();
        read_registered();
        auto& language = registration_.get(AttendeeField::language);
        language = language_in_words(language);
        refuse_line_breaks();
        if (problems == list_.problems.size()) {
            list_.registrations.push_back(std::move(registration_));
        }
    }

  private:
    [[nodiscard]] const CsvCell *cell(ListField field) const {
        const auto place = list_.columns.place(field);
        return place && *place < row_.cells.size() ? &row_.cells[*place] : nullptr;
    }

    [[nodiscard]] std::string text_of(ListField field) const {
        std::string text = written_text(field);
        return is_left_empty(field) && says_nothing(text) ? "" : text;
    }

    // Where "saknas" or "-" is written for nothing.
    static bool is_left_empty(ListField field) {
        return field == ListField::organisation || field == ListField::sector ||
               field == ListField::email || field == ListField::phone ||
               field == ListField::language || field == ListField::diet ||
               field == ListField::access_needs;
    }

    [[nodiscard]] std::string written_text(ListField field) const {
        const CsvCell *found = cell(field);
        return found == nullptr ? "" : cell_text(found->text);
    }

    [[nodiscard]] std::optional<Error> length_problem(ListField field) const {
        const CsvCell *found = cell(field);
        return found == nullptr ? std::nullopt
                                : check_length(trim_text(found->text), longest_cell(field));
    }

    void check_lengths() {
        for (std::size_t i = 0; i < list_field_count; ++i) {
            const auto field = static_cast<ListField>(i);
            if (const auto problem = length_problem(field)) add_problem(field, *problem);
        }
    }

    // Letters that were lost when the list was saved are not guessed: somebody is called by them.
    void check_letters() {
        for (std::size_t i = 0; i < list_field_count; ++i) {
            const auto field = static_cast<ListField>(i);
            const CsvCell *found = cell(field);
            if (found == nullptr) continue;
            if (const auto kind = name_kind(field)) {
                const std::string signs = lost_letters(found->text, *kind, list_.encoding);
                if (signs.empty()) continue;
                report(field, input_error(
                                  {"\"{}\" has {} where a letter was lost when the list was saved. "
                                   "Write the name as it should be; CSV UTF-8 keeps every "
                                   "letter."},
                                  trim_text(found->text), signs));
            } else if (has_unreadable(found->text)) {
                report(field, unreadable_character());
            }
        }
    }

    static std::optional<NameKind> name_kind(ListField field) {
        switch (field) {
            case ListField::full_name:
            case ListField::family_first:
            case ListField::given_name:
            case ListField::family_name:
                return NameKind::person;
            case ListField::organisation:
                return NameKind::organisation;
            default:
                return std::nullopt;
        }
    }

    // What else is wrong with a text that is too long is not said: it would be quoted.
    void report(ListField field, const Error& message, const std::string& proposal = "") {
        if (!length_problem(field)) add_problem(field, message, proposal);
    }

    void add_problem(ListField field, const Error& message, const std::string& proposal = "") {
        const CsvCell *found = cell(field);
        list_.problems.push_back({found == nullptr ? row_.line : found->line,
                                  list_.columns.heading(field), message, false, proposal});
    }

    void check_width() {
        for (std::size_t i = list_.columns.headings.size(); i < row_.cells.size(); ++i) {
            if (trim_text(row_.cells[i].text).empty()) continue;
            list_.problems.push_back(
                {row_.cells[i].line, "",
                 input_error(list_.columns.headings.size() == 1
                                 ? Sentence{"The row has {} cells, but there is {} heading. A cell "
                                            "that holds the separator must stand in quotation "
                                            "marks."}
                                 : Sentence{"The row has {} cells, but there are {} headings. A "
                                            "cell that holds the separator must stand in quotation "
                                            "marks."},
                             row_.cells.size(), list_.columns.headings.size())});
            return;
        }
    }

    // "Ekens scoutkår; Ekbackens IF", as our own lists and forms with several choices write it.
    void read_organisations() {
        std::string& organisation = registration_.get(AttendeeField::organisation);
        if (organisation.find(';') == std::string::npos) return;
        const std::string said = std::move(organisation);
        organisation.clear();
        for (const std::string_view part : split_text(said, ';')) {
            std::string name = trim_text(part);
            if (name.empty()) continue;
            if (organisation.empty()) {
                organisation = std::move(name);
            } else {
                registration_.further.push_back({std::move(name), "", row_.line});
            }
        }
    }

    void read_name() {
        auto& given = registration_.get(AttendeeField::given_name);
        auto& family = registration_.get(AttendeeField::family_name);
        given = text_of(ListField::given_name);
        family = text_of(ListField::family_name);
        for (std::string *part : {&given, &family}) {
            NameWithParty name = without_party(*part);
            has_party_ = has_party_ || name.has_party;
            *part = std::move(name.name);
        }
        if (!given.empty()) check_name(ListField::given_name);
        if (!family.empty()) check_name(ListField::family_name);
        if (!given.empty() || !family.empty()) return;
        registration_.is_name_split_here = true;
        for (const ListField field : {ListField::full_name, ListField::family_first}) {
            const NameWithParty name = without_party(text_of(field));
            if (name.name.empty()) continue;
            has_party_ = name.has_party;
            const SplitName split = field == ListField::full_name ? split_name(name.name)
                                                                  : split_family_first(name.name);
            given = split.given;
            family = split.family;
            if (!given.empty() || !family.empty()) return check_name(field);
        }
        const auto& columns = list_.columns;
        report(columns.place(ListField::full_name)      ? ListField::full_name
               : columns.place(ListField::family_first) ? ListField::family_first
               : columns.place(ListField::given_name)   ? ListField::given_name
                                                        : ListField::family_name,
               input_error({"The name is missing. Fill it in, or remove the row."}));
    }

    // Nobody is greeted at the door with an address, or by two names at once.
    void check_name(ListField field) {
        const std::string text = text_of(field);
        if (text.find_first_of("=+-@") == 0) {
            return report(field,
                          input_error({"\"{}\" looks like a formula, not like a name."}, text));
        }
        if (const auto parts = take_apart(text)) {
            report(field, input_error({"The cell holds more than a name."}), proposal_of(*parts));
            return;
        }
        const std::vector<std::string> names = names_of_several(text);
        if (names.empty()) return;
        report(field, input_error({"The cell names two people. Give each a row."}),
               names[0] + "; " + names[1]);
    }

    [[nodiscard]] std::string proposal_of(const TakenApart& parts) const {
        std::string proposal;
        const auto add = [&](ListField field, const char *usual, const std::string& text) {
            if (text.empty()) return;
            const std::string heading = list_.columns.heading(field);
            proposal +=
                (proposal.empty() ? "" : "; ") + (heading.empty() ? usual : heading) + ": " + text;
        };
        add(ListField::full_name, "Namn", parts.name);
        add(ListField::organisation, "Förening", parts.organisation);
        add(ListField::email, "E-post", parts.email);
        add(ListField::phone, "Telefon", parts.phone);
        return proposal;
    }

    void read_cancelled() {
        auto& status = registration_.get(AttendeeField::status);
        if (!status.empty()) status = is_marked(status) ? "cancelled" : "";
    }

    void read_role() {
        auto& role = registration_.get(AttendeeField::role);
        if (role.empty() && has_party_) role = role_name(AttendeeRole::elected);
        if (role.empty()) return;
        const auto known = role_in_words(role);
        if (known) {
            role = role_name(*known);
        } else {
            report(ListField::role,
                   input_error({"The role \"{}\" is not known. Write civilsamhälle, förtroendevald "
                                "or tjänsteperson, or leave the cell empty."},
                               role));
        }
    }

    void read_email() {
        const auto& email = registration_.get(AttendeeField::email);
        if (email.empty() || is_email_address(email)) return;
        report(ListField::email,
               input_error({"\"{}\" is not an e-mail address. Write one address, such as "
                            "asa@example.org, or leave the cell empty."},
                           email),
               proposed_email(email));
    }

    void read_registered() {
        auto& registered = registration_.get(AttendeeField::registered);
        if (registered.empty()) return;
        const auto known = registered_in_words(registered);
        // A cell that was never filled in shows the first day that spreadsheets know.
        const bool is_of_old =
            known && !known->date.starts_with("--") && !known->date.empty() && known->date < "2000";
        if (!known || is_of_old) {
            report(ListField::registered,
                   input_error({"\"{}\" is not a date. Write it as 2022-09-26."}, registered));
        } else if (!known->is_registered) {
            report(
                ListField::registered,
                input_error({"The row says that the person is not registered. Remove the row."}));
        } else {
            registered = known->date;
        }
    }

    // Nobody writes a name on two lines: a quotation mark has swallowed the next row.
    void refuse_line_breaks() {
        for (const ListField field :
             {ListField::full_name, ListField::family_first, ListField::given_name,
              ListField::family_name, ListField::role, ListField::email, ListField::phone,
              ListField::language, ListField::registered}) {
            const CsvCell *found = cell(field);
            if (found == nullptr || found->text.find('\n') == std::string::npos) continue;
            report(field, input_error({"The cell goes on over several lines. A quotation mark is "
                                       "missing, or one too many."}));
        }
    }

    const CsvRow& row_;
    RegistrationList& list_;
    Registration registration_;
    bool has_party_ = false;  // the letters of a party stand behind the name
};

}  // namespace

void read_registration(const CsvRow& row, RegistrationList& list) {
    RowReader(row, list).read();
}

}  // namespace stormote
