#include "kiosk/ui/screens/exit/exit_feedback.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/exit/exit_feedback_parts.h"
#include "kiosk/ui/widgets/card_grid.h"
#include "kiosk/ui/widgets/column.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

constexpr float badge_radius = 44;
constexpr float mark_side = 40;

struct CardWords {
    std::string_view id;
    Icon icon = Icon::lines;
    std::string title;
    std::string sentence;
};

CardWords words_of_errand(const Ui& ui, const ExitFeedbackView& view, Errand errand) {
    switch (errand) {
        case Errand::survey:
            return {"survey", Icon::ballot,
                    ui.texts().get_plural(Sentence{"Answer {} question"},
                                          Sentence{"Answer {} questions"}, view.question_count),
                    ui.say(Sentence{"Nobody sees who answered."})};
        case Errand::comment:
            return {"comment", Icon::lines, ui.say(Sentence{"Write a comment"}),
                    view.can_sign ? ui.say(Sentence{"With your name or without it."})
                                  : ui.say(Sentence{"Without your name."})};
        case Errand::contact:
            return {"contact", Icon::bell, ui.say(Sentence{"I want to be contacted"}),
                    ui.say(Sentence{"Somebody from the municipality gets in touch with you."})};
        case Errand::joining:
            break;
    }
    return {"joining", Icon::handshake, ui.say(Sentence{"Our association wants to join"}),
            view.agreement};
}

CardWords words_of(const Ui& ui, const ExitFeedbackView& view, const ErrandCard& of) {
    CardWords words = words_of_errand(ui, view, of.errand);
    if (of.is_begun) words.sentence = ui.say(Sentence{"Started, not sent yet."});
    return words;
}

Column words_column(Ui& ui, Size bounds, const CardWords& words, bool is_done) {
    return fit_column(ui, bounds, [&](Column& column) {
        TextBlockStyle title = strong_text_style(ui.theme(), unit::heading);
        title.role = is_done ? Role::text : Role::heading;
        column.words(words.title, title);
        column.gap(4);
        column.words(is_done ? ui.say(Sentence{"Done. Thank you!"}) : words.sentence,
                     quiet_text_style(ui.theme(), unit::body));
    });
}

Rect words_bounds(const Ui& ui, const Rect& rect) {
    Rect inside = rect.inset(ui.px(36), ui.px(16));
    inside.take_left(ui.px(2 * badge_radius + 32));
    inside.take_right(ui.px(mark_side + 16));
    return inside;
}

// The words of a target are its label: painted, but not written down a second time.
void paint_column(Ui& ui, const Rect& rect, const CardWords& words) {
    const Rect inside = words_bounds(ui, rect);
    TextBlockStyle title = strong_text_style(ui.theme(), unit::heading);
    const TextBlockStyle quiet = quiet_text_style(ui.theme(), unit::body);
    const float upper = measure_text(ui, inside.width, words.title, title).height;
    const float lower = measure_text(ui, inside.width, words.sentence, quiet).height;
    const float top = inside.centre().y - std::round((upper + ui.px(4) + lower) / 2);
    paint_text(ui, {inside.left, top, inside.width, upper}, words.title, title);
    paint_text(ui, {inside.left, top + upper + ui.px(4), inside.width, lower}, words.sentence,
               quiet);
}

void draw_done_card(Ui& ui, const Rect& rect, const CardWords& words) {
    const Theme& theme = ui.theme();
    card(ui, rect);
    badge(ui, {rect.left + ui.px(36 + badge_radius), rect.centre().y}, ui.px(badge_radius),
          Icon::check, theme.success, theme.success_ground);
    const Rect inside = words_bounds(ui, rect);
    const Column column = words_column(ui, {inside.width, inside.height}, words, true);
    column.draw({inside.left, inside.top + std::round((inside.height - column.height()) / 2)});
}

bool draw_open_card(Ui& ui, const Rect& rect, const CardWords& words) {
    const Theme& theme = ui.theme();
    const float radius = ui.px(28);
    const Touch touch =
        ui.interact({.id = words.id, .label = words.title + ". " + words.sentence, .rect = rect});
    ui.painter().fill(rect, touch.pressed ? theme.primary_tint : theme.card, radius);
    ui.painter().outline(rect, theme.primary, ui.px(3), radius);
    badge(ui, {rect.left + ui.px(36 + badge_radius), rect.centre().y}, ui.px(badge_radius),
          words.icon, theme.primary, theme.primary_tint);
    paint_column(ui, rect, words);
    const float side = ui.px(mark_side);
    ui.painter().icon({rect.right() - ui.px(36) - side, rect.centre().y - side / 2, side, side},
                      Icon::forward, theme.primary);
    if (touch.focused) focus_ring(ui, rect, radius);
    return touch.acted;
}

std::optional<Errand> draw_cards(Ui& ui, const Rect& bounds, const ExitFeedbackView& view) {
    const CardGrid grid(bounds.width, ui.metrics().portrait() ? 1 : 2, ui.px(24));
    const float height = std::min(ui.px(220), grid.share_of(bounds.height, view.errands.size()));
    // One size of letters for all of them.
    const Rect inside = words_bounds(ui, {0, 0, grid.width(), height});
    float text_scale = ui.text_scale();
    for (const ErrandCard& each : view.errands) {
        const CardWords words = words_of(ui, view, each);
        const Column column = words_column(ui, {inside.width, inside.height}, words, false);
        text_scale = std::min(text_scale, column.text_scale());
    }
    const TextScale scale(ui, text_scale);
    std::optional<Errand> chosen;
    for (std::size_t i = 0; i < view.errands.size(); ++i) {
        const Rect rect = grid.place({bounds.left, bounds.top}, height, i);
        const CardWords words = words_of(ui, view, view.errands[i]);
        if (view.errands[i].is_done) {
            draw_done_card(ui, rect, words);
        } else if (draw_open_card(ui, rect, words)) {
            chosen = view.errands[i].errand;
        }
    }
    return chosen;
}

void draw_head(Ui& ui, Rect& bounds, const ExitFeedbackView& view) {
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    draw_title(ui, bounds, ui.say(Sentence{"Before you go"}));
    bounds.take_top(ui.px(8));
    TextBlockStyle lead = quiet_text_style(ui.theme(), unit::lead);
    if (!view.news.empty()) {
        lead.role = Role::status;
        lead.weight = Weight::bold;
        lead.colour = ui.theme().success;
    }
    const std::string words =
        view.news.empty() ? ui.say(Sentence{"Choose what you want to tell us."}) : view.news;
    draw_text(ui, bounds.take_top(measure_text(ui, bounds.width, words, lead).height), words, lead);
}

}  // namespace

std::optional<ExitFeedbackIntent> draw_exit_feedback(Ui& ui, const ExitFeedbackView& view) {
    ui.begin_screen("exit_feedback");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::nothing);
    const bool portrait = ui.metrics().portrait();
    Rect bounds = frame.bounds.inset(margin_of(ui), ui.px(32));
    const ExitFeedbackFoot foot{.icon = Icon::heart,
                                .words = ui.say(Sentence{"Everything here is optional."}),
                                .closes_in_s = view.closes_in_s,
                                .buttons = {{.id = "done", .label = ui.say(Sentence{"Done"})}}};
    const Rect foot_rect = bounds.take_bottom(exit_feedback_foot_height(ui, bounds.width, foot));
    bounds.take_bottom(ui.px(24));
    draw_head(ui, bounds, view);
    bounds.take_top(ui.px(32));
    if (portrait) {
        // What must be reached begins below the upper third.
        const float third = ui.metrics().screen.height / 3;
        bounds.take_top(std::max(0.0F, std::ceil(third - bounds.top) + ui.px(8)));
    }
    const auto chosen = draw_cards(ui, bounds, view);
    const bool is_done = draw_exit_feedback_foot(ui, foot_rect, foot).has_value();
    if (chosen) return ChooseErrand{*chosen};
    if (is_done || ui.pressed(KeyKind::escape)) return ExitFeedbackDone{};
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
