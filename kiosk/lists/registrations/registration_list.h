// Registration list: the rows of a CSV file as people, each cell checked. Every problem is named
// by line and column, so that a list is mended in one go. Pure, any thread.
#pragma once

#include <array>

#include "kiosk/lists/list_columns.h"
#include "kiosk/lists/list_problem.h"
#include "sync/model/fields.h"

namespace stormote {

// The fields that a list can give, each with its column.
struct ListedField {
    AttendeeField field;
    ListField column;
};
inline constexpr std::array listed_fields = {
    ListedField{AttendeeField::given_name, ListField::given_name},
    ListedField{AttendeeField::family_name, ListField::family_name},
    ListedField{AttendeeField::organisation, ListField::organisation},
    ListedField{AttendeeField::role, ListField::role},
    ListedField{AttendeeField::email, ListField::email},
    ListedField{AttendeeField::phone, ListField::phone},
    ListedField{AttendeeField::language, ListField::language},
    ListedField{AttendeeField::diet, ListField::diet},
    ListedField{AttendeeField::access_needs, ListField::access_needs},
    ListedField{AttendeeField::registered, ListField::registered},
    ListedField{AttendeeField::gender, ListField::gender},
    ListedField{AttendeeField::duties, ListField::duties},
    ListedField{AttendeeField::status, ListField::cancelled}};

// Where a registration has a field that a list can give.
[[nodiscard]] constexpr std::size_t slot_of(AttendeeField field) {
    std::size_t slot = 0;
    while (listed_fields.at(slot).field != field) ++slot;
    return slot;
}

// Another organisation that somebody represents, with the sector and the row that named it.
struct FurtherOrganisation {
    std::string name;
    std::string sector;
    std::size_t line = 0;
};

struct Registration {
    std::size_t line = 0;
    // What the row says, by slot_of(); an empty text says nothing. The organisation is a name here,
    // the role "civil", "elected" or "official".
    std::array<std::string, listed_fields.size()> texts;
    std::string sector;                        // of the organisation
    std::vector<FurtherOrganisation> further;  // that they represent besides
    bool is_name_split_here = false;           // the list has the name in one column
    std::vector<std::size_t> joined_lines;     // of other rows that were about the same person

    [[nodiscard]] const std::string& get(AttendeeField field) const {
        return texts[slot_of(field)];
    }
    std::string& get(AttendeeField field) { return texts[slot_of(field)]; }
    [[nodiscard]] std::string full_name() const;
};

[[nodiscard]] constexpr bool is_name(AttendeeField field) {
    return field == AttendeeField::given_name || field == AttendeeField::family_name;
}

struct RegistrationList {
    ListHeadings columns;
    std::vector<CsvRow> rows;                 // as they stand in the file, where they are kept
    std::vector<Registration> registrations;  // of the rows without problems
    ListProblems problems;
    ListProblems notes;  // what is good to know, and stops nothing
    ListEncoding encoding = ListEncoding::unicode;
};

// For a review the rows are wanted as they stand; of a long list they take much memory.
enum class KeepRows : std::uint8_t { no, yes };
[[nodiscard]] RegistrationList read_registrations(const ListSource& source,
                                                  KeepRows keep = KeepRows::no);
// The same of rows that were read from something else than a file, the headings first.
[[nodiscard]] RegistrationList registrations_of(ListRows rows, KeepRows keep);
// The same of a table that was read by registration_headings(), and of what is wrong with it.
[[nodiscard]] RegistrationList check_registrations(HeadedTable table, ListProblems problems,
                                                   KeepRows keep);

}  // namespace stormote
