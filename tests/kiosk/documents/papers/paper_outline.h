// Paper outline: a document's blocks as lines that a test compares: what a reader meets, in order.
// For tests; pure.
#pragma once

#include <string>
#include <vector>

#include "kiosk/documents/content/document.h"

namespace stormote::testing {

inline std::string joined_cells(const std::vector<std::string>& cells) {
    std::string line = "|";
    for (const std::string& cell : cells) line += " " + cell + " |";
    return line;
}

struct OutlineWriter {
    std::vector<std::string>& lines;

    void operator()(const Heading& block) const {
        lines.push_back(std::string(static_cast<std::size_t>(block.level), '#') + " " + block.text);
    }
    void operator()(const Paragraph& block) const { lines.push_back(block.text); }
    void operator()(const BulletList& block) const {
        for (const ListItem& item : block.items) {
            lines.push_back("- " + item.text +
                            (item.source.empty() ? "" : " <" + item.source + ">"));
        }
    }
    void operator()(const TextTable& block) const {
        std::vector<std::string> headings;
        for (const TableColumn& column : block.columns) headings.push_back(column.heading);
        lines.push_back(joined_cells(headings));
        for (const auto& row : block.rows) lines.push_back(joined_cells(row));
    }
    void operator()(const BarChart& block) const {
        lines.push_back("chart: " + block.meaning);
        for (const Bar& bar : block.bars) lines.push_back("= " + bar.label + " = " + bar.shown);
    }
    void operator()(const FigureRow& block) const {
        for (const Figure& figure : block.figures) lines.push_back("figure: " + figure.meaning);
    }
    void operator()(const TableOfContents& block) const {
        lines.push_back("contents: " + block.heading);
    }
    void operator()(const PageBreak& /*block*/) const { lines.emplace_back("---"); }
};

inline std::vector<std::string> outline(const std::vector<Block>& blocks) {
    std::vector<std::string> lines;
    for (const Block& block : blocks) std::visit(OutlineWriter{lines}, block);
    return lines;
}

// The headings alone.
inline std::vector<std::string> headings_of(const std::vector<Block>& blocks) {
    std::vector<std::string> lines = outline(blocks);
    std::erase_if(lines, [](const std::string& line) { return !line.starts_with("#"); });
    return lines;
}

// What stands under a heading, until the next one of its level or above.
inline std::vector<std::string> part_of(const std::vector<Block>& blocks,
                                        const std::string& heading) {
    const auto level = heading.find(' ');
    std::vector<std::string> part;
    bool is_in_it = false;
    for (std::string& line : outline(blocks)) {
        if (is_in_it && line.starts_with("#") && line.find(' ') <= level) break;
        if (is_in_it) part.push_back(std::move(line));
        if (line == heading) is_in_it = true;
    }
    return part;
}

}  // namespace stormote::testing
