// The organiser's page with a real desk behind it: what it reads, when, and what it writes.
#include "kiosk/ui/screens/organiser/organiser_presenter.h"

#include <optional>
#include <utility>
#include <vector>

#include <catch2/catch.hpp>

#include "kiosk/lists/spreadsheet/workbook.h"
#include "kiosk/lists/spreadsheet/zip_archive.h"
#include "sync/base/assets.h"
#include "sync/base/local_time.h"
#include "tests/support/screens/screen_at_desk.h"

namespace stormote {

namespace {

using testing::EventDesk;
using testing::TemporaryFolder;

// A page on an event of two people, one of whom has come.
class OpenPage : public testing::ScreenAtDesk {
  public:
    OpenPage() {
        // Where files can be saved to.
        ::setenv("HOME", home_.path().c_str(), 1);
        waiting = event.add({"Yusuf", "Ek", "Ekbackens IF"});
        event.come(event.add({"Åsa", "Öberg", "Eken"}));
        note = event->write_note({2, 1, NoteKind::proposal, "Fika"}, {ActingRole::facilitator});
        open_desk();
        presenter.emplace(*desk, nullptr, event.clock);
        presenter->open();
        show(presenter);
    }

    void open_files() {
        driver.tap("tab_files");
        REQUIRE(comes_to_say(home_.path().string()));
        settle();
        driver.advance_ms(Ui::settle_ms);
    }
    void save(std::string_view button) {
        const auto is_there = [&] { return driver.record().find_target(button) != nullptr; };
        for (int taps = 0; taps < 20 && !is_there(); ++taps) driver.tap("files_down");
        driver.tap(button);
    }

    TemporaryFolder home_;
    AttendeeId waiting;
    NoteId note;
    std::optional<OrganiserPresenter> presenter;
};

}  // namespace

TEST_CASE("the organiser's page opens at the door, with what the desk has counted") {
    OpenPage page;
    CHECK(page.driver.record().head().screen == "organiser");
    REQUIRE(page.comes_to_say("1 of 2 registered"));
    CHECK(page.driver.record().says("Nothing. Everything is in order."));
    CHECK(page.driver.record().says("Entré · this screen"));
    CHECK(page.driver.record().says("No central store is set up. Everything is kept here."));
    CHECK(page.driver.record().find_target("sync_now") == nullptr);
}

TEST_CASE("the numbers follow a check-in, a second later at most, and ask for the frame") {
    OpenPage page;
    REQUIRE(page.comes_to_say("1 of 2 registered"));
    page.do_at_desk([&](Desk& desk) {
        static_cast<void>(desk.check_in(page.waiting, CheckInMethod::name, EventDesk::staff));
    });
    page.settle();
    CHECK(page.driver.record().says("1 of 2 registered"));
    REQUIRE(page.driver.ui().wake_ms());
    page.driver.clock().advance_ms(*page.driver.ui().wake_ms() - page.driver.ui().now_ms());
    CHECK(page.comes_to_say("2 of 2 registered"));
}

TEST_CASE("notes are shown by question and group, and the door comes back") {
    OpenPage page;
    page.driver.tap("tab_notes");
    REQUIRE(page.comes_to_say("Fika"));
    CHECK(page.driver.record().head().screen == "organiser_notes");
    CHECK(page.driver.record().says("Group 2"));
    page.driver.advance_ms(Ui::settle_ms);
    page.driver.tap("tab_door");
    CHECK(page.comes_to_say("1 of 2 registered"));
}

TEST_CASE("a file is written where it was asked for, and the page says its name") {
    OpenPage page;
    page.open_files();
    page.driver.tap("write_attendance");
    REQUIRE(page.comes_to_say("Saved: " + page.home_.path().string()));
    std::string written;
    for (const auto& file : std::filesystem::directory_iterator(page.home_.path())) {
        const Bytes bytes = testing::read_file(file.path());
        written.assign(bytes.begin(), bytes.end());
    }
    const auto workbook = read_workbook(written);
    REQUIRE(workbook);
    std::string names;
    for (const SheetRow& row : workbook->sheets.front().rows) names += row.cells.front() + "\n";
    CHECK(names.find("Öberg") != std::string::npos);
}

TEST_CASE("the groups are saved as pages to print, once there are any") {
    OpenPage page;
    page.open_files();
    page.save("write_groups");
    REQUIRE(page.comes_to_say("There are no groups yet. Deal them first."));
    page.do_at_desk([](Desk& desk) { desk.plan_groups(1, 1, EventDesk::staff); });
    page.save("write_groups");
    REQUIRE(page.comes_to_say("groups.pdf"));
    page.save("write_signs");
    REQUIRE(page.comes_to_say("table-signs.pdf"));
    std::size_t pages = 0;
    for (const auto& file : std::filesystem::directory_iterator(page.home_.path())) {
        const Bytes bytes = testing::read_file(file.path());
        const std::string written(bytes.begin(), bytes.end());
        if (written.starts_with("%PDF-")) ++pages;
    }
    CHECK(pages == 2);
}

TEST_CASE("what people left on the way out is saved, the survey once there is one") {
    OpenPage page;
    page.open_files();
    page.save("write_survey");
    REQUIRE(page.comes_to_say("The event has no survey."));
    for (const auto& [button, file] :
         // In the order of the page, which is moved downwards alone.
         std::vector<std::pair<std::string, std::string>>{{"messages", "messages-internal"},
                                                          {"contacts", "contacts"},
                                                          {"joined", "joined-internal"}}) {
        page.save("write_" + button);
        INFO(file);
        CHECK(page.comes_to_say(file + ".xlsx"));
    }
}

TEST_CASE("the compilation is saved for everybody, with a warning of notes that name people") {
    OpenPage page;
    page.open_files();
    page.save("write_compilation");
    REQUIRE(page.comes_to_say("compilation.docx"));
    CHECK_FALSE(page.says("somebody who is registered"));
    page.do_at_desk([](Desk& desk) {
        static_cast<void>(desk.write_note({2, 1, NoteKind::proposal, "Fråga Åsa Öberg"},
                                          {ActingRole::facilitator}));
    });
    page.save("write_compilation");
    REQUIRE(page.comes_to_say("Texts that name somebody who is registered: 1."));
    for (const auto& file : std::filesystem::directory_iterator(page.home_.path())) {
        const std::string written = to_string(testing::read_file(file.path()));
        auto archive = ZipArchive::open(written, 10'000'000);
        REQUIRE(archive);
        CHECK_THAT(archive->read("word/document.xml").value(),
                   !Catch::Contains("Internal version"));
    }
}

TEST_CASE("answers that still wait are told beside the file, and come along when there are many") {
    OpenPage page;
    const auto comment = [&](int count) {
        page.do_at_desk([count](Desk& desk) {
            const NewMessage message{MessageKind::comment, std::nullopt, "Bra kväll", "", ""};
            for (int i = 0; i < count; ++i) desk.leave_message(message, {});
        });
    };
    page.do_at_desk([](Desk& desk) {
        FieldSetter<SettingField> fields;
        fields.set(SettingField::ends, "2031-10-12T21:00");
        const Body body{{}, ActingRole::organiser, SettingsDescribed{fields.take()}};
        desk.record(std::span(&body, 1));
    });
    comment(5);
    page.open_files();
    page.save("write_messages");
    REQUIRE(page.comes_to_say("5 answers wait here"));
    comment(1);
    page.save("write_messages");
    page.settle();
    CHECK(page.says("messages-internal.xlsx"));
    CHECK_FALSE(page.says("wait here"));
    CHECK(page.desk->read([](const Desk& desk) { return desk.state().messages().size(); }) == 6);
}

TEST_CASE("a folder that is gone is said, and nothing else breaks") {
    OpenPage page;
    page.driver.tap("tab_files");
    REQUIRE(page.comes_to_say(page.home_.path().string()));
    std::filesystem::remove_all(page.home_.path());
    page.driver.advance_ms(Ui::settle_ms);
    page.driver.tap("write_attendance");
    page.settle();
    CHECK_FALSE(page.driver.record().says("Saved"));
    const auto& items = page.driver.record().items();
    CHECK(std::any_of(items.begin(), items.end(),
                      [](const RecordedItem& item) { return item.role == Role::status; }));
}

TEST_CASE("the page is left by its lock, and begins anew the next time") {
    OpenPage page;
    page.driver.tap("tab_notes");
    page.settle();
    page.driver.advance_ms(Ui::settle_ms);
    CHECK_FALSE(page.navigation);
    page.driver.tap("lock");
    CHECK(page.led_to<GoHome>() != nullptr);
    page.navigation.reset();
    page.presenter->open();
    page.settle();
    CHECK_FALSE(page.navigation);
    CHECK(page.driver.record().head().screen == "organiser");
}

TEST_CASE("the evening's line stands with all the tabs without breaking, below it where need be") {
    const bool is_small = GENERATE(false, true);
    UiDriver driver(is_small ? Size{1280, 800} : Size{1920, 1080});
    auto texts = load_texts("sv");
    REQUIRE(texts.ok());
    driver.ui().set_texts(*texts);
    OrganiserView view;
    view.frame.municipality = "Ekbackens kommun";
    view.line = "Stormöte med civilsamhället · 18.30";
    driver.show([&](Ui& ui) { static_cast<void>(draw_organiser(ui, view)); });
    const auto& items = driver.record().items();
    const auto line = std::find_if(items.begin(), items.end(), [&](const RecordedItem& item) {
        return item.label == view.line;
    });
    REQUIRE(line != items.end());
    CHECK(line->rect.height < 40);
    CHECK_FALSE(line->shortened);
    const RecordedItem *tab = driver.record().find_target("tab_door");
    REQUIRE(tab != nullptr);
    CHECK((tab->rect.top >= line->rect.bottom()) == is_small);
}

TEST_CASE("larger text is handed on to the app, once") {
    OpenPage page;
    page.driver.tap("larger_text");
    const auto *intent = page.led_to<FrameIntent>();
    REQUIRE(intent != nullptr);
    CHECK(std::holds_alternative<LargerText>(*intent));
    page.navigation.reset();
    page.driver.frame();
    CHECK_FALSE(page.navigation);
}

TEST_CASE("an answer that comes when the page is gone finds nobody") {
    OpenPage page;
    page.driver.show([](Ui& ui) { ui.begin_screen("other"); });
    page.presenter.reset();
    page.settle();
    CHECK(page.driver.record().head().screen == "other");
}

namespace {

Agenda agenda_at(const OpenPage& page) {
    return page.desk->read([](const Desk& desk) { return agenda_of(desk.state()); });
}

void open_agenda(OpenPage& page) {
    page.driver.tap("tab_agenda");
    page.settle();
    page.driver.advance_ms(Ui::settle_ms);
    REQUIRE(page.driver.record().head().screen == "organiser_agenda");
}

void write(OpenPage& page, std::string_view field, std::u32string_view text) {
    page.driver.tap(field);
    for (int erased = 0; erased < 5; ++erased) page.driver.tap("key_erase");
    page.driver.type(text);
}

void save_item(OpenPage& page) {
    page.driver.tap("save");
    page.settle();
    page.driver.advance_ms(Ui::settle_ms);
}

}  // namespace

TEST_CASE("the organiser writes questions and the programme by touch, and takes back what can be") {
    OpenPage page;
    open_agenda(page);
    CHECK(
        page.driver.record().says("The evening has no questions and no programme yet. Write them "
                                  "here, or read them from a list."));
    page.driver.tap("add_question");
    page.driver.advance_ms(Ui::settle_ms);
    page.driver.type(U"Kontakt");
    write(page, "field_round", U"2");
    save_item(page);
    REQUIRE(agenda_at(page).questions.size() == 1);
    const AgendaQuestion question = agenda_at(page).questions.front();
    CHECK(question.number == 1);
    CHECK(question.title == "Kontakt");
    CHECK(question.starts == "2022-10-12T18:00");
    CHECK(question.ends == "2022-10-12T18:20");
    CHECK(question.round == 2);
    CHECK(
        page.driver.record().says("The agenda has 2 rounds, and people have seats for 1. Deal the "
                                  "groups anew under Groups."));
    page.driver.tap("add_item");
    page.driver.advance_ms(Ui::settle_ms);
    page.driver.type(U"18.20");
    write(page, "field_title", U"Fika");
    save_item(page);
    CHECK(agenda_at(page).programme == std::vector<ProgrammeItem>{{"18:20", "Fika"}});
    page.driver.tap("undo_agenda");
    page.settle();
    CHECK(agenda_at(page).programme.empty());
    page.driver.advance_ms(Ui::settle_ms);
    page.driver.tap("undo_agenda");
    page.settle();
    page.driver.advance_ms(Ui::settle_ms);
    // A table has written under it: its note is not to lose the question.
    CHECK(agenda_at(page).questions.size() == 1);
    CHECK(page.driver.record().says(
        "Question 1 is left out, but the groups have written under it: 1. Keep it."));
    CHECK_FALSE(page.driver.record().find_target("undo_agenda")->enabled);
}

TEST_CASE("an agenda that cannot be kept is told on the page, with what was written") {
    OpenPage page;
    open_agenda(page);
    page.driver.tap("add_question");
    page.driver.advance_ms(Ui::settle_ms);
    page.driver.type(U"Kontakt");
    write(page, "field_starts", U"17.7");
    save_item(page);
    CHECK(page.driver.record().says("\"17.7\" is not a time. Write it as 18.50."));
    write(page, "field_starts", U"17.00");
    save_item(page);
    CHECK(page.driver.record().head().screen == "agenda_item");
    CHECK(page.driver.record().says(
        "17:00 to 18:20 is outside the event, which is from 18:00 to 21:00."));
    CHECK(agenda_at(page).questions.empty());
}

TEST_CASE("all that is left of the evening can be put off, and brought back") {
    OpenPage page;
    const auto now_ms = *instant_of("2022-10-12T18:55");
    page.event.clock.set_wall_ms(now_ms);
    page.do_at_desk([](Desk& desk) {
        const Agenda before = agenda_of(desk.state());
        const Agenda agenda{{{1, "A", "", "2022-10-12T18:00", "2022-10-12T18:40", 1},
                             {2, "B", "", "2022-10-12T18:40", "2022-10-12T19:00", 1},
                             {3, "C", "", "2022-10-12T19:00", "2022-10-12T19:20", 1}},
                            {{"18:00", "Start"}, {"19:20", "Slut"}}};
        REQUIRE(take_step(desk, {before, agenda}, {ActingRole::organiser}).ok());
    });
    open_agenda(page);
    const Agenda before = agenda_at(page);
    page.driver.tap("delay_agenda");
    page.settle();
    const Agenda delayed = agenda_at(page);
    CHECK(delayed.questions[0] == before.questions[0]);
    CHECK(delayed.questions[1].starts == "2022-10-12T18:40");
    CHECK(delayed.questions[1].ends == "2022-10-12T19:05");
    CHECK(delayed.questions[2].starts == "2022-10-12T19:05");
    CHECK(delayed.questions[2].ends == "2022-10-12T19:25");
    CHECK(delayed.programme == std::vector<ProgrammeItem>{{"18:00", "Start"}, {"19:25", "Slut"}});
    page.driver.tap("undo_agenda");
    page.settle();
    CHECK(agenda_at(page) == before);
}

TEST_CASE("a step that is out of date changes nothing, and says so") {
    OpenPage page;
    open_agenda(page);
    page.driver.tap("add_question");
    page.driver.advance_ms(Ui::settle_ms);
    page.driver.type(U"Kontakt");
    page.do_at_desk([](Desk& desk) {
        const Agenda before = agenda_of(desk.state());
        REQUIRE(
            take_step(desk, {before, {{}, {{"18:00", "Start"}}}}, {ActingRole::organiser}).ok());
    });
    save_item(page);
    CHECK(page.driver.record().says(
        "Somebody else has changed the agenda meanwhile. Nothing was saved."));
    CHECK(agenda_at(page).questions.empty());
}

}  // namespace stormote
