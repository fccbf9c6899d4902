// ExitFeedbackPresenter: the survey, a question a page, and the sheet with all answers, which is
// sent whole.
#include "kiosk/ui/screens/exit/exit_feedback_presenter.h"
#include "kiosk/ui/screens/exit/exit_feedback_question.h"
#include "sync/base/match.h"

namespace stormote {

void ExitFeedbackPresenter::open_question(std::size_t index) {
    question_ = index;
    if (index >= offer_.questions.size()) return open(Page::send_answers);
    open(Page::question);
    const SurveyQuestion& question = offer_.questions[index];
    const auto known = answers_.find(question.number);
    if (question.answer == SurveyAnswerKind::text && known != answers_.end()) {
        writing_ = writing_of(known->second);
    }
}

// The question that is shown; an empty answer is none.
void ExitFeedbackPresenter::keep_answer(const std::string& answer) {
    const SurveyNumber number = offer_.questions[question_].number;
    if (answer.empty()) {
        answers_.erase(number);
    } else {
        answers_[number] = answer;
    }
}

void ExitFeedbackPresenter::answer_and_go_on(const std::string& answer) {
    keep_answer(answer);
    open_question(question_ + 1);
}

std::optional<Navigation> ExitFeedbackPresenter::draw_question(Ui& ui, const FrameView& frame) {
    const SurveyQuestion& question = offer_.questions[question_];
    return question.answer == SurveyAnswerKind::text ? draw_text(ui, frame, question)
                                                     : draw_choices(ui, frame, question);
}

std::optional<Navigation> ExitFeedbackPresenter::draw_choices(Ui& ui, const FrameView& frame,
                                                              const SurveyQuestion& question) {
    ExitFeedbackQuestionView view;
    view.frame = frame;
    view.question = question;
    view.steps = {static_cast<int>(question_) + 1, static_cast<int>(offer_.questions.size())};
    const auto known = answers_.find(question.number);
    if (known != answers_.end()) view.chosen = known->second;
    view.closes_in_s = idle_.warning_s();
    const auto intent = draw_exit_feedback_question(ui, view);
    if (!intent) return std::nullopt;
    Asked for_app;
    std::visit(Match{[this](const GiveAnswer& given) { answer_and_go_on(given.answer); },
                     [&](const KeepAnswer&) { answer_and_go_on(view.chosen); },
                     [this](const SkipQuestion&) { answer_and_go_on(""); },
                     [&](const FrameIntent& chosen) { for_app = follow(chosen); }},
               *intent);
    return for_app;
}

std::optional<Navigation> ExitFeedbackPresenter::draw_text(Ui& ui, const FrameView& frame,
                                                           const SurveyQuestion& question) {
    ExitFeedbackWritingView view;
    view.frame = frame;
    view.screen = "survey_" + std::to_string(question_ + 1);
    view.steps = {static_cast<int>(question_) + 1, static_cast<int>(offer_.questions.size())};
    view.question = question.text;
    view.wording = Wording::event;
    view.hint = ui.say(Sentence{"Nobody sees who answered. Write no names."});
    view.placeholder = ui.say(Sentence{"Write here"});
    view.writing = writing_;
    view.keys = keys_;
    view.clears_in_s = idle_.warning_s();
    if (is_blank(writing_)) {
        view.go_on = {.id = "next",
                      .label = ui.say(Sentence{"Skip this question"}),
                      .kind = ButtonKind::outlined};
    } else {
        view.go_on = {.id = "next", .label = ui.say(Sentence{"Next"}), .icon = Icon::forward};
    }
    Asked asked;
    if (take_writing(draw_exit_feedback_writing(ui, view), asked))
        answer_and_go_on(is_blank(writing_) ? "" : text_of(writing_));
    return asked;
}

std::optional<Navigation> ExitFeedbackPresenter::draw_send_answers(Ui& ui, const FrameView& frame) {
    ExitFeedbackPageView view;
    view.frame = frame;
    view.screen = "survey_send";
    view.foot.closes_in_s = idle_.warning_s();
    if (answers_.empty()) {
        view.title = ui.say(Sentence{"You have not answered any questions"});
        view.text = ui.say(Sentence{"That is fine. Go back if you want to answer after all."});
        view.foot.buttons = {{.id = "leave_out", .label = ui.say(Sentence{"Continue anyway"})}};
    } else {
        view.title = ui.say(Sentence{"Send your answers?"});
        view.text =
            ui.say(Sentence{"They are combined with everybody else's. Neither your name nor the "
                            "time is stored with them."});
        view.facts = {{Icon::ballot, offer_.questions.size() == 1
                                         ? ui.say(Sentence{"The question is answered."})
                                         : ui.say(Sentence{"{} of {} questions are answered."},
                                                  answers_.size(), offer_.questions.size())}};
        view.foot.words = ui.say(Sentence{"Nobody sees who answered."});
        view.foot.buttons = {
            {.id = "send", .label = ui.say(Sentence{"Send"}), .icon = Icon::check}};
    }
    const auto choice = draw_exit_feedback_page(ui, view);
    if (!choice) return std::nullopt;
    if (const auto *of_frame = std::get_if<FrameIntent>(&*choice)) return follow(*of_frame);
    if (action_ != nullptr) return std::nullopt;
    if (answers_.empty()) {
        forget(Errand::survey);
        open(Page::menu);
    } else {
        send_answers();
    }
    return std::nullopt;
}

// All at once: one sheet, of which nothing was written down before.
void ExitFeedbackPresenter::send_answers() {
    std::vector<SurveyAnswer> sheet;
    for (const auto& [number, text] : answers_) sheet.push_back({number, text});
    ask([sheet = std::move(sheet)](Desk& desk) { return desk.give_answers(sheet, Actor{}); });
}

}  // namespace stormote
