// Typesetting: the letters, colours and measures of documents, and words as rows. One thread.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "kiosk/documents/content/document.h"
#include "kiosk/documents/pdf/flow_row.h"
#include "kiosk/documents/pdf/pdf_canvas.h"
#include "kiosk/documents/pdf/pdf_paper.h"
#include "kiosk/documents/pdf/pdf_structure.h"

namespace stormote {

// In millimetres, on A4.
constexpr double side_margin = 20;
constexpr double text_width = a4_upright.width_mm - 2 * side_margin;
constexpr double first_line_top = 20;
constexpr double last_line_bottom = a4_upright.height_mm - 27;

constexpr std::uint32_t ink_colour = 0x14212B;
constexpr std::uint32_t quiet_ink_colour = 0x3B4852;
constexpr std::uint32_t hairline_colour = 0xCDD3D6;
constexpr double hairline = 0.12;
constexpr double table_line = 0.3;

struct LetterStyle {
    double size_mm = 4;  // of the letters' em
    bool is_bold = false;
    std::uint32_t colour = ink_colour;
    double line_height = 1.45;  // of the size; more where a script needs it
    LetterFace face = LetterFace::words;
};
constexpr LetterStyle body_letters{};
constexpr LetterStyle lead_letters{5.2, false, quiet_ink_colour, 1.4};
constexpr LetterStyle small_letters{3.4, false, quiet_ink_colour, 1.45};
constexpr LetterStyle command_letters{3.3, false, ink_colour, 1.6, LetterFace::typed};

// What all that makes rows of a document shares.
struct Typesetting {
    const PdfCanvas& canvas;
    PdfStructure& structure;
    std::uint32_t colour = 0;  // the municipality's, dark enough to be read on white
};

// Where words stand in the width of the page.
struct TextPlace {
    double start = 0;
    double width = text_width;
    ColumnAlignment alignment = ColumnAlignment::start;
};

// A line as a row would hold it, its middle in the middle of the row.
struct FlowLine {
    FlowMark mark;
    double height = 0;
};

// Words as lines, none of them for words without ink. They are the content of the element.
[[nodiscard]] std::vector<FlowLine> text_lines(const Typesetting& setting, std::string_view text,
                                               const LetterStyle& letters, const TextPlace& place,
                                               std::optional<PdfElementId> element,
                                               std::span<const TextRange> strong = {});

// The same as rows that break between pages as a paragraph does: no line of it stands alone.
[[nodiscard]] FlowRows text_rows(const Typesetting& setting, std::string_view text,
                                 const LetterStyle& letters, const TextPlace& place,
                                 std::optional<PdfElementId> element,
                                 std::span<const TextRange> strong = {});

// Marks which rows, from that one on, must not be parted so that no line stands alone.
void keep_lines_together(FlowRows& rows, std::size_t from);

// Appends the rows with that room above and below all of them.
void append_rows(FlowRows& rows, FlowRows more, double above, double below);

// 0xRRGGBB: made darker, with its hue kept, until it has that contrast on white (WCAG 2.2).
[[nodiscard]] std::uint32_t readable_on_white(std::uint32_t colour, double least_contrast);
// The colour mixed with white; 0: the colour, 1: white.
[[nodiscard]] std::uint32_t lighter(std::uint32_t colour, double share);

}  // namespace stormote
