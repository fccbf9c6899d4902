// ExitFeedbackPresenter: who stands here, by a typed name or a ticket.
#include "kiosk/ui/screens/exit/exit_feedback_presenter.h"
#include "sync/base/match.h"

namespace stormote {

void ExitFeedbackPresenter::identify(const Respondent& respondent) {
    if (context_.respondent && context_.respondent->attendee != respondent.attendee) {
        forget_respondent();
    }
    context_.respondent = respondent;
    context_.respondent_name = context_.desk.read([&](const Desk& desk) -> std::string {
        const Attendee *person = desk.state().find_attendee(respondent.attendee);
        return person == nullptr ? "" : person->full_name();
    });
}

// And how they are reached, which is theirs.
void ExitFeedbackPresenter::forget_respondent() {
    context_.respondent.reset();
    context_.respondent_name.clear();
    contact_.forget_reach();
}

std::optional<Navigation> ExitFeedbackPresenter::draw_who(Ui& ui, const FrameView& frame) {
    NameView view;
    view.frame = frame;
    view.purpose = NamePurpose::respondent;
    finder_.show(ui, view);
    view.clears_in_s = idle_.warning_s();
    view.walk_ins = false;
    const auto intent = draw_name(ui, view);
    const auto answer = intent ? finder_.follow(*intent, ui.now_ms()) : std::nullopt;
    if (!answer) return std::nullopt;
    std::optional<Navigation> to;
    std::visit(Match{[&](const FoundPerson& person) {
                         identify({person.attendee});
                         has_typed_name_ = true;
                         finder_.clear();
                         begin(errand_);
                     },
                     [](const NameNotRegistered&) {}, [&](const CallStaff& call) { to = call; },
                     [&](const FrameIntent& chosen) {
                         to = follow(chosen, &ExitFeedbackPresenter::open_menu);
                     }},
               *answer);
    return to;
}

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
    if (const auto *of_frame = std::get_if<FrameIntent>(&*choice)) {
        return follow(*of_frame, &ExitFeedbackPresenter::open_menu);
    }
    open_menu();
    return std::nullopt;
}

bool ExitFeedbackPresenter::take_ticket(std::string_view text) {
    const CheckInVerdict verdict = context_.desk.read([&](const Desk& desk) {
        return decide(desk.state(), desk.tickets().read(text, desk.state()));
    });
    // Whoever was not here yet arrives, and wants to be let in.
    const bool was_here =
        verdict.verdict == Verdict::already_checked_in || verdict.verdict == Verdict::readmitted;
    if (!was_here || !verdict.attendee) return false;
    const auto& respondent = context_.respondent;
    const bool is_asked = page_ == Page::who || page_ == Page::ticket;
    const bool is_leaver = respondent && respondent->attendee == *verdict.attendee;
    const bool is_known_here = respondent ? is_leaver : verdict.verdict != Verdict::readmitted;
    if (!is_asked && !is_known_here) return false;
    identify({*verdict.attendee, true});
    has_typed_name_ = false;
    if (!is_asked) return true;
    finder_.clear();
    begin(errand_);
    return true;
}

}  // namespace stormote
