#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/table/table_parts.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

constexpr float least_height = 112;
constexpr float badge_side = 80;
constexpr float ring_radius = 36;

struct ClockWords {
    std::string upper;
    std::string lower;
};

ClockWords clock_words(const Ui& ui, const TableView& view) {
    const TableClock& clock = view.clock;
    const std::size_t count = view.questions.size();
    switch (clock.time) {
        case TableTime::before:
            return {
                ui.say(Sentence{"Question {} begins at {}"}, clock.question + 1, clock.next_text),
                view.frame.clock_text};
        case TableTime::after:
            return {ui.say(Sentence{"Time is up for all questions"}), view.frame.clock_text};
        case TableTime::none:
            return {"", view.frame.clock_text};
        case TableTime::during:
            break;
    }
    const bool is_last = clock.question + 1 >= count;
    ClockWords words;
    words.upper = is_last ? ui.say(Sentence{"Question {} of {} · until {}"}, clock.question + 1,
                                   count, clock.next_text)
                          : ui.say(Sentence{"Question {} of {} · next at {}"}, clock.question + 1,
                                   count, clock.next_text);
    words.lower = clock.ends_soon
                      ? ui.say(Sentence{"Time is nearly up"})
                      : ui.texts().get_plural(Sentence{"{} minute left"},
                                              Sentence{"{} minutes left"}, clock.minutes_left);
    return words;
}

// Time to come to an end: it is said in words, in the colour of a warning, and by a clock.
bool ends_shortly(const TableClock& clock) {
    constexpr int minutes = 5;
    return clock.time == TableTime::during && (clock.ends_soon || clock.minutes_left <= minutes);
}

TextBlockStyle strong_style(float size, Colour colour) {
    TextBlockStyle style;
    style.size = size;
    style.weight = Weight::bold;
    style.colour = colour;
    return style;
}

// Two lines, one above the other, in the middle of the height.
void draw_lines(Ui& ui, const Rect& rect, const std::string& upper,
                const TextBlockStyle& upper_style, const std::string& lower,
                const TextBlockStyle& lower_style) {
    const float first = upper.empty() ? 0 : measure_text(ui, rect.width, upper, upper_style).height;
    const float second =
        lower.empty() ? 0 : measure_text(ui, rect.width, lower, lower_style).height;
    const float top = rect.top + std::round((rect.height - first - second) / 2);
    if (!upper.empty()) draw_text(ui, {rect.left, top, rect.width, first}, upper, upper_style);
    if (!lower.empty()) {
        draw_text(ui, {rect.left, top + first, rect.width, second}, lower, lower_style);
    }
}

class TableHeader {
  public:
    TableHeader(Ui& ui, const TableView& view)
        : ui_(ui), view_(view), words_(clock_words(ui, view)) {
        upper_ = quiet_text_style(ui.theme());
        const bool is_soon = ends_shortly(view.clock);
        lower_ = strong_style(34, is_soon ? ui.theme().warning : ui.theme().ink);
        lower_.role = is_soon ? Role::status : Role::text;
        upper_.align = lower_.align = Align::end;
        has_ring_ = view.clock.time == TableTime::during;
        for (scale_ = std::min(TextScale::aside, ui.text_scale());;
             scale_ = std::max(1.0F, scale_ - 0.1F)) {
            const TextScale scale(ui, scale_);
            const float bounds =
                ui.metrics().screen.width - 2 * margin_of(ui) - ui.px(80 + 48 + 40);
            const float ring = has_ring_ ? ui.px(2 * ring_radius + 24) : 0;
            clock_width_ = std::max(measure_text(ui, 0, words_.upper, upper_).width,
                                    measure_text(ui, 0, words_.lower, lower_).width) +
                           1;
            name_width_ = bounds - ring - clock_width_;
            const float name = std::max(
                measure_text(ui, 0, name_words(), name_style()).width,
                measure_text(ui, 0, facilitator_words(), quiet_text_style(ui.theme())).width);
            if (name <= name_width_ || scale_ <= 1) break;
        }
        const TextScale scale(ui, scale_);
        const float clock = line_height(upper_, words_.upper) + line_height(lower_, words_.lower);
        const float name = wrapped_height(name_words(), name_style()) +
                           wrapped_height(facilitator_words(), quiet_text_style(ui.theme()));
        height_ = std::max({ui.px(least_height), clock + ui.px(24), name + ui.px(24)});
    }

    [[nodiscard]] float height() const { return height_; }

    void draw(const Rect& rect) {
        const TextScale scale(ui_, scale_);
        const Theme& theme = ui_.theme();
        ui_.painter().fill(rect, theme.card);
        ui_.painter().fill({rect.left, rect.bottom() - ui_.px(2), rect.width, ui_.px(2)},
                           theme.hairline);
        Rect bounds = rect.inset(margin_of(ui_), 0);
        draw_number(bounds.take_left(ui_.px(badge_side)));
        bounds.take_left(ui_.px(24));
        if (has_ring_) {
            draw_ring(bounds.take_right(ui_.px(2 * ring_radius)));
            bounds.take_right(ui_.px(24));
        }
        draw_lines(ui_, bounds.take_right(clock_width_), words_.upper, upper_, words_.lower,
                   lower_);
        bounds.take_right(ui_.px(40));
        draw_lines(ui_, bounds, name_words(), name_style(), facilitator_words(),
                   quiet_text_style(theme));
    }

  private:
    [[nodiscard]] std::string name_words() const {
        return view_.table_name.empty() ? ui_.say(Sentence{"Group {}"}, view_.group_number)
                                        : view_.table_name;
    }
    // Who leads the table; while somebody writes, the list of names gives way to their number.
    [[nodiscard]] std::string facilitator_words() const {
        std::string words =
            view_.facilitator.empty() ? "" : ui_.say(Sentence{"Facilitator {}"}, view_.facilitator);
        if (!view_.keys.open) return words;
        if (!words.empty()) words += " · ";
        return words + here_words(ui_, view_.roster);
    }
    [[nodiscard]] TextBlockStyle name_style() const {
        TextBlockStyle style = strong_style(30, ui_.theme().ink);
        style.role = Role::heading;
        return style;
    }
    [[nodiscard]] float line_height(const TextBlockStyle& style, const std::string& words) const {
        return words.empty() ? 0 : measure_text(ui_, 0, words, style).height;
    }
    [[nodiscard]] float wrapped_height(const std::string& words,
                                       const TextBlockStyle& style) const {
        return words.empty() ? 0 : measure_text(ui_, name_width_, words, style).height;
    }

    void draw_number(const Rect& rect) const {
        const Rect square = rect.middle({ui_.px(badge_side), ui_.px(badge_side)});
        ui_.painter().fill(square, ui_.theme().primary, ui_.px(20));
        const TextScale scale(ui_, 1);
        TextBlockStyle style = strong_style(46, ui_.theme().on_primary);
        style.align = Align::centre;
        style.vertical = Vertical::middle;
        paint_text(ui_, square.inset(ui_.px(4), 0), std::to_string(view_.group_number), style);
    }

    void draw_ring(const Rect& rect) const {
        const Theme& theme = ui_.theme();
        const float radius = ui_.px(ring_radius);
        const float thickness = ui_.px(12);
        const bool is_soon = ends_shortly(view_.clock);
        ui_.painter().circle(rect.centre(), radius, mix(theme.card, theme.outline, 0.35F),
                             thickness);
        ui_.painter().arc(rect.centre(), radius, is_soon ? theme.warning : theme.primary, thickness,
                          view_.clock.share_left);
        if (!is_soon) return;
        const float side = ui_.px(34);
        ui_.painter().icon(rect.middle({side, side}), Icon::clock, theme.warning);
    }

    Ui& ui_;
    const TableView& view_;
    ClockWords words_;
    TextBlockStyle upper_;
    TextBlockStyle lower_;
    bool has_ring_ = false;
    float scale_ = 1;
    float clock_width_ = 0;
    float name_width_ = 0;
    float height_ = 0;
};

}  // namespace

float table_header_height(Ui& ui, const TableView& view) {
    return TableHeader(ui, view).height();
}

void draw_table_header(Ui& ui, const Rect& rect, const TableView& view) {
    TableHeader(ui, view).draw(rect);
}

}  // namespace stormote
