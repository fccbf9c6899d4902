// The store of a room: who is let in by its code, and what it holds after a start.
#include "kiosk/hub/hub.h"

#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "kiosk/desk/sync/desk_replica.h"
#include "kiosk/desk/sync/event_join.h"
#include "kiosk/hub/own_addresses.h"
#include "tests/support/machine/wait.h"
#include "tests/support/record/two_replicas.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

constexpr std::int64_t evening_ms = 1'665'590'400'000;

AttendeeId walk_in(Replica& replica, const std::string& name) {
    replica.clock().advance_ms(60'000);
    const auto outcome = replica.desk().walk_in(
        {name, "Öberg", "Hembygdsföreningen", "culture", {}, ""}, actor::staff);
    REQUIRE(outcome.verdict.attendee);
    return *outcome.verdict.attendee;
}

std::string read_whole(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// A machine whose kiosk is a hub; its address stays the same from start to start.
struct HubMachine {
    explicit HubMachine(std::filesystem::path folder, std::uint64_t seed = 77)
        : state(std::move(folder)), random(seed) {}

    void start(const EventId& event) {
        auto opened =
            Hub::open(event, {address, state, offset_ms}, clock, random, [](const LogLine&) {});
        if (!opened) FAIL(opened.error().english());
        hub = *std::move(opened);
        address = "127.0.0.1:" + std::to_string(hub->port());
    }
    void exchange(Replica& replica, const StoreAccess& access) const {
        clock.advance_ms(1);
        const auto connection = access.connect({}).value();
        StoreClient client(*connection, replica.desk().event(), access.token());
        const auto report = replica.exchange(client);
        if (!report) FAIL(report.error().english());
    }
    void exchange(Replica& own) const { exchange(own, hub->own_access()); }

    std::filesystem::path state;
    std::string address = "127.0.0.1:0";
    std::int64_t offset_ms = 0;
    mutable ManualClock clock{evening_ms};
    SeededRandom random;
    std::unique_ptr<Hub> hub;
};

// A machine that joins by a pairing text.
struct Guest {
    explicit Guest(std::filesystem::path folder) : home(std::move(folder)) {
        std::filesystem::create_directories(home);
    }

    [[nodiscard]] JournalEnvironment environment() {
        return {clock, random, home / "state", HashingCost{1, 8'192}, "", 0};
    }
    Result<EventCopy> join(const std::string& text) {
        const auto pairing = read_pairing(text);
        REQUIRE(pairing);
        auto draft = EventDraft::make(home / "event.stormote", pairing->event, home / "state");
        if (!draft) return draft.error();
        HttpOptions once;
        once.attempts = 1;
        const auto connection = connect_place(*pairing->place, once);
        return join_event(*draft,
                          {{pairing->event, *pairing->key, pairing->device},
                           pairing->secret,
                           std::nullopt,
                           pairing->place},
                          *connection, environment());
    }
    [[nodiscard]] std::unique_ptr<Desk> open() {
        return std::move(
                   Desk::open(home / "event.stormote", {}, JournalAccess::write, environment()))
            .value();
    }
    Result<ExchangeReport> exchange(Desk& desk) {
        auto access = StoreAccess::find(home / "state", desk.event(), {});
        if (!access) return access.error();
        HttpOptions once;
        once.attempts = 1;
        const auto connection = access->connect(once).value();
        StoreClient client(*connection, desk.event(), access->token());
        DeskReplica port(desk);
        return Exchange(port, client, clock).run();
    }

    std::filesystem::path home;
    ManualClock clock{evening_ms};
    SeededRandom random{99};
};

}  // namespace

TEST_CASE(
    "a screen that comes with a hub's code has the event and its role, and needs no address") {
    const TemporaryFolder folder;
    Replica own(folder / "own", 1, evening_ms);
    HubMachine machine(folder / "own" / "state");
    machine.start(own.desk().event());
    const AttendeeId person = walk_in(own, "Åsa");
    machine.exchange(own);
    const auto pairing = machine.hub->issue_pairing(own.desk(), DeviceRole::door);
    REQUIRE(pairing);
    Guest guest(folder / "guest");
    const auto copy = guest.join(write_pairing(*pairing));
    REQUIRE(copy);
    CHECK(copy->may_record);
    CHECK(copy->is_confirmed);
    auto desk = guest.open();
    CHECK(desk->role() == DeviceRole::door);
    CHECK(desk->state().find_attendee(person) != nullptr);
    // What it records is at the hub's own kiosk after one exchange of each.
    desk->walk_in({"Bo", "Ek", "Hembygdsföreningen", "culture", {}, ""}, actor::staff);
    REQUIRE(guest.exchange(*desk));
    machine.exchange(own);
    CHECK(describe_state(desk->state()) == describe_state(own.desk().state()));
    // A code works once.
    Guest second(folder / "second");
    const auto again = second.join(write_pairing(*pairing));
    REQUIRE_FALSE(again);
    CHECK(again.error().english().find("used") != std::string::npos);
    CHECK_FALSE(std::filesystem::exists(folder / "second" / "event.stormote"));
}

TEST_CASE(
    "a hub that starts again knows its screens, has the whole record, and none of it on disk") {
    const TemporaryFolder folder;
    Replica own(folder / "own", 1, evening_ms);
    HubMachine machine(folder / "own" / "state");
    const EventId event = own.desk().event();
    machine.start(event);
    walk_in(own, "Åsa");
    machine.exchange(own);
    Guest guest(folder / "guest");
    REQUIRE(guest.join(
        write_pairing(machine.hub->issue_pairing(own.desk(), DeviceRole::table).value())));
    auto desk = guest.open();
    REQUIRE(guest.exchange(*desk));
    const auto print = find_hub_certificate(machine.state / "hub").print;
    const auto database = machine.state / "hub" / (to_string(event) + ".db");
    machine.hub.reset();
    CHECK_FALSE(guest.exchange(*desk));
    for (const char *part : {"", "-wal"}) {
        const std::string bytes = read_whole(database.string() + part);
        CHECK(bytes.find("Öberg") == std::string::npos);
        CHECK(bytes.find("Hembygdsf") == std::string::npos);
    }
    struct stat found {};
    REQUIRE(stat((machine.state / "hub" / "hub.key").c_str(), &found) == 0);
    CHECK((found.st_mode & 0777) == 0600);

    walk_in(own, "Bo");
    machine.start(event);
    CHECK(find_hub_certificate(machine.state / "hub").print == print);
    // The guest comes first: what it has of others is there at once.
    const auto report = guest.exchange(*desk);
    REQUIRE(report);
    CHECK(report->pushed >= 4);
    machine.exchange(own);
    REQUIRE(guest.exchange(*desk));
    CHECK(describe_state(desk->state()) == describe_state(own.desk().state()));
    CHECK(guest.exchange(*desk)->waiting == 0);
}

TEST_CASE("another hub at the same address is refused, and said to be another one") {
    const TemporaryFolder folder;
    Replica own(folder / "own", 1, evening_ms);
    HubMachine machine(folder / "own" / "state");
    machine.start(own.desk().event());
    machine.exchange(own);
    Guest guest(folder / "guest");
    REQUIRE(guest.join(
        write_pairing(machine.hub->issue_pairing(own.desk(), DeviceRole::door).value())));
    auto desk = guest.open();
    machine.hub.reset();
    HubMachine impostor(folder / "impostor");
    impostor.address = machine.address;
    impostor.start(own.desk().event());
    const auto report = guest.exchange(*desk);
    REQUIRE_FALSE(report);
    CHECK(report.error().english().find("is not the hub that the code was scanned from") !=
          std::string::npos);
    CHECK(report.error().english().find("https://" + machine.address) != std::string::npos);
}

TEST_CASE("a code that is taken away, or too old, lets nobody in") {
    const TemporaryFolder folder;
    Replica own(folder / "own", 1, evening_ms);
    HubMachine machine(folder / "own" / "state");
    machine.start(own.desk().event());
    machine.exchange(own);
    const auto code_of = [&](const Pairing& pairing) {
        PairingCode code;
        code.device = "door-" + to_hex(hash_bytes(pairing.secret)).substr(0, 8);
        return code;
    };
    const Pairing withdrawn = machine.hub->issue_pairing(own.desk(), DeviceRole::door).value();
    machine.hub->withdraw(code_of(withdrawn));
    Guest guest(folder / "guest");
    CHECK_FALSE(guest.join(write_pairing(withdrawn)));
    const Pairing late = machine.hub->issue_pairing(own.desk(), DeviceRole::door).value();
    machine.clock.advance_ms(Hub::code_lifetime_ms + 1);
    CHECK(guest.join(write_pairing(late)).error().english().find("expired") != std::string::npos);
    const Pairing used = machine.hub->issue_pairing(own.desk(), DeviceRole::door).value();
    CHECK_FALSE(machine.hub->was_used(code_of(used)));
    machine.clock.advance_ms(Hub::code_lifetime_ms);
    REQUIRE(guest.join(write_pairing(used)));
    CHECK(machine.hub->was_used(code_of(used)));
    // Who has come stays, whatever is taken away.
    machine.hub->withdraw(code_of(used));
    auto desk = guest.open();
    CHECK(guest.exchange(*desk));
}

TEST_CASE("a hub forgets who may come no more, and nobody else") {
    const TemporaryFolder folder;
    Replica own(folder / "own", 1, evening_ms);
    HubMachine machine(folder / "own" / "state");
    machine.start(own.desk().event());
    const auto issue = [&] {
        return machine.hub->issue_pairing(own.desk(), DeviceRole::door).value();
    };
    machine.exchange(own);
    issue();
    Guest guest(folder / "guest");
    REQUIRE(guest.join(write_pairing(issue())));
    const std::string database =
        (machine.state / "hub" / (to_string(own.desk().event()) + ".db")).string();
    const auto known = [&] {
        return Database(database, DatabaseMode::read_only).number("SELECT count(*) FROM enrolment");
    };
    // Its own kiosk, the guest, and the code that nobody has used.
    REQUIRE(known() == 3);
    machine.hub.reset();
    machine.clock.advance_ms(Hub::code_lifetime_ms + 1);
    machine.start(own.desk().event());
    // The code has gone; its own kiosk is there twice, and may come by the newer token alone.
    REQUIRE(wait_until([&] { return known() == 3; }));
    machine.hub.reset();
    machine.clock.advance_ms(pairing_lifetime_ms + 1);
    machine.start(own.desk().event());
    REQUIRE(wait_until([&] { return known() == 2; }));
    auto desk = guest.open();
    REQUIRE(guest.exchange(*desk));
    machine.hub.reset();
    // What it pushed last has a time of its own.
    machine.clock.advance_ms(token_lifetime_ms + 60'000);
    machine.start(own.desk().event());
    REQUIRE(wait_until([&] { return known() == 1; }));
    CHECK_FALSE(guest.exchange(*desk));
}

TEST_CASE("a hub whose clock is known to be months off judges by the right one from its start") {
    constexpr std::int64_t months_ms = std::int64_t{61} * 86'400'000;
    const TemporaryFolder folder;
    Replica own(folder / "own", 1, evening_ms);
    HubMachine machine(folder / "own" / "state");
    machine.start(own.desk().event());
    machine.exchange(own);
    Guest guest(folder / "guest");
    const auto pairing = machine.hub->issue_pairing(own.desk(), DeviceRole::door);
    REQUIRE(pairing);
    REQUIRE(guest.join(write_pairing(*pairing)));
    auto desk = guest.open();
    for (const std::int64_t off_ms : {months_ms, -months_ms}) {
        CAPTURE(off_ms);
        machine.hub.reset();
        machine.clock.set_wall_ms(evening_ms + off_ms);
        machine.offset_ms = -off_ms;
        machine.start(own.desk().event());
        CHECK(guest.exchange(*desk));
        machine.hub->set_clock_offset(-off_ms);
        machine.exchange(own);
        CHECK(guest.exchange(*desk));
    }
}

TEST_CASE("a code on the screen is large enough for all of it, and says until when it works") {
    const TemporaryFolder folder;
    Replica own(folder / "own", 1, evening_ms);
    HubMachine machine(folder / "own" / "state");
    machine.start(own.desk().event());
    const auto code = machine.hub->issue(own.desk(), DeviceRole::organiser);
    REQUIRE(code);
    CHECK(code->dark.size() ==
          static_cast<std::size_t>(code->side) * static_cast<std::size_t>(code->side));
    CHECK(code->side <= 81);
    CHECK(code->until_ms == evening_ms + Hub::code_lifetime_ms);
    CHECK(code->device.starts_with("organiser-"));
}

TEST_CASE("two hubs that worked apart hold one record once a screen has been at both") {
    const TemporaryFolder folder;
    Replica first(folder / "first", 1, evening_ms);
    Replica second(folder / "second", 2, evening_ms, first);
    HubMachine hall(folder / "first" / "state");
    HubMachine annex(folder / "second" / "state", 78);
    hall.start(first.desk().event());
    hall.exchange(first);
    hall.exchange(second, hall.hub->own_access());
    annex.start(first.desk().event());
    annex.exchange(second);
    walk_in(first, "Åsa");
    hall.exchange(first);
    walk_in(second, "Bo");
    annex.exchange(second);
    Replica walker(folder / "walker", 3, evening_ms, first);
    for (int round = 0; round < 2; ++round) {
        annex.exchange(walker, annex.hub->own_access());
        hall.exchange(walker, hall.hub->own_access());
    }
    hall.exchange(first);
    annex.exchange(second);
    CHECK(first.operations() == second.operations());
    CHECK(describe_state(first.desk().state()) == describe_state(second.desk().state()));
    CHECK(describe_state(walker.desk().state()) == describe_state(first.desk().state()));
}

TEST_CASE("of several addresses the one that answers is used") {
    const TemporaryFolder folder;
    Replica own(folder / "own", 1, evening_ms);
    HubMachine machine(folder / "own" / "state");
    machine.start(own.desk().event());
    Pairing pairing = machine.hub->issue_pairing(own.desk(), DeviceRole::door).value();
    REQUIRE(pairing.place->hosts.size() == 1);
    // A machine of one's own without anybody behind that port.
    pairing.place->hosts.insert(pairing.place->hosts.begin(), {"127.0.0.1", 1});
    Guest guest(folder / "guest");
    CHECK(guest.join(write_pairing(pairing)));
    auto desk = guest.open();
    CHECK(guest.exchange(*desk));
}

TEST_CASE("a room's own addresses are named before those within a machine, and none of one link") {
    CHECK(address_rank("192.168.1.20") < address_rank("10.0.0.1"));
    CHECK(address_rank("10.0.0.1") < address_rank("130.243.1.1"));
    CHECK(address_rank("130.243.1.1") < address_rank("172.17.0.1"));
    CHECK(address_rank("172.17.0.1") < address_rank("fd00::1"));
    for (const char *nobodys : {"127.0.0.1", "169.254.3.4", "0.0.0.0", "::1", "fe80::1", "x"}) {
        CHECK(address_rank(nobodys) < 0);
    }
    for (const std::string& own : own_addresses()) CHECK(address_rank(own) >= 0);
}

TEST_CASE("an address that is taken, or none, makes no hub") {
    const TemporaryFolder folder;
    Replica own(folder / "own", 1, evening_ms);
    HubMachine machine(folder / "own" / "state");
    machine.start(own.desk().event());
    const auto open = [&](const std::string& address) {
        return Hub::open(own.desk().event(), {address, folder / "other", 0}, machine.clock,
                         machine.random, [](const LogLine&) {});
    };
    CHECK_FALSE(open(machine.address));
    CHECK_FALSE(open("nowhere"));
}
