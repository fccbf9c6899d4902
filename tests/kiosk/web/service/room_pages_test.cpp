// The pages within a kiosk: one event, over the desk that its screens use.
#include "kiosk/web/service/room_pages.h"

#include <future>

#include "kiosk/desk/device_access.h"
#include "tests/kiosk/web/pages/served_pages.h"
#include "tests/support/record/event_desk.h"

using namespace stormote;
using namespace stormote::testing;
using Catch::Matchers::Contains;

namespace {

class Room {
  public:
    Room()
        : anna(event.add({"Åsa", "Öberg", "Eken"})),
          id(event->event()),
          file(event.file()),
          desk(event.take(), [] {}) {
        std::filesystem::create_directory(state / "pages");
        const auto accounts = WebAccounts::open(room_accounts_folder(state.path()), event.clock,
                                                random, {}, cheapest_cost);
        REQUIRE(accounts);
        const auto added = (*accounts)->accounts.add(
            {"anna", "Anna Ek", AccountRole::organiser, good_password}, command_line_actor());
        REQUIRE(added);
        REQUIRE((*accounts)->accounts.give_grant(added->id, id, command_line_actor()));
    }

    Result<std::unique_ptr<RoomPages>> open(const std::string& address = "127.0.0.1:0") {
        return RoomPages::open(desk, {address, certificate, key, file, state.path()}, event.clock,
                               random, Texts(), [this](const std::string& line) { said += line; });
    }

    EventDesk event;
    TemporaryFolder state;
    SystemRandom random;
    AttendeeId anna;
    EventId id;
    std::filesystem::path file;
    DeskThread desk;
    std::filesystem::path certificate;
    std::filesystem::path key;
    std::string said;
};

}  // namespace

TEST_CASE("a kiosk's pages show what its own desk recorded, of its own event alone") {
    Room room;
    const auto pages = room.open();
    REQUIRE(pages);
    CHECK_THAT(room.said, Contains("The pages listen on port") &&
                              Contains(room_accounts_folder(room.state.path()).string()));
    CookieBrowser browser((*pages)->port());
    REQUIRE(browser.sign_in("anna").status == 303);
    const std::string address = "/events/" + to_string(room.id);
    CHECK_THAT(browser.get("/meetings").body, Contains(address));
    CHECK_THAT(browser.get(address).body, Contains("0 av 1 anmälda"));
    std::promise<void> recorded;
    room.desk.do_quietly([&](Desk& desk) {
        desk.check_in(room.anna, CheckInMethod::name, Actor{});
        recorded.set_value();
    });
    recorded.get_future().wait();
    CHECK_THAT(browser.get(address).body, Contains("1 av 1 anmälda"));
    CHECK(browser.get("/events/" + to_string(event_numbered(7))).status == 404);
}

TEST_CASE("a kiosk's pages answer while its desk waits for the disk") {
    Room room;
    const auto pages = room.open();
    REQUIRE(pages);
    CookieBrowser browser((*pages)->port());
    browser.sign_in("anna");
    std::promise<void> begun;
    std::promise<void> disk;
    room.desk.do_quietly([&](Desk&) {
        begun.set_value();
        disk.get_future().wait();
    });
    begun.get_future().wait();
    CHECK(browser.get("/meetings").status == 200);
    CHECK(browser.get("/events/" + to_string(room.id)).status == 200);
    disk.set_value();
}

TEST_CASE("a kiosk that is no organiser's serves no pages") {
    Room room;
    std::promise<bool> excluded;
    room.desk.do_quietly([&](Desk& desk) {
        const auto root = [&desk] {
            return desk.journal().unwrap_root([] { return std::optional<std::string>(); });
        };
        const std::uint64_t next = desk.journal().heads().front().head.sequence + 1;
        excluded.set_value(bool(exclude_device(desk, desk.device(), next, {}, root)));
    });
    REQUIRE(excluded.get_future().get());
    const auto pages = room.open();
    REQUIRE(!pages);
    CHECK_THAT(pages.error().english(), Contains("Only an organiser's device can serve pages."));
}

TEST_CASE("a room's other machines reach a kiosk's pages, by HTTPS where it has a certificate") {
    Room room;
    CHECK(room.open("0.0.0.0:0"));
    room.certificate = room.state / "none.pem";
    room.key = room.state / "none.key";
    const auto pages = room.open("0.0.0.0:0");
    REQUIRE(!pages);
    CHECK_THAT(pages.error().english(), Contains("cannot be used together"));
}
