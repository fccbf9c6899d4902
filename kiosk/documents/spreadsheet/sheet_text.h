// Sheet text: texts as cells, names and properties of a spreadsheet file may hold them (ISO/IEC
// 29500; the limits are those of Microsoft Excel). Pure.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "sync/base/texts.h"

namespace stormote {

constexpr std::size_t longest_sheet_cell = 32'767;  // in UTF-16 units, as are all limits here
constexpr std::size_t longest_sheet_name = 31;
constexpr std::size_t longest_property = 255;

[[nodiscard]] std::size_t count_utf16_units(std::string_view text);

// As much of it as fits, in whole characters.
[[nodiscard]] std::string_view first_utf16_units(std::string_view text, std::size_t most);

// The text with its line ends as "\n". What XML cannot hold, control characters and bytes that are
// not UTF-8, is U+FFFD; what a reader would take for an escaped character, "_x0041_", is escaped.
[[nodiscard]] std::string sheet_text(std::string_view text);

struct SheetCellText {
    std::string text;
    bool is_cut = false;
};
// The same, at most as long as a cell may be. One that was cut says so at its end.
[[nodiscard]] SheetCellText sheet_cell_text(std::string_view text, const Texts& texts);

// On one line, for titles and properties; cut with "…" where it is longer.
[[nodiscard]] std::string sheet_line(std::string_view text, std::size_t most);

// Names of one workbook's sheets: without []:*?/\, apostrophes at their ends, and the name that
// Excel keeps for itself, cut to their limit, and each once, whatever its case.
class SheetNames {
  public:
    SheetNames();
    // The wanted name, made into one that a sheet may have; the other one where nothing is left.
    [[nodiscard]] std::string add(std::string_view wanted, std::string_view otherwise);

  private:
    std::set<std::string> taken_;  // in small letters
};

}  // namespace stormote
