#include "kiosk/ui/screens/exit/exit_feedback_presenter.h"

#include <utility>

#include "kiosk/ui/screens/exit/exit_feedback_words.h"
#include "kiosk/ui/screens/exit/joining_errand.h"
#include "sync/base/match.h"

namespace stormote {

namespace {

Sentence thanks_for(Errand errand) {
    switch (errand) {
        case Errand::survey:
            return Sentence{"Thank you for your answers!"};
        case Errand::comment:
            return Sentence{"Thank you for your comment!"};
        case Errand::contact:
            return Sentence{"Thank you! We will get in touch with you."};
        case Errand::joining:
            break;
    }
    return Sentence{"Thank you! Your association has joined."};
}

}  // namespace

ExitFeedbackPresenter::ExitFeedbackPresenter(DeskThread& desk, SearchPace& pace,
                                             std::optional<Respondent> respondent)
    : context_{desk, desk.read([](const Desk& opened) { return way_out(opened.state()); }),
               std::nullopt, ""},
      finder_(desk, pace) {
    if (respondent) identify(*respondent);
}

std::optional<Navigation> ExitFeedbackPresenter::draw(Ui& ui, const FrameView& frame) {
    idle_.update(ui);
    take_answer();
    auto to = draw_page(ui, frame);
    if (action_ != nullptr && action_->has_failed) return Failed{};
    // What somebody left half written is nobody else's business.
    if (idle_.is_over()) return GoHome{};
    return to;
}

std::optional<Navigation> ExitFeedbackPresenter::draw_page(Ui& ui, const FrameView& frame) {
    switch (page_) {
        case Page::menu:
            break;
        case Page::who:
            return draw_who(ui, frame);
        case Page::ticket:
            return draw_ticket(ui, frame);
        case Page::errand:
            return draw_errand(ui, frame);
        case Page::outcome:
            return draw_outcome(ui, frame);
    }
    return draw_menu(ui, frame);
}

std::optional<Navigation> ExitFeedbackPresenter::draw_menu(Ui& ui, const FrameView& frame) {
    ExitFeedbackView view;
    view.frame = frame;
    const auto add = [&](Errand errand) {
        view.errands.push_back({errand, done_.contains(errand), is_begun(errand)});
    };
    if (!context_.offer.questions.empty()) add(Errand::survey);
    add(Errand::comment);
    add(Errand::contact);
    if (!context_.offer.agreement.empty()) add(Errand::joining);
    view.question_count = static_cast<int>(context_.offer.questions.size());
    view.agreement = agreement_in(context_.offer, ui.texts().language()).title;
    view.can_sign = context_.respondent.has_value();
    if (news_) view.news = ui.say(*news_);
    view.closes_in_s = idle_.warning_s();
    const auto intent = draw_exit_feedback(ui, view);
    if (!intent) return std::nullopt;
    if (const auto *chosen = std::get_if<ChooseErrand>(&*intent)) choose(chosen->errand);
    if (const auto *of_frame = std::get_if<FrameIntent>(&*intent)) return *of_frame;
    if (!std::holds_alternative<ExitFeedbackDone>(*intent)) return std::nullopt;
    return has_left_ ? Navigation(FeedbackGiven{}) : Navigation(GoHome{});
}

void ExitFeedbackPresenter::choose(Errand errand) {
    if (done_.contains(errand)) return;
    errand_ = errand;
    has_typed_name_ = false;
    const auto& respondent = context_.respondent;
    if (errand == Errand::contact && !respondent) {
        page_ = Page::who;
    } else if (errand == Errand::joining && !(respondent && respondent->has_shown_ticket)) {
        page_ = Page::ticket;
    } else {
        begin(errand);
    }
}

void ExitFeedbackPresenter::begin(Errand errand) {
    page_ = Page::errand;
    switch (errand) {
        case Errand::survey:
            return survey_.open(context_);
        case Errand::comment:
            return comment_.open();
        case Errand::contact:
            return contact_.open();
        case Errand::joining:
            break;
    }
    const Joining possible = context_.desk.read(
        [&](const Desk& desk) { return joining_of(desk.state(), context_.respondent->attendee); });
    if (possible == Joining::joined) return;
    outcome_ = possible;
    page_ = Page::outcome;
}

void ExitFeedbackPresenter::open_menu() {
    finder_.clear();
    news_.reset();
    page_ = Page::menu;
}

std::optional<Navigation> ExitFeedbackPresenter::follow(const FrameIntent& intent,
                                                        void (ExitFeedbackPresenter::*go_back)()) {
    if (!std::holds_alternative<GoBack>(intent)) return intent;
    (this->*go_back)();
    return std::nullopt;
}

std::optional<Navigation> ExitFeedbackPresenter::draw_errand(Ui& ui, const FrameView& frame) {
    const ErrandFrame shown{context_, frame, idle_.warning_s(), action_ != nullptr};
    std::optional<ErrandStep> step;
    switch (errand_) {
        case Errand::survey:
            step = survey_.draw(ui, shown);
            break;
        case Errand::comment:
            step = comment_.draw(ui, shown);
            break;
        case Errand::contact:
            step = contact_.draw(ui, shown);
            break;
        case Errand::joining:
            step = draw_joining_errand(ui, shown);
            break;
    }
    if (!step) return std::nullopt;
    if (const auto *of_frame = std::get_if<FrameIntent>(&*step)) return *of_frame;
    if (shown.is_sending) return std::nullopt;
    if (const auto *feedback = std::get_if<SendFeedback>(&*step)) {
        send(*feedback);
    } else {
        leave_errand();
    }
    return std::nullopt;
}

void ExitFeedbackPresenter::leave_errand() {
    if (!has_typed_name_) return open_menu();
    forget_respondent();
    page_ = Page::who;
}

void ExitFeedbackPresenter::send(const SendFeedback& feedback) {
    action_ = std::make_shared<Action>();
    context_.desk.ask(
        feedback.job, [action = action_](const FeedbackAnswer& answer) { action->answer = answer; },
        [action = action_](const Error&) { action->has_failed = true; });
}

void ExitFeedbackPresenter::take_answer() {
    if (action_ == nullptr || std::holds_alternative<std::monostate>(action_->answer)) return;
    outcome_ = std::exchange(action_, nullptr)->answer;
    if (outcome_ != FeedbackAnswer(FeedbackOutcome::kept) &&
        outcome_ != FeedbackAnswer(Joining::joined)) {
        page_ = Page::outcome;
        return;
    }
    done_.insert(errand_);
    has_left_ = true;
    forget(errand_);
    open_menu();
    news_ = thanks_for(errand_);
}

std::optional<Navigation> ExitFeedbackPresenter::draw_outcome(Ui& ui, const FrameView& frame) {
    const ExitFeedbackWords words =
        std::visit(Match{[](std::monostate) { return ExitFeedbackWords{}; },
                         [&](auto outcome) { return exit_feedback_words(outcome, ui.texts()); }},
                   outcome_);
    ExitFeedbackPageView view;
    view.frame = frame;
    view.screen = "exit_feedback_outcome";
    view.title = words.title;
    view.text = words.text;
    view.foot.closes_in_s = idle_.warning_s();
    view.foot.buttons = {{.id = "understood", .label = ui.say(Sentence{"I understand"})}};
    const auto choice = draw_exit_feedback_page(ui, view);
    if (!choice) return std::nullopt;
    if (const auto *of_frame = std::get_if<FrameIntent>(&*choice)) {
        return follow(*of_frame, &ExitFeedbackPresenter::leave_outcome);
    }
    leave_outcome();
    return std::nullopt;
}

// To where it can be put right, or else to the choices.
void ExitFeedbackPresenter::leave_outcome() {
    const FeedbackAnswer outcome = std::exchange(outcome_, {});
    if (const auto *left = std::get_if<FeedbackOutcome>(&outcome)) {
        if (*left == FeedbackOutcome::unreachable) {
            page_ = Page::errand;
            return contact_.open_reach(context_);
        }
        if (*left == FeedbackOutcome::nobody) forget_respondent();
        // A comment needs no name.
        if (errand_ == Errand::comment || *left == FeedbackOutcome::too_long) {
            return begin(errand_);
        }
    }
    if (const auto *joining = std::get_if<Joining>(&outcome)) {
        if (*joining == Joining::joined_already) done_.insert(Errand::joining);
        if (*joining == Joining::nobody) forget_respondent();
    }
    forget(errand_);
    open_menu();
}

bool ExitFeedbackPresenter::is_begun(Errand errand) const {
    switch (errand) {
        case Errand::survey:
            return survey_.is_begun();
        case Errand::comment:
            return comment_.is_begun();
        case Errand::contact:
            return contact_.is_begun();
        case Errand::joining:
            break;
    }
    return false;
}

void ExitFeedbackPresenter::forget(Errand errand) {
    switch (errand) {
        case Errand::survey:
            return survey_.forget();
        case Errand::comment:
            return comment_.forget();
        case Errand::contact:
            return contact_.forget();
        case Errand::joining:
            break;
    }
}

}  // namespace stormote
