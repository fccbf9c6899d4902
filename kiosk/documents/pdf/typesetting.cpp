#include "kiosk/documents/pdf/typesetting.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "kiosk/documents/content/colour_contrast.h"

namespace stormote {

namespace {

// Every part of the colour, moved towards another value by a share.
std::uint32_t mix(std::uint32_t colour, double towards, double share) {
    std::uint32_t mixed = 0;
    for (const int shift : {16, 8, 0}) {
        const double part = colour >> shift & 0xFFU;
        const auto rounded = std::lround(part + (towards - part) * share);
        mixed |= static_cast<std::uint32_t>(rounded) << shift;
    }
    return mixed;
}

}  // namespace

std::vector<FlowLine> text_lines(const Typesetting& setting, std::string_view text,
                                 const LetterStyle& letters, const TextPlace& place,
                                 std::optional<PdfElementId> element,
                                 std::span<const TextRange> strong) {
    std::vector<FlowLine> lines;
    for (ShapedLine& line : setting.canvas.shape(
             {text, letters.size_mm, letters.is_bold, letters.face, strong}, place.width)) {
        const double height = std::max(line.height(), letters.size_mm * letters.line_height);
        const double baseline = (height - line.height()) / 2 + line.ascent;
        double start = place.start;
        if (place.alignment == ColumnAlignment::end) start += place.width - line.width;
        lines.push_back(
            {{element, start, baseline, FlowText{std::move(line), letters.colour}}, height});
    }
    const bool has_ink = std::any_of(lines.begin(), lines.end(), [](const FlowLine& line) {
        return std::get<FlowText>(line.mark.what).line.has_ink;
    });
    if (!has_ink) lines.clear();
    return lines;
}

FlowRows text_rows(const Typesetting& setting, std::string_view text, const LetterStyle& letters,
                   const TextPlace& place, std::optional<PdfElementId> element,
                   std::span<const TextRange> strong) {
    FlowRows rows;
    for (FlowLine& line : text_lines(setting, text, letters, place, element, strong)) {
        FlowRow& row = rows.emplace_back();
        row.height = line.height;
        row.marks.push_back(std::move(line.mark));
    }
    keep_lines_together(rows, 0);
    return rows;
}

void keep_lines_together(FlowRows& rows, std::size_t from) {
    const std::size_t count = rows.size() - from;
    if (count < 2) return;
    rows[from].keeps_next = true;
    rows[rows.size() - 2].keeps_next = true;
}

void append_rows(FlowRows& rows, FlowRows more, double above, double below) {
    if (more.empty()) return;
    more.front().above = std::max(more.front().above, above);
    more.back().below = std::max(more.back().below, below);
    std::move(more.begin(), more.end(), std::back_inserter(rows));
}

std::uint32_t readable_on_white(std::uint32_t colour, double least_contrast) {
    constexpr int steps = 64;
    for (int step = 0; step < steps; ++step) {
        const std::uint32_t darker = mix(colour, 0, static_cast<double>(step) / steps);
        if (contrast_ratio(darker, 0xFFFFFF) >= least_contrast) return darker;
    }
    return 0;
}

std::uint32_t lighter(std::uint32_t colour, double share) {
    return mix(colour, 255, share);
}

}  // namespace stormote
