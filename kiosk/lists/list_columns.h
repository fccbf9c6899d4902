// List columns: which heading of a registration list means what, in Swedish and in English. Pure.
#pragma once

#include <cstdint>

#include "kiosk/lists/headed_table.h"

namespace stormote {

enum class ListField : std::uint8_t {
    given_name,
    family_name,
    full_name,
    organisation,
    sector,
    role,
    email,
    phone,
    language,
    diet,
    access_needs,
    registered,
    gender,
    family_first,  // the whole name, family name first
    cancelled,
    duties,  // in a working group, as a guide and so on
};
constexpr std::size_t list_field_count = 16;

// How many characters a cell of the field may have.
[[nodiscard]] std::size_t longest_cell(ListField field);

// The headings of all fields, each by its number.
[[nodiscard]] HeadingWords registration_headings();

// Of the table of doubtful rows, which comes back corrected: what it says is for people alone.
[[nodiscard]] bool is_review_heading(const std::string& heading);
// Of the same table, the column by which its rows are known again.
[[nodiscard]] std::optional<std::size_t> find_mark_column(const ListHeadings& headings);

// Of its columns the one that tells what stood in the row.
[[nodiscard]] bool is_said_heading(const std::string& heading);

// Whether one of the headings is of a name; else that is a problem.
bool check_has_name(const ListHeadings& headings, ListProblems& problems);

}  // namespace stormote
