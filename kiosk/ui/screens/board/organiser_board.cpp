#include "kiosk/ui/screens/board/organiser_board.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/board/board_parts.h"

namespace stormote {

namespace {

constexpr float panel_width = 456;
constexpr float gap_units = 24;
constexpr float criterion_icon = 30;

WordsLook criterion_look(const Theme& theme, const BoardCriterion& criterion) {
    WordsLook look;
    look.size = 26;
    look.colour = criterion.is_worse ? theme.warning : theme.ink;
    look.weight = criterion.is_worse ? Weight::bold : Weight::regular;
    look.role = Role::status;
    return look;
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
            const WordsLook look = criterion_look(ui_.theme(), criterion);
            // As wide as the bold words of a warning, so that nothing moves while one tries.
            WordsLook widest = look;
            widest.weight = Weight::bold;
            const float words =
                std::min(width_ - icon, measure_words(ui_, 0, criterion.text, widest).width + 1);
            const float height = std::max(ui_.icon_px(criterion_icon),
                                          measure_words(ui_, words, criterion.text, widest).height);
            if (left > 0 && left + icon + words > width_) {
                top_ += row;
                left = 0;
                row = 0;
            }
            row = std::max(row, height);
            if (rect != nullptr) {
                draw_one({rect->left + left, rect->top + top_, icon + words, height}, criterion,
                         look);
            }
            left += icon + words + ui_.px(40);
        }
        top_ += row;
    }

    void draw_one(Rect box, const BoardCriterion& criterion, WordsLook look) {
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
        look.vertical = Vertical::middle;
        draw_words(ui_, box, criterion.text, look);
    }

    Ui& ui_;
    const BoardView& view_;
    float width_;
    float top_ = 0;
};

class Board {
  public:
    Board(Ui& ui, const BoardView& view) : ui_(ui), view_(view), gap_(ui.px(gap_units)) {}

    BoardIntents draw(Rect room) {
        draw_criteria(room);
        if (view_.columns.empty()) {
            draw_empty(room);
        } else if (ui_.metrics().portrait()) {
            draw_upright(room);
        } else {
            draw_wide(room);
        }
        return std::move(intents_);
    }

  private:
    void draw_criteria(Rect& room) {
        if (view_.criteria.empty()) return;
        const TextScale scale(ui_, std::min(largest_controls_scale, ui_.text_scale()));
        const float height = Criteria(ui_, room.width, view_).height();
        Criteria(ui_, room.width, view_).draw(room.take_top(height));
        room.take_top(ui_.px(16));
    }

    void draw_panel(const Rect& rect) {
        const TextScale scale(ui_, std::min(largest_controls_scale, ui_.text_scale()));
        draw_board_panel(ui_, rect, view_, intents_);
    }

    void draw_wide(Rect room) {
        const float width = std::round(ui_.px(panel_width) * std::min(1.2F, ui_.text_scale()));
        Rect panel = room.take_right(width);
        room.take_right(gap_);
        BoardMotion motion = draw_columns(ui_, room, view_, intents_);
        if (motion.range.moves()) {
            const Rect strip = panel.take_bottom(pan_buttons_size(ui_).height);
            panel.take_bottom(ui_.px(16));
            draw_panel(panel);
            const float left = strip.right() - pan_buttons_size(ui_).width;
            motion.pan = draw_pan_buttons(ui_, {left, strip.top}, motion.range, motion.pan);
        } else {
            draw_panel(panel);
        }
        note_pan(motion.pan);
    }

    // Held upright, the panel and the buttons lie below, where they can be reached.
    void draw_upright(Rect room) {
        const float most = std::round(room.height * 0.4F);
        float need = 0;
        {
            const TextScale scale(ui_, std::min(largest_controls_scale, ui_.text_scale()));
            need = board_panel_height(ui_, room.width, view_);
        }
        const Rect panel = room.take_bottom(std::min(need, most));
        room.take_bottom(ui_.px(16));
        const Rect strip = room.take_bottom(pan_buttons_size(ui_).height);
        room.take_bottom(ui_.px(16));
        BoardMotion motion = draw_columns(ui_, room, view_, intents_);
        if (motion.range.moves()) {
            const float left = strip.right() - pan_buttons_size(ui_).width;
            motion.pan = draw_pan_buttons(ui_, {left, strip.top}, motion.range, motion.pan);
        }
        draw_panel(panel);
        note_pan(motion.pan);
    }

    void note_pan(const Pan& pan) {
        if (!(pan == view_.pan)) intents_.emplace_back(PanBoard{pan});
    }

    // Before there are groups: what can be done about it, in the middle.
    void draw_empty(Rect room) {
        if (view_.panel.title.empty()) {
            WordsLook look = quiet_words(ui_.theme(), unit::lead);
            look.align = Align::centre;
            look.vertical = Vertical::middle;
            if (!view_.news.empty()) draw_words(ui_, room, view_.news, look);
            return;
        }
        if (ui_.metrics().portrait()) {
            // Held upright, what must be reached begins below the upper third.
            const float third = ui_.metrics().screen.height / 3;
            room.take_top(std::max(0.0F, std::round(third - room.top)));
        }
        const float width = std::min(room.width, ui_.px(900));
        float height = 0;
        {
            const TextScale scale(ui_, std::min(largest_controls_scale, ui_.text_scale()));
            height = std::min(room.height, board_panel_height(ui_, width, view_));
        }
        const Rect panel = room.middle({width, height});
        const float top = ui_.metrics().portrait() ? room.top : std::round(panel.top);
        draw_panel({std::round(panel.left), top, width, height});
    }

    Ui& ui_;
    const BoardView& view_;
    float gap_;
    BoardIntents intents_;
};

}  // namespace

std::vector<BoardIntent> draw_board(Ui& ui, const Rect& room, const BoardView& view) {
    return Board(ui, view).draw(room);
}

bool takes_escape(const BoardView& view) {
    return view.hand.hold == BoardHand::Hold::carried || view.panel.can_close;
}

}  // namespace stormote
