#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/ui/screens/organiser/organiser_parts.h"

namespace stormote {

namespace {

constexpr int steps = 3;

// A round number that lines can be drawn at: one digit with zeros behind it.
int round_step(int highest) {
    for (int power = 1;; power *= 10) {
        for (const int digit : {1, 2, 3, 4, 5, 6, 8}) {
            if (digit * power * steps >= highest) return digit * power;
        }
    }
}

// The ground below the line, as upright strips: the painter fills no other shapes.
void fill_below(Ui& ui, const std::vector<Point>& line, float ground) {
    const Colour tint = ui.theme().primary_tint;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const Point from = line[i];
        const Point to = line[i + 1];
        const int strips = static_cast<int>(std::ceil(to.x - from.x));
        for (int strip = 0; strip < strips; ++strip) {
            const float x = from.x + static_cast<float>(strip);
            const float share = (x - from.x) / (to.x - from.x);
            const float y = from.y + (to.y - from.y) * share;
            ui.painter().fill({x, y, std::min(1.0F, to.x - x), ground - y}, tint);
        }
    }
}

}  // namespace

void draw_arrivals(Ui& ui, const ScrolledBounds& scrolled, const Rect& rect,
                   const std::vector<ArrivalPoint>& curve) {
    const Theme& theme = ui.theme();
    const TextScale scale(ui, std::min(largest_controls_scale, ui.text_scale()));
    TextBlockStyle style = quiet_text_style(theme, unit::label);
    if (curve.empty()) {
        style.size = unit::body;
        style.align = Align::centre;
        style.vertical = Vertical::middle;
        draw_words_in(ui, scrolled, rect, ui.say(Sentence{"Nobody has come yet."}), style);
        return;
    }
    const int step = round_step(std::max(1, curve.back().arrived));
    const float line_height = measure_text(ui, 0, "0", style).height;
    const std::string top_number = std::to_string(step * steps);
    const float numbers = measure_text(ui, 0, top_number, style).width + ui.px(16);
    Rect plot = rect;
    plot.take_left(numbers);
    plot.take_bottom(line_height + ui.px(8));
    plot.take_top(line_height / 2);
    plot.take_right(ui.px(8));
    style.align = Align::end;
    style.vertical = Vertical::middle;
    for (int i = 0; i <= steps; ++i) {
        const float y = std::round(plot.bottom() - plot.height * static_cast<float>(i) / steps);
        ui.painter().fill({plot.left, y, plot.width, ui.px(2)}, theme.hairline);
        draw_words_in(ui, scrolled,
                      {rect.left, y - line_height / 2, numbers - ui.px(16), line_height},
                      std::to_string(step * i), style);
    }
    std::vector<Point> line;
    const auto last = static_cast<float>(std::max<std::size_t>(1, curve.size() - 1));
    for (std::size_t i = 0; i < curve.size(); ++i) {
        const float up = static_cast<float>(curve[i].arrived) / static_cast<float>(step * steps);
        line.push_back({plot.left + plot.width * static_cast<float>(i) / last,
                        plot.bottom() - plot.height * up});
    }
    fill_below(ui, line, plot.bottom());
    const float thickness = ui.px(6);
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        ui.painter().line(line[i], line[i + 1], theme.primary, thickness);
        ui.painter().disc(line[i + 1], thickness / 2, theme.primary);
    }
    ui.painter().disc(line.back(), ui.px(9), theme.primary);

    style.vertical = Vertical::top;
    const float top = plot.bottom() + ui.px(8);
    const std::array<std::size_t, 3> marks{0, (curve.size() - 1) / 2, curve.size() - 1};
    const std::array<Align, 3> aligns{Align::start, Align::centre, Align::end};
    for (std::size_t i = 0; i < marks.size(); ++i) {
        // Two points have no middle.
        if (i == 1 && (marks.at(1) == 0 || plot.width < ui.px(360))) continue;
        const float width = measure_text(ui, 0, "00.00", style).width + ui.px(8);
        const float x = line[marks.at(i)].x;
        const float left = i == 0 ? x : i == 1 ? x - width / 2 : x - width;
        style.align = aligns.at(i);
        draw_words_in(ui, scrolled, {left, top, width, line_height}, curve[marks.at(i)].time_text,
                      style);
    }
}

}  // namespace stormote
