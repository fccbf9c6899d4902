// Flow rows: a document as rows below each other, before anybody knows on which pages they fall: a
// line of a paragraph, a line of a table's row, a bar of a chart. A row is never broken. Values.
//
// Lengths are millimetres. `start` counts from where lines begin: the left margin, or the right one
// in languages that are read from there; only the drawing turns it over.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <variant>
#include <vector>

#include "kiosk/documents/content/png_picture.h"
#include "kiosk/documents/pdf/pdf_structure.h"
#include "kiosk/documents/pdf/shaped_line.h"

namespace stormote {

// On its baseline.
struct FlowText {
    ShapedLine line;
    std::uint32_t colour = 0;
};

struct FlowBox {
    double width = 0;
    double height = 0;
    std::uint32_t colour = 0;
};

struct FlowPicture {
    std::shared_ptr<const LogoPicture> picture;
    double width = 0;
    double height = 0;
};

// The number of the page on which a heading stands, which ends at `start`; known only when all rows
// have their places.
struct FlowPageNumber {
    std::size_t heading = 0;
    double size_mm = 0;
    bool is_bold = false;
};

struct FlowMark {
    std::optional<PdfElementId> element{};  // nothing: an artifact
    double start = 0;
    double top = 0;  // in the row
    std::variant<FlowText, FlowBox, FlowPicture, FlowPageNumber> what{};
};

// The whole row leads to a heading.
struct FlowLink {
    PdfElementId element;
    std::size_t heading = 0;
};

struct FlowRow {
    double above = 0;  // room in front of it, which is left out at the top of a page
    double height = 0;
    double below = 0;         // the larger of this and the next one's `above` is taken
    bool keeps_next = false;  // nothing comes between it and the next row
    bool begins_page = false;
    std::vector<FlowMark> marks{};
    // What is shown again where this row begins a page: the headings of its table.
    std::shared_ptr<const std::vector<FlowRow>> repeated{};
    std::optional<std::size_t> heading{};  // the first row of that one
    std::optional<FlowLink> link{};
};

using FlowRows = std::vector<FlowRow>;

}  // namespace stormote
