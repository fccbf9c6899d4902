#include "kiosk/ui/screens/conflicts/conflict_page.h"

#include <algorithm>

#include "kiosk/ui/screens/common/card_lines.h"
#include "kiosk/ui/screens/common/chip_flow.h"
#include "kiosk/ui/screens/common/empty_state.h"
#include "kiosk/ui/screens/common/page_title.h"

namespace stormote {

namespace {

constexpr float padding = 28;
constexpr float narrowest_card = 760;

TextBlockStyle words_style(const Theme& theme) {
    TextBlockStyle style;
    style.size = 28;
    style.colour = theme.ink;
    style.personal = true;
    return style;
}

TextBlockStyle title_style(const Theme& theme) {
    TextBlockStyle style = strong_text_style(theme, 30);
    style.personal = true;
    return style;
}

struct CardChip {
    std::string id;
    std::string label;
    std::string name;
    ConflictIntent intent;

    [[nodiscard]] ChipStyle style() const { return {.id = id, .label = label, .name = name}; }
};

// A text, or chips beside each other.
struct CardPart {
    std::string text{};
    TextBlockStyle style{};
    std::vector<CardChip> chips{};
    float gap_below = 0;  // in units
};

class CardParts {
  public:
    CardParts(const Ui& ui, const ConflictCard& card, std::size_t index)
        : card_(card), index_(index) {
        const Theme& theme = ui.theme();
        parts_.push_back({.text = card.title, .style = title_style(theme), .gap_below = 12});
        for (std::size_t i = 0; i < card.sides.size(); ++i) {
            const ConflictSideView& side = card.sides[i];
            if (!side.text.empty())
                parts_.push_back({.text = side.text, .style = words_style(theme)});
            parts_.push_back(
                {.text = side.detail, .style = quiet_text_style(theme, 26), .gap_below = 8});
            if (card.question.empty()) add_chips({choice(i, side.text + " " + side.detail)});
        }
        if (card.question.empty()) {
            std::vector<CardChip> rest;
            for (std::size_t i = card.sides.size(); i < card.choices.size(); ++i) {
                rest.push_back(choice(i, card.title));
            }
            add_chips(std::move(rest));
        } else {
            parts_.push_back(
                {.text = card.question, .style = strong_text_style(theme, 28), .gap_below = 16});
            add_chips({{"confirm", ui.say(Sentence{"Yes"}), "", ConfirmSettlement{}},
                       {"keep", ui.say(Sentence{"No, go back"}), "", LeaveUnsettled{}}});
        }
    }

    [[nodiscard]] const std::vector<CardPart>& parts() const { return parts_; }

  private:
    // Several say the same: the name says of what.
    [[nodiscard]] CardChip choice(std::size_t number, const std::string& of) const {
        const std::string& label = card_.choices[number];
        return {"choice_" + std::to_string(index_) + "_" + std::to_string(number), label,
                label + ": " + of, ChooseSettlement{index_, number}};
    }
    void add_chips(std::vector<CardChip> chips) {
        if (chips.empty()) return;
        parts_.push_back({.chips = std::move(chips), .gap_below = 20});
    }

    const ConflictCard& card_;
    std::size_t index_;
    std::vector<CardPart> parts_;
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
    void draw_list(const Rect& bounds) {
        const ScrolledBounds scrolled = draw_scroll(
            ui_, "conflicts", bounds, [this](float width) { return lines(width).height(); },
            view_.scroll);
        const CardLines list = lines(scrolled.bounds.width);
        ui_.painter().clip(scrolled.bounds.inset(-ui_.px(12), -ui_.px(2)));
        for (std::size_t i = 0; i < view_.cards.size(); ++i) {
            const Rect rect = list.place({scrolled.bounds.left, scrolled.top}, i);
            if (is_in_sight(scrolled, rect)) draw_card(scrolled, rect, i);
        }
        ui_.painter().end_clip();
        end_scroll(ui_, scrolled);
        if (!(scrolled.scroll == view_.scroll)) {
            intents_.emplace_back(ScrollConflicts{scrolled.scroll});
        }
    }

    [[nodiscard]] CardLines lines(float width) {
        return CardLines(ui_, width, view_.cards.size(), narrowest_card,
                         [this](float each, std::size_t index) {
                             // As high as it takes.
                             Rect room{0, 0, each - ui_.px(2 * padding), 1e6F};
                             const CardParts content(ui_, view_.cards[index], index);
                             for (const CardPart& part : content.parts())
                                 (void)take_part(room, part);
                             return room.top + ui_.px(2 * padding);
                         });
    }

    // Where the part's words or chips stand, from the top of the room, which begins below it then.
    std::vector<Rect> take_part(Rect& room, const CardPart& part) {
        std::vector<Rect> places;
        if (part.chips.empty()) {
            const float height = measure_text(ui_, room.width, part.text, part.style).height;
            places.push_back(room.take_top(height));
        } else {
            ChipFlow flow(ui_, room);
            for (const CardChip& each : part.chips) {
                places.push_back(flow.place(chip_size(ui_, each.style())));
            }
            flow.end(0);
        }
        room.take_top(ui_.px(part.gap_below));
        return places;
    }

    void draw_card(const ScrolledBounds& scrolled, const Rect& rect, std::size_t index) {
        card(ui_, rect);
        Rect room = rect.inset(ui_.px(padding), ui_.px(padding));
        const CardParts content(ui_, view_.cards[index], index);
        for (const CardPart& part : content.parts()) {
            const std::vector<Rect> places = take_part(room, part);
            if (part.chips.empty()) {
                draw_words(scrolled, places.front(), part);
                continue;
            }
            for (std::size_t i = 0; i < places.size(); ++i) {
                draw_chip(scrolled, places[i], part.chips[i]);
            }
        }
    }

    // What is not wholly in sight is drawn, but not written down.
    [[nodiscard]] static bool shows(const ScrolledBounds& scrolled, const Rect& rect) {
        return rect.top >= scrolled.bounds.top - 1 && rect.bottom() <= scrolled.bounds.bottom() + 1;
    }
    void draw_words(const ScrolledBounds& scrolled, const Rect& rect, const CardPart& part) {
        if (shows(scrolled, rect)) {
            draw_text(ui_, rect, part.text, part.style);
        } else {
            paint_text(ui_, rect, part.text, part.style);
        }
    }
    void draw_chip(const ScrolledBounds& scrolled, const Rect& rect, const CardChip& each) {
        if (shows(scrolled, rect) && chip(ui_, rect, each.style()) && scrolled.taps_count) {
            intents_.push_back(each.intent);
        }
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
