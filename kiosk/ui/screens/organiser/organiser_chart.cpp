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

// What the lines mean: a piece of each, and its words.
struct LegendEntry {
    std::string words;
    bool is_expected = false;
};

constexpr float sample_length = 56;
constexpr float line_thickness = 6;
constexpr float dash_length = 14;
constexpr float dash_gap = 10;

std::vector<LegendEntry> legend_of(const Ui& ui, const DoorView& view) {
    if (view.expected.empty()) return {};
    return {{ui.say(Sentence{"Have come so far"}), false},
            {ui.say(Sentence{"Expected: all here at about {}"}, view.all_here_text), true}};
}

TextBlockStyle legend_style(const Theme& theme) {
    TextBlockStyle style = quiet_text_style(theme, unit::label);
    style.vertical = Vertical::middle;
    return style;
}

// For whoever cannot see it.
std::string meaning_of(const Ui& ui, const DoorView& view) {
    const ArrivalPoint& last = view.curve.back();
    std::string words =
        ui.say(Sentence{"Arrivals: {} had come by {}."}, last.arrived, last.time_text);
    if (view.expected.empty()) return words;
    return words + " " +
           ui.say(Sentence{"At this pace all are here at about {}."}, view.all_here_text);
}

// Pieces of equal length along the line, so that it is told from the other one without colours.
void draw_dashes(Ui& ui, const std::vector<Point>& line, Colour colour) {
    const float dash = ui.px(dash_length);
    const float period = dash + ui.px(dash_gap);
    float along = 0;  // from the line's beginning
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const Point from = line[i];
        const Point to = line[i + 1];
        const float length = std::hypot(to.x - from.x, to.y - from.y);
        if (length <= 0) continue;
        const auto at = [&](float part) {
            return Point{from.x + (to.x - from.x) * part / length,
                         from.y + (to.y - from.y) * part / length};
        };
        for (float begin = -std::fmod(along, period); begin < length; begin += period) {
            const float first = std::max(0.0F, begin);
            const float last = std::min(length, begin + dash);
            if (last > first) {
                ui.painter().line(at(first), at(last), colour, ui.px(line_thickness));
            }
        }
        along += length;
    }
}

class ArrivalChart {
  public:
    ArrivalChart(Ui& ui, const ScrolledBounds& scrolled, const DoorView& view)
        : ui_(ui),
          scrolled_(scrolled),
          view_(view),
          points_(view.curve),
          style_(quiet_text_style(ui.theme(), unit::label)) {
        points_.insert(points_.end(), view.expected.begin(), view.expected.end());
        step_ = round_step(std::max(1, points_.back().arrived));
        line_height_ = measure_text(ui, 0, "0", style_).height;
    }

    void draw(Rect rect) {
        draw_legend(rect);
        const std::string top_number = std::to_string(step_ * steps);
        const float numbers = measure_text(ui_, 0, top_number, style_).width + ui_.px(16);
        Rect plot = rect;
        plot.take_left(numbers);
        plot.take_bottom(line_height_ + ui_.px(8));
        plot.take_top(line_height_ / 2);
        plot.take_right(ui_.px(8));
        draw_scale(rect, plot, numbers);
        const std::vector<Point> all = line_in(plot);
        const auto now = static_cast<std::ptrdiff_t>(view_.curve.size());
        draw_line({all.begin(), all.begin() + now}, plot.bottom());
        if (!view_.expected.empty()) {
            draw_dashes(ui_, {all.begin() + now - 1, all.end()}, ui_.theme().ink_secondary);
        }
        ui_.painter().disc(all[view_.curve.size() - 1], ui_.px(9), ui_.theme().primary);
        draw_times(plot, all);
        describe(plot);
    }

  private:
    void words(const Rect& box, const std::string& text) {
        draw_words_in(ui_, scrolled_, box, text, style_);
    }

    // Beside each other where they have room, and else below each other.
    void draw_legend(Rect& rect) {
        const std::vector<LegendEntry> entries = legend_of(ui_, view_);
        if (entries.empty()) return;
        const TextBlockStyle style = legend_style(ui_.theme());
        const float sample = ui_.px(sample_length + 16);
        float whole = -ui_.px(40);
        for (const LegendEntry& entry : entries) {
            whole += sample + measure_text(ui_, 0, entry.words, style).width + 1 + ui_.px(40);
        }
        const bool is_beside = whole <= rect.width;
        Rect row = rect.take_top(line_height_);
        for (const LegendEntry& entry : entries) {
            if (!is_beside && &entry != &entries.front()) row = rect.take_top(line_height_);
            draw_sample(row.take_left(ui_.px(sample_length)), entry);
            row.take_left(ui_.px(16));
            const float room =
                std::min(row.width, measure_text(ui_, 0, entry.words, style).width + 1);
            draw_words_in(ui_, scrolled_, row.take_left(room), entry.words, style);
            row.take_left(ui_.px(40));
        }
        rect.take_top(ui_.px(12));
    }
    void draw_sample(const Rect& place, const LegendEntry& entry) {
        const std::vector<Point> line{{place.left, place.centre().y},
                                      {place.right(), place.centre().y}};
        if (entry.is_expected) return draw_dashes(ui_, line, ui_.theme().ink_secondary);
        ui_.painter().line(line[0], line[1], ui_.theme().primary, ui_.px(line_thickness));
    }

    void draw_scale(const Rect& rect, const Rect& plot, float numbers) {
        style_.align = Align::end;
        style_.vertical = Vertical::middle;
        // Large letters in a low chart: the highest number says enough.
        const bool has_room = plot.height / steps >= line_height_ + 1;
        for (int i = 0; i <= steps; ++i) {
            const float y = std::round(plot.bottom() - plot.height * static_cast<float>(i) / steps);
            ui_.painter().fill({plot.left, y, plot.width, ui_.px(2)}, ui_.theme().hairline);
            if (!has_room && i % steps != 0) continue;
            words({rect.left, y - line_height_ / 2, numbers - ui_.px(16), line_height_},
                  std::to_string(step_ * i));
        }
    }

    [[nodiscard]] std::vector<Point> line_in(const Rect& plot) const {
        std::vector<Point> line;
        const auto last = static_cast<float>(std::max<std::size_t>(1, points_.size() - 1));
        for (std::size_t i = 0; i < points_.size(); ++i) {
            const float up =
                static_cast<float>(points_[i].arrived) / static_cast<float>(step_ * steps);
            line.push_back({plot.left + plot.width * static_cast<float>(i) / last,
                            plot.bottom() - plot.height * up});
        }
        return line;
    }

    void draw_line(const std::vector<Point>& line, float ground) {
        fill_below(ui_, line, ground);
        const float thickness = ui_.px(line_thickness);
        for (std::size_t i = 0; i + 1 < line.size(); ++i) {
            ui_.painter().line(line[i], line[i + 1], ui_.theme().primary, thickness);
            ui_.painter().disc(line[i + 1], thickness / 2, ui_.theme().primary);
        }
    }

    void draw_times(const Rect& plot, const std::vector<Point>& line) {
        style_.vertical = Vertical::top;
        const float top = plot.bottom() + ui_.px(8);
        const std::array<std::size_t, 3> marks{0, (points_.size() - 1) / 2, points_.size() - 1};
        const std::array<Align, 3> aligns{Align::start, Align::centre, Align::end};
        for (std::size_t i = 0; i < marks.size(); ++i) {
            // Two points have no middle.
            if (i == 1 && (marks.at(1) == 0 || plot.width < ui_.px(360))) continue;
            const float width = measure_text(ui_, 0, "00.00", style_).width + ui_.px(8);
            const float x = line[marks.at(i)].x;
            const float left = i == 0 ? x : i == 1 ? x - width / 2 : x - width;
            style_.align = aligns.at(i);
            words({left, top, width, line_height_}, points_[marks.at(i)].time_text);
        }
    }

    void describe(const Rect& plot) {
        if (!is_in_sight(scrolled_, plot)) return;
        RecordedItem item;
        item.role = Role::image;
        item.id = "arrivals_chart";
        item.label = meaning_of(ui_, view_);
        // As much of it as is in sight.
        const float top = std::max(plot.top, scrolled_.bounds.top);
        const float bottom = std::min(plot.bottom(), scrolled_.bounds.bottom());
        item.rect = {plot.left, top, plot.width, bottom - top};
        ui_.record().add(std::move(item));
    }

    Ui& ui_;
    const ScrolledBounds& scrolled_;
    const DoorView& view_;
    std::vector<ArrivalPoint> points_;  // come, and expected
    TextBlockStyle style_;
    int step_ = 1;
    float line_height_ = 0;
};

}  // namespace

void draw_arrivals(Ui& ui, const ScrolledBounds& scrolled, const Rect& rect, const DoorView& view) {
    const TextScale scale(ui, std::min(largest_controls_scale, ui.text_scale()));
    if (!view.curve.empty()) return ArrivalChart(ui, scrolled, view).draw(rect);
    TextBlockStyle style = quiet_text_style(ui.theme(), unit::body);
    style.align = Align::centre;
    style.vertical = Vertical::middle;
    draw_words_in(ui, scrolled, rect, ui.say(Sentence{"Nobody has come yet."}), style);
}

}  // namespace stormote
