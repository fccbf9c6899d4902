// ExitFeedbackPresenter: a comment, with or without a name, and the wish to be contacted.
#include <algorithm>

#include "kiosk/ui/screens/exit/exit_feedback_presenter.h"
#include "kiosk/ui/screens/exit/exit_feedback_reach.h"
#include "sync/base/match.h"
#include "sync/base/text_folding.h"

namespace stormote {

bool ExitFeedbackPresenter::take_writing(const ExitFeedbackWritingAnswer& answer, Asked& asked) {
    writing_ = answer.writing;
    keys_ = answer.keys;
    if (answer.intent) {
        asked = follow(*answer.intent);
        return false;
    }
    return answer.goes_on && action_ == nullptr;
}

std::optional<Navigation> ExitFeedbackPresenter::draw_comment(Ui& ui, const FrameView& frame) {
    ExitFeedbackWritingView view;
    view.frame = frame;
    view.screen = "exit_feedback_comment";
    view.question = ui.say(Sentence{"What do you want to say?"});
    view.placeholder = ui.say(Sentence{"Write here"});
    view.writing = writing_;
    view.keys = keys_;
    view.clears_in_s = idle_.warning_s();
    view.go_on.id = "next";
    view.go_on.enabled = !is_blank(writing_);
    if (respondent_) {
        view.steps = {1, 2};
        view.hint = ui.say(Sentence{"On the next page you choose: with your name or without it."});
        view.hint_icon = Icon::person;
        view.go_on.label = ui.say(Sentence{"Next"});
        view.go_on.icon = Icon::forward;
    } else {
        view.hint =
            ui.say(Sentence{"Nobody sees who wrote it. Do you want an answer? Then ask to be "
                            "contacted instead."});
        view.go_on.label = ui.say(Sentence{"Send"});
        view.go_on.icon = Icon::check;
    }
    Asked asked;
    if (!take_writing(draw_exit_feedback_writing(ui, view), asked)) return asked;
    keep_writing();
    if (respondent_) {
        open(Page::signature);
    } else {
        send_comment(Signature::anonymous);
    }
    return asked;
}

std::optional<Navigation> ExitFeedbackPresenter::draw_signature(Ui& ui, const FrameView& frame) {
    ExitFeedbackPageView view;
    view.frame = frame;
    view.screen = "exit_feedback_signature";
    view.steps = {2, 2};
    view.title = ui.say(Sentence{"With your name or without it?"});
    view.text =
        ui.say(Sentence{"Without your name nobody sees that it was you. With your name the "
                        "municipality knows whom to answer."});
    view.facts = {{Icon::person, respondent_name_, true}};
    view.foot.closes_in_s = idle_.warning_s();
    // Nobody signs by mistake: without a name is what the large button does.
    view.foot.buttons = {{.id = "send_signed",
                          .label = ui.say(Sentence{"Send with my name"}),
                          .kind = ButtonKind::outlined},
                         {.id = "send_anonymous",
                          .label = ui.say(Sentence{"Send without my name"}),
                          .icon = Icon::lock}};
    const auto choice = draw_exit_feedback_page(ui, view);
    if (!choice) return std::nullopt;
    if (const auto *of_frame = std::get_if<FrameIntent>(&*choice)) return follow(*of_frame);
    if (action_ != nullptr) return std::nullopt;
    send_comment(std::get<std::size_t>(*choice) == 0 ? Signature::signed_by_respondent
                                                     : Signature::anonymous);
    return std::nullopt;
}

void ExitFeedbackPresenter::send_comment(Signature signature) {
    NewMessage message;
    message.kind = MessageKind::comment;
    message.text = comment_;
    if (signature == Signature::signed_by_respondent && respondent_) {
        message.from = respondent_->attendee;
    }
    ask([message = std::move(message)](Desk& desk) {
        return desk.leave_message(message, Actor{});
    });
}

Steps ExitFeedbackPresenter::contact_steps(Page page) const {
    const int count = offer_.departments.empty() ? 2 : 3;
    if (page == Page::about) return {1, count};
    return {page == Page::department ? 2 : count, count};
}

std::optional<Navigation> ExitFeedbackPresenter::draw_about(Ui& ui, const FrameView& frame) {
    ExitFeedbackWritingView view;
    view.frame = frame;
    view.screen = "exit_feedback_about";
    view.steps = contact_steps(Page::about);
    view.question = ui.say(Sentence{"What is it about?"});
    view.hint = ui.say(Sentence{"Write a few words, or nothing at all."});
    view.hint_icon = Icon::lightbulb;
    view.placeholder = ui.say(Sentence{"Write here"});
    view.writing = writing_;
    view.keys = keys_;
    view.clears_in_s = idle_.warning_s();
    view.go_on = {.id = "next", .label = ui.say(Sentence{"Next"}), .icon = Icon::forward};
    Asked asked;
    if (!take_writing(draw_exit_feedback_writing(ui, view), asked)) return asked;
    keep_writing();
    open(offer_.departments.empty() ? Page::reach : Page::department);
    return asked;
}

std::optional<Navigation> ExitFeedbackPresenter::draw_department(Ui& ui, const FrameView& frame) {
    ExitFeedbackOptionsView view;
    view.frame = frame;
    view.screen = "exit_feedback_department";
    view.steps = contact_steps(Page::department);
    view.question = ui.say(Sentence{"Who should get in touch with you?"});
    const std::size_t count = std::min(offer_.departments.size(), most_departments);
    view.options.assign(offer_.departments.begin(),
                        offer_.departments.begin() + static_cast<std::ptrdiff_t>(count));
    view.event_options = count;
    view.options.push_back(ui.say(Sentence{"I do not know"}));
    view.closes_in_s = idle_.warning_s();
    const auto choice = draw_exit_feedback_options(ui, view);
    if (!choice) return std::nullopt;
    if (const auto *of_frame = std::get_if<FrameIntent>(&*choice)) return follow(*of_frame);
    const std::size_t chosen = std::get<std::size_t>(*choice);
    department_ = chosen < count ? offer_.departments[chosen] : "";
    open(Page::reach);
    return std::nullopt;
}

std::optional<Navigation> ExitFeedbackPresenter::draw_reach(Ui& ui, const FrameView& frame) {
    ExitFeedbackReachView view;
    view.frame = frame;
    view.steps = contact_steps(Page::reach);
    view.name = respondent_name_;
    view.has_registered = has_registered_reach_;
    view.uses_registered = uses_registered_reach_;
    view.typed = reach_;
    view.keys = keys_;
    view.clears_in_s = idle_.warning_s();
    const auto intent = draw_exit_feedback_reach(ui, view);
    if (!intent) return std::nullopt;
    Asked for_app;
    std::visit(Match{[this](const UseRegistered& use) { uses_registered_reach_ = use.wanted; },
                     [this](const ChangeReach& change) {
                         reach_ = change.typed;
                         uses_registered_reach_ = false;
                     },
                     [this](const TurnReachKeys& turned) { keys_ = turned.keys; },
                     [this](const SendWish&) {
                         if (action_ == nullptr) send_wish();
                     },
                     [&](const FrameIntent& chosen) { for_app = follow(chosen); }},
               *intent);
    return for_app;
}

void ExitFeedbackPresenter::send_wish() {
    NewMessage message;
    message.kind = MessageKind::contact;
    message.from = respondent_->attendee;
    message.text = about_;
    if (!uses_registered_reach_) message.reach = trim_text(reach_);
    message.department = department_;
    ask([message = std::move(message)](Desk& desk) {
        return desk.leave_message(message, Actor{});
    });
}

}  // namespace stormote
