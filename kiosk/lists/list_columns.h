// List columns: which heading of a registration list means what, in Swedish and in English. Pure.
#pragma once

#include <array>
#include <cstdint>
#include <optional>

#include "kiosk/lists/csv_reader.h"
#include "kiosk/lists/list_problem.h"

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
};
constexpr std::size_t list_field_count = 13;

// Case, dots, hyphens and what stands in brackets do not matter: "E-postadress", "epost (privat)".
[[nodiscard]] std::optional<ListField> list_field_of(std::string_view heading);

// Comma, semicolon or tab: the one that parts the text's first line into most known headings;
// quotation marks are respected.
[[nodiscard]] char detect_separator(std::string_view text);

struct ListColumns {
    std::vector<std::string> headings;                                // as the list spells them
    std::vector<std::optional<ListField>> fields;                     // one a heading
    std::array<std::optional<std::size_t>, list_field_count> places;  // the column of a field

    [[nodiscard]] std::optional<std::size_t> place(ListField field) const {
        return places[static_cast<std::size_t>(field)];
    }
    // The heading that a problem with the field is named by; empty when there is none.
    [[nodiscard]] std::string heading(ListField field) const;
};

// Unknown headings become notes: their columns are kept out.
[[nodiscard]] ListColumns read_headings(const CsvRow& row, ListProblems& problems,
                                        ListProblems& notes);

}  // namespace stormote
