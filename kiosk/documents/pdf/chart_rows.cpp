#include "kiosk/documents/pdf/chart_rows.h"

#include <algorithm>
#include <utility>

#include "kiosk/documents/pdf/paper_words.h"

namespace stormote {

namespace {

constexpr double label_width = 47;
constexpr double value_width = 34;
constexpr double gap = 3;
constexpr double bars_start = label_width + gap;
constexpr double longest_bar = text_width - bars_start - gap - value_width;
constexpr double bar_height = 5;
constexpr double bar_gap = 2.6;
constexpr double title_gap = 2.5;
// Less would be no bar for who sees poorly: WCAG 2.2, 1.4.11.
constexpr double least_contrast_of_bars = 3;
// More bars would not fit a page in one piece.
constexpr std::size_t most_bars_together = 20;

// As light as it can be seen well: the longest bar stands out from the others.
std::uint32_t usual_bar_colour(std::uint32_t colour) {
    return readable_on_white(lighter(colour, 0.36), least_contrast_of_bars);
}

class ChartRows {
  public:
    ChartRows(const Typesetting& setting, const BarChart& chart, PdfElementId parent)
        : setting_(setting), chart_(chart), parent_(parent) {
        for (const Bar& bar : chart.bars) most_ = std::max(most_, bar.value);
    }

    FlowRows lay_out() {
        LetterStyle letters = body_letters;
        letters.is_bold = true;
        FlowRows rows;
        if (!chart_.title.empty()) {
            rows = text_rows(setting_, chart_.title, letters, {},
                             setting_.structure.add(parent_, "P"));
        }
        if (chart_.bars.empty()) return rows;
        if (!rows.empty()) rows.back().below = title_gap;
        if (const std::string meaning = meaning_in_words(); !is_blank(meaning)) {
            figure_ = setting_.structure.add(parent_, "Figure");
            setting_.structure.at(*figure_).alternative = meaning;
        }
        for (const Bar& bar : chart_.bars) append_rows(rows, {row_of(bar)}, 0, bar_gap);
        const bool is_whole = chart_.bars.size() <= most_bars_together;
        for (std::size_t at = 0; at + 1 < rows.size(); ++at) {
            rows[at].keeps_next = is_whole || at + 2 >= rows.size() || at < 2;
        }
        return rows;
    }

  private:
    // What the chart says; else what its bars do. Where that is nothing, it is an ornament.
    [[nodiscard]] std::string meaning_in_words() const {
        if (!is_blank(chart_.meaning)) return drawable(chart_.meaning);
        std::string words;
        for (const Bar& bar : chart_.bars) words += bar.label + " " + bar.shown + "\n";
        return drawable(words);
    }

    // Lines below each other; gives how high they are.
    static double stack(FlowRow& row, std::vector<FlowLine> lines) {
        double top = 0;
        for (FlowLine& line : lines) {
            line.mark.top += top;
            top += line.height;
            row.marks.push_back(std::move(line.mark));
        }
        return top;
    }

    FlowRow row_of(const Bar& bar) {
        const std::int64_t value = std::max<std::int64_t>(bar.value, 0);
        const double share =
            most_ > 0 ? static_cast<double>(value) / static_cast<double>(most_) : 0;
        const double length = longest_bar * share;
        FlowRow row;
        const double line = body_letters.size_mm * body_letters.line_height;
        const double labels =
            stack(row, text_lines(setting_, bar.label, body_letters, {0, label_width}, figure_));
        const bool is_longest = value == most_ && most_ > 0;
        const std::uint32_t colour =
            is_longest ? setting_.colour : usual_bar_colour(setting_.colour);
        const double bar_top = (line - bar_height) / 2;
        if (length > 0) {
            row.marks.push_back(
                {figure_, bars_start, bar_top, FlowBox{length, bar_height, colour}});
        }
        LetterStyle letters = body_letters;
        letters.is_bold = true;
        const double values =
            stack(row, text_lines(setting_, bar.shown, letters,
                                  {bars_start + length + gap, value_width}, figure_));
        row.height = std::max({labels, values, line});
        return row;
    }

    const Typesetting& setting_;
    const BarChart& chart_;
    PdfElementId parent_;
    std::optional<PdfElementId> figure_{};
    std::int64_t most_ = 0;
};

}  // namespace

FlowRows chart_rows(const Typesetting& setting, const BarChart& chart, PdfElementId parent) {
    return ChartRows(setting, chart, parent).lay_out();
}

}  // namespace stormote
