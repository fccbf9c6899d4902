#include "tests/support/screens/on_the_way_out.h"

#include <utility>

#include <catch2/catch.hpp>

namespace stormote::testing {

OnTheWayOut::OnTheWayOut() {
    asa = event.add({"Åsa", "Öberg", "Ekens scoutkår", AttendeeRole::civil, "asa@eken.example"});
    siv = event.add({"Siv", "Lööf", "Ekens scoutkår"});
    yusuf = event.add({"Yusuf", "Ek"});
    maj = event.add({"Maj", "Norberg", "Ekbackens kommun", AttendeeRole::official});
    event.come(asa);
    for (const IssuedTicket& issued : event->issue_tickets(EventDesk::staff)) {
        tickets[issued.attendee] = event->tickets().write(issued.ticket);
    }
    ask_questions();
}

OnTheWayOut::~OnTheWayOut() = default;

void OnTheWayOut::open(std::optional<Respondent> respondent) {
    if (!desk) open_desk();
    navigation.reset();
    presenter.emplace(*desk, pace, respondent);
    driver.show([this](Ui& ui) {
        desk->collect();
        if (auto to = presenter->draw(ui, {})) navigation = std::move(to);
    });
}

void OnTheWayOut::choose_name(std::u32string_view typed, std::string_view name) {
    write(typed);
    tap(name);
}

bool OnTheWayOut::show_ticket(const AttendeeId& person) {
    const bool is_taken = presenter->take_ticket(tickets[person]);
    driver.advance_ms(Ui::settle_ms);
    driver.advance_ms(Ui::settle_ms);
    return is_taken;
}

bool OnTheWayOut::has(std::string_view target) const {
    return driver.record().find_target(target) != nullptr;
}

const EventState& OnTheWayOut::afterwards() {
    presenter.reset();
    driver.show([](Ui&) {});
    desk.reset();
    event.clock.advance_ms(24LL * 3'600'000);
    event.reopen();
    return event.state();
}

const std::pair<const MessageKey, Message>& OnTheWayOut::only_message() {
    const auto& messages = afterwards().messages();
    REQUIRE(messages.size() == 1);
    return *messages.begin();
}

void OnTheWayOut::ask(SurveyNumber number, FieldTexts fields) {
    event.record(SurveyQuestionDescribed{number, std::move(fields)});
}

void OnTheWayOut::ask_questions() {
    ask(1, {{1, "Hur var kvällen?"}, {2, "scale"}, {3, "Trist"}, {4, "Givande"}});
    ask(2, {{1, "Kommer du igen?"}, {2, "yes_no"}});
    ask(3, {{1, "Vad tar du med dig?"}, {2, "text"}});
    FieldSetter<SettingField> fields;
    fields.set(SettingField::agreement, "Lokal överenskommelse")
        .set(SettingField::agreement_text, "Vi lovar varandra dialog.")
        .set(SettingField::departments, "Kultur och fritid\nSkola");
    event.record(SettingsDescribed{fields.take()});
}

}  // namespace stormote::testing
