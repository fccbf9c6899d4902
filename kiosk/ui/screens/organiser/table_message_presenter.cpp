#include "kiosk/ui/screens/organiser/table_message_presenter.h"

#include "kiosk/desk/evening/evening_report.h"
#include "kiosk/desk/evening/table_message.h"
#include "sync/base/text_folding.h"

namespace stormote {

void TableMessagePresenter::open() {
    is_open_ = true;
    is_sending_ = has_failed_ = false;
    view_ = {};
    view_.screen = "table_message";
}

std::optional<FrameIntent> TableMessagePresenter::draw(Ui& ui, const FrameView& frame) {
    view_.frame = frame;
    view_.question = ui.say(Sentence{"What do you want to say to all tables?"});
    view_.placeholder = ui.say(Sentence{"Write here"});
    const bool is_too_long = count_code_points(view_.writing.text) > longest_table_message;
    view_.hint_icon = is_too_long || has_failed_ ? Icon::warning : Icon::lightbulb;
    view_.hint = has_failed_ ? ui.say(Sentence{"Not saved. Call the staff."})
                 : is_too_long
                     ? ui.say(Sentence{"At most {} characters, so that it is read at a glance."},
                              longest_table_message)
                     : ui.say(Sentence{"It stands above the notes of every table for half an hour, "
                                       "or until you take it away."});
    view_.go_on = {.id = "send_to_tables",
                   .label = ui.say(Sentence{"Send"}),
                   .icon = Icon::check,
                   .enabled = !is_blank(view_.writing) && !is_too_long && !is_sending_};
    const WritingPageAnswer answer = draw_writing_page(ui, view_);
    if (!(answer.writing == view_.writing)) has_failed_ = false;
    view_.writing = answer.writing;
    view_.keys = answer.keys;
    if (answer.goes_on && view_.go_on.enabled) {
        ui.wake_at(ui.now_ms());
        send(text_of(view_.writing));
    }
    return answer.intent;
}

void TableMessagePresenter::send(const std::string& text) {
    is_sending_ = true;
    desk_.ask(
        scope_,
        [text, wall_ms = clock_.wall_ms()](Desk& desk) {
            say_to_tables(desk, text, corrected_now_ms(desk, wall_ms), actor::organiser);
            return true;
        },
        [this](bool) {
            is_sending_ = false;
            close();
        },
        [this](const Error&) {
            // Also where the message was to be taken away, from the page before.
            if (!is_open_) open();
            is_sending_ = false;
            has_failed_ = true;
        });
}

}  // namespace stormote
