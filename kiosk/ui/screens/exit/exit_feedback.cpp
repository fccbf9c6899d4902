#include "kiosk/ui/screens/exit/exit_feedback.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/exit/exit_feedback_parts.h"
#include "kiosk/ui/widgets/choice_card.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

ChoiceCard words_of_errand(const Ui& ui, const ExitFeedbackView& view, Errand errand) {
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

ChoiceCard card_of(const Ui& ui, const ExitFeedbackView& view, const ErrandCard& of) {
    ChoiceCard card = words_of_errand(ui, view, of.errand);
    card.is_done = of.is_done;
    if (of.is_begun) card.sentence = ui.say(Sentence{"Started, not sent yet."});
    if (of.is_done) card.sentence = ui.say(Sentence{"Done. Thank you!"});
    return card;
}

std::optional<Errand> draw_cards(Ui& ui, const Rect& bounds, const ExitFeedbackView& view) {
    std::vector<ChoiceCard> cards;
    for (const ErrandCard& errand : view.errands) cards.push_back(card_of(ui, view, errand));
    const auto chosen = draw_choice_cards(ui, bounds, cards);
    return chosen ? std::optional(view.errands[*chosen].errand) : std::nullopt;
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
