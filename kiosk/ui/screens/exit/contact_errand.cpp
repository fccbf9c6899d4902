#include "kiosk/ui/screens/exit/contact_errand.h"

#include <algorithm>

#include "kiosk/ui/screens/exit/exit_feedback_reach.h"
#include "sync/base/match.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

int step_count(const ExitFeedbackContext& context) {
    return context.offer.departments.empty() ? 2 : 3;
}

}  // namespace

void ContactErrand::open() {
    page_ = Page::about;
    writing_ = {.writing = writing_of(about_)};
}

void ContactErrand::open_reach(const ExitFeedbackContext& context) {
    page_ = Page::reach;
    // Most give a number.
    reach_keys_ = {.open = true, .use = KeyboardUse::address, .page = KeyPage::signs};
    has_registered_reach_ =
        context.respondent->has_shown_ticket && context.desk.read([&](const Desk& desk) {
            const Attendee *person = desk.state().find_attendee(context.respondent->attendee);
            return person != nullptr && (!person->get(AttendeeField::phone).empty() ||
                                         !person->get(AttendeeField::email).empty());
        });
    uses_registered_reach_ = has_registered_reach_ && reach_.empty();
}

void ContactErrand::forget() {
    about_.clear();
    department_.clear();
    forget_reach();
}

void ContactErrand::forget_reach() {
    reach_.clear();
    uses_registered_reach_ = false;
}

std::optional<ErrandStep> ContactErrand::go_back(const ExitFeedbackContext& context) {
    switch (page_) {
        case Page::about:
            break;
        case Page::department:
            open();
            return std::nullopt;
        case Page::reach:
            if (context.offer.departments.empty()) {
                open();
            } else {
                page_ = Page::department;
            }
            return std::nullopt;
    }
    about_ = writing_.text();
    return LeaveErrand{};
}

std::optional<ErrandStep> ContactErrand::draw(Ui& ui, const ErrandFrame& frame) {
    switch (page_) {
        case Page::about:
            break;
        case Page::department:
            return draw_department(ui, frame);
        case Page::reach:
            return draw_reach(ui, frame);
    }
    return draw_about(ui, frame);
}

std::optional<ErrandStep> ContactErrand::draw_about(Ui& ui, const ErrandFrame& frame) {
    WritingPageView view;
    view.frame = frame.view;
    view.screen = "exit_feedback_about";
    view.steps = {1, step_count(frame.context)};
    view.question = ui.say(Sentence{"What is it about?"});
    view.hint = ui.say(Sentence{"Write a few words, or nothing at all."});
    view.hint_icon = Icon::lightbulb;
    view.placeholder = ui.say(Sentence{"Write here"});
    view.writing = writing_.writing;
    view.keys = writing_.keys;
    view.clears_in_s = frame.warning_s;
    view.go_on = {.id = "next", .label = ui.say(Sentence{"Next"}), .icon = Icon::forward};
    const WritingPageAnswer answer = draw_writing_page(ui, view);
    writing_.take(answer);
    if (answer.intent) {
        return follow_frame(*answer.intent, frame, [&] { return go_back(frame.context); });
    }
    if (!answer.goes_on) return std::nullopt;
    about_ = writing_.text();
    if (frame.context.offer.departments.empty()) {
        open_reach(frame.context);
    } else {
        page_ = Page::department;
    }
    return std::nullopt;
}

std::optional<ErrandStep> ContactErrand::draw_department(Ui& ui, const ErrandFrame& frame) {
    const auto& departments = frame.context.offer.departments;
    const DepartmentWords words = departments_in(frame.context.offer, ui.texts().language());
    ExitFeedbackOptionsView view;
    view.frame = frame.view;
    view.screen = "exit_feedback_department";
    view.steps = {2, step_count(frame.context)};
    view.question = ui.say(Sentence{"Who should get in touch with you?"});
    const std::size_t count = std::min(departments.size(), most_departments);
    view.options.assign(words.names.begin(),
                        words.names.begin() + static_cast<std::ptrdiff_t>(count));
    view.event_options = words.is_translated ? 0 : count;
    view.options.push_back(ui.say(Sentence{"I do not know"}));
    view.closes_in_s = frame.warning_s;
    const auto choice = draw_exit_feedback_options(ui, view);
    if (!choice) return std::nullopt;
    if (const auto *of_frame = std::get_if<FrameIntent>(&*choice)) {
        return follow_frame(*of_frame, frame, [&] { return go_back(frame.context); });
    }
    const std::size_t chosen = std::get<std::size_t>(*choice);
    department_ = chosen < count ? departments[chosen] : "";
    open_reach(frame.context);
    return std::nullopt;
}

std::optional<ErrandStep> ContactErrand::draw_reach(Ui& ui, const ErrandFrame& frame) {
    ExitFeedbackReachView view;
    view.frame = frame.view;
    view.steps = {step_count(frame.context), step_count(frame.context)};
    view.name = frame.context.respondent_name;
    view.has_registered = has_registered_reach_;
    view.uses_registered = uses_registered_reach_;
    view.typed = reach_;
    view.keys = reach_keys_;
    view.clears_in_s = frame.warning_s;
    const auto intent = draw_exit_feedback_reach(ui, view);
    if (!intent) return std::nullopt;
    std::optional<ErrandStep> step;
    std::visit(Match{[this](const UseRegistered& use) { uses_registered_reach_ = use.wanted; },
                     [this](const ChangeReach& change) {
                         reach_ = change.typed;
                         uses_registered_reach_ = false;
                     },
                     [this](const TurnReachKeys& turned) { reach_keys_ = turned.keys; },
                     [&](const SendWish&) { step = send(frame.context); },
                     [&](const FrameIntent& chosen) {
                         step = follow_frame(chosen, frame, [&] { return go_back(frame.context); });
                     }},
               *intent);
    return step;
}

SendFeedback ContactErrand::send(const ExitFeedbackContext& context) const {
    NewMessage message;
    message.kind = MessageKind::contact;
    message.from = context.respondent->attendee;
    message.text = about_;
    if (!uses_registered_reach_) message.reach = trim_text(reach_);
    message.department = department_;
    return {[message = std::move(message)](Desk& desk) -> FeedbackAnswer {
        return desk.leave_message(message, Actor{});
    }};
}

}  // namespace stormote
