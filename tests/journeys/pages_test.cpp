// Pages in a room: a browser sees through a kiosk what is done at its screen.
#include <regex>

#include "tests/journeys/steps.h"
#include "tests/support/browser/cookie_browser.h"
#include "tests/support/machine/temporary_folder.h"

namespace stormote {

namespace {

using testing::CookieBrowser;
using testing::TemporaryFolder;

// Where the kiosk says that its pages are.
int pages_port(KioskDriver& kiosk) {
    static const std::regex line("stormote-kiosk: .* port ([0-9]+)\\.");
    std::smatch found;
    std::string said;
    REQUIRE(wait_until([&] {
        said = kiosk.process().errors();
        return std::regex_search(said, found, line);
    }));
    return std::stoi(found[1]);
}

}  // namespace

TEST_CASE("a check-in at the kiosk is on its pages, and those end with the kiosk") {
    const TemporaryFolder folder;
    Harness harness(folder / "stage");
    harness.run_stormote("demo", {"--people", "24", "--seed", "5", "--no-passphrase"});
    harness.load_guests();
    const auto user = [&](std::vector<std::string> words, const std::string& input = "") {
        words.insert(words.begin(), {(program_directory() / "stormote-web").string(), "user"});
        words.insert(words.end(), {"--accounts", (harness.directory() / "state/pages").string()});
        const Finished finished = run_program(words, {{}, {}, input});
        INFO(finished.errors);
        REQUIRE(finished.status == 0);
    };
    user({"add", "anna", "--name", "Anna Ek", "--role", "organiser", "--password-file", "-"},
         "lampa korv fjord segel\n");
    user({"grant", "anna", harness.event().string()});

    harness.open_kiosk({"--name", "Entré 1", "--pages", "127.0.0.1:0"});
    const int port = pages_port(harness.kiosk());
    CookieBrowser browser(port);
    REQUIRE(browser.sign_in("anna").status == 303);
    const std::string meetings = browser.get("/meetings").body;
    std::smatch link;
    REQUIRE(std::regex_search(meetings, link, std::regex("/events/[0-9a-f-]+")));
    const std::string page = link.str();
    CHECK(browser.get(page).body.find("0 av 24 anmälda") != std::string::npos);
    const Guest guest = harness.next_guest();
    harness.kiosk().scan(guest.ticket);
    harness.kiosk().wait_for_text(guest.name);
    CHECK(browser.get(page).body.find("1 av 24 anmälda") != std::string::npos);

    harness.close_kiosk();
    CHECK(!httplib::Client("127.0.0.1", port).Get("/health"));
}

}  // namespace stormote
