// ExitFeedbackPresenter: the word of an association, and what came of what was asked of the desk.
#include "kiosk/ui/screens/exit/exit_feedback_presenter.h"
#include "kiosk/ui/screens/exit/exit_feedback_words.h"
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

std::optional<Navigation> ExitFeedbackPresenter::draw_ticket(Ui& ui, const FrameView& frame) {
    ExitFeedbackPageView view;
    view.frame = frame;
    view.screen = "exit_feedback_ticket";
    view.title = ui.say(Sentence{"Hold up your ticket"});
    view.text =
        ui.say(Sentence{"To join on behalf of an association, show your ticket. No ticket? Ask the "
                        "staff, they will help you."});
    view.foot.closes_in_s = idle_.warning_s();
    view.foot.buttons = {{.id = "decline",
                          .label = ui.say(Sentence{"No, thank you"}),
                          .kind = ButtonKind::outlined}};
    const auto choice = draw_exit_feedback_page(ui, view);
    if (!choice) return std::nullopt;
    if (const auto *of_frame = std::get_if<FrameIntent>(&*choice)) return follow(*of_frame);
    go_back();
    return std::nullopt;
}

std::optional<Navigation> ExitFeedbackPresenter::draw_joining(Ui& ui, const FrameView& frame) {
    ExitFeedbackPageView view;
    view.frame = frame;
    view.screen = "exit_feedback_joining";
    view.title = offer_.agreement;
    view.text = offer_.agreement_text;
    view.wording = Wording::event;
    const std::string organisation = desk_.read([&](const Desk& desk) -> std::string {
        const Attendee *person = desk.state().find_attendee(respondent_->attendee);
        return person == nullptr ? ""
                                 : desk.state().organisation_of(*person, OrganisationField::name);
    });
    view.facts = {{Icon::building, organisation, true},
                  {Icon::person, ui.say(Sentence{"Declared by {}"}, respondent_name_), true}};
    view.foot.words = ui.say(Sentence{"You can change your mind: just tell the municipality."});
    view.foot.icon = Icon::undo;
    view.foot.closes_in_s = idle_.warning_s();
    view.foot.buttons = {
        {.id = "decline", .label = ui.say(Sentence{"No, thank you"}), .kind = ButtonKind::outlined},
        {.id = "join", .label = ui.say(Sentence{"Yes, we join"}), .icon = Icon::handshake}};
    const auto choice = draw_exit_feedback_page(ui, view);
    if (!choice) return std::nullopt;
    if (const auto *of_frame = std::get_if<FrameIntent>(&*choice)) return follow(*of_frame);
    if (action_ != nullptr) return std::nullopt;
    if (std::get<std::size_t>(*choice) == 0) {
        go_back();
    } else {
        ask([person = respondent_->attendee](Desk& desk) {
            return desk.join_agreement(person, Actor{});
        });
    }
    return std::nullopt;
}

void ExitFeedbackPresenter::take_outcome() {
    if (action_ == nullptr || std::holds_alternative<std::monostate>(action_->outcome)) return;
    outcome_ = action_->outcome;
    action_.reset();
    const auto *left = std::get_if<FeedbackOutcome>(&outcome_);
    const auto *joined = std::get_if<Joining>(&outcome_);
    if (left != nullptr && *left == FeedbackOutcome::kept) {
        finish(thanks_for(errand_));
    } else if (joined != nullptr && *joined == Joining::joined) {
        finish(thanks_for(errand_));
    } else {
        page_ = Page::outcome;
    }
}

void ExitFeedbackPresenter::finish(Sentence news) {
    done_.insert(errand_);
    has_left_ = true;
    news_ = news;
    forget(errand_);
    open(Page::menu);
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
    if (const auto *of_frame = std::get_if<FrameIntent>(&*choice)) return follow(*of_frame);
    leave_outcome();
    return std::nullopt;
}

// To where it can be put right, or else to the choices.
void ExitFeedbackPresenter::leave_outcome() {
    const Outcome outcome = std::exchange(outcome_, {});
    if (const auto *left = std::get_if<FeedbackOutcome>(&outcome)) {
        if (*left == FeedbackOutcome::unreachable) return open(Page::reach);
        if (*left == FeedbackOutcome::nobody) forget_respondent();
        // A comment needs no name.
        if (errand_ == Errand::comment) return open(Page::comment);
        if (*left == FeedbackOutcome::too_long && errand_ == Errand::survey)
            return open_question(0);
        if (*left == FeedbackOutcome::too_long) return open(Page::about);
    }
    if (const auto *joining = std::get_if<Joining>(&outcome)) {
        if (*joining == Joining::joined_already) done_.insert(Errand::joining);
        if (*joining == Joining::nobody) forget_respondent();
    }
    news_.reset();
    forget(errand_);
    open(Page::menu);
}

}  // namespace stormote
