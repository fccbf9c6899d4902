#include "kiosk/ui/screens/readiness/ready_page.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/common/card_lines.h"
#include "kiosk/ui/screens/common/page_title.h"

namespace stormote {

namespace {

constexpr float gap_units = 20;
constexpr float padding = 28;
constexpr float badge_radius = 36;
constexpr float narrowest_card = 760;

TextBlockStyle heading_style(const Theme& theme, ReadyMark mark) {
    TextBlockStyle style = strong_text_style(theme, 30);
    style.colour = ready_colour(theme, mark);
    return style;
}

TextBlockStyle words_style(const Theme& theme) {
    TextBlockStyle style;
    style.size = 26;
    style.colour = theme.ink;
    return style;
}

TextBlockStyle remedy_style(const Theme& theme) {
    TextBlockStyle style = words_style(theme);
    style.weight = Weight::bold;
    return style;
}

// "Printer · Missing".
std::string heading_of(const Ui& ui, const ReadyRow& row) {
    return row.title + " · " + ui.say(ready_word(row.mark));
}

// A row's parts at a width, and the whole height.
struct CardPlan {
    float heading = 0;
    float text = 0;
    float remedy = 0;
    Size button;
    float height = 0;
};

std::string button_id(const ReadyRow& row) {
    return "ready_" + row.id;
}

CardPlan plan_card(Ui& ui, float width, const ReadyRow& row) {
    CardPlan plan;
    const float words = width - ui.px(2 * padding) - ui.icon_px(2 * badge_radius) - ui.px(24);
    const auto height_of = [&](const std::string& text, const TextBlockStyle& style) {
        return text.empty() ? 0 : measure_text(ui, words, text, style).height;
    };
    plan.heading = height_of(heading_of(ui, row), heading_style({}, row.mark));
    plan.text = height_of(row.text, words_style({}));
    plan.remedy = height_of(row.remedy, remedy_style({}));
    plan.height = plan.heading + plan.text + plan.remedy;
    if (!row.action.empty()) {
        const std::string id = button_id(row);
        plan.button = chip_size(ui, {.id = id, .label = row.action});
        plan.button.width = std::min(plan.button.width, words);
        plan.height += ui.px(16) + plan.button.height;
    }
    plan.height = std::max(plan.height, ui.icon_px(2 * badge_radius)) + ui.px(2 * padding);
    return plan;
}

CardLines card_lines(Ui& ui, float width, const std::vector<ReadyRow>& rows) {
    return CardLines(ui, width, rows.size(), narrowest_card, [&](float each, std::size_t i) {
        return plan_card(ui, each, rows[i]).height;
    });
}

class Page {
  public:
    Page(Ui& ui, const ReadyView& view) : ui_(ui), view_(view) {}

    std::vector<ReadyIntent> draw() {
        ui_.begin_screen("ready");
        const FrameBounds frame = draw_frame(ui_, view_.frame, Aside::back);
        if (frame.intent) intents_.emplace_back(*frame.intent);
        Rect bounds = frame.bounds.inset(margin_of(ui_), ui_.px(28));
        const TextScale scale(ui_, std::min(TextScale::aside, ui_.text_scale()));
        if (ui_.metrics().portrait()) {
            draw_upright(bounds);
        } else {
            draw_head(bounds);
            draw_list(bounds);
        }
        return std::move(intents_);
    }

  private:
    [[nodiscard]] ButtonStyle again_button() const {
        return {.id = "try_again",
                .label = view_.is_trying ? ui_.say(Sentence{"Trying…"})
                                         : ui_.say(Sentence{"Try all again"}),
                .icon = Icon::redo,
                .kind = ButtonKind::outlined,
                .enabled = !view_.is_trying};
    }

    void draw_again(const Rect& rect) {
        if (button(ui_, rect, again_button())) intents_.emplace_back(TryAgain{});
    }

    // What must be reached begins below the upper third.
    void draw_upright(Rect bounds) {
        const Size size = button_size(ui_, again_button(), bounds.width);
        const float third = ui_.metrics().screen.height / 3;
        draw_above(bounds.take_top(std::max(0.0F, std::round(third - bounds.top))));
        const Rect again = bounds.take_bottom(size.height).take_left(size.width);
        bounds.take_bottom(ui_.px(gap_units));
        draw_list(bounds);
        draw_again(again);
    }

    // Title and summary, and beside them what tries it all anew.
    void draw_head(Rect& bounds) {
        const Size size = button_size(ui_, again_button(), bounds.width);
        Rect words = bounds;
        words.take_right(size.width + ui_.px(32));
        const float top = words.top;
        draw_words(words);
        const float height = std::max(words.top - top, size.height);
        const Rect head = bounds.take_top(height);
        draw_again({head.right() - size.width, head.top, size.width, size.height});
        bounds.take_top(ui_.px(gap_units));
    }

    // Title and summary below a large badge of the worst mark.
    void draw_above(Rect above) {
        const float height =
            page_title_height(ui_, above.width, title()) +
            measure_text(ui_, above.width, view_.summary, page_lead_style({})).height +
            ui_.px(gap_units);
        Rect words = above.take_bottom(std::min(height, above.height));
        const ReadyMark mark = view_.rows.empty() ? ReadyMark::trying : view_.rows.front().mark;
        const float radius = std::min(ui_.px(110), above.height / 3);
        badge(ui_, above.centre(), radius, ready_icon(mark), ready_colour(ui_.theme(), mark),
              ui_.theme().card);
        draw_words(words);
    }

    [[nodiscard]] std::string title() const { return ui_.say(Sentence{"Ready for the doors?"}); }

    void draw_words(Rect& bounds) {
        draw_page_title(ui_, bounds, title());
        TextBlockStyle style = page_lead_style(ui_.theme());
        style.role = Role::status;
        const float height = measure_text(ui_, bounds.width, view_.summary, style).height;
        draw_text(ui_, bounds.take_top(height), view_.summary, style);
    }

    void draw_list(const Rect& bounds) {
        const ScrolledBounds scrolled = draw_scroll(
            ui_, "ready", bounds,
            [&](float width) { return card_lines(ui_, width, view_.rows).height(); }, view_.scroll);
        const CardLines list = card_lines(ui_, scrolled.bounds.width, view_.rows);
        ui_.painter().clip(scrolled.bounds.inset(-ui_.px(12), -ui_.px(2)));
        for (std::size_t i = 0; i < view_.rows.size(); ++i) {
            const Rect rect = list.place({scrolled.bounds.left, scrolled.top}, i);
            if (is_in_sight(scrolled, rect)) draw_card(scrolled, rect, i);
        }
        ui_.painter().end_clip();
        end_scroll(ui_, scrolled);
        if (!(scrolled.scroll == view_.scroll)) intents_.emplace_back(ScrollReady{scrolled.scroll});
    }

    void draw_card(const ScrolledBounds& scrolled, const Rect& rect, std::size_t index) {
        const Theme& theme = ui_.theme();
        const ReadyRow& row = view_.rows[index];
        const CardPlan plan = plan_card(ui_, rect.width, row);
        card(ui_, rect);
        Rect inside = rect.inset(ui_.px(padding), ui_.px(padding));
        const float radius = ui_.icon_px(badge_radius);
        const Rect mark = inside.take_left(2 * radius);
        badge(ui_, {mark.centre().x, mark.top + radius}, radius, ready_icon(row.mark),
              ready_colour(theme, row.mark), theme.card);
        inside.take_left(ui_.px(24));
        draw_words_in(ui_, scrolled, inside.take_top(plan.heading), heading_of(ui_, row),
                      heading_style(theme, row.mark));
        draw_words_in(ui_, scrolled, inside.take_top(plan.text), row.text, words_style(theme));
        draw_words_in(ui_, scrolled, inside.take_top(plan.remedy), row.remedy, remedy_style(theme));
        if (row.action.empty()) return;
        inside.take_top(ui_.px(16));
        const Rect place{inside.left, inside.top, plan.button.width, plan.button.height};
        const bool shows = is_wholly_in_sight(scrolled, place);
        const std::string id = button_id(row);
        // Several may lead to the same place.
        const ChipStyle style{.id = id, .label = row.action, .name = row.action + ": " + row.title};
        if (shows && chip(ui_, place, style) && scrolled.taps_count) {
            intents_.emplace_back(PressReadyRow{index});
        }
    }

    Ui& ui_;
    const ReadyView& view_;
    std::vector<ReadyIntent> intents_;
};

}  // namespace

std::vector<ReadyIntent> draw_ready_page(Ui& ui, const ReadyView& view) {
    return Page(ui, view).draw();
}

}  // namespace stormote
