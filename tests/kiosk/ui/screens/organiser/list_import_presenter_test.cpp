// A list from a stick into the event, by touch, with a real desk behind it.
#include <fstream>
#include <optional>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "kiosk/ui/screens/organiser/organiser_presenter.h"
#include "tests/support/machine/mounted_disk.h"
#include "tests/support/machine/skip.h"
#include "tests/support/screens/screen_at_desk.h"

namespace stormote {

namespace {

using testing::TemporaryFolder;

// The organiser's page of an event of nobody, and a folder that lists are put in.
class OpenPage : public testing::ScreenAtDesk {
  public:
    OpenPage() {
        ::setenv("HOME", stick.path().c_str(), 1);
        open_desk();
        presenter.emplace(*desk, nullptr, event.clock);
        presenter->open();
        show(presenter);
    }

    void put(const std::string& name, const std::string& text) {
        std::ofstream(stick / name) << text;
    }
    void touch(std::string_view id) {
        settle();
        tap(id);
        ++taps;
        settle();
    }
    // Lists are looked for once a second.
    void wait_for_lists() {
        driver.advance_ms(1000);
        settle();
        driver.frame();
    }
    void choose_list() {
        touch("tab_files");
        touch("import_list");
        wait_for_lists();
        touch("list_1");
    }
    [[nodiscard]] bool has(std::string_view id) const {
        return driver.record().find_target(id) != nullptr;
    }
    [[nodiscard]] std::vector<std::string> registered() const {
        return desk->read([](const Desk& at) {
            std::vector<std::string> names;
            for (const auto& [id, attendee] : at.state().attendees()) {
                if (!is_cancelled(attendee)) names.push_back(attendee.full_name());
            }
            std::sort(names.begin(), names.end());
            return names;
        });
    }

    TemporaryFolder stick;
    int taps = 0;
    std::optional<OrganiserPresenter> presenter;
};

std::string list_of_104() {
    std::string list = "Namn;Förening;E-post\n";
    // Digits in a name are doubtful.
    for (char first = 'a'; first < 'k'; ++first) {
        for (char second = 'a'; second < 'k'; ++second) {
            list += fmt::format("Ek{0}{1} Ås{1}{0};Eken;{0}{1}@eken.example\n", first, second);
        }
    }
    return list +
           "Åsa Öberg;Bron;asa(at)bron.example\n"
           "Anna och Per Svensson;Bron;\n"
           "Bo Ek, Eken, bo@eken.example;;\n";
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a list on a write-protected stick is found") {
    OpenPage page;
    page.put("lista.csv", "Namn;Förening\nÅsa Öberg;Eken\n");
    const TemporaryFolder folder;
    const auto locked = MountedDisk::read_only(page.stick.path(), folder / "home");
    if (!locked.is_mounted()) {
        return testing::note_skipped("this machine lets nobody mount a read-only folder");
    }
    ::setenv("HOME", (folder / "home").c_str(), 1);
    page.touch("tab_files");
    page.touch("import_list");
    page.wait_for_lists();
    CHECK(page.says("lista.csv"));
}

TEST_CASE("a list of 104 people with three doubtful rows is read in with at most 12 taps") {
    OpenPage page;
    page.put("anmälda.csv", list_of_104());
    page.choose_list();
    REQUIRE(page.screen() == "list_summary");
    CHECK(page.says("100 people are clear: 100 new, 0 changed, 0 as before"));
    CHECK(page.says("3 rows are not clear"));
    CHECK_FALSE(page.has("read_in"));
    page.touch("review_rows");
    CHECK(page.says("Row 102 · 3 rows left to decide"));
    CHECK(page.says("Åsa Öberg · Bron · asa@bron.example"));
    page.touch("accept_row");
    CHECK(page.says("Per Svensson · Bron"));
    page.touch("accept_row");
    CHECK(page.says("Row 104 · 1 row left to decide"));
    page.touch("accept_row");
    REQUIRE(page.screen() == "list_summary");
    CHECK(page.registered().empty());
    page.touch("read_in");
    CHECK(page.says("104 people are read in."));
    CHECK(page.registered().size() == 104);
    CHECK(page.taps <= 12);
}

TEST_CASE("a list that was read in is taken back by one touch") {
    OpenPage page;
    page.put("anmälda.csv", "Namn;Förening\nÅsa Öberg;Eken\nBo Ek;Bron\n");
    page.choose_list();
    page.touch("read_in");
    CHECK(page.registered() == Names{"Bo Ek", "Åsa Öberg"});
    page.wait_for_lists();
    page.touch("take_back_import");
    CHECK(page.says("Taken back. Cancelled: 2, as before: 0."));
    CHECK(page.registered().empty());
    CHECK_FALSE(page.has("take_back_import"));
}

TEST_CASE("a row is left out, or written anew on the screen's keyboard") {
    OpenPage page;
    page.put("anmälda.csv", "Namn;Roll\nÅsa Öberg;kung\nBo Ek;drottning\nSiv Lööf;\n");
    page.choose_list();
    page.touch("review_rows");
    CHECK_FALSE(page.has("accept_row"));
    page.touch("skip_row");
    CHECK(page.says("Bo Ek · drottning"));
    page.touch("rewrite_row");
    REQUIRE(page.screen() == "list_rewrite");
    page.touch("field_role");
    page.touch("Erase all");
    page.write(U"tjänsteperson");
    page.touch("save");
    REQUIRE(page.screen() == "list_summary");
    page.touch("read_in");
    CHECK(page.registered() == Names{"Bo Ek", "Siv Lööf"});
}

TEST_CASE("what was decided of a row stands for the next version of the list, and is said") {
    OpenPage page;
    const std::string doubtful =
        "Åsa Öberg;Bron;asa(at)bron.example\nAnna och Per Svensson;Bron;\nBo Ek;Bron;bo(at)\n";
    page.put("anmälda.csv", "Namn;Förening;E-post\n" + doubtful);
    page.choose_list();
    page.touch("review_rows");
    page.touch("accept_row");
    page.touch("accept_row");
    page.touch("skip_row");
    page.touch("read_in");
    CHECK(page.registered() == Names{"Anna Svensson", "Per Svensson", "Åsa Öberg"});
    page.put("anmälda.csv", "Namn;Förening;E-post\n" + doubtful + "Siv Lööf;Eken;\n");
    page.choose_list();
    CHECK(page.says("3 rows as last time"));
    CHECK(page.says("4 people are clear: 1 new, 0 changed, 3 as before"));
    page.touch("read_in");
    CHECK(page.registered() == Names{"Anna Svensson", "Per Svensson", "Siv Lööf", "Åsa Öberg"});
    page.put("anmälda.csv", "Namn;Förening;E-post\nÅsa Öberg;Bron;asa(at)bron.se\n");
    page.choose_list();
    CHECK_FALSE(page.says("as last time"));
    CHECK(page.says("1 row is not clear"));
}

TEST_CASE("that a row was left out is kept also where the list says nothing else that is new") {
    OpenPage page;
    page.put("anmälda.csv", "Namn;Förening;E-post\nÅsa Öberg;Eken;\n");
    page.choose_list();
    page.touch("read_in");
    page.put("anmälda.csv", "Namn;Förening;E-post\nÅsa Öberg;Eken;\nBo Ek;Bron;bo(at)\n");
    page.choose_list();
    CHECK_FALSE(page.has("keep_decisions"));
    page.touch("review_rows");
    page.touch("skip_row");
    REQUIRE(page.screen() == "list_summary");
    CHECK_FALSE(page.has("read_in"));
    // A row that was left out is not in the event.
    CHECK_FALSE(page.says("All that the list says is known already."));
    page.touch("keep_decisions");
    CHECK(page.says("Nothing had to be changed. The rows are not asked about again."));
    CHECK(page.registered() == Names{"Åsa Öberg"});
    page.choose_list();
    CHECK(page.says("1 row as last time"));
    CHECK_FALSE(page.has("review_rows"));
    CHECK_FALSE(page.has("keep_decisions"));
}

TEST_CASE("whom a newer list leaves out stays, unless the organiser has them cancelled") {
    OpenPage page;
    page.put("anmälda.csv", "Namn;Förening\nÅsa Öberg;Eken\nBo Ek;Bron\nSiv Lööf;Bron\n");
    page.choose_list();
    page.touch("read_in");
    page.put("anmälda.csv", "Namn;Förening\nÅsa Öberg;Eken\nBo Ek;Bron\n");
    page.choose_list();
    CHECK(page.says("1 is no longer in the list: Siv Lööf"));
    CHECK_FALSE(page.has("read_in"));
    page.touch("cancel_missing");
    page.touch("read_in");
    CHECK(page.registered() == Names{"Bo Ek", "Åsa Öberg"});
}

TEST_CASE("a stick that is pulled out before the list is read says so, and changes nothing") {
    OpenPage page;
    page.put("anmälda.csv", "Namn\nÅsa Öberg\n");
    page.touch("tab_files");
    page.touch("import_list");
    page.wait_for_lists();
    std::filesystem::remove(page.stick / "anmälda.csv");
    page.touch("list_1");
    CHECK(page.screen() == "list_files");
    CHECK(
        page.says("anmälda.csv cannot be read. Is the stick still plugged in? Nothing was read "
                  "in."));
    CHECK(page.registered().empty());
}

TEST_CASE("a stick may go once the list is read: all is saved that was shown") {
    OpenPage page;
    page.put("anmälda.csv", "Namn\nÅsa Öberg\n");
    page.choose_list();
    std::filesystem::remove(page.stick / "anmälda.csv");
    page.touch("read_in");
    CHECK(page.registered() == Names{"Åsa Öberg"});
}

TEST_CASE("back leads from page to page, and nothing is recorded on the way") {
    OpenPage page;
    page.put("anmälda.csv", "Namn;Roll\nÅsa Öberg;kung\nBo Ek;\n");
    page.choose_list();
    page.touch("review_rows");
    page.touch("rewrite_row");
    for (const char *before : {"list_row", "list_summary", "list_files", "organiser_files"}) {
        page.touch("back");
        CHECK(page.screen() == before);
    }
    CHECK(page.registered().empty());
}

TEST_CASE("a file that is no list says what is wrong with it") {
    OpenPage page;
    page.put("karta.csv", "Bilaga;Sida\nKarta;3\n");
    page.choose_list();
    CHECK(page.screen() == "list_files");
    CHECK(page.says("name"));
}

}  // namespace stormote
