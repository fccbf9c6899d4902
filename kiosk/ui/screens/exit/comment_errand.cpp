#include "kiosk/ui/screens/exit/comment_errand.h"

namespace stormote {

void CommentErrand::open() {
    page_ = {.writing = writing_of(comment_)};
    is_at_signature_ = false;
}

std::optional<ErrandStep> CommentErrand::draw(Ui& ui, const ErrandFrame& frame) {
    return is_at_signature_ ? draw_signature(ui, frame) : draw_writing(ui, frame);
}

std::optional<ErrandStep> CommentErrand::draw_writing(Ui& ui, const ErrandFrame& frame) {
    const bool can_sign = frame.context.respondent.has_value();
    WritingPageView view;
    view.frame = frame.view;
    view.screen = "exit_feedback_comment";
    view.question = ui.say(Sentence{"What do you want to say?"});
    view.placeholder = ui.say(Sentence{"Write here"});
    view.writing = page_.writing;
    view.keys = page_.keys;
    view.clears_in_s = frame.warning_s;
    view.go_on.id = "next";
    view.go_on.enabled = !is_blank(page_.writing);
    if (can_sign) {
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
    const WritingPageAnswer answer = draw_writing_page(ui, view);
    page_.take(answer);
    if (answer.intent) {
        return follow_frame(*answer.intent, frame, [this]() -> std::optional<ErrandStep> {
            comment_ = page_.text();
            return LeaveErrand{};
        });
    }
    if (!answer.goes_on || frame.is_sending) return std::nullopt;
    comment_ = page_.text();
    if (!can_sign) return send(std::nullopt);
    is_at_signature_ = true;
    return std::nullopt;
}

std::optional<ErrandStep> CommentErrand::draw_signature(Ui& ui, const ErrandFrame& frame) {
    ExitFeedbackPageView view;
    view.frame = frame.view;
    view.screen = "exit_feedback_signature";
    view.steps = {2, 2};
    view.title = ui.say(Sentence{"With your name or without it?"});
    view.text =
        ui.say(Sentence{"Without your name nobody sees that it was you. With your name the "
                        "municipality knows whom to answer."});
    view.facts = {{Icon::person, frame.context.respondent_name, true}};
    view.foot.closes_in_s = frame.warning_s;
    // Nobody signs by mistake: without a name is what the large button does.
    view.foot.buttons = {{.id = "send_signed",
                          .label = ui.say(Sentence{"Send with my name"}),
                          .kind = ButtonKind::outlined},
                         {.id = "send_anonymous",
                          .label = ui.say(Sentence{"Send without my name"}),
                          .icon = Icon::lock}};
    const auto choice = draw_exit_feedback_page(ui, view);
    if (!choice) return std::nullopt;
    if (const auto *of_frame = std::get_if<FrameIntent>(&*choice)) {
        return follow_frame(*of_frame, frame, [this]() -> std::optional<ErrandStep> {
            open();
            return std::nullopt;
        });
    }
    const bool is_signed = std::get<std::size_t>(*choice) == 0;
    if (is_signed) return send(frame.context.respondent->attendee);
    return send(std::nullopt);
}

SendFeedback CommentErrand::send(std::optional<AttendeeId> from) const {
    NewMessage message;
    message.kind = MessageKind::comment;
    message.text = comment_;
    message.from = from;
    return {[message = std::move(message)](Desk& desk) -> FeedbackAnswer {
        return desk.leave_message(message, Actor{});
    }};
}

}  // namespace stormote
