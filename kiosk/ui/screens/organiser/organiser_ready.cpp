#include <algorithm>

#include "kiosk/ui/screens/organiser/organiser_parts.h"

namespace stormote {

namespace {

constexpr float ready_padding = 34;
constexpr float badge_radius = 36;

ButtonStyle open_button(const Ui& ui) {
    return {.id = "open_ready",
            .label = ui.say(Sentence{"Look over"}),
            .icon = Icon::forward,
            .kind = ButtonKind::outlined,
            .name = ui.say(Sentence{"Look over: ready for the doors?"})};
}

TextBlockStyle words_style(const Theme& theme, ReadyMark mark) {
    TextBlockStyle style = organiser_words(theme);
    style.colour = ready_colour(theme, mark);
    style.role = Role::status;
    return style;
}

// Beside the words where there is room, and else below them.
struct CardPlan {
    Size button;
    float words = 0;  // their width
    float title = 0;
    float text = 0;
    bool is_beside = true;
    float height = 0;
};

CardPlan plan_card(Ui& ui, float width, const ReadyCard& view) {
    CardPlan plan;
    const float inside = width - ui.px(2 * ready_padding);
    const float mark = ui.icon_px(2 * badge_radius) + ui.px(24);
    plan.button = button_size(ui, open_button(ui), inside);
    plan.is_beside = inside - mark - plan.button.width - ui.px(32) > ui.px(420) * ui.text_scale();
    plan.words = inside - mark - (plan.is_beside ? plan.button.width + ui.px(32) : 0);
    const std::string title = ui.say(Sentence{"Ready for the doors?"});
    plan.title = measure_text(ui, plan.words, title, organiser_heading({})).height;
    plan.text = measure_text(ui, plan.words, view.text, words_style({}, view.mark)).height;
    plan.height = std::max(plan.title + plan.text, ui.icon_px(2 * badge_radius));
    if (plan.is_beside) {
        plan.height = std::max(plan.height, plan.button.height);
    } else {
        plan.height += ui.px(20) + plan.button.height;
    }
    plan.height += ui.px(2 * 22);
    return plan;
}

}  // namespace

float ready_card_height(Ui& ui, float width, const ReadyCard& view) {
    return plan_card(ui, width, view).height;
}

void draw_ready_card(Ui& ui, const ScrolledBounds& scrolled, const Rect& rect,
                     const ReadyCard& view, OrganiserIntents& intents) {
    const Theme& theme = ui.theme();
    const CardPlan plan = plan_card(ui, rect.width, view);
    card(ui, rect);
    Rect inside = rect.inset(ui.px(ready_padding), ui.px(22));
    Rect place = plan.is_beside ? inside.take_right(plan.button.width)
                                : inside.take_bottom(plan.button.height);
    place = {place.left, place.centre().y - plan.button.height / 2, plan.button.width,
             plan.button.height};
    if (!plan.is_beside) inside.take_bottom(ui.px(20));
    const float radius = ui.icon_px(badge_radius);
    badge(ui, {inside.left + radius, inside.centre().y}, radius, ready_icon(view.mark),
          ready_colour(theme, view.mark), theme.card);
    inside.take_left(2 * radius + ui.px(24));
    inside = {inside.left, inside.centre().y - (plan.title + plan.text) / 2, plan.words,
              plan.title + plan.text};
    draw_words_in(ui, scrolled, inside.take_top(plan.title),
                  ui.say(Sentence{"Ready for the doors?"}), organiser_heading(theme));
    draw_words_in(ui, scrolled, inside, view.text, words_style(theme, view.mark));
    const bool shows =
        place.top >= scrolled.bounds.top - 1 && place.bottom() <= scrolled.bounds.bottom() + 1;
    if (shows && button(ui, place, open_button(ui)) && scrolled.taps_count) {
        intents.emplace_back(OpenReady{});
    }
}

}  // namespace stormote
