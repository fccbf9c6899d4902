#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/board/board_parts.h"

namespace stormote {

namespace {

constexpr float padding = 24;
constexpr float gap_units = 16;

std::string_view id_of(BoardAction action) {
    switch (action) {
        case BoardAction::undo:
            return "board_undo";
        case BoardAction::redo:
            return "board_redo";
        case BoardAction::even_out:
            return "board_even_out";
        case BoardAction::deal:
            return "board_deal";
        case BoardAction::open_table:
            return "board_open_table";
        case BoardAction::close_table:
            return "board_close_table";
        case BoardAction::name_table:
            return "board_name_table";
        case BoardAction::name_opened:
            return "board_name_opened";
        case BoardAction::clear_closed:
            return "board_clear_closed";
        case BoardAction::choose_into:
            return "board_choose_into";
        case BoardAction::deal_out:
            return "board_deal_out";
        case BoardAction::previous_round:
            return "board_previous_round";
        case BoardAction::next_round:
            return "board_next_round";
        case BoardAction::more:
            return "board_more";
        case BoardAction::legend:
            return "board_legend";
        case BoardAction::choose_group:
            return "board_choose_group";
        case BoardAction::lock:
            return "board_lock";
        case BoardAction::unlock:
            return "board_unlock";
        case BoardAction::lead:
            return "board_lead";
        case BoardAction::stop_leading:
            return "board_stop_leading";
        case BoardAction::confirm:
            return "board_confirm";
        case BoardAction::skip:
            return "board_skip";
        case BoardAction::fewer_groups:
            return "board_fewer_groups";
        case BoardAction::more_groups:
            return "board_more_groups";
        case BoardAction::close:
            break;
    }
    return "board_close";
}

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
    return {.id = id_of(item.action),
            .label = item.label,
            .icon = item.icon,
            .enabled = item.is_enabled};
}

ChipStyle chip_style(const PanelButton& item) {
    return {.id = id_of(item.action),
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

    void draw(const ScrolledBounds& scrolled, BoardIntents& intents) {
        scrolled_ = &scrolled;
        intents_ = &intents;
        top_ = 0;
        walk();
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
            intents_->emplace_back(PressBoard{item.action});
        }
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
                intents_->emplace_back(PressBoard{item.action});
            }
            left += size.width + gap_;
            row = size.height;
        }
        if (left > 0) top_ += row + gap_;
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
};

}  // namespace

float board_panel_height(Ui& ui, float width, const BoardView& view) {
    return Panel(ui, width - ui.px(2 * padding), view).height() + ui.px(2 * padding);
}

void draw_board_panel(Ui& ui, const Rect& rect, const BoardView& view, BoardIntents& intents) {
    card(ui, rect);
    const Rect bounds = rect.inset(ui.px(padding), ui.px(padding));
    const ScrolledBounds scrolled = draw_scroll(
        ui, "board_panel", bounds, [&](float width) { return Panel(ui, width, view).height(); },
        view.panel_scroll);
    // Before what is pressed: that may show something else, from its beginning.
    if (!(scrolled.scroll == view.panel_scroll)) {
        intents.emplace_back(ScrollBoardPanel{scrolled.scroll});
    }
    ui.painter().clip(scrolled.bounds.inset(-ui.px(12), -ui.px(4)));
    Panel(ui, scrolled.bounds.width, view).draw(scrolled, intents);
    ui.painter().end_clip();
    end_scroll(ui, scrolled);
}

}  // namespace stormote
