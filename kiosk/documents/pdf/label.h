// Labels: name labels as PDFs for a label printer, and slips without a name for an ordinary one.
// Pure; any thread.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace stormote {

// A square of modules, row by row; true is dark. Side 0: no code.
struct LabelCode {
    int side = 0;
    std::vector<bool> dark;

    bool operator==(const LabelCode&) const = default;
};

struct Label {
    std::string name;
    std::string organisation;  // may be empty
    std::string group;         // "Grupp 12", may be empty
    LabelCode code;
    std::vector<std::string> lines{};  // of a slip, below the group: table, place, what comes next

    bool operator==(const Label&) const = default;
};

enum class LabelStock {
    narrow,      // 62 x 29 mm, from a roll
    badge,       // 90 x 55 mm, from a roll
    sheet,       // A4, ten badges on each
    slip,        // A6: group and table, and no name
    large_slip,  // the same on the upper half of an A4, where a printer has no other paper
};

[[nodiscard]] constexpr bool is_slip(LabelStock stock) {
    return stock == LabelStock::slip || stock == LabelStock::large_slip;
}

struct LabelSize {
    double width_mm = 0;
    double height_mm = 0;
};

// "62x29", "90x55", "a4", "slip-a6" or "slip-a4".
[[nodiscard]] std::optional<LabelStock> parse_label_stock(std::string_view text);
// Of the paper: of one label, or of the whole sheet.
[[nodiscard]] LabelSize paper_size(LabelStock stock);
// As printers call the paper.
[[nodiscard]] std::string media_name(LabelStock stock);

// A page for each label, or for each ten on sheets. A name takes the largest letters that fit, on
// three lines at most; what still does not fit ends in an ellipsis. A slip has no name, no
// organisation and no code. The bytes of a PDF.
[[nodiscard]] std::string draw_labels(std::span<const Label> labels, LabelStock stock);

}  // namespace stormote
