#include "kiosk/ui/screens/check_in/notice.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

#include "kiosk/ui/screens/check_in/notice_messages.h"
#include "kiosk/ui/widgets/button_row.h"
#include "kiosk/ui/widgets/column.h"
#include "kiosk/ui/widgets/widgets.h"

namespace stormote {

namespace {

ButtonStyle button_of(const Ui& ui, const NoticeMessage& message, NoticeChoice choice,
                      DoorPaper paper) {
    switch (choice) {
        case NoticeChoice::print_label:
            return {.id = "print_label",
                    .label = paper == DoorPaper::slip
                                 ? ui.say(Sentence{"Print the slip again"})
                                 : ui.say(Sentence{"Print the name label again"}),
                    .icon = Icon::printer};
        case NoticeChoice::not_me:
            return {
                .id = "not_me", .label = ui.say(Sentence{"That was not me"}), .icon = Icon::help};
        case NoticeChoice::leave:
            return {
                .id = "leave", .label = ui.say(Sentence{"I am leaving now"}), .icon = Icon::exit};
        case NoticeChoice::show_way:
            return {
                .id = "show_way", .label = ui.say(Sentence{"Show the way"}), .icon = Icon::forward};
        case NoticeChoice::way_out:
            return {.id = "way_out",
                    .label = ui.say(Sentence{"Tell us what you think"}),
                    .icon = Icon::heart};
        case NoticeChoice::type_name:
            return {.id = "type_name",
                    .label = ui.say(Sentence{"Type your name instead"}),
                    .icon = Icon::keyboard};
        case NoticeChoice::walk_in:
            return {.id = "walk_in",
                    .label = ui.say(Sentence{"Register here"}),
                    .icon = Icon::person_plus};
        case NoticeChoice::check_in:
            return {
                .id = "check_in", .label = ui.say(Sentence{"Check in"}), .icon = Icon::person_plus};
        case NoticeChoice::call_staff:
            return {.id = "call_staff",
                    .label = ui.say(Sentence{"Call the staff"}),
                    .icon = Icon::bell};
        case NoticeChoice::try_again:
            return {.id = "try_again", .label = ui.say(Sentence{"Try again"}), .icon = Icon::undo};
        case NoticeChoice::done:
            break;
    }
    return {.id = "done",
            .label = message.is_done ? ui.say(Sentence{"Done"}) : ui.say(Sentence{"Start over"})};
}

struct ToneColours {
    Colour shape;
    Colour ground;
};

ToneColours colours_of(const Theme& theme, NoticeTone tone) {
    switch (tone) {
        case NoticeTone::good:
            return {theme.success, theme.success_ground};
        case NoticeTone::trouble:
            return {theme.error, theme.error_ground};
        case NoticeTone::attention:
            break;
    }
    return {theme.warning, theme.warning_ground};
}

std::vector<NoticeChoice> choices_of(const NoticeMessage& message) {
    std::set<NoticeChoice> choices(message.others.begin(), message.others.end());
    choices.insert(message.thing_to_do);
    // A machine that is broken can only be tried again.
    if (message.thing_to_do != NoticeChoice::try_again) choices.insert(NoticeChoice::done);
    return {choices.begin(), choices.end()};
}

void add_words(Ui& ui, Column& column, const NoticeMessage& message) {
    const Theme& theme = ui.theme();
    const ToneColours colours = colours_of(theme, message.tone);
    const float radius = ui.px(std::max(44.0F, 70 * column.squeeze()));
    column.block(2 * radius, [&ui, radius, colours, icon = message.icon](const Rect& rect) {
        badge(ui, rect.centre(), radius, icon, colours.shape, colours.ground);
    });
    column.gap(40);
    TextBlockStyle title;
    title.size = 60;
    title.weight = Weight::bold;
    title.colour = theme.ink;
    title.align = Align::centre;
    title.role = Role::heading;
    title.personal = message.is_personal;
    column.words(message.title, title);
    column.gap(24);
    TextBlockStyle words;
    words.size = 36;
    words.colour = theme.ink_secondary;
    words.align = Align::centre;
    words.emphasis = Emphasis::stars;
    column.words(message.sentence, words);
    column.gap(8);
    column.words(message.next, words);
}

}  // namespace

std::optional<NoticeIntent> draw_notice(Ui& ui, const NoticeView& view) {
    ui.begin_screen("notice");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::nothing);
    const NoticeMessage message = notice_message(ui, view);
    const std::vector<NoticeChoice> choices = choices_of(message);
    std::vector<RowButton> buttons;
    for (const NoticeChoice choice : choices) {
        RowButton row_button{button_of(ui, message, choice, view.paper), {}};
        if (choice != message.thing_to_do) row_button.style.kind = ButtonKind::outlined;
        if (choice == NoticeChoice::done) row_button.countdown = view.countdown;
        buttons.push_back(std::move(row_button));
    }
    const Rect bounds = frame.bounds.inset(margin_of(ui), ui.px(32));
    const int mark = ui.painter().mark();
    std::optional<std::size_t> pressed;
    const Column column = fit_column(ui, {bounds.width, bounds.height}, [&](Column& words) {
        add_words(ui, words, message);
        words.gap(72);
        const float height = button_row_height(ui, words.width(), buttons);
        words.block(height, [&](const Rect& rect) { pressed = button_row(ui, rect, buttons); });
    });
    column.draw({bounds.left, bounds.top + std::round((bounds.height - column.height()) / 2)});
    ui.painter().shift_since(mark, ui.entrance_offset());
    if (pressed) return choices[*pressed];
    if (ui.pressed(KeyKind::escape) && view.kind != NoticeKind::machine_broken) {
        return NoticeChoice::done;
    }
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
