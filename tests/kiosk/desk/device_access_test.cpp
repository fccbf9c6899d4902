#include "kiosk/desk/device_access.h"

#include <catch2/catch.hpp>

#include "sync/journal/erasure_dates.h"
#include "tests/support/record/canonical_state.h"
#include "tests/support/record/central_harness.h"
#include "tests/support/record/replica.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

constexpr std::int64_t evening_ms = 1'665'590'400'000;

Result<SigningKeys> no_root() {
    return input_error({"no root"});
}

// An organiser's laptop and a second one, which the first let in.
struct Room {
    TemporaryFolder folder;
    CentralHarness central{folder / "central.db"};
    Replica organiser{folder / "organiser", 1, evening_ms};
    Replica door{folder / "door", 2, evening_ms, organiser};
    EventId event = organiser.desk().event();
    StoreClient organiser_client = central.client(event, central.enrol(event, "organiser"));
    StoreClient door_client = central.client(event, central.enrol(event, "door"));

    void settle() {
        for (int round = 0; round < 2; ++round) {
            for (Replica *replica : {&organiser, &door}) {
                central.clock().advance_ms(1);
                const auto report =
                    replica->exchange(replica == &organiser ? organiser_client : door_client);
                if (!report) FAIL(report.error().english());
            }
        }
    }
    AttendeeId walk_in(Replica& replica, const std::string& name) {
        const auto outcome =
            replica.desk().walk_in({name, "Öberg", "Hembygdsföreningen", "", {}, ""}, actor::staff);
        return *outcome.verdict.attendee;
    }
    [[nodiscard]] DeviceLine line_of(const DeviceId& device) {
        for (const DeviceLine& line : list_devices(organiser.desk())) {
            if (line.device == device) return line;
        }
        FAIL("not listed");
        return {};
    }
};

void erase(Desk& desk, const AttendeeId& person) {
    const Body body{{person}, ActingRole::organiser, erasure_of(desk.state(), person)};
    desk.record(std::span(&body, 1));
}

}  // namespace

TEST_CASE("an exclusion within a day brings back what a stolen device erased") {
    Room room;
    const AttendeeId asa = room.walk_in(room.organiser, "Åsa");
    room.settle();
    const DeviceId stolen = room.door.desk().device();
    const std::uint64_t honest = room.line_of(stolen).operations;
    erase(room.door.desk(), asa);
    room.settle();
    REQUIRE(room.organiser.desk().state().find_attendee(asa) == nullptr);
    REQUIRE(exclude_device(room.organiser.desk(), stolen, honest + 1, {}, no_root).ok());
    REQUIRE(room.organiser.desk().state().find_attendee(asa)->full_name() == "Åsa Öberg");
    REQUIRE(room.organiser.desk().search("Åsa", 5).hits.size() == 1);
    REQUIRE(room.line_of(stolen).without_effect == 1);
    // A day later nothing of her has gone, neither here nor at the store.
    room.settle();
    for (ManualClock *clock : {&room.organiser.clock(), &room.central.clock()}) {
        clock->advance_ms(2 * erasure_grace_ms);
    }
    room.organiser.desk().destroy_erased();
    room.central.store().destroy_erased(room.central.clock().wall_ms());
    for (const auto& operations :
         {room.organiser.operations(), room.central.operations(room.event)}) {
        REQUIRE(std::all_of(operations.begin(), operations.end(),
                            [](const Operation& operation) { return operation.body.has_value(); }));
    }
}

TEST_CASE("an exclusion that comes too late restores nothing, and hurts nothing") {
    Room room;
    const AttendeeId asa = room.walk_in(room.organiser, "Åsa");
    room.settle();
    const DeviceId stolen = room.door.desk().device();
    erase(room.door.desk(), asa);
    room.settle();
    room.organiser.clock().advance_ms(2 * erasure_grace_ms);
    room.organiser.desk().destroy_erased();
    REQUIRE(exclude_device(room.organiser.desk(), stolen, 2, {}, no_root).ok());
    const Attendee *attendee = room.organiser.desk().state().find_attendee(asa);
    REQUIRE((attendee == nullptr || attendee->full_name().empty()));
    room.organiser.close();
    room.organiser.open();
    room.settle();
}

TEST_CASE("what two machines wrote in one name is shown, and taken in by a person") {
    Room room;
    const AttendeeId asa = room.walk_in(room.organiser, "Åsa");
    room.settle();
    const DiskCopy backup = room.door.back_up();
    room.walk_in(room.door, "Örjan");
    room.settle();
    room.door.restore_disk(backup);
    // The restored machine goes on before it has met the store.
    room.door.clock().advance_ms(600'000);
    const AttendeeId karin = room.walk_in(room.door, "Karin");
    REQUIRE(room.door.desk().check_out(asa, actor::staff));
    room.settle();
    Desk& desk = room.organiser.desk();
    const auto aside = operations_aside(desk, {});
    REQUIRE_FALSE(aside.empty());
    const DeviceId forked = aside.front().header.device;
    REQUIRE(room.line_of(forked).put_aside == aside.size());
    const std::string before = describe_state(desk.state());
    const std::size_t count = settle_aside(desk, forked, AsideDecision::taken_in);
    REQUIRE(count > 0);
    REQUIRE(operations_aside(desk, {}).empty());
    REQUIRE(settle_aside(desk, forked, AsideDecision::taken_in) == 0);
    room.settle();
    REQUIRE(describe_state(room.door.desk().state()) == describe_state(desk.state()));
    // Nobody who was let in is missing, and when they came has not changed.
    const auto is_here = [&](const std::string& name) {
        const auto& people = desk.state().attendees();
        return std::any_of(people.begin(), people.end(), [&](const auto& entry) {
            return entry.second.full_name() == name + " Öberg" &&
                   presence_of(desk.state(), entry.first).kind == PresenceKind::present;
        });
    };
    REQUIRE(is_here("Örjan"));
    REQUIRE(is_here("Karin"));
    const Presence presence = presence_of(desk.state(), karin);
    REQUIRE(corrected_ms(desk.state(), *presence.first) < evening_ms + 3'600'000);
    REQUIRE(presence_of(desk.state(), asa).kind == PresenceKind::left);
    REQUIRE(operations_aside(room.door.desk(), {}).empty());
}

TEST_CASE("what is left out is not shown any more, and counts for nothing") {
    Room room;
    const DiskCopy backup = room.door.back_up();
    room.walk_in(room.door, "Örjan");
    room.settle();
    room.door.restore_disk(backup);
    room.walk_in(room.door, "Karin");
    room.settle();
    Desk& desk = room.organiser.desk();
    const auto people = desk.state().attendees().size();
    const DeviceId forked = operations_aside(desk, {}).front().header.device;
    REQUIRE(settle_aside(desk, forked, AsideDecision::left_out) == 0);
    REQUIRE(operations_aside(desk, {}).empty());
    REQUIRE(desk.state().attendees().size() == people);
}

TEST_CASE("who is not above a device needs the root key to say what it may") {
    Room room;
    room.settle();
    const DeviceId organiser = room.organiser.desk().device();
    Desk& door = room.door.desk();
    REQUIRE(exclude_device(door, organiser, 1, {}, no_root).error().english() == "no root");
    const auto root = [&] { return room.organiser.desk().journal().unwrap_root({}); };
    REQUIRE(exclude_device(door, organiser, 900, {}, root).ok());
    REQUIRE(door.journal().authority().standing_of(organiser).excluded_from == 900);
    REQUIRE(readmit_device(door, organiser, root).ok());
    REQUIRE(door.journal().authority().standing_of(organiser).excluded_from == 0);
    REQUIRE_FALSE(readmit_device(door, organiser, root).ok());
    REQUIRE_FALSE(admit_device(door, DeviceId{Uuid{{5}}}, DeviceRole::door, root).ok());
    SeededRandom random(3);
    const SigningKeys other = make_signing_keys(random);
    REQUIRE_FALSE(
        exclude_device(door, organiser, 1, {}, [&] { return Result<SigningKeys>(other); }));
    REQUIRE_FALSE(recover_device(door, other).ok());
}

TEST_CASE("a changed role takes effect at once, on the device itself and on others") {
    Room room;
    room.settle();
    const DeviceId device = room.door.desk().device();
    REQUIRE(admit_device(room.organiser.desk(), device, DeviceRole::table, no_root).ok());
    room.settle();
    Desk& table = room.door.desk();
    REQUIRE(table.role() == DeviceRole::table);
    REQUIRE(table.may(OperationKind::note_written));
    REQUIRE_FALSE(table.may(OperationKind::checked_in));
    const std::uint64_t count = room.line_of(device).operations;
    REQUIRE_THROWS_AS(room.walk_in(room.door, "Åsa"), MachineFailure);
    REQUIRE(room.door.desk().state().attendees().empty());
    room.settle();
    REQUIRE(room.line_of(device).operations == count);
}
