#include "kiosk/lists/registration_list.h"

#include "kiosk/lists/field_limits.h"
#include "kiosk/lists/list_words.h"
#include "sync/base/text_folding.h"

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
        read_name();
        for (const auto& [field, column] : listed_fields) {
            if (!is_name(field)) registration_.get(field) = text_of(column);
        }
        registration_.sector = text_of(ListField::sector);
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

    // Without the apostrophe that our own exports put before what a spreadsheet would run.
    [[nodiscard]] std::string text_of(ListField field) const {
        const CsvCell *found = cell(field);
        if (found == nullptr) return {};
        std::string text = trim_text(found->text);
        const bool is_defused = text.size() > 1 && text[0] == '\'' &&
                                std::string_view("=+-@").find(text[1]) != std::string_view::npos;
        return is_defused ? text.substr(1) : text;
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

    // What else is wrong with a text that is too long is not said: it would be quoted.
    void report(ListField field, const Error& message) {
        if (!length_problem(field)) add_problem(field, message);
    }

    void add_problem(ListField field, const Error& message) {
        const CsvCell *found = cell(field);
        list_.problems.push_back(
            {found == nullptr ? row_.line : found->line, list_.columns.heading(field), message});
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

    void read_name() {
        auto& given = registration_.get(AttendeeField::given_name);
        auto& family = registration_.get(AttendeeField::family_name);
        given = text_of(ListField::given_name);
        family = text_of(ListField::family_name);
        if (!given.empty() || !family.empty()) return;
        const SplitName split = split_name(text_of(ListField::full_name));
        given = split.given;
        family = split.family;
        registration_.is_name_split_here = true;
        if (!given.empty() || !family.empty()) return;
        const auto& columns = list_.columns;
        report(columns.place(ListField::full_name)    ? ListField::full_name
               : columns.place(ListField::given_name) ? ListField::given_name
                                                      : ListField::family_name,
               input_error({"The name is missing. Fill it in, or remove the row."}));
    }

    void read_role() {
        auto& role = registration_.get(AttendeeField::role);
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
                           email));
    }

    void read_registered() {
        auto& registered = registration_.get(AttendeeField::registered);
        if (registered.empty()) return;
        const auto known = registered_in_words(registered);
        if (!known) {
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
             {ListField::full_name, ListField::given_name, ListField::family_name, ListField::role,
              ListField::email, ListField::phone, ListField::language, ListField::registered}) {
            const CsvCell *found = cell(field);
            if (found == nullptr || found->text.find('\n') == std::string::npos) continue;
            report(field, input_error({"The cell goes on over several lines. A quotation mark is "
                                       "missing, or one too many."}));
        }
    }

    const CsvRow& row_;
    RegistrationList& list_;
    Registration registration_;
};

void note_unknown_headings(RegistrationList& list) {
    for (std::size_t i = 0; i < list.columns.headings.size(); ++i) {
        const std::string& heading = list.columns.headings[i];
        if (list.columns.columns[i] || heading.empty()) continue;
        list.notes.push_back({list.columns.lines[i], heading,
                              input_error({"The column is not known and is ignored."})});
    }
}

}  // namespace

std::string Registration::full_name() const {
    const std::string& given = get(AttendeeField::given_name);
    const std::string& family = get(AttendeeField::family_name);
    if (given.empty() || family.empty()) return given + family;
    return given + ' ' + family;
}

RegistrationList read_registrations(std::string_view bytes) {
    RegistrationList list;
    HeadedTable table =
        read_headed_table(bytes, registration_headings(), list_field_count, list.problems);
    list.columns = std::move(table.headings);
    note_unknown_headings(list);
    if (!list.columns.headings.empty() && !check_has_name(list.columns, list.problems)) return list;
    if (table.rows.empty() && list.problems.empty()) {
        list.problems.push_back(
            {list.columns.lines.front(), "",
             input_error({"There are only headings, and no people below them."})});
    }
    list.registrations.reserve(table.rows.size());
    for (const CsvRow& row : table.rows) {
        if (list.problems.size() >= most_list_problems) break;
        RowReader(row, list).read();
    }
    return list;
}

}  // namespace stormote
