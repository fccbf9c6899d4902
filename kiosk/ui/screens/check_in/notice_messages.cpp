#include "kiosk/ui/screens/check_in/notice_messages.h"

namespace stormote {

namespace {

std::string seat_sentence(const Ui& ui, const NoticeView& view) {
    if (view.group_number == 0) return "";
    if (view.table_name.empty()) {
        return ui.say(Sentence{"You sit in **group {}**."}, view.group_number);
    }
    return ui.say(Sentence{"You sit in **group {}, {}**."}, view.group_number, view.table_name);
}

// The next round is what they come for: where to go is the thing to say.
NoticeMessage changing_tables(const Ui& ui, const NoticeView& view, NoticeMessage message) {
    message.tone = NoticeTone::good;
    message.icon = Icon::people;
    message.title = view.first_name.empty()
                        ? ui.say(Sentence{"Change tables now"})
                        : ui.say(Sentence{"Change tables now, {}"}, view.first_name);
    message.sentence = view.round_text.empty()
                           ? ui.say(Sentence{"It is time for round {}."}, view.round)
                           : ui.say(Sentence{"Round {}, from {}."}, view.round, view.round_text);
    message.next = seat_sentence(ui, view);
    if (view.can_leave) message.others.push_back(NoticeChoice::leave);
    if (view.has_way) message.thing_to_do = NoticeChoice::show_way;
    return message;
}

NoticeMessage already_here(const Ui& ui, const NoticeView& view) {
    NoticeMessage message;
    message.icon = Icon::check;
    message.is_personal = !view.first_name.empty();
    message.title = view.first_name.empty()
                        ? ui.say(Sentence{"You are already checked in"})
                        : ui.say(Sentence{"You are already checked in, {}"}, view.first_name);
    if (view.round > 0) return changing_tables(ui, view, std::move(message));
    message.sentence = view.place_text.empty()
                           ? ui.say(Sentence{"That was at {}. Everything is fine."}, view.time_text)
                           : ui.say(Sentence{"That was at {} {}. Everything is fine."},
                                    view.time_text, view.place_text);
    message.next = seat_sentence(ui, view);
    if (view.is_label_printing) {
        message.next = ui.say(printing_words(view.paper));
    }
    if (view.can_print_label) message.others.push_back(NoticeChoice::print_label);
    message.others.push_back(NoticeChoice::not_me);
    if (view.can_leave) message.others.push_back(NoticeChoice::leave);
    if (view.can_leave && view.is_leaving) message.thing_to_do = NoticeChoice::leave;
    return message;
}

NoticeMessage unknown_ticket(const Ui& ui) {
    return {NoticeTone::attention,
            Icon::ticket,
            ui.say(Sentence{"We do not recognise that ticket"}),
            ui.say(Sentence{"It does not seem to be for this evening."}),
            ui.say(Sentence{"Type your name instead, or ask the staff."}),
            NoticeChoice::type_name};
}

NoticeMessage unreadable(const Ui& ui) {
    return {
        NoticeTone::attention,
        Icon::scan,
        ui.say(Sentence{"That was not a ticket"}),
        ui.say(Sentence{"The code we read belongs to something else."}),
        ui.say(Sentence{"Try once more with the square code on your ticket, or type your name."}),
        NoticeChoice::type_name};
}

NoticeMessage wrong_event(const Ui& ui, const NoticeView& view) {
    return {NoticeTone::attention,
            Icon::calendar,
            ui.say(Sentence{"The ticket is for another meeting"}),
            view.other_event.empty()
                ? ui.say(Sentence{"The ticket is valid, but not for this evening."})
                : ui.say(Sentence{"It is for **{}**."}, view.other_event),
            ui.say(Sentence{"Registered for tonight as well? Type your name instead."}),
            NoticeChoice::type_name};
}

NoticeMessage revoked(const Ui& ui) {
    return {NoticeTone::attention,
            Icon::ticket,
            ui.say(Sentence{"That ticket has been replaced"}),
            ui.say(Sentence{"You have been sent a newer one since."}),
            ui.say(Sentence{"Scan the newer ticket, or type your name instead."}),
            NoticeChoice::type_name};
}

// "Register here" where that is possible, the staff where it is not.
void add_way_in(const Ui& ui, const NoticeView& view, NoticeMessage& message) {
    if (view.walk_ins) {
        message.next = ui.say(Sentence{"You are still welcome: register here."});
        message.thing_to_do = NoticeChoice::walk_in;
    } else {
        message.next = ui.say(Sentence{"Call the staff, they will help you."});
        message.thing_to_do = NoticeChoice::call_staff;
    }
}

NoticeMessage cancelled(const Ui& ui, const NoticeView& view) {
    NoticeMessage message{NoticeTone::attention, Icon::calendar,
                          ui.say(Sentence{"Your registration was cancelled"}),
                          ui.say(Sentence{"No seat is reserved for you right now."})};
    add_way_in(ui, view, message);
    return message;
}

NoticeMessage checked_out(const Ui& ui, const NoticeView& view) {
    NoticeMessage message{NoticeTone::good, Icon::exit};
    message.title = view.first_name.empty() ? ui.say(Sentence{"Goodbye"})
                                            : ui.say(Sentence{"Goodbye, {}"}, view.first_name);
    message.sentence =
        ui.say(Sentence{"You checked out at {}. Thank you for coming."}, view.time_text);
    if (view.has_way_out) message.thing_to_do = NoticeChoice::way_out;
    if (view.is_over) return message;
    message.next =
        view.group_number == 0
            ? ui.say(Sentence{"Coming back? Scan your ticket or type your name again."})
            : ui.say(Sentence{"Coming back? Scan your ticket or type your name again. Your seat in "
                              "**group {}** stays yours."},
                     view.group_number);
    return message;
}

NoticeMessage replaced(const Ui& ui, const NoticeView& view) {
    NoticeMessage message{NoticeTone::attention, Icon::people,
                          ui.say(Sentence{"Somebody has checked in instead of you"}),
                          ui.say(Sentence{"They have taken over your seat. If that is wrong, tell "
                                          "the staff: they can undo it."})};
    add_way_in(ui, view, message);
    // Whose place somebody took has to be settled between people, and first.
    if (view.walk_ins) message.others = {NoticeChoice::walk_in};
    message.thing_to_do = NoticeChoice::call_staff;
    return message;
}

NoticeMessage place_not_free(const Ui& ui, const NoticeView& view) {
    NoticeMessage message{
        NoticeTone::attention, Icon::people, ui.say(Sentence{"That seat is not available"}),
        ui.say(Sentence{"The registration has already been used, or was cancelled."})};
    add_way_in(ui, view, message);
    return message;
}

NoticeMessage forged(const Ui& ui) {
    return {
        NoticeTone::attention,
        Icon::help,
        ui.say(Sentence{"That ticket cannot be used"}),
        ui.say(Sentence{"Its code is not quite right. It may have been damaged or copied badly."}),
        ui.say(Sentence{"Call the staff, they will help you in."}),
        NoticeChoice::call_staff,
        {NoticeChoice::type_name}};
}

NoticeMessage not_on_the_list(const Ui& ui) {
    return {NoticeTone::good, Icon::check, ui.say(Sentence{"Welcome, you are checked in"}),
            ui.say(Sentence{"Your ticket is valid, but your registration has not reached us yet."}),
            ui.say(Sentence{"The staff will show you to a group."})};
}

NoticeMessage registered_here(const Ui& ui, const NoticeView& view) {
    return {NoticeTone::good, Icon::check, ui.say(Sentence{"Welcome, {}!"}, view.first_name),
            ui.say(Sentence{"You are registered and checked in."}),
            ui.say(Sentence{"The staff will show you to a group."})};
}

NoticeMessage registration_closed(const Ui& ui) {
    return {NoticeTone::attention,
            Icon::person_plus,
            ui.say(Sentence{"No more registrations here"}),
            ui.say(Sentence{"The places for this evening are taken, or registration has closed."}),
            ui.say(Sentence{"Call the staff, they will help you."}),
            NoticeChoice::call_staff,
            {NoticeChoice::type_name}};
}

NoticeMessage declined(const Ui& ui) {
    return {NoticeTone::good,
            Icon::check,
            ui.say(Sentence{"Nothing was saved"}),
            ui.say(Sentence{"You are welcome in all the same."}),
            ui.say(Sentence{"The staff will show you to a group."}),
            NoticeChoice::done,
            {NoticeChoice::call_staff}};
}

NoticeMessage exit_feedback(const Ui& ui) {
    return {NoticeTone::good, Icon::heart, ui.say(Sentence{"Thank you!"}),
            ui.say(Sentence{"What you told us has been saved."}),
            ui.say(Sentence{"Get home safely."})};
}

NoticeMessage nobody_to_leave(const Ui& ui, const NoticeView& view) {
    if (view.is_over) {
        return {NoticeTone::attention, Icon::exit, ui.say(Sentence{"You are not checked in"}),
                ui.say(Sentence{"So you need not check out."}),
                ui.say(Sentence{"The meeting is over. Thank you for this evening!"})};
    }
    return {NoticeTone::attention,
            Icon::exit,
            ui.say(Sentence{"You are not checked in"}),
            ui.say(Sentence{"So you need not check out."}),
            ui.say(Sentence{"Just arriving? Then check in here."}),
            NoticeChoice::done,
            {NoticeChoice::check_in}};
}

NoticeMessage machine_broken(const Ui& ui) {
    return {
        NoticeTone::trouble,
        Icon::bell,
        ui.say(Sentence{"Please call the staff"}),
        ui.say(Sentence{"This screen has stopped working as it should. You did nothing wrong."}),
        ui.say(Sentence{"Everybody who has checked in is still checked in."}),
        NoticeChoice::try_again};
}

bool is_done(NoticeKind kind) {
    switch (kind) {
        case NoticeKind::already_here:
        case NoticeKind::not_on_the_list:
        case NoticeKind::checked_out:
        case NoticeKind::registered_here:
        case NoticeKind::exit_feedback:
            return true;
        case NoticeKind::unknown_ticket:
        case NoticeKind::unreadable:
        case NoticeKind::wrong_event:
        case NoticeKind::revoked:
        case NoticeKind::cancelled:
        case NoticeKind::forged:
        case NoticeKind::replaced:
        case NoticeKind::place_not_free:
        case NoticeKind::registration_closed:
        case NoticeKind::declined:
        case NoticeKind::nobody_to_leave:
        case NoticeKind::machine_broken:
            break;
    }
    return false;
}

NoticeMessage message_of(const Ui& ui, const NoticeView& view) {
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
        case NoticeKind::checked_out:
            return checked_out(ui, view);
        case NoticeKind::replaced:
            return replaced(ui, view);
        case NoticeKind::place_not_free:
            return place_not_free(ui, view);
        case NoticeKind::registered_here:
            return registered_here(ui, view);
        case NoticeKind::registration_closed:
            return registration_closed(ui);
        case NoticeKind::declined:
            return declined(ui);
        case NoticeKind::exit_feedback:
            return exit_feedback(ui);
        case NoticeKind::nobody_to_leave:
            return nobody_to_leave(ui, view);
        case NoticeKind::machine_broken:
            break;
    }
    return machine_broken(ui);
}

}  // namespace

NoticeMessage notice_message(const Ui& ui, const NoticeView& view) {
    NoticeMessage message = message_of(ui, view);
    message.is_done = is_done(view.kind);
    if (!view.is_staff_called) return message;
    message.next = ui.say(
        Sentence{"The staff at this door can now see that somebody needs help. Stay here, or just "
                 "ask."});
    std::erase(message.others, NoticeChoice::call_staff);
    if (message.thing_to_do == NoticeChoice::call_staff) message.thing_to_do = NoticeChoice::done;
    return message;
}

}  // namespace stormote
