#include "kiosk/ui/screens/board/organiser_board.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "kiosk/ui/screens/board/board_room.h"

namespace stormote {

namespace {

constexpr float panel_width = 456;
constexpr float page_gap_units = 24;
constexpr float criterion_icon = 30;

TextBlockStyle criterion_style(const Theme& theme, const BoardCriterion& criterion) {
    TextBlockStyle style;
    style.size = 26;
    style.colour = criterion.is_worse ? theme.warning : theme.ink;
    style.weight = criterion.is_worse ? Weight::bold : Weight::regular;
    style.role = Role::status;
    return style;
}

// The criteria beside each other, on as many lines as they need.
class Criteria {
  public:
    Criteria(Ui& ui, float width, const BoardView& view) : ui_(ui), view_(view), width_(width) {}

    [[nodiscard]] float height() {
        walk(nullptr);
        return top_;
    }
    void draw(const Rect& rect) { walk(&rect); }

  private:
    void walk(const Rect *rect) {
        top_ = 0;
        float left = 0;
        float row = 0;
        const float icon = ui_.icon_px(criterion_icon) + ui_.px(8);
        for (const BoardCriterion& criterion : view_.criteria) {
            const TextBlockStyle style = criterion_style(ui_.theme(), criterion);
            // As wide as the bold words of a warning, so that nothing moves while one tries.
            TextBlockStyle widest = style;
            widest.weight = Weight::bold;
            const float words =
                std::min(width_ - icon, measure_text(ui_, 0, criterion.text, widest).width + 1);
            const float height = std::max(ui_.icon_px(criterion_icon),
                                          measure_text(ui_, words, criterion.text, widest).height);
            if (left > 0 && left + icon + words > width_) {
                top_ += row;
                left = 0;
                row = 0;
            }
            row = std::max(row, height);
            if (rect != nullptr) {
                draw_one({rect->left + left, rect->top + top_, icon + words, height}, criterion,
                         style);
            }
            left += icon + words + ui_.px(40);
        }
        top_ += row;
    }

    void draw_one(Rect box, const BoardCriterion& criterion, TextBlockStyle style) {
        const Theme& theme = ui_.theme();
        const float side = ui_.icon_px(criterion_icon);
        const Rect mark = box.take_left(side).middle({side, side});
        box.take_left(ui_.px(8));
        if (criterion.is_worse) {
            ui_.painter().icon(mark, Icon::warning, theme.warning);
        } else if (criterion.is_best) {
            draw_here_mark(ui_, mark, true);
        } else {
            draw_here_mark(ui_, mark, false);
        }
        style.vertical = Vertical::middle;
        draw_text(ui_, box, criterion.text, style);
    }

    Ui& ui_;
    const BoardView& view_;
    float width_;
    float top_ = 0;
};

class Board {
  public:
    Board(Ui& ui, const BoardView& view) : ui_(ui), view_(view), gap_(ui.px(page_gap_units)) {}

    BoardIntents draw(Rect bounds) {
        if (view_.columns().empty()) {
            draw_criteria(bounds);
            draw_empty(bounds);
        } else if (ui_.metrics().portrait()) {
            draw_upright(bounds);
        } else {
            draw_wide(bounds);
        }
        return std::move(intents_);
    }

  private:
    void draw_criteria(Rect& bounds) {
        if (view_.criteria.empty()) return;
        const TextScale scale(ui_, std::min(largest_controls_scale, ui_.text_scale()));
        const float height = Criteria(ui_, bounds.width, view_).height();
        Criteria(ui_, bounds.width, view_).draw(bounds.take_top(height));
        bounds.take_top(ui_.px(16));
    }

    [[nodiscard]] std::string draw_panel(const Rect& rect) {
        const TextScale scale(ui_, std::min(largest_controls_scale, ui_.text_scale()));
        return draw_board_panel(ui_, rect, view_, intents_);
    }

    // Between the plan of the room and the columns.
    [[nodiscard]] std::array<ChipStyle, 2> forms() const {
        return {{{.id = "board_room",
                  .label = ui_.say(Sentence{"The room"}),
                  .selected = view_.form == BoardForm::room},
                 {.id = "board_columns",
                  .label = ui_.say(Sentence{"Columns"}),
                  .selected = view_.form == BoardForm::columns}}};
    }
    [[nodiscard]] float switch_height() {
        const TextScale scale(ui_, std::min(largest_controls_scale, ui_.text_scale()));
        return std::max(chip_size(ui_, forms()[0]).height, chip_size(ui_, forms()[1]).height);
    }
    void draw_switch(Rect strip) {
        const TextScale scale(ui_, std::min(largest_controls_scale, ui_.text_scale()));
        for (const ChipStyle& form : forms()) {
            const Rect rect = strip.take_left(std::ceil(chip_size(ui_, form).width));
            strip.take_left(ui_.px(unit::gap));
            if (!chip(ui_, rect, form)) continue;
            const bool is_room = form.id == "board_room";
            intents_.emplace_back(ShowBoardAs{is_room ? BoardForm::room : BoardForm::columns});
        }
    }

    void draw_wide(Rect bounds) {
        const float width = std::round(ui_.px(panel_width) * std::min(1.2F, ui_.text_scale()));
        Rect panel = bounds.take_right(width);
        bounds.take_right(gap_);
        draw_criteria(bounds);
        draw_switch(panel.take_top(switch_height()));
        panel.take_top(ui_.px(8));
        const auto place_strip = [&]() -> Point {
            const Rect strip = panel.take_bottom(pan_buttons_size(ui_).height);
            panel.take_bottom(ui_.px(16));
            return {strip.right() - pan_buttons_size(ui_).width, strip.top};
        };
        if (view_.form == BoardForm::columns) {
            BoardMotion motion = draw_columns(ui_, bounds, view_, intents_);
            if (motion.range.moves()) {
                const Point corner = place_strip();
                static_cast<void>(draw_panel(panel));
                motion.pan = draw_pan_buttons(ui_, corner, motion.range, motion.pan);
            } else {
                static_cast<void>(draw_panel(panel));
            }
            return note_pan(motion.pan);
        }
        const Rect below = take_legend(bounds);
        BoardRoom room(ui_, bounds, view_, intents_);
        room.draw();
        draw_legend_in(below);
        std::optional<Point> corner;
        if (room.range().moves()) corner = place_strip();
        const std::string pressed = draw_panel(panel);
        Pan pan = room.pan();
        if (corner) pan = draw_pan_buttons(ui_, *corner, room.range(), pan);
        note_pan(room.take_finger(pressed, pan));
    }

    // Held upright, the panel and the buttons lie below, where they can be reached, and so do the
    // tables; what the room's marks mean stands above them.
    void draw_upright(Rect bounds) {
        draw_criteria(bounds);
        const bool is_room = view_.form == BoardForm::room;
        const float third = ui_.metrics().screen.height / 3;
        const Rect above =
            is_room ? bounds.take_top(std::max(0.0F, std::ceil(third - bounds.top))) : Rect{};
        // People need more of it than buttons.
        const float share = view_.panel.people ? 0.52F : 0.42F;
        const float most = std::round(bounds.height * (is_room ? share : 0.4F));
        float need = 0;
        {
            const TextScale scale(ui_, std::min(largest_controls_scale, ui_.text_scale()));
            need = board_panel_height(ui_, bounds.width, view_);
        }
        const Rect panel = bounds.take_bottom(std::min(need, most));
        bounds.take_bottom(ui_.px(16));
        const float height = std::max(pan_buttons_size(ui_).height, switch_height());
        const Rect strip = bounds.take_bottom(height);
        bounds.take_bottom(ui_.px(16));
        const Point corner{strip.right() - pan_buttons_size(ui_).width, strip.top};
        if (!is_room) {
            BoardMotion motion = draw_columns(ui_, bounds, view_, intents_);
            draw_switch(strip);
            if (motion.range.moves()) {
                motion.pan = draw_pan_buttons(ui_, corner, motion.range, motion.pan);
            }
            static_cast<void>(draw_panel(panel));
            return note_pan(motion.pan);
        }
        draw_legend_in({above.left, above.top, above.width, above.height - ui_.px(16)});
        BoardRoom room(ui_, bounds, view_, intents_);
        room.draw();
        draw_switch(strip);
        Pan pan = room.pan();
        if (room.range().moves()) pan = draw_pan_buttons(ui_, corner, room.range(), pan);
        note_pan(room.take_finger(draw_panel(panel), pan));
    }

    // Below the room, no more of it than leaves the tables their place.
    Rect take_legend(Rect& bounds) {
        const TextScale scale(ui_, std::min(largest_controls_scale, ui_.text_scale()));
        const RoomLegend legend = lay_out_room_legend(ui_, bounds.width, view_);
        const Rect below = bounds.take_bottom(legend.height_within(bounds.height * 0.25F));
        bounds.take_bottom(ui_.px(16));
        return below;
    }
    void draw_legend_in(const Rect& rect) {
        const TextScale scale(ui_, std::min(largest_controls_scale, ui_.text_scale()));
        draw_room_legend(ui_, rect, view_);
    }

    void note_pan(const Pan& pan) {
        if (!(pan == view_.pan)) intents_.emplace_back(PanBoard{pan});
    }

    // Before there are groups: what can be done about it, in the middle.
    void draw_empty(Rect bounds) {
        if (view_.panel.title.empty()) {
            TextBlockStyle style = quiet_text_style(ui_.theme(), unit::lead);
            style.align = Align::centre;
            style.vertical = Vertical::middle;
            if (!view_.news.empty()) draw_text(ui_, bounds, view_.news, style);
            return;
        }
        if (ui_.metrics().portrait()) {
            // Held upright, what must be reached begins below the upper third.
            const float third = ui_.metrics().screen.height / 3;
            bounds.take_top(std::max(0.0F, std::round(third - bounds.top)));
        }
        const float width = std::min(bounds.width, ui_.px(900));
        float height = 0;
        {
            const TextScale scale(ui_, std::min(largest_controls_scale, ui_.text_scale()));
            height = std::min(bounds.height, board_panel_height(ui_, width, view_));
        }
        const Rect panel = bounds.middle({width, height});
        const float top = ui_.metrics().portrait() ? bounds.top : std::round(panel.top);
        static_cast<void>(draw_panel({std::round(panel.left), top, width, height}));
    }

    Ui& ui_;
    const BoardView& view_;
    float gap_;
    BoardIntents intents_;
};

}  // namespace

const BoardColumn *BoardView::column_of(GroupNumber group) const {
    const auto found = std::find_if(columns().begin(), columns().end(),
                                    [group](const auto& column) { return column.group == group; });
    return found == columns().end() ? nullptr : &*found;
}

const BoardCard *BoardView::find_card(const std::string& id) const {
    for (const BoardColumn& column : columns()) {
        for (const BoardCard& card : column.cards) {
            if (card.id == id) return &card;
        }
    }
    return nullptr;
}

std::string table_id(GroupNumber group) {
    return "table_" + std::to_string(group);
}

std::vector<BoardIntent> draw_board(Ui& ui, const Rect& bounds, const BoardView& view) {
    return Board(ui, view).draw(bounds);
}

bool takes_escape(const BoardView& view) {
    return view.hand.hold == BoardHand::Hold::carried || view.panel.can_close;
}

}  // namespace stormote
