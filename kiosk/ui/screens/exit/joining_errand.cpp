#include "kiosk/ui/screens/exit/joining_errand.h"

namespace stormote {

std::optional<ErrandStep> draw_joining_errand(Ui& ui, const ErrandFrame& frame) {
    const ExitFeedbackContext& context = frame.context;
    ExitFeedbackPageView view;
    view.frame = frame.view;
    view.screen = "exit_feedback_joining";
    const EventWords agreement = agreement_in(context.offer, ui.texts().language());
    view.title = agreement.title;
    view.text = agreement.text;
    view.wording = agreement.is_translated ? Wording::house : Wording::event;
    const std::string organisation = context.desk.read([&](const Desk& desk) -> std::string {
        const Attendee *person = desk.state().find_attendee(context.respondent->attendee);
        return person == nullptr ? ""
                                 : desk.state().organisation_of(*person, OrganisationField::name);
    });
    view.facts = {
        {Icon::building, organisation, true},
        {Icon::person, ui.say(Sentence{"Declared by {}"}, context.respondent_name), true}};
    view.foot.words = ui.say(Sentence{"You can change your mind: just tell the municipality."});
    view.foot.icon = Icon::undo;
    view.foot.closes_in_s = frame.warning_s;
    view.foot.buttons = {
        {.id = "decline", .label = ui.say(Sentence{"No, thank you"}), .kind = ButtonKind::outlined},
        {.id = "join", .label = ui.say(Sentence{"Yes, we join"}), .icon = Icon::handshake}};
    const auto choice = draw_exit_feedback_page(ui, view);
    if (!choice) return std::nullopt;
    const auto leave = []() -> std::optional<ErrandStep> { return LeaveErrand{}; };
    if (const auto *of_frame = std::get_if<FrameIntent>(&*choice)) {
        return follow_frame(*of_frame, frame, leave);
    }
    if (std::get<std::size_t>(*choice) == 0) return leave();
    return SendFeedback{[person = context.respondent->attendee](Desk& desk) -> FeedbackAnswer {
        return desk.join_agreement(person, Actor{});
    }};
}

}  // namespace stormote
