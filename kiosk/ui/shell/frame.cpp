#include "kiosk/ui/shell/frame.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/shell/frame_chips.h"
#include "kiosk/ui/shell/frame_mark.h"

namespace stormote {

namespace {

constexpr float header_height = 112;
constexpr float problem_radius = 21;

// Each chip wider than it need be by `extra`.
void draw_chips(Ui& ui, Point corner, float extra, const std::vector<BarChip>& chips,
                std::optional<FrameIntent>& intent) {
    for (const BarChip& bar_chip : chips) {
        const Rect rect{std::round(corner.x), corner.y, bar_chip.size.width + extra,
                        bar_chip.size.height};
        if (chip(ui, rect, bar_chip.style)) intent = bar_chip.intent;
        corner.x += rect.width + ui.px(unit::gap);
    }
}

// The bar is one row where the screen is wide enough, two where it is not; letters give way last.
class Bar {
  public:
    Bar(Ui& ui, const FrameView& view, Aside aside) : ui_(ui) {
        right_ = tool_chips(ui, view);
        const bool is_upright = ui.metrics().portrait();
        for (scale_ = std::min(TextScale::aside, ui.text_scale());;
             scale_ = std::max(1.0F, scale_ - 0.1F)) {
            const TextScale scale(ui, scale_);
            // Every language in sight, unless that would cost wide screen a second row.
            left_ = with_back(language_chips(view, ids_), aside);
            if (fits(is_upright ? 2 : 1)) return;
            left_ = with_back(language_chip(ui, view), aside);
            if (fits(2) || scale_ <= 1) return;
        }
    }

    [[nodiscard]] float height() const {
        const float row = row_height();
        return one_row_ ? row + ui_.px(40) : 2 * row + ui_.px(56);
    }

    std::optional<FrameIntent> draw(const Rect& bar) {
        const TextScale scale(ui_, scale_);
        const Theme& theme = ui_.theme();
        ui_.painter().fill(bar, theme.card);
        ui_.painter().fill({bar.left, bar.top, bar.width, ui_.px(2)}, theme.hairline);
        const float margin = margin_of(ui_);
        const float top = bar.top + ui_.px(20);
        std::optional<FrameIntent> intent;
        const float left = measure_chips(ui_, left_);
        const float right = measure_chips(ui_, right_);
        if (one_row_) {
            draw_chips(ui_, {bar.left + margin, top}, 0, left_, intent);
            draw_chips(ui_, {bar.right() - margin - right, top}, 0, right_, intent);
            return intent;
        }
        // Two rows fill the width: on a narrow screen every chip may as well be easy to hit.
        const float bounds = bar.width - 2 * margin;
        const auto spread = [&](float width, const std::vector<BarChip>& chips) {
            return std::max(0.0F,
                            std::floor((bounds - width) /
                                       static_cast<float>(std::max<std::size_t>(1, chips.size()))));
        };
        draw_chips(ui_, {bar.left + margin, top}, spread(left, left_), left_, intent);
        draw_chips(ui_, {bar.left + margin, top + row_height() + ui_.px(unit::gap)},
                   spread(right, right_), right_, intent);
        return intent;
    }

  private:
    // Held upright, the header is out of reach from a wheelchair.
    [[nodiscard]] std::vector<BarChip> with_back(std::vector<BarChip> chips, Aside aside) const {
        if (aside != Aside::back || !ui_.metrics().portrait()) return chips;
        const ChipStyle back{.id = "back", .label = ui_.say(Sentence{"Back"}), .icon = Icon::back};
        chips.insert(chips.begin(), {back, GoBack{}, {}});
        return chips;
    }

    // Whether the chips fit into that many rows, and into how many they go.
    [[nodiscard]] bool fits(int most_rows) {
        const float bounds = ui_.metrics().screen.width - 2 * margin_of(ui_);
        const float left = measure_chips(ui_, left_);
        const float right = measure_chips(ui_, right_);
        one_row_ = left + right + ui_.px(40) <= bounds;
        return one_row_ || (most_rows > 1 && left <= bounds && right <= bounds);
    }

    [[nodiscard]] float row_height() const {
        float height = 0;
        for (const BarChip& chip : left_) height = std::max(height, chip.size.height);
        for (const BarChip& chip : right_) height = std::max(height, chip.size.height);
        return height;
    }

    Ui& ui_;
    std::vector<std::string> ids_;
    std::vector<BarChip> left_;
    std::vector<BarChip> right_;
    float scale_ = 1;
    bool one_row_ = true;
};

std::string replace_all(std::string text, std::string_view what, std::string_view with) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at)) {
        text.replace(at, what.size(), with);
        at += with.size();
    }
    return text;
}

// A time span must not be broken at its dash, nor a line begin with a dot.
std::string keep_together(const std::string& line) {
    const std::string joined = replace_all(line, "–", "\u2060–\u2060");
    return replace_all(joined, " · ", "\u00A0· ");
}

class Header {
  public:
    Header(Ui& ui, const FrameView& view, Aside aside)
        : ui_(ui),
          view_(view),
          aside_(aside),
          event_line_(keep_together(view.event_line)),
          mark_(frame_mark_size(ui, view)) {
        const float margin = margin_of(ui);
        const float bounds = ui.metrics().screen.width - 2 * margin - problem_room();
        const TextBlockStyle strong = strong_text_style(ui.theme(), 30);
        for (scale_ = std::min(TextScale::aside, ui.text_scale());;
             scale_ = std::max(1.0F, scale_ - 0.1F)) {
            const TextScale scale(ui, scale_);
            measure_aside(bounds);
            left_width_ = bounds - mark_.width - ui.px(24) -
                          (aside_width_ > 0 ? aside_width_ + ui.px(48) : 0);
            upper_ = view.municipality.empty()
                         ? 0
                         : measure_text(ui, left_width_, view.municipality, strong).height;
            lower_ = measure_text(ui, left_width_, event_line_, event_style()).height;
            height_ = std::max(ui.px(header_height), upper_ + lower_ + ui.px(24));
            if (height_ <= ui.metrics().screen.height * 0.15F || scale_ <= 1) break;
        }
    }

    [[nodiscard]] float height() const { return height_; }

    bool draw(const Rect& header) {
        const TextScale scale(ui_, scale_);
        const Theme& theme = ui_.theme();
        Painter& painter = ui_.painter();
        painter.fill(header, theme.card);
        painter.fill({header.left, header.bottom() - ui_.px(2), header.width, ui_.px(2)},
                     theme.hairline);
        Rect bounds = header.inset(margin_of(ui_), 0);
        const Rect mark_rect = bounds.take_left(mark_.width).middle(mark_);
        draw_frame_mark(ui_, mark_rect, view_);
        const Rect problems = bounds.take_right(problem_room());
        if (view_.problem_count > 0) draw_problem_mark(problems);
        const Rect aside = bounds.take_right(aside_width_);
        const float top = header.top + std::round((header.height - upper_ - lower_) / 2);
        bounds.left += ui_.px(24);
        if (!view_.municipality.empty()) {
            draw_text(ui_, {bounds.left, top, left_width_, upper_}, view_.municipality,
                      strong_text_style(theme, 30));
        }
        draw_text(ui_, {bounds.left, top + upper_, left_width_, lower_}, event_line_,
                  event_style());
        return draw_aside(aside);
    }

  private:
    // Where nobody has said who invites, the event stands in their place.
    [[nodiscard]] TextBlockStyle event_style() const {
        return view_.municipality.empty() ? strong_text_style(ui_.theme(), 30)
                                          : quiet_text_style(ui_.theme());
    }

    [[nodiscard]] bool shows_back() const {
        return aside_ == Aside::back && !ui_.metrics().portrait();
    }

    [[nodiscard]] float problem_room() const {
        return view_.problem_count > 0 ? ui_.px(2 * problem_radius + 16) : 0;
    }

    // Away from the coat of arms, in the corner where staff opens its page.
    void draw_problem_mark(const Rect& room) {
        const Theme& theme = ui_.theme();
        const float radius = ui_.px(problem_radius);
        const Point centre{room.right() - radius, room.top + std::round(room.height / 2)};
        ui_.painter().disc(centre, radius, theme.warning_ground);
        ui_.painter().circle(centre, radius, theme.warning, ui_.px(3));
        const TextScale scale(ui_, 1);
        TextBlockStyle style = strong_text_style(theme, unit::label);
        style.colour = theme.warning;
        style.align = Align::centre;
        style.vertical = Vertical::middle;
        const Rect mark{centre.x - radius, centre.y - radius, 2 * radius, 2 * radius};
        paint_text(ui_, mark, view_.problem_count > 9 ? "9+" : std::to_string(view_.problem_count),
                   style);
        RecordedItem item;
        item.role = Role::image;
        item.label = ui_.say(Sentence{"For the staff: {}"}, view_.problem_count);
        item.rect = mark;
        ui_.record().add(std::move(item));
    }

    void measure_aside(float bounds) {
        aside_width_ = 0;
        if (shows_back()) aside_width_ = chip_size(ui_, back_chip()).width;
        if (aside_ != Aside::clock) return;
        const Size clock =
            measure_text(ui_, 0, view_.clock_text, strong_text_style(ui_.theme(), 30));
        const Size programme =
            measure_text(ui_, 0, view_.programme_line, quiet_text_style(ui_.theme()));
        aside_width_ = std::min(bounds * 0.35F, std::max(clock.width, programme.width) + 1);
    }

    [[nodiscard]] ChipStyle back_chip() const {
        return {.id = "back", .label = ui_.say(Sentence{"Back"}), .icon = Icon::back};
    }

    bool draw_aside(const Rect& aside) {
        if (shows_back()) {
            const Size size = chip_size(ui_, back_chip());
            return chip(ui_, aside.middle(size), back_chip());
        }
        if (aside_ != Aside::clock) return false;
        TextBlockStyle strong = strong_text_style(ui_.theme(), 30);
        TextBlockStyle quiet = quiet_text_style(ui_.theme());
        strong.align = Align::end;
        quiet.align = Align::end;
        const float clock = measure_text(ui_, aside.width, view_.clock_text, strong).height;
        const float programme =
            view_.programme_line.empty()
                ? 0
                : std::min(aside.height - clock,
                           measure_text(ui_, aside.width, view_.programme_line, quiet).height);
        const float top = aside.top + std::round((aside.height - clock - programme) / 2);
        draw_text(ui_, {aside.left, top, aside.width, clock}, view_.clock_text, strong);
        if (programme > 0) {
            draw_text(ui_, {aside.left, top + clock, aside.width, programme}, view_.programme_line,
                      quiet);
        }
        return false;
    }

    Ui& ui_;
    const FrameView& view_;
    Aside aside_;
    std::string event_line_;
    Size mark_;
    float scale_ = 1;
    float aside_width_ = 0;
    float left_width_ = 0;
    float upper_ = 0;
    float lower_ = 0;
    float height_ = 0;
};

}  // namespace

float margin_of(const Ui& ui) {
    return ui.px(ui.metrics().portrait() ? 40 : unit::margin);
}

FrameBounds draw_frame(Ui& ui, const FrameView& view, Aside aside) {
    FrameBounds frame{ui.screen_rect(), std::nullopt};
    Header header(ui, view, aside);
    Bar bar(ui, view, aside);
    if (header.draw(frame.bounds.take_top(header.height()))) frame.intent = GoBack{};
    // Drawn now, but read and reached after what the screen is about.
    ui.record().begin_last();
    if (const auto chosen = bar.draw(frame.bounds.take_bottom(bar.height()))) frame.intent = chosen;
    ui.record().end_last();
    if (aside == Aside::back && ui.pressed(KeyKind::escape)) frame.intent = GoBack{};
    return frame;
}

}  // namespace stormote
