#include "kiosk/documents/pdf/picture_rows.h"

#include <algorithm>
#include <utility>

#include "kiosk/documents/pdf/paper_words.h"

namespace stormote {

namespace {

// The pixels of a side at most: more than a screen has, and more than a printer shows.
constexpr int longest_picture_side = 4'096;
constexpr double picture_gap = 5;
constexpr double picture_caption_gap = 1.2;
constexpr double picture_frame = 0.25;
// One picture alone would take half of a page.
constexpr double widest_picture = 118;
constexpr double highest_picture = 118;

std::vector<std::pair<const Figure *, LogoPicture>> readable_pictures(const FigureRow& row) {
    std::vector<std::pair<const Figure *, LogoPicture>> pictures;
    for (const Figure& picture : row.figures) {
        if (auto pixels = read_png(picture.png, longest_picture_side)) {
            pictures.emplace_back(&picture, std::move(*pixels));
        }
    }
    return pictures;
}

// Lines below each other from that height on; gives where they end.
double stack_caption(FlowRow& row, std::vector<FlowLine> lines, double top) {
    for (FlowLine& line : lines) {
        line.mark.top += top;
        top += line.height;
        row.marks.push_back(std::move(line.mark));
    }
    return top;
}

}  // namespace

FlowRows picture_rows(const Typesetting& setting, const FigureRow& pictures, PdfElementId parent) {
    auto shown = readable_pictures(pictures);
    if (shown.empty()) return {};
    const auto count = static_cast<double>(shown.size());
    const double column = (text_width - picture_gap * (count - 1)) / count;
    FlowRow row;
    double start = 0;
    for (auto& [picture, pixels] : shown) {
        const double widest = std::min(column, widest_picture);
        const double scale = std::min(widest / pixels.width, highest_picture / pixels.height);
        const double width = pixels.width * scale;
        const double height = pixels.height * scale;
        // A light screen has no edge on white paper.
        row.marks.push_back(
            {std::nullopt, start - picture_frame, 0,
             FlowBox{width + 2 * picture_frame, height + 2 * picture_frame, hairline_colour}});
        std::optional<PdfElementId> figure;
        if (const std::string meaning = drawable(picture->meaning); !is_blank(meaning)) {
            figure = setting.structure.add(parent, "Figure");
            setting.structure.at(*figure).alternative = meaning;
        }
        row.marks.push_back(
            {figure, start, picture_frame,
             FlowPicture{std::make_shared<const LogoPicture>(std::move(pixels)), width, height}});
        double bottom = height + 2 * picture_frame;
        if (!is_blank(picture->caption)) {
            const PdfElementId caption = setting.structure.add(parent, "P");
            bottom = stack_caption(
                row, text_lines(setting, picture->caption, small_letters, {start, column}, caption),
                bottom + picture_caption_gap);
        }
        row.height = std::max(row.height, bottom);
        start += column + picture_gap;
    }
    FlowRows rows;
    rows.push_back(std::move(row));
    return rows;
}

}  // namespace stormote
