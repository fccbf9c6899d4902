#include "kiosk/ui/screens/exit/exit_feedback_question.h"

#include <algorithm>
#include <cmath>

#include "kiosk/ui/screens/exit/exit_feedback_parts.h"
#include "kiosk/ui/widgets/column.h"

namespace stormote {

namespace {

struct AnswerStyle {
    std::string id;
    std::string answer;  // as it is recorded
    std::string face;
    std::string name;  // begins with the face
    Wording wording = Wording::house;
};

std::vector<AnswerStyle> answers_of(const Ui& ui, const ExitFeedbackQuestionView& view) {
    const SurveyQuestion& question = view.question;
    if (question.answer == SurveyAnswerKind::yes_no) {
        const std::string yes = ui.say(Sentence{"Yes"});
        const std::string no = ui.say(Sentence{"No"});
        return {{"answer_yes", "yes", yes, yes}, {"answer_no", "no", no, no}};
    }
    std::vector<AnswerStyle> answers;
    for (int step = 1; step <= survey_scale; ++step) {
        const std::string face = std::to_string(step);
        std::string name = face;
        if (step == 1 && !question.low.empty()) name += " – " + question.low;
        if (step == survey_scale && !question.high.empty()) name += " – " + question.high;
        // "1 – Inte alls" is the event's; a number alone, yes and no are the house's.
        const Wording wording = name == face ? Wording::house : view.wording;
        answers.push_back({"answer_" + face, face, face, name, wording});
    }
    return answers;
}

bool draw_answer(Ui& ui, const Rect& rect, const AnswerStyle& style, bool is_chosen) {
    const Theme& theme = ui.theme();
    const float radius = ui.px(28);
    const Touch touch = ui.interact({.id = style.id,
                                     .label = style.name,
                                     .rect = rect,
                                     .selected = is_chosen,
                                     .wording = style.wording});
    const Colour ground = is_chosen       ? theme.primary
                          : touch.pressed ? theme.primary_tint
                                          : theme.card;
    ui.painter().fill(rect, ground, radius);
    ui.painter().outline(rect, theme.primary, ui.px(3), radius);
    TextBlockStyle words = strong_text_style(theme, 64);
    words.colour = is_chosen ? theme.on_primary : theme.primary;
    words.align = Align::centre;
    words.vertical = Vertical::middle;
    paint_text(ui, rect.inset(ui.px(16), ui.px(8)), style.face, words);
    if (is_chosen) {
        // Not by colour alone.
        const float side = ui.px(40);
        ui.painter().icon({rect.right() - ui.px(16) - side, rect.top + ui.px(16), side, side},
                          Icon::check, theme.on_primary);
    }
    if (touch.focused) focus_ring(ui, rect, radius);
    return touch.acted;
}

std::optional<std::string> draw_answers(Ui& ui, const Rect& rect,
                                        const std::vector<AnswerStyle>& answers,
                                        const std::string& chosen) {
    const auto count = static_cast<float>(answers.size());
    const float gap = ui.px(24);
    const float width = std::floor((rect.width - gap * (count - 1)) / count);
    std::optional<std::string> given;
    for (std::size_t i = 0; i < answers.size(); ++i) {
        const Rect place{rect.left + static_cast<float>(i) * (width + gap), rect.top, width,
                         rect.height};
        if (draw_answer(ui, place, answers[i], answers[i].answer == chosen)) {
            given = answers[i].answer;
        }
    }
    return given;
}

// The words at the ends of the scale, each below its own.
struct Ends {
    TextBlockStyle low;
    TextBlockStyle high;
    float width = 0;
    float height = 0;
};

Ends plan_ends(Ui& ui, float width, const ExitFeedbackQuestionView& view) {
    const SurveyQuestion& question = view.question;
    Ends ends;
    if (question.answer != SurveyAnswerKind::scale) return ends;
    ends.low = quiet_text_style(ui.theme(), 30);
    ends.low.wording = view.wording;
    ends.high = ends.low;
    ends.high.align = Align::end;
    ends.width = std::floor(width / 2 - ui.px(24));
    for (const std::string& words : {question.low, question.high}) {
        if (words.empty()) continue;
        ends.height = std::max(ends.height, measure_text(ui, ends.width, words, ends.low).height);
    }
    return ends;
}

void draw_ends(Ui& ui, Rect rect, const Ends& ends, const SurveyQuestion& question) {
    const Rect right = rect.take_right(ends.width);
    const Rect left = rect.take_left(ends.width);
    if (!question.low.empty()) draw_text(ui, left, question.low, ends.low);
    if (!question.high.empty()) draw_text(ui, right, question.high, ends.high);
}

}  // namespace

std::vector<ButtonStyle> question_buttons(const Ui& ui, bool is_answered) {
    std::vector<ButtonStyle> buttons{{.id = "skip",
                                      .label = ui.say(Sentence{"Skip this question"}),
                                      .kind = ButtonKind::outlined}};
    if (is_answered) {
        buttons.push_back({.id = "next", .label = ui.say(Sentence{"Next"}), .icon = Icon::forward});
    }
    return buttons;
}

std::optional<ExitFeedbackQuestionIntent> draw_exit_feedback_question(
    Ui& ui, const ExitFeedbackQuestionView& view) {
    // A screen of its own, so that an impatient second tap does not answer the next one.
    ui.begin_screen("survey_" + std::to_string(view.steps.number));
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    const bool portrait = ui.metrics().portrait();
    Rect bounds = frame.bounds.inset(margin_of(ui), ui.px(32));
    const ExitFeedbackFoot foot{.icon = Icon::lock,
                                .words = ui.say(Sentence{"Nobody sees who answered."}),
                                .closes_in_s = view.closes_in_s,
                                .buttons = question_buttons(ui, !view.chosen.empty())};
    const Rect foot_rect = bounds.take_bottom(exit_feedback_foot_height(ui, bounds.width, foot));
    bounds.take_bottom(ui.px(24));
    {
        const TextScale aside(ui, std::min(TextScale::aside, ui.text_scale()));
        draw_progress(ui, bounds.take_top(progress_size(ui, view.steps).height), view.steps);
    }
    bounds.take_top(ui.px(24));
    const TextScale scale(ui, std::min(1.6F, ui.text_scale()));
    const Ends ends = plan_ends(ui, bounds.width, view);
    const float ends_height = ends.height > 0 ? ends.height + ui.px(16) : 0;
    const float answers_height = ui.px(200);
    const float below = answers_height + ends_height + ui.px(40);
    const Column question =
        fit_column(ui, {bounds.width, bounds.height - below}, [&](Column& words) {
            TextBlockStyle title = screen_title_style(ui.theme());
            title.wording = view.wording;
            words.words(view.question.text, title);
        });
    const float spare = std::max(0.0F, bounds.height - below - question.height());
    bounds.take_top(std::round(spare * 0.3F));
    question.draw({bounds.left, bounds.top});
    bounds.take_top(question.height() + ui.px(40));
    if (portrait) {
        // What must be reached begins below the upper third.
        const float third = ui.metrics().screen.height / 3;
        bounds.take_top(std::max(0.0F, std::ceil(third - bounds.top) + ui.px(8)));
    }
    const auto given =
        draw_answers(ui, bounds.take_top(answers_height), answers_of(ui, view), view.chosen);
    bounds.take_top(ui.px(16));
    if (ends.height > 0) draw_ends(ui, bounds.take_top(ends.height), ends, view.question);
    const auto pressed = draw_exit_feedback_foot(ui, foot_rect, foot);
    if (given) return GiveAnswer{*given};
    if (pressed) {
        if (*pressed == 0) return SkipQuestion{};
        return KeepAnswer{};
    }
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
