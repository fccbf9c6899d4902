// OnTheWayOut: somebody before the pages of the way out, with a real desk behind them. The thread
// that made it.
#pragma once

#include <map>

#include "kiosk/ui/farewell_room.h"
#include "tests/support/screen_at_desk.h"

namespace stormote::testing {

// At an event with a survey of three questions, an agreement and two departments.
class OnTheWayOut : public ScreenAtDesk {
  public:
    OnTheWayOut() {
        asa =
            event.add({"Åsa", "Öberg", "Ekens scoutkår", AttendeeRole::civil, "asa@eken.example"});
        siv = event.add({"Siv", "Lööf", "Ekens scoutkår"});
        yusuf = event.add({"Yusuf", "Ek"});
        maj = event.add({"Maj", "Norberg", "Ekbackens kommun", AttendeeRole::official});
        event.come(asa);
        for (const IssuedTicket& issued : event->issue_tickets(EventDesk::staff)) {
            tickets[issued.attendee] = event->tickets().write(issued.ticket);
        }
        ask_questions();
    }

    void open(std::optional<Leaver> leaver = std::nullopt) {
        if (!desk) open_desk();
        room.emplace(*desk, pace, leaver);
        driver.show([this](Ui& ui) {
            desk->collect();
            (void)room->draw(ui, {});
        });
    }
    void choose_name(std::u32string_view typed, std::string_view name) {
        write(typed);
        tap(name);
    }
    // Whether the room has a use for it.
    bool show_ticket(const AttendeeId& person) {
        const bool is_taken = room->take_ticket(tickets[person]);
        driver.advance_ms(Ui::settle_ms);
        driver.advance_ms(Ui::settle_ms);
        return is_taken;
    }
    [[nodiscard]] bool has(std::string_view target) const {
        return driver.record().find_target(target) != nullptr;
    }

    // Of the record as it is once the evening is over and what waits is released.
    [[nodiscard]] const EventState& afterwards() {
        room.reset();
        driver.show([](Ui&) {});
        desk.reset();
        event.clock.advance_ms(24LL * 3'600'000);
        event.reopen();
        return event.state();
    }

    // Of the record afterwards.
    [[nodiscard]] const std::pair<const MessageKey, Message>& only_message() {
        const auto& messages = afterwards().messages();
        REQUIRE(messages.size() == 1);
        return *messages.begin();
    }

    AttendeeId asa;
    AttendeeId siv;
    AttendeeId yusuf;
    AttendeeId maj;
    std::map<AttendeeId, std::string> tickets;
    SearchPace pace;
    std::optional<FarewellRoom> room;

  private:
    void ask(SurveyNumber number, FieldTexts fields) {
        event.record(SurveyQuestionDescribed{number, std::move(fields)});
    }
    void ask_questions() {
        ask(1, {{1, "Hur var kvällen?"}, {2, "scale"}, {3, "Trist"}, {4, "Givande"}});
        ask(2, {{1, "Kommer du igen?"}, {2, "yes_no"}});
        ask(3, {{1, "Vad tar du med dig?"}, {2, "text"}});
        FieldSetter<SettingField> fields;
        fields.set(SettingField::agreement, "Lokal överenskommelse")
            .set(SettingField::agreement_text, "Vi lovar varandra dialog.")
            .set(SettingField::departments, "Kultur och fritid\nSkola");
        event.record(SettingsDescribed{fields.take()});
    }
};

}  // namespace stormote::testing
