// AtTable: a table's screen with a real desk behind it: one guest, two questions, and two notes of
// the first. The test's thread.
#pragma once

#include <optional>

#include "kiosk/ui/screens/table/table_presenter.h"
#include "tests/support/screens/screen_at_desk.h"

namespace stormote {

class AtTable : public testing::ScreenAtDesk {
  public:
    AtTable() {
        const AttendeeId guest = event.add({"Åsa", "Öberg"});
        event.record(GroupsPlanned{{std::vector{GroupSeat{guest, 2}}}});
        event.come(guest);
        ask(1, "Kontakt");
        ask(2, "Mål");
        first = event->write_note({2, 1, NoteKind::point, "Fler bänkar"}, actor::facilitator);
        event.clock.advance_ms(60'000);
        second =
            event->write_note({2, 1, NoteKind::proposal, "Bänkar i parken"}, actor::facilitator);
        open_desk();
        open_table();
    }

    void open_table() {
        presenter.emplace(*desk, event.clock);
        presenter->open(2);
        show(presenter);
        settle();
        driver.frame();
    }
    [[nodiscard]] NoteWording wording(const NoteId& id) {
        return desk->read([&](const Desk& at) { return wording_of(at.state(), id).value(); });
    }
    [[nodiscard]] bool offers(std::string_view id) const {
        return driver.record().find_target(id) != nullptr;
    }
    // The table reads the record anew every other second.
    void look_again() {
        driver.advance_ms(2'000);
        settle();
    }
    // By the organiser; empty: it goes on again.
    void say_ended(const std::string& when) {
        do_at_desk([when](Desk& at) {
            const Body body{{},
                            ActingRole::organiser,
                            SettingsDescribed{
                                FieldSetter<SettingField>{}.set(SettingField::ended, when).take()}};
            at.record(std::span(&body, 1));
        });
        look_again();
    }
    // Opens the first note again as a commitment.
    void promise() {
        open_note("note_1");
        tap("kind_commitment");
        tap("done");
        settle();
        open_note("note_1");
    }
    void open_note(std::string_view id) {
        tap(id);
        settle();
        REQUIRE(screen() == "table_note");
    }

    NoteId first;
    NoteId second;
    std::optional<TablePresenter> presenter;

  private:
    void ask(QuestionNumber number, const std::string& title) {
        FieldSetter<QuestionField> fields;
        fields.set(QuestionField::title, title);
        event.record(QuestionDescribed{number, fields.take()});
    }
};

}  // namespace stormote
