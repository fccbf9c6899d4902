// The follow-up page on the organiser's page, with a real desk behind it.
#include <catch2/catch.hpp>

#include "kiosk/ui/screens/organiser/organiser_presenter.h"
#include "sync/report/published_notes.h"
#include "tests/support/screens/screen_at_desk.h"

namespace stormote {

using testing::EventDesk;

namespace {

class FollowUpPage : public testing::ScreenAtDesk {
  public:
    explicit FollowUpPage(const std::string& departments = "") {
        const auto write = [this](GroupNumber group, NoteKind kind, const char *text) {
            event->write_note({group, 1, kind, text}, EventDesk::staff);
        };
        write(1, NoteKind::proposal, "Öppna biblioteket på söndagar");
        write(2, NoteKind::proposal, "Ha biblioteket öppet på söndagar");
        write(3, NoteKind::commitment, "Vi bjuder in till ett möte");
        if (!departments.empty()) {
            FieldSetter<SettingField> fields;
            event.record(
                SettingsDescribed{fields.set(SettingField::departments, departments).take()});
        }
        open_desk();
        presenter.emplace(*desk, nullptr, event.clock);
        presenter->open();
        show(presenter);
        tap("tab_notes");
        tap("open_follow_up");
        REQUIRE(comes_to_say("In common: "));
        CHECK(screen() == "follow_up");
    }

    [[nodiscard]] std::vector<PublishedNote> published() {
        return desk->read([](const Desk& at) { return published_notes(at.state()); });
    }

    // As another device does.
    void say_elsewhere(const NoteId& note, FollowUpField field, const std::string& text) {
        desk->ask(
            [=](Desk& at) {
                const FollowUpChange change{note, {{field, text}}};
                return at.follow_up({&change, 1}, Actor{ActingRole::organiser});
            },
            [](FollowingUp) {}, [](const Error&) {});
        settle();
    }

    std::optional<OrganiserPresenter> presenter;
};

}  // namespace

TEST_CASE("proposals that are alike become one by a tap, and two again by another") {
    FollowUpPage page;
    page.tap("All the same: publish these words: Ha biblioteket öppet på söndagar");
    REQUIRE(page.comes_to_say("Recorded."));
    CHECK(page.comes_to_say("No two proposals are alike."));
    CHECK(page.published().size() == 2);
    CHECK(page.published()[0].text == "Ha biblioteket öppet på söndagar");
    page.tap("undo_note_step");
    REQUIRE(page.comes_to_say("Taken back."));
    CHECK(page.comes_to_say("In common: "));
    CHECK(page.published().size() == 3);
    page.tap("back");
    page.settle();
    CHECK(page.screen() == "organiser_notes");
}

TEST_CASE("proposals that only sound alike are remembered as different") {
    FollowUpPage page;
    page.tap("Something else than the others: Öppna biblioteket på söndagar");
    REQUIRE(page.comes_to_say("Recorded."));
    CHECK(page.comes_to_say("No two proposals are alike."));
    CHECK(page.published().size() == 3);
}

TEST_CASE("a note is worded anew beside its original, and kept from the public") {
    FollowUpPage page;
    page.tap("tab_published");
    REQUIRE(page.comes_to_say("Öppna biblioteket på söndagar"));
    page.tap("Word anew: Öppna biblioteket på söndagar");
    CHECK(page.screen() == "follow_up_field");
    CHECK(page.says("Öppna biblioteket på söndagar"));
    page.write(U" i maj");
    page.tap("save");
    REQUIRE(page.comes_to_say("At the table: Öppna biblioteket på söndagar"));
    CHECK(page.published()[0].text == "Öppna biblioteket på söndagar i maj");
    page.tap("Not for the public: Öppna biblioteket på söndagar i maj");
    REQUIRE(page.comes_to_say("Recorded."));
    CHECK(page.published()[0].publication == Publication::withheld);
    page.settle();
    page.tap("Not for the public: Öppna biblioteket på söndagar i maj");
    page.settle();
    CHECK(page.published()[0].publication == Publication::open);
}

TEST_CASE("two notes that somebody chooses become one") {
    FollowUpPage page;
    page.tap("tab_published");
    REQUIRE(page.comes_to_say("Öppna biblioteket på söndagar"));
    page.tap("Says the same as another: Öppna biblioteket på söndagar");
    REQUIRE(page.comes_to_say("Which note says the same?"));
    REQUIRE(page.comes_to_say("Never mind"));
    page.tap("The same: publish these words: Ha biblioteket öppet på söndagar");
    REQUIRE(page.comes_to_say("Publish it by itself"));
    CHECK(page.published().size() == 2);
    page.tap("Publish it by itself: Öppna biblioteket på söndagar");
    page.settle();
    CHECK(page.published().size() == 3);
}

TEST_CASE("what becomes of a proposal is said by touch, and a date that is none is refused") {
    FollowUpPage page;
    page.tap("tab_follow_up");
    REQUIRE(page.comes_to_say("Öppna biblioteket på söndagar"));
    page.tap("Begun: Öppna biblioteket på söndagar");
    REQUIRE(page.comes_to_say("Recorded."));
    CHECK(page.published()[0].follow_up.state == FollowUpState::begun);
    page.settle();
    page.tap("Due: Öppna biblioteket på söndagar");
    page.write(U"i vår");
    page.tap("save");
    REQUIRE(page.comes_to_say("\"i vår\" is not a date."));
    page.tap("back");
    page.settle();
    page.tap("Owner: Öppna biblioteket på söndagar");
    page.write(U"Kulturchefen");
    page.tap("save");
    REQUIRE(page.comes_to_say("Owner: Kulturchefen"));
    CHECK(page.published()[0].follow_up.owner == "Kulturchefen");
}

TEST_CASE("a department is one of the event's, or another that is written") {
    FollowUpPage page("Kultur och fritid\nSkola");
    page.tap("tab_follow_up");
    REQUIRE(page.comes_to_say("Öppna biblioteket på söndagar"));
    page.tap("Department: Öppna biblioteket på söndagar");
    REQUIRE(page.comes_to_say("Another department"));
    page.tap("Never mind: Öppna biblioteket på söndagar");
    page.settle();
    CHECK_FALSE(page.says("Another department"));
    page.tap("Department: Öppna biblioteket på söndagar");
    REQUIRE(page.comes_to_say("Kultur och fritid"));
    page.tap("Kultur och fritid: Öppna biblioteket på söndagar");
    REQUIRE(page.comes_to_say("Department: Kultur och fritid"));
    CHECK(page.published()[0].follow_up.department == "Kultur och fritid");
    // Another tap on it takes it away.
    page.tap("Department: Öppna biblioteket på söndagar");
    REQUIRE(page.comes_to_say("Another department"));
    page.tap("Kultur och fritid: Öppna biblioteket på söndagar");
    REQUIRE(page.comes_to_say("Recorded."));
    CHECK(page.published()[0].follow_up.department.empty());
    page.settle();
    page.tap("Department: Öppna biblioteket på söndagar");
    REQUIRE(page.comes_to_say("Another department"));
    page.tap("Another department: Öppna biblioteket på söndagar");
    CHECK(page.screen() == "follow_up_field");
    page.write(U"Räddningstjänsten");
    page.tap("save");
    REQUIRE(page.comes_to_say("Department: Räddningstjänsten"));
    CHECK(page.published()[0].follow_up.department == "Räddningstjänsten");
    CHECK_FALSE(page.says("Another department"));
}

TEST_CASE("the department that a wish was left with is shown as chosen, and stays") {
    FollowUpPage page("Kultur och fritid\nSkola");
    page.do_at_desk([](Desk& desk) {
        const auto asker =
            desk.walk_in({"Siv", "Öberg", "Eken", "", {}, ""}, EventDesk::staff).verdict.attendee;
        REQUIRE(desk.leave_message(
                    {MessageKind::contact, asker, "Får vi låna matsalen?", "070", "Skola"},
                    EventDesk::staff) == FeedbackOutcome::kept);
    });
    page.tap("tab_follow_up");
    REQUIRE(page.comes_to_say("Öppna biblioteket på söndagar"));
    // Behind the notes.
    for (int taps = 0; taps < 10 && !page.says("Department: Skola"); ++taps) {
        page.tap("follow_up_down");
    }
    REQUIRE(page.comes_to_say("Department: Skola"));
    page.tap("Department: Får vi låna matsalen?");
    REQUIRE(page.comes_to_say("Another department"));
    page.tap("Skola: Får vi låna matsalen?");
    page.settle();
    CHECK(page.comes_to_say("Department: Skola"));
    CHECK_FALSE(page.says("It is not as it was any more. Look again."));
    page.tap("Department: Får vi låna matsalen?");
    REQUIRE(page.comes_to_say("Another department"));
    page.tap("Kultur och fritid: Får vi låna matsalen?");
    CHECK(page.comes_to_say("Department: Kultur och fritid"));
}

TEST_CASE("a wording that is saved as it was shown is none, and neither is the original") {
    FollowUpPage page;
    page.tap("tab_published");
    REQUIRE(page.comes_to_say("Öppna biblioteket på söndagar"));
    page.tap("Word anew: Öppna biblioteket på söndagar");
    page.tap("save");
    page.settle();
    CHECK(page.screen() == "follow_up");
    CHECK_FALSE(page.published()[0].is_edited);
    page.tap("Word anew: Öppna biblioteket på söndagar");
    page.write(U" i maj");
    page.tap("save");
    REQUIRE(page.comes_to_say("Recorded."));
    CHECK(page.published()[0].is_edited);
}

TEST_CASE("what another device says meanwhile is shown, and not overwritten") {
    FollowUpPage page;
    page.tap("tab_follow_up");
    REQUIRE(page.comes_to_say("Öppna biblioteket på söndagar"));
    page.tap("Owner: Öppna biblioteket på söndagar");
    page.write(U"Kulturchefen");
    const NoteId note = page.published()[0].id;
    page.say_elsewhere(note, FollowUpField::owner, "Bibliotekschefen");
    page.tap("save");
    REQUIRE(page.comes_to_say("It is not as it was any more. Look again."));
    CHECK(page.published()[0].follow_up.owner == "Bibliotekschefen");
    page.tap("back");
    page.settle();
    CHECK(page.comes_to_say("Owner: Bibliotekschefen"));
}

}  // namespace stormote
