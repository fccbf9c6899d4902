#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/board/board_parts.h"
#include "kiosk/ui/widgets/card_grid.h"

namespace stormote {

namespace {

constexpr float padding = 24;
constexpr float gap_units = 16;

TextBlockStyle title_style(const Theme& theme) {
    TextBlockStyle style = strong_text_style(theme, 30);
    style.role = Role::heading;
    return style;
}

TextBlockStyle line_style(const Theme& theme, PanelLine::Kind kind) {
    TextBlockStyle style;
    style.size = 26;
    switch (kind) {
        case PanelLine::Kind::quiet:
            style.colour = theme.ink_secondary;
            break;
        case PanelLine::Kind::good:
            style.colour = theme.success;
            style.weight = Weight::bold;
            style.role = Role::status;
            break;
        case PanelLine::Kind::warning:
            style.colour = theme.warning;
            style.weight = Weight::bold;
            style.role = Role::status;
            break;
        case PanelLine::Kind::plain:
            style.colour = theme.ink;
            break;
    }
    return style;
}

ButtonStyle primary_style(const PanelButton& item) {
    return {.id = action_id(item.action),
            .label = item.label,
            .icon = item.icon,
            .enabled = item.is_enabled};
}

ChipStyle chip_style(const PanelButton& item) {
    return {.id = action_id(item.action),
            .label = item.label,
            .icon = item.icon,
            .enabled = item.is_enabled};
}

// What the panel holds, from its upper edge: measured and drawn by the same walk.
class Panel {
  public:
    Panel(Ui& ui, float width, const BoardView& view)
        : ui_(ui), view_(view), panel_(view.panel), width_(width), gap_(ui.px(gap_units)) {}

    [[nodiscard]] float height() {
        top_ = 0;
        walk();
        return top_;
    }

    // Where the card that is to be brought into sight lies in the panel, once it is measured.
    [[nodiscard]] const std::optional<Rect>& wanted() const { return wanted_; }

    // The card that a finger has come down on, or empty.
    [[nodiscard]] std::string draw(const ScrolledBounds& scrolled, BoardIntents& intents) {
        scrolled_ = &scrolled;
        intents_ = &intents;
        top_ = 0;
        walk();
        return pressed_;
    }

  private:
    void walk() {
        words(panel_.title, title_style(ui_.theme()));
        lines(panel_.lines);
        top_ += gap_;
        for (const PanelButton& item : panel_.buttons) {
            if (item.is_primary) primary(item);
        }
        chips();
        people();
        lines(panel_.details);
        if (!panel_.details.empty() && !panel_.groups.empty()) top_ += gap_;
        groups();
        if (panel_.legend == PanelLegend::shown) legend();
    }

    void lines(const std::vector<PanelLine>& list) {
        for (const PanelLine& line : list) {
            top_ += ui_.px(8);
            words(line.text, line_style(ui_.theme(), line.kind));
        }
    }

    // Where something of that size lies on the screen; the walk goes on below it.
    Rect place(float left, float width, float height) {
        const float above = scrolled_ == nullptr ? 0 : scrolled_->top;
        const float beside = scrolled_ == nullptr ? 0 : scrolled_->bounds.left;
        return {beside + left, above + top_, width, height};
    }

    void words(const std::string& text, const TextBlockStyle& style) {
        if (text.empty()) return;
        const float height = measure_text(ui_, width_, text, style).height;
        const Rect rect = place(0, width_, height);
        top_ += height;
        if (scrolled_ == nullptr || !is_in_sight(*scrolled_, rect)) return;
        const bool shows = rect.top >= scrolled_->bounds.top - 1 &&
                           rect.bottom() <= scrolled_->bounds.bottom() + 1;
        if (shows) {
            draw_text(ui_, rect, text, style);
        } else {
            paint_text(ui_, rect, text, style);
        }
    }

    // Only what stands wholly in sight can be pressed.
    [[nodiscard]] bool can_press(const Rect& rect) const {
        return scrolled_ != nullptr && rect.top >= scrolled_->bounds.top - 1 &&
               rect.bottom() <= scrolled_->bounds.bottom() + 1;
    }

    void primary(const PanelButton& item) {
        const ButtonStyle style = primary_style(item);
        const float height = button_size(ui_, style, width_).height;
        const Rect rect = place(0, width_, height);
        top_ += height + gap_;
        if (can_press(rect) && button(ui_, rect, style) && scrolled_->taps_count) {
            press(item.action);
        }
    }

    void press(BoardAction action) {
        intents_->emplace_back(PressBoard{action});
        if (action == BoardAction::choose_group || action == BoardAction::choose_into) keep_focus();
    }

    // Whoever pressed by the keys what is gone then does not begin anew at the first table.
    void keep_focus() {
        if (ui_.is_moved_by_keys()) ui_.move_focus_to(action_id(BoardAction::close));
    }

    // From the left, and on in the next row.
    void chips() {
        float left = 0;
        float row = 0;
        for (const PanelButton& item : panel_.buttons) {
            if (item.is_primary) continue;
            const ChipStyle style = chip_style(item);
            Size size = chip_size(ui_, style);
            size.width = std::min(width_, std::ceil(size.width));
            if (left > 0 && left + size.width > width_ + 1) {
                top_ += row + gap_;
                left = 0;
            }
            const Rect rect = place(left, size.width, size.height);
            if (can_press(rect) && chip(ui_, rect, style) && scrolled_->taps_count) {
                press(item.action);
            }
            left += size.width + gap_;
            row = size.height;
        }
        if (left > 0) top_ += row + gap_;
    }

    // The cards of those who sit at a table, beside and below each other.
    void people() {
        const BoardColumn *column = panel_.people ? view_.column_of(*panel_.people) : nullptr;
        if (column == nullptr || column->cards.empty()) return;
        const float narrowest = ui_.px(340) * std::min(1.7F, ui_.text_scale());
        const CardGrid grid(width_, static_cast<std::size_t>((width_ + gap_) / (narrowest + gap_)),
                            gap_);
        float row = 0;
        for (const BoardCard& card : column->cards) {
            row = std::max(row, std::ceil(card_height(ui_, grid.width(), card)));
        }
        for (std::size_t i = 0; i < column->cards.size(); ++i) {
            const BoardCard& card = column->cards[i];
            const Rect laid = grid.place({0, top_}, row, i);
            if (card.id == view_.reveal) wanted_ = laid;
            if (scrolled_ == nullptr) continue;
            const Rect rect{scrolled_->bounds.left + laid.left, scrolled_->top + laid.top,
                            laid.width, laid.height};
            if (is_in_sight(*scrolled_, rect)) person(card, rect);
        }
        top_ += grid.height_for(column->cards.size(), row) + gap_;
    }

    void person(const BoardCard& card, const Rect& rect) {
        const BoardHand& hand = view_.hand;
        const bool is_dragged = hand.card == card.id && hand.hold == BoardHand::Hold::dragged;
        // Where the card was lifted from, nothing stands to be read or touched.
        const Rect touch_rect = is_dragged ? Rect{} : touchable_part(ui_, *scrolled_, rect);
        Touch touch;
        if (touch_rect.height > 0) {
            touch = ui_.interact({.id = card.id,
                                  .label = card_label(ui_, view_, card),
                                  .rect = touch_rect,
                                  .role = Role::hit,
                                  .personal = true});
        }
        paint_card(ui_, rect, card, {.is_chosen = touch.pressed, .is_gone = is_dragged});
        if (touch.focused) focus_ring(ui_, touch_rect.inset(ui_.px(6), ui_.px(6)), ui_.px(14));
        if (touch.pressed && ui_.pointer().change == PointerChange::down) pressed_ = card.id;
        if (touch.acted && scrolled_->taps_count) intents_->emplace_back(ChooseCard{card.id});
    }

    void groups() {
        float widest = ui_.px(150);
        float row = ui_.px(unit::target);
        for (const auto& [number, label] : panel_.groups) {
            const Size size = chip_size(ui_, {.id = "", .label = label});
            widest = std::max(widest, std::ceil(size.width));
            row = std::max(row, size.height);
        }
        const auto count =
            static_cast<std::size_t>(std::max(1.0F, (width_ + gap_) / (widest + gap_)));
        const float each =
            std::floor((width_ - gap_ * static_cast<float>(count - 1)) / static_cast<float>(count));
        for (std::size_t i = 0; i < panel_.groups.size(); ++i) {
            const auto& [number, label] = panel_.groups[i];
            const Rect rect = place(static_cast<float>(i % count) * (each + gap_), each, row);
            const std::string id = "board_group_" + std::to_string(number);
            if (can_press(rect) && chip(ui_, rect, {.id = id, .label = label}) &&
                scrolled_->taps_count) {
                intents_->emplace_back(ChooseBoardGroup{number});
                keep_focus();
            }
            const bool is_last = i + 1 == panel_.groups.size();
            if (is_last || i % count + 1 == count) top_ += row + gap_;
        }
    }

    void legend() {
        const float height = legend_height(ui_, width_, view_);
        const Rect rect = place(0, width_, height);
        top_ += height;
        if (scrolled_ != nullptr) draw_legend(ui_, *scrolled_, rect, view_);
    }

    Ui& ui_;
    const BoardView& view_;
    const BoardPanel& panel_;
    float width_;
    float gap_;
    float top_ = 0;
    const ScrolledBounds *scrolled_ = nullptr;
    BoardIntents *intents_ = nullptr;
    std::optional<Rect> wanted_;
    std::string pressed_;
};

// So that the card that is to be brought into sight shows, and has the keys where they are used.
Scroll show_card(Ui& ui, const Rect& bounds, const BoardView& view) {
    Scroll scroll = view.panel_scroll;
    Panel panel(ui, bounds.width, view);
    if (view.reveal.empty() || !view.panel.people || panel.height() <= bounds.height) {
        if (panel.wanted() && ui.is_moved_by_keys()) ui.move_focus_to(view.reveal);
        return scroll;
    }
    // The buttons beside a list that scrolls take some of its width.
    Panel narrower(ui, bounds.width - ui.px(unit::target + unit::gap), view);
    static_cast<void>(narrower.height());
    if (!narrower.wanted()) return scroll;
    if (ui.is_moved_by_keys()) ui.move_focus_to(view.reveal);
    const Rect& card = *narrower.wanted();
    scroll.at_end = false;
    if (card.top < scroll.offset) scroll.offset = card.top;
    scroll.offset = std::max(scroll.offset, card.bottom() - bounds.height);
    return scroll;
}

}  // namespace

float board_panel_height(Ui& ui, float width, const BoardView& view) {
    return Panel(ui, width - ui.px(2 * padding), view).height() + ui.px(2 * padding);
}

std::string draw_board_panel(Ui& ui, const Rect& rect, const BoardView& view,
                             BoardIntents& intents) {
    card(ui, rect);
    const Rect bounds = rect.inset(ui.px(padding), ui.px(padding));
    const ScrolledBounds scrolled = draw_scroll(
        ui, "board_panel", bounds, [&](float width) { return Panel(ui, width, view).height(); },
        show_card(ui, bounds, view));
    // Before what is pressed: that may show something else, from its beginning.
    if (!(scrolled.scroll == view.panel_scroll)) {
        intents.emplace_back(ScrollBoardPanel{scrolled.scroll});
    }
    ui.painter().clip(scrolled.bounds.inset(-ui.px(12), -ui.px(4)));
    const std::string pressed = Panel(ui, scrolled.bounds.width, view).draw(scrolled, intents);
    ui.painter().end_clip();
    end_scroll(ui, scrolled);
    if (pressed.empty()) return pressed;
    // The finger drags the card, not the list.
    Scroll rests = scrolled.scroll;
    rests.held = false;
    intents.emplace_back(ScrollBoardPanel{rests});
    return pressed;
}

}  // namespace stormote
