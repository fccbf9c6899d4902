#include "kiosk/ui/screens/conflicts/conflict_page.h"

#include <algorithm>

#include "kiosk/ui/screens/common/cards/card_list.h"
#include "kiosk/ui/screens/common/empty_state.h"
#include "kiosk/ui/screens/common/page_title.h"

namespace stormote {

namespace {

struct CardChoice {
    std::string id;
    ConflictIntent intent;
};

// What is on a card, and what its chips ask for.
class Card {
  public:
    Card(const Ui& ui, const ConflictCard& card, std::size_t index) : card_(card), index_(index) {
        parts_.push_back({.text = card.title, .look = CardText::title, .gap_below = 12});
        for (std::size_t i = 0; i < card.sides.size(); ++i) {
            const ConflictSideView& side = card.sides[i];
            if (!side.text.empty()) parts_.push_back({.text = side.text, .look = CardText::words});
            parts_.push_back({.text = side.detail, .look = CardText::detail, .gap_below = 8});
            if (card.question.empty()) add_chips({choice(i, side.text + " " + side.detail)});
        }
        if (card.question.empty()) {
            std::vector<CardChip> rest;
            for (std::size_t i = card.sides.size(); i < card.choices.size(); ++i) {
                rest.push_back(choice(i, card.title));
            }
            add_chips(std::move(rest));
        } else {
            parts_.push_back({.text = card.question, .look = CardText::question, .gap_below = 16});
            add_chips({{.id = "confirm", .label = ui.say(Sentence{"Yes"})},
                       {.id = "keep", .label = ui.say(Sentence{"No, go back"})}});
            choices_ = {{"confirm", ConfirmSettlement{}}, {"keep", LeaveUnsettled{}}};
        }
    }

    [[nodiscard]] const CardParts& parts() const { return parts_; }
    // What the chip asks for; nothing: it is not on this card.
    [[nodiscard]] std::optional<ConflictIntent> intent_of(const std::string& id) const {
        for (const CardChoice& each : choices_) {
            if (each.id == id) return each.intent;
        }
        return std::nullopt;
    }

  private:
    // Several say the same: the name says of what.
    [[nodiscard]] CardChip choice(std::size_t number, const std::string& of) {
        const std::string& label = card_.choices[number];
        const std::string id = "choice_" + std::to_string(index_) + "_" + std::to_string(number);
        choices_.push_back({id, ChooseSettlement{index_, number}});
        return {.id = id, .label = label, .name = label + ": " + of};
    }
    void add_chips(std::vector<CardChip> chips) {
        if (chips.empty()) return;
        parts_.push_back({.chips = std::move(chips), .gap_below = 20});
    }

    const ConflictCard& card_;
    std::size_t index_;
    CardParts parts_;
    std::vector<CardChoice> choices_;
};

class Page {
  public:
    Page(Ui& ui, const ConflictsView& view) : ui_(ui), view_(view) {}

    std::vector<ConflictIntent> draw() {
        ui_.begin_screen("conflicts");
        const FrameBounds frame = draw_frame(ui_, view_.frame, Aside::back);
        if (frame.intent) intents_.emplace_back(*frame.intent);
        Rect bounds = frame.bounds.inset(margin_of(ui_), ui_.px(28));
        const TextScale scale(ui_, std::min(TextScale::aside, ui_.text_scale()));
        draw_page_title(ui_, bounds, ui_.say(Sentence{"To settle"}));
        leave_upper_third(ui_, bounds);
        if (view_.news) draw_page_news(ui_, bounds, *view_.news);
        if (view_.cards.empty()) {
            draw_empty_state(ui_, bounds, view_.is_reading ? Icon::clock : Icon::check,
                             view_.is_reading
                                 ? ui_.say(Sentence{"Looking through the event…"})
                                 : ui_.say(Sentence{"Nothing. Everything fits together."}));
        } else {
            draw_list(bounds);
        }
        return std::move(intents_);
    }

  private:
    [[nodiscard]] Card card_of(std::size_t index) const { return {ui_, view_.cards[index], index}; }

    void draw_list(const Rect& bounds) {
        const CardListAnswer answer = draw_card_list(
            ui_, "conflicts", bounds, view_.cards.size(),
            [this](std::size_t index) { return card_of(index).parts(); }, view_.scroll);
        for (std::size_t i = 0; answer.pressed && i < view_.cards.size(); ++i) {
            if (auto intent = card_of(i).intent_of(*answer.pressed)) {
                intents_.push_back(*intent);
                break;
            }
        }
        if (!(answer.scroll == view_.scroll)) intents_.emplace_back(ScrollConflicts{answer.scroll});
    }

    Ui& ui_;
    const ConflictsView& view_;
    std::vector<ConflictIntent> intents_;
};

}  // namespace

std::vector<ConflictIntent> draw_conflicts(Ui& ui, const ConflictsView& view) {
    return Page(ui, view).draw();
}

}  // namespace stormote
