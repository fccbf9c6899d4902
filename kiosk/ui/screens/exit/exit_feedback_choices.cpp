#include "kiosk/ui/screens/exit/exit_feedback_choices.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "kiosk/ui/screens/common/card_lines.h"
#include "kiosk/ui/screens/common/page_title.h"
#include "kiosk/ui/screens/exit/exit_feedback_parts.h"

namespace stormote {

namespace {

constexpr float padding = 28;
constexpr float mark_side = 48;
constexpr float mark_gap = 24;
constexpr float lowest_row = 96;
// So few read best below each other, however wide the screen is.
constexpr std::size_t most_in_one_column = 4;
constexpr float narrowest_row = 640;
constexpr float never = 1e6F;

TextBlockStyle choice_style(const Theme& theme, Wording wording) {
    TextBlockStyle style;
    style.size = 34;
    style.colour = theme.ink;
    style.vertical = Vertical::middle;
    style.wording = wording;
    return style;
}

class Page {
  public:
    Page(Ui& ui, const ExitFeedbackChoicesView& view)
        : ui_(ui),
          view_(view),
          chosen_(survey_choices(view.chosen)),
          takes_several_(view.question.answer == SurveyAnswerKind::several_of) {}

    std::optional<ExitFeedbackChoicesIntent> draw() {
        // A screen of its own, so that an impatient second tap does not answer the next one.
        ui_.begin_screen("survey_" + std::to_string(view_.steps.number));
        const FrameBounds frame = draw_frame(ui_, view_.frame, Aside::back);
        Rect bounds = frame.bounds.inset(margin_of(ui_), ui_.px(32));
        const ExitFeedbackFoot foot{.icon = Icon::lock,
                                    .words = ui_.say(Sentence{"Nobody sees who answered."}),
                                    .closes_in_s = view_.closes_in_s,
                                    .buttons = buttons()};
        const Rect foot_rect =
            bounds.take_bottom(exit_feedback_foot_height(ui_, bounds.width, foot));
        bounds.take_bottom(ui_.px(24));
        draw_question(ui_, bounds, view_.steps,
                      {.text = view_.question.text,
                       .wording = view_.wording,
                       .highest = bounds.height * 0.4F});
        draw_hint(bounds);
        leave_upper_third(ui_, bounds);
        draw_choices(bounds);
        const auto pressed = draw_exit_feedback_foot(ui_, foot_rect, foot);
        if (pressed && foot.buttons[*pressed].id == "skip") intent_ = SkipQuestion{};
        if (pressed && foot.buttons[*pressed].id == "next") intent_ = KeepAnswer{};
        if (frame.intent) intent_ = *frame.intent;
        return intent_;
    }

  private:
    // Of several, one button in one place: the page must not move under the finger that chooses.
    [[nodiscard]] std::vector<ButtonStyle> buttons() const {
        std::vector<ButtonStyle> both = question_buttons(ui_, !chosen_.empty());
        if (takes_several_ && both.size() > 1) both.erase(both.begin());
        return both;
    }

    void draw_hint(Rect& bounds) {
        const TextScale scale(ui_, std::min(TextScale::aside, ui_.text_scale()));
        const std::string words = takes_several_ ? ui_.say(Sentence{"Choose one or more."})
                                                 : ui_.say(Sentence{"Choose one."});
        const TextBlockStyle style = quiet_text_style(ui_.theme(), 30);
        bounds.take_top(ui_.px(12));
        const float height = measure_text(ui_, bounds.width, words, style).height;
        draw_text(ui_, bounds.take_top(height), words, style);
        bounds.take_top(ui_.px(20));
    }

    [[nodiscard]] CardLines rows(float width) {
        const std::size_t count = view_.question.choices.size();
        return CardLines(
            ui_, width, count, count > most_in_one_column ? narrowest_row : never,
            [this](float each, std::size_t index) {
                const float room = each - ui_.px(2 * padding + mark_side + mark_gap);
                const Size words = measure_text(ui_, room, view_.question.choices[index],
                                                choice_style(ui_.theme(), view_.wording));
                return std::ceil(std::max(ui_.px(lowest_row), words.height + ui_.px(2 * 20)));
            });
    }

    void draw_choices(const Rect& bounds) {
        const ScrolledBounds scrolled = draw_scroll(
            ui_, "choices", bounds, [this](float width) { return rows(width).height(); },
            view_.scroll);
        const CardLines list = rows(scrolled.bounds.width);
        ui_.painter().clip(scrolled.bounds.inset(-ui_.px(12), -ui_.px(2)));
        for (std::size_t i = 0; i < view_.question.choices.size(); ++i) {
            const Rect rect = list.place({scrolled.bounds.left, scrolled.top}, i);
            if (is_in_sight(scrolled, rect)) draw_choice(scrolled, rect, i);
        }
        ui_.painter().end_clip();
        end_scroll(ui_, scrolled);
        if (!intent_ && !(scrolled.scroll == view_.scroll)) {
            intent_ = ScrollChoices{scrolled.scroll};
        }
    }

    // What is not wholly in sight is drawn, but not written down.
    [[nodiscard]] static bool is_whole(const ScrolledBounds& scrolled, const Rect& rect) {
        return rect.top >= scrolled.bounds.top - 1 && rect.bottom() <= scrolled.bounds.bottom() + 1;
    }

    void draw_choice(const ScrolledBounds& scrolled, const Rect& rect, std::size_t index) {
        const std::string& choice = view_.question.choices[index];
        const bool is_chosen = std::find(chosen_.begin(), chosen_.end(), choice) != chosen_.end();
        Touch touch;
        if (is_whole(scrolled, rect)) {
            touch = ui_.interact({.id = "choice_" + std::to_string(index),
                                  .label = choice,
                                  .rect = rect,
                                  .selected = is_chosen,
                                  .wording = view_.wording});
        }
        const Theme& theme = ui_.theme();
        const float radius = ui_.px(24);
        ui_.painter().fill(rect, is_chosen || touch.pressed ? theme.primary_tint : theme.card,
                           radius);
        ui_.painter().outline(rect, theme.primary, ui_.px(is_chosen ? 5 : 3), radius);
        Rect room = rect.inset(ui_.px(padding), 0);
        draw_mark(room.take_left(ui_.px(mark_side)), is_chosen);
        room.take_left(ui_.px(mark_gap));
        paint_text(ui_, room, choice, choice_style(theme, view_.wording));
        if (touch.focused) focus_ring(ui_, rect, radius);
        if (touch.acted && scrolled.taps_count) intent_ = TouchChoice{index};
    }

    // A box where several can be chosen, a ring where one can: not by colour alone.
    void draw_mark(const Rect& strip, bool is_chosen) {
        const Theme& theme = ui_.theme();
        const float side = strip.width;
        const Rect mark{strip.left, strip.top + std::floor((strip.height - side) / 2), side, side};
        const float radius = takes_several_ ? ui_.px(10) : side / 2;
        if (is_chosen) {
            ui_.painter().fill(mark, theme.primary, radius);
            const float inner = ui_.px(8);
            ui_.painter().icon(mark.inset(inner, inner), Icon::check, theme.on_primary);
        } else {
            ui_.painter().outline(mark, theme.outline, ui_.px(3), radius);
        }
    }

    Ui& ui_;
    const ExitFeedbackChoicesView& view_;
    std::vector<std::string> chosen_;
    bool takes_several_;
    std::optional<ExitFeedbackChoicesIntent> intent_;
};

}  // namespace

std::optional<ExitFeedbackChoicesIntent> draw_exit_feedback_choices(
    Ui& ui, const ExitFeedbackChoicesView& view) {
    return Page(ui, view).draw();
}

}  // namespace stormote
