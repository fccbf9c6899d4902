#include "kiosk/ui/screens/exit/survey_errand.h"

#include <algorithm>
#include <utility>

#include "kiosk/ui/screens/exit/exit_feedback_choices.h"
#include "kiosk/ui/screens/exit/exit_feedback_question.h"
#include "sync/base/match.h"

namespace stormote {

namespace {

Steps steps_of(const ErrandFrame& frame, std::size_t question) {
    return {static_cast<int>(question) + 1, static_cast<int>(frame.context.offer.questions.size())};
}

// A question as it is asked in the language of the screen, and in which it is asked.
struct AskedQuestion {
    SurveyQuestion question;
    Wording wording = Wording::event;
};
AskedQuestion asked(const Ui& ui, const SurveyQuestion& question) {
    auto translated = question.in(ui.texts().language());
    if (!translated) return {question};
    return {std::move(*translated), Wording::house};
}

// An answer is recorded in the words of the event, and shown in those of the question.
std::string shown_answer(const SurveyQuestion& question, const SurveyQuestion& shown,
                         const std::string& answer) {
    if (!has_choices(question.answer)) return answer;
    std::vector<std::string> chosen;
    for (const std::string& choice : survey_choices(answer)) {
        const auto place = std::find(question.choices.begin(), question.choices.end(), choice);
        if (place == question.choices.end()) continue;
        chosen.push_back(shown.choices[static_cast<std::size_t>(place - question.choices.begin())]);
    }
    return answer_of_choices(shown, chosen);
}

}  // namespace

std::string SurveyErrand::answer_to(const SurveyQuestion& question) const {
    const auto known = answers_.find(question.number);
    return known == answers_.end() ? "" : known->second;
}

void SurveyErrand::open_question(const ExitFeedbackContext& context, std::size_t index) {
    question_ = index;
    page_ = {};
    scroll_ = {};
    if (index >= context.offer.questions.size()) return;
    const SurveyQuestion& question = context.offer.questions[index];
    if (question.answer == SurveyAnswerKind::text) page_.writing = writing_of(answer_to(question));
}

void SurveyErrand::keep_answer(const ExitFeedbackContext& context, const std::string& answer) {
    const SurveyNumber number = context.offer.questions[question_].number;
    if (answer.empty()) {
        answers_.erase(number);
    } else {
        answers_[number] = answer;
    }
}

void SurveyErrand::answer_and_go_on(const ExitFeedbackContext& context, const std::string& answer) {
    keep_answer(context, answer);
    open_question(context, question_ + 1);
}

std::optional<ErrandStep> SurveyErrand::go_back(const ExitFeedbackContext& context) {
    const auto& questions = context.offer.questions;
    const bool is_typed =
        question_ < questions.size() && questions[question_].answer == SurveyAnswerKind::text;
    if (is_typed) keep_answer(context, page_.text());
    if (question_ == 0) return LeaveErrand{};
    open_question(context, question_ - 1);
    return std::nullopt;
}

std::optional<ErrandStep> SurveyErrand::draw(Ui& ui, const ErrandFrame& frame) {
    const auto& questions = frame.context.offer.questions;
    if (question_ >= questions.size()) return draw_send(ui, frame);
    const SurveyAnswerKind answer = questions[question_].answer;
    if (answer == SurveyAnswerKind::text) return draw_text(ui, frame);
    return has_choices(answer) ? draw_choices(ui, frame) : draw_steps(ui, frame);
}

std::optional<ErrandStep> SurveyErrand::draw_steps(Ui& ui, const ErrandFrame& frame) {
    const ExitFeedbackContext& context = frame.context;
    ExitFeedbackQuestionView view;
    view.frame = frame.view;
    AskedQuestion shown = asked(ui, context.offer.questions[question_]);
    view.question = std::move(shown.question);
    view.wording = shown.wording;
    view.steps = steps_of(frame, question_);
    view.chosen = answer_to(view.question);
    view.closes_in_s = frame.warning_s;
    const auto intent = draw_exit_feedback_question(ui, view);
    if (!intent) return std::nullopt;
    std::optional<ErrandStep> step;
    std::visit(Match{[&](const GiveAnswer& given) { answer_and_go_on(context, given.answer); },
                     [&](const KeepAnswer&) { answer_and_go_on(context, view.chosen); },
                     [&](const SkipQuestion&) { answer_and_go_on(context, ""); },
                     [&](const FrameIntent& chosen) {
                         step = follow_frame(chosen, frame, [&] { return go_back(context); });
                     }},
               *intent);
    return step;
}

void SurveyErrand::touch_choice(const ExitFeedbackContext& context, std::size_t choice) {
    const SurveyQuestion& question = context.offer.questions[question_];
    const std::string& touched = question.choices[choice];
    if (question.answer == SurveyAnswerKind::one_of) return answer_and_go_on(context, touched);
    std::vector<std::string> chosen = survey_choices(answer_to(question));
    if (std::erase(chosen, touched) == 0) chosen.push_back(touched);
    keep_answer(context, answer_of_choices(question, chosen));
}

std::optional<ErrandStep> SurveyErrand::draw_choices(Ui& ui, const ErrandFrame& frame) {
    const ExitFeedbackContext& context = frame.context;
    ExitFeedbackChoicesView view;
    view.frame = frame.view;
    const SurveyQuestion& question = context.offer.questions[question_];
    AskedQuestion shown = asked(ui, question);
    view.chosen = shown_answer(question, shown.question, answer_to(question));
    view.question = std::move(shown.question);
    view.wording = shown.wording;
    view.steps = steps_of(frame, question_);
    view.closes_in_s = frame.warning_s;
    view.scroll = scroll_;
    const auto intent = draw_exit_feedback_choices(ui, view);
    if (!intent) return std::nullopt;
    std::optional<ErrandStep> step;
    std::visit(Match{[&](const TouchChoice& touch) { touch_choice(context, touch.choice); },
                     [&](const KeepAnswer&) { answer_and_go_on(context, answer_to(question)); },
                     [&](const SkipQuestion&) { answer_and_go_on(context, ""); },
                     [&](const ScrollChoices& scrolled) { scroll_ = scrolled.scroll; },
                     [&](const FrameIntent& chosen) {
                         step = follow_frame(chosen, frame, [&] { return go_back(context); });
                     }},
               *intent);
    // What was chosen shows at once.
    ui.wake_at(ui.now_ms());
    return step;
}

std::optional<ErrandStep> SurveyErrand::draw_text(Ui& ui, const ErrandFrame& frame) {
    const ExitFeedbackContext& context = frame.context;
    WritingPageView view;
    view.frame = frame.view;
    view.screen = "survey_" + std::to_string(question_ + 1);
    view.steps = steps_of(frame, question_);
    AskedQuestion shown = asked(ui, context.offer.questions[question_]);
    view.question = std::move(shown.question.text);
    view.wording = shown.wording;
    view.hint = ui.say(Sentence{"Nobody sees who answered. Write no names."});
    view.placeholder = ui.say(Sentence{"Write here"});
    view.writing = page_.writing;
    view.keys = page_.keys;
    view.clears_in_s = frame.warning_s;
    if (is_blank(page_.writing)) {
        view.go_on = {.id = "next",
                      .label = ui.say(Sentence{"Skip this question"}),
                      .kind = ButtonKind::outlined};
    } else {
        view.go_on = {.id = "next", .label = ui.say(Sentence{"Next"}), .icon = Icon::forward};
    }
    const WritingPageAnswer answer = draw_writing_page(ui, view);
    page_.take(answer);
    if (answer.intent) {
        return follow_frame(*answer.intent, frame, [&] { return go_back(context); });
    }
    if (answer.goes_on) answer_and_go_on(context, page_.text());
    return std::nullopt;
}

std::optional<ErrandStep> SurveyErrand::draw_send(Ui& ui, const ErrandFrame& frame) {
    const std::size_t count = frame.context.offer.questions.size();
    ExitFeedbackPageView view;
    view.frame = frame.view;
    view.screen = "survey_send";
    view.foot.closes_in_s = frame.warning_s;
    if (answers_.empty()) {
        view.title = ui.say(Sentence{"You have not answered any questions"});
        view.text = ui.say(Sentence{"That is fine. Go back if you want to answer after all."});
        view.foot.buttons = {{.id = "leave_out", .label = ui.say(Sentence{"Continue anyway"})}};
    } else {
        view.title = ui.say(Sentence{"Send your answers?"});
        view.text =
            ui.say(Sentence{"They are combined with everybody else's. Neither your name nor the "
                            "time is stored with them."});
        view.facts = {{Icon::ballot, count == 1
                                         ? ui.say(Sentence{"The question is answered."})
                                         : ui.say(Sentence{"{} of {} questions are answered."},
                                                  answers_.size(), count)}};
        view.foot.words = ui.say(Sentence{"Nobody sees who answered."});
        view.foot.buttons = {
            {.id = "send", .label = ui.say(Sentence{"Send"}), .icon = Icon::check}};
    }
    const auto choice = draw_exit_feedback_page(ui, view);
    if (!choice) return std::nullopt;
    if (const auto *of_frame = std::get_if<FrameIntent>(&*choice)) {
        return follow_frame(*of_frame, frame, [&] { return go_back(frame.context); });
    }
    if (answers_.empty()) return LeaveErrand{};
    // All at once: one sheet, of which nothing was written down before.
    std::vector<SurveyAnswer> sheet;
    for (const auto& [number, text] : answers_) sheet.push_back({number, text});
    return SendFeedback{[sheet = std::move(sheet)](Desk& desk) -> FeedbackAnswer {
        return desk.give_answers(sheet, Actor{});
    }};
}

}  // namespace stormote
