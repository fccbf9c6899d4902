#include "tests/support/screens/at_the_door.h"

#include <catch2/catch.hpp>

namespace stormote::testing {

AtTheDoor::AtTheDoor(Printer with, const std::string& starts) {
    if (!starts.empty()) {
        FieldSetter<SettingField> fields;
        fields.set(SettingField::starts, starts);
        event.record(SettingsDescribed{fields.take()});
    }
    event.add({"Åsa", "Öberg", "Eken"});
    event.add({"Bo", "Ek", "Eken"});
    event->plan_groups(1, 7, EventDesk::staff);
    for (const IssuedTicket& issued : event->issue_tickets(EventDesk::staff)) {
        const std::string name = event.state().find_attendee(issued.attendee)->full_name();
        tickets[name] = event->tickets().write(issued.ticket);
    }
    open_desk();
    AppOptions options;
    options.language = "en";
    if (with != Printer::none) {
        const bool takes_slips = with == Printer::of_slips;
        queue.emplace(printer.connect(), takes_slips ? LabelStock::slip : LabelStock::narrow,
                      [] {});
        labels.emplace(*queue, texts, CodeOnLabel::none, driver.clock(),
                       takes_slips ? DoorPaper::slip : DoorPaper::name_label);
        options.labels = &*labels;
    }
    options.sounds = &sounds;
    options.speaker = &speaker;
    options.sheets = &sheets;
    app.emplace(driver.ui(), *desk, languages, driver.clock(), options);
    driver.show([this](Ui&) { app->draw(); });
}

AtTheDoor::~AtTheDoor() = default;

void AtTheDoor::choose_asa_twice() {
    choose_name(U"åsa", "Åsa Öberg");
    REQUIRE(comes_to_say("Welcome, Åsa!"));
    tap("done");
    choose_name(U"åsa", "Åsa Öberg");
    REQUIRE(comes_to_say("You are already checked in, Åsa"));
}

void AtTheDoor::choose_name(std::u32string_view typed, std::string_view name) {
    tap("type_name");
    write(typed);
    tap(name);
}

void AtTheDoor::enter_as_staff(std::u32string_view pin) {
    driver.close_window();
    driver.type(pin);
    driver.press(KeyKind::enter);
    REQUIRE(comes_to_say("Latest check-ins"));
}

}  // namespace stormote::testing
