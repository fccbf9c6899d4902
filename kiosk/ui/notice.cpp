#include "kiosk/ui/notice.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "kiosk/ui/button_row.h"
#include "kiosk/ui/column.h"
#include "kiosk/ui/widgets.h"

namespace stormote {

namespace {

enum class Tone { good, attention, trouble };

struct Message {
    Tone tone = Tone::attention;
    Icon icon = Icon::warning;
    std::string title;
    std::string sentence;  // **stars** are bold
    std::string next;      // what to do; may be empty
    std::vector<NoticeChoice> choices;
    bool is_personal = false;  // the title holds a name
};

Message already_here(const Ui& ui, const NoticeView& view) {
    Message message{Tone::attention, Icon::check, {}, {}, {}, {}};
    message.is_personal = !view.first_name.empty();
    message.title = view.first_name.empty()
                        ? ui.say(Sentence{"You are already checked in"})
                        : ui.say(Sentence{"You are already checked in, {}"}, view.first_name);
    message.sentence =
        view.place_text.empty()
            ? ui.say(Sentence{"That was at {}. All is well."}, view.time_text)
            : ui.say(Sentence{"That was at {} {}. All is well."}, view.time_text, view.place_text);
    if (view.group_number > 0) {
        message.next = view.table_name.empty()
                           ? ui.say(Sentence{"You sit in **group {}**."}, view.group_number)
                           : ui.say(Sentence{"You sit in **group {}, {}**."}, view.group_number,
                                    view.table_name);
    }
    if (view.can_print_label) message.choices.push_back(NoticeChoice::print_label);
    message.choices.push_back(NoticeChoice::not_me);
    message.choices.push_back(NoticeChoice::done);
    return message;
}

Message unknown_ticket(const Ui& ui) {
    return {Tone::attention,
            Icon::ticket,
            ui.say(Sentence{"We do not recognise that ticket"}),
            ui.say(Sentence{"It is not for this evening, as far as we can see."}),
            ui.say(Sentence{"Type your name instead, or ask the staff."}),
            {NoticeChoice::done, NoticeChoice::type_name}};
}

Message unreadable(const Ui& ui) {
    return {
        Tone::attention,
        Icon::scan,
        ui.say(Sentence{"That was not a ticket"}),
        ui.say(Sentence{"The code we read belongs to something else."}),
        ui.say(Sentence{"Try once more with the square code on your ticket, or type your name."}),
        {NoticeChoice::done, NoticeChoice::type_name}};
}

Message wrong_event(const Ui& ui, const NoticeView& view) {
    return {Tone::attention,
            Icon::calendar,
            ui.say(Sentence{"The ticket is for another meeting"}),
            view.other_event.empty()
                ? ui.say(Sentence{"It is a good ticket, but not for this evening."})
                : ui.say(Sentence{"It is for **{}**."}, view.other_event),
            ui.say(Sentence{"Coming tonight as well? Type your name instead."}),
            {NoticeChoice::done, NoticeChoice::type_name}};
}

Message revoked(const Ui& ui) {
    return {Tone::attention,
            Icon::ticket,
            ui.say(Sentence{"That ticket has been replaced"}),
            ui.say(Sentence{"You have been sent a newer one since."}),
            ui.say(Sentence{"Scan the newer ticket, or type your name instead."}),
            {NoticeChoice::done, NoticeChoice::type_name}};
}

Message cancelled(const Ui& ui, const NoticeView& view) {
    Message message{Tone::attention,
                    Icon::calendar,
                    ui.say(Sentence{"Your registration was cancelled"}),
                    ui.say(Sentence{"So there is no place kept for you right now."}),
                    {},
                    {NoticeChoice::done}};
    if (view.walk_ins) {
        message.next = ui.say(Sentence{"You are welcome all the same: register here on the spot."});
        message.choices.push_back(NoticeChoice::walk_in);
    } else {
        message.next = ui.say(Sentence{"Ask the staff, they will help you."});
    }
    return message;
}

Message forged(const Ui& ui) {
    return {
        Tone::attention,
        Icon::help,
        ui.say(Sentence{"We cannot accept that ticket"}),
        ui.say(Sentence{"Its code is not quite right. It may have been damaged or copied badly."}),
        ui.say(Sentence{"Ask the staff, they will help you in."}),
        {NoticeChoice::type_name, NoticeChoice::done}};
}

Message not_on_the_list(const Ui& ui) {
    return {Tone::good,
            Icon::check,
            ui.say(Sentence{"Welcome, you are checked in"}),
            ui.say(Sentence{"Your ticket is good, but your registration has not reached us yet."}),
            ui.say(Sentence{"The staff will show you to a group."}),
            {NoticeChoice::done}};
}

Message registered_here(const Ui& ui, const NoticeView& view) {
    return {Tone::good,
            Icon::check,
            ui.say(Sentence{"Welcome, {}!"}, view.first_name),
            ui.say(Sentence{"You are registered and checked in."}),
            ui.say(Sentence{"The staff will show you to a group."}),
            {NoticeChoice::done}};
}

Message registration_closed(const Ui& ui) {
    return {Tone::attention,
            Icon::person_plus,
            ui.say(Sentence{"No more registrations here"}),
            ui.say(Sentence{"The places for this evening are taken, or registration has closed."}),
            ui.say(Sentence{"Ask the staff, they will help you."}),
            {NoticeChoice::type_name, NoticeChoice::done}};
}

Message machine_broken(const Ui& ui) {
    return {
        Tone::trouble,
        Icon::bell,
        ui.say(Sentence{"Please call the staff"}),
        ui.say(Sentence{"This screen has stopped working as it should. You did nothing wrong."}),
        ui.say(Sentence{"Everybody who has checked in is still checked in."}),
        {NoticeChoice::try_again}};
}

Message message_of(const Ui& ui, const NoticeView& view) {
    switch (view.kind) {
        case NoticeKind::already_here:
            return already_here(ui, view);
        case NoticeKind::unknown_ticket:
            return unknown_ticket(ui);
        case NoticeKind::unreadable:
            return unreadable(ui);
        case NoticeKind::wrong_event:
            return wrong_event(ui, view);
        case NoticeKind::revoked:
            return revoked(ui);
        case NoticeKind::cancelled:
            return cancelled(ui, view);
        case NoticeKind::forged:
            return forged(ui);
        case NoticeKind::not_on_the_list:
            return not_on_the_list(ui);
        case NoticeKind::registered_here:
            return registered_here(ui, view);
        case NoticeKind::registration_closed:
            return registration_closed(ui);
        case NoticeKind::machine_broken:
            break;
    }
    return machine_broken(ui);
}

ButtonLook button_of(const Ui& ui, NoticeChoice choice) {
    switch (choice) {
        case NoticeChoice::print_label:
            return {.id = "print_label",
                    .label = ui.say(Sentence{"Print the name label again"}),
                    .icon = Icon::printer,
                    .kind = ButtonKind::outlined};
        case NoticeChoice::not_me:
            return {.id = "not_me",
                    .label = ui.say(Sentence{"That was not me"}),
                    .icon = Icon::help,
                    .kind = ButtonKind::outlined};
        case NoticeChoice::type_name:
            return {.id = "type_name",
                    .label = ui.say(Sentence{"Type your name instead"}),
                    .icon = Icon::keyboard};
        case NoticeChoice::walk_in:
            return {.id = "walk_in",
                    .label = ui.say(Sentence{"Register here"}),
                    .icon = Icon::person_plus};
        case NoticeChoice::try_again:
            return {.id = "try_again", .label = ui.say(Sentence{"Try again"}), .icon = Icon::undo};
        case NoticeChoice::done:
            break;
    }
    return {.id = "done", .label = ui.say(Sentence{"Done"})};
}

struct ToneColours {
    Colour shape;
    Colour ground;
};

ToneColours colours_of(const Theme& theme, Tone tone) {
    switch (tone) {
        case Tone::good:
            return {theme.success, theme.success_ground};
        case Tone::trouble:
            return {theme.error, theme.error_ground};
        case Tone::attention:
            break;
    }
    return {theme.warning, theme.warning_ground};
}

void add_words(Ui& ui, Column& column, const Message& message) {
    const Theme& theme = ui.theme();
    const ToneColours colours = colours_of(theme, message.tone);
    const float radius = ui.px(std::max(44.0F, 70 * column.squeeze()));
    column.block(2 * radius, [&ui, radius, colours, icon = message.icon](const Rect& rect) {
        badge(ui, rect.centre(), radius, icon, colours.shape, colours.ground);
    });
    column.gap(40);
    WordsLook title;
    title.size = 60;
    title.weight = Weight::bold;
    title.colour = theme.ink;
    title.align = Align::centre;
    title.role = Role::heading;
    title.personal = message.is_personal;
    column.words(message.title, title);
    column.gap(24);
    WordsLook words;
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
    const FrameRoom frame = draw_frame(ui, view.frame, Aside::nothing);
    const Message message = message_of(ui, view);
    std::vector<RowButton> buttons;
    for (const NoticeChoice choice : message.choices) {
        RowButton row_button{button_of(ui, choice), {}};
        // One thing is the thing to do: the last.
        const bool last = choice == message.choices.back();
        row_button.look.kind = last ? ButtonKind::primary : ButtonKind::outlined;
        if (choice == NoticeChoice::done) row_button.countdown = view.countdown;
        buttons.push_back(std::move(row_button));
    }
    const Rect room = frame.room.inset(margin_of(ui), ui.px(32));
    const int mark = ui.painter().mark();
    std::optional<std::size_t> pressed;
    const Column column = fit_column(ui, {room.width, room.height}, [&](Column& words) {
        add_words(ui, words, message);
        words.gap(72);
        const float height = button_row_height(ui, words.width(), buttons);
        words.block(height, [&](const Rect& rect) { pressed = button_row(ui, rect, buttons); });
    });
    column.draw({room.left, room.top + std::round((room.height - column.height()) / 2)});
    ui.painter().shift_since(mark, ui.entrance_offset());
    if (pressed) return message.choices[*pressed];
    if (ui.pressed(KeyKind::escape) && view.kind != NoticeKind::machine_broken) {
        return NoticeChoice::done;
    }
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
