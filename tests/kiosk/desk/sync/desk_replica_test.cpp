#include "kiosk/desk/sync/desk_replica.h"

#include <catch2/catch.hpp>

#include "kiosk/desk/board/board_proposals.h"
#include "kiosk/desk/conflicts/conflicts.h"
#include "sync/journal/erasure_dates.h"
#include "tests/support/record/two_replicas.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

void walk_in(Replica& replica, const std::string& name) {
    replica.clock().advance_ms(60'000);
    replica.desk().walk_in({name, "Öberg", "Hembygdsföreningen", "culture", {}, ""}, actor::staff);
}

}  // namespace

TEST_CASE("two devices that have exchanged hold the same, and exchanging again moves nothing") {
    TwoReplicas harness;
    walk_in(harness.first, "Åsa");
    walk_in(harness.second, "Örjan");
    harness.settle();
    harness.check_equal();
    REQUIRE(harness.first.desk().state().attendees().size() == 2);
    for (Replica *replica : {&harness.first, &harness.second}) {
        const ExchangeReport report = harness.exchange(*replica);
        REQUIRE(report.pushed == 0);
        REQUIRE(report.pulled == 0);
        REQUIRE(report.waiting == 0);
    }
}

TEST_CASE("a group that closes while another door still fills it leaves nobody without a seat") {
    TwoReplicas harness;
    constexpr Actor organiser{ActingRole::organiser};
    REQUIRE(take_step(harness.first.desk(), {{}, {{1, true}, {2, true}}, {}}, organiser) ==
            StepOutcome::done);
    harness.settle();
    const EventState& here = harness.first.desk().state();
    const EventState& there = harness.second.desk().state();
    REQUIRE(take_step(harness.first.desk(), propose_closing(here, 1, {}, 1).step, organiser) ==
            StepOutcome::done);
    walk_in(harness.second, "Åsa");
    harness.settle();
    harness.check_equal();
    const AttendeeId person = there.attendees().begin()->first;
    for (const EventState *state : {&here, &there}) {
        REQUIRE(group_of(*state, person) == 1);
        REQUIRE(read_board(*state, 1).people_in(1) == 1);
        REQUIRE(list_conflicts(*state).size() == 1);
    }
    REQUIRE(take_step(harness.second.desk(), propose_closing(there, 1, {}, 1).step, organiser) ==
            StepOutcome::done);
    walk_in(harness.second, "Örjan");
    harness.settle();
    harness.check_equal();
    REQUIRE(group_of(here, person) == 2);
    REQUIRE(read_board(here, 1).people_in(2) == 2);
    REQUIRE(list_conflicts(here).empty());
}

TEST_CASE("a copy that only fetches tells the store nothing of itself") {
    TwoReplicas harness;
    harness.exchange(harness.first);
    DeskReplica port(harness.second.desk());
    const auto report = Exchange(port, harness.second_client, harness.second.clock()).fetch();
    REQUIRE(report);
    REQUIRE(report->pulled == 2);
    REQUIRE(harness.second.operations().size() == 3);
    REQUIRE(harness.central.store().status(harness.event).heads.size() == 1);
}

TEST_CASE("many operations travel in batches that each end at a signature") {
    TwoReplicas harness;
    std::vector<Body> bodies;
    bodies.reserve(2'300);
    for (int i = 0; i < 2'300; ++i) {
        bodies.push_back({{AttendeeId{Uuid{{1, static_cast<std::uint8_t>(i >> 8),
                                            static_cast<std::uint8_t>(i)}}}},
                          ActingRole::organiser,
                          AttendeeDescribed{{{1, "Åsa"}}}});
    }
    harness.first.desk().record(bodies);
    REQUIRE(harness.exchange(harness.first).pushed == 2'302);
    const auto page = harness.central.store().read(harness.event, 0, {});
    REQUIRE(page.state == PageState::more);
    // It ends with the batch that fills it.
    REQUIRE(page.batch.operations.size() < 2 * usual_batch_operations);
    REQUIRE(harness.exchange(harness.second).pulled == 2'302);
    // The second device's introduction of itself has yet to reach the first.
    harness.exchange(harness.first);
    harness.check_equal();
}

TEST_CASE("a clock that is off is measured once, and check-ins are ordered by the right time") {
    TwoReplicas harness;
    harness.second.clock().set_wall_ms(TwoReplicas::evening_ms - 3'600'000);
    walk_in(harness.second, "Åsa");
    harness.exchange(harness.second);
    const DeviceId device = harness.second.desk().journal().device();
    const std::int64_t known = harness.second.desk().state().find_device(device)->clock.ms;
    REQUIRE(known == harness.central.clock().wall_ms() - harness.second.clock().wall_ms());
    const std::uint64_t count = harness.second.operations().size();
    harness.exchange(harness.second);
    REQUIRE(harness.second.operations().size() == count);
    harness.settle();
    REQUIRE(harness.first.desk().state().find_device(device)->clock.ms == known);
}

TEST_CASE("a file restored from a backup goes on as a new device and gets back what was sent") {
    TwoReplicas harness;
    walk_in(harness.first, "Åsa");
    const DiskCopy backup = harness.first.back_up();
    walk_in(harness.first, "Örjan");
    harness.settle();
    const auto before = harness.first.operations();
    harness.first.restore_file(backup);
    REQUIRE(harness.first.desk().state().attendees().size() == 1);
    walk_in(harness.first, "Karin");
    harness.settle();
    harness.check_equal();
    REQUIRE(harness.first.desk().state().attendees().size() == 3);
    REQUIRE(harness.central.store().status(harness.event).quarantined == 0);
}

TEST_CASE("a whole disk restored from a backup gets a new identity from the store's answer") {
    TwoReplicas harness;
    walk_in(harness.first, "Åsa");
    const DiskCopy backup = harness.first.back_up();
    walk_in(harness.first, "Örjan");
    harness.settle();
    harness.first.restore_disk(backup);
    const DeviceId device = harness.first.desk().journal().device();
    harness.exchange(harness.first);
    REQUIRE(harness.first.desk().state().attendees().size() == 2);
    walk_in(harness.first, "Karin");
    REQUIRE(harness.first.desk().journal().device() != device);
    harness.settle();
    harness.check_equal();
    REQUIRE(harness.central.store().status(harness.event).quarantined == 0);
}

TEST_CASE("a restored disk that wrote before it met the store: all is kept, and it is said") {
    TwoReplicas harness;
    walk_in(harness.first, "Åsa");
    const DiskCopy backup = harness.first.back_up();
    walk_in(harness.first, "Örjan");
    harness.settle();
    harness.first.restore_disk(backup);
    walk_in(harness.first, "Karin");
    const ExchangeReport report = harness.exchange(harness.first);
    REQUIRE(report.quarantined_there > 0);
    REQUIRE(harness.central.store().status(harness.event).quarantined == report.quarantined_there);
    // Said once; what it writes from now on travels.
    REQUIRE(harness.exchange(harness.first).quarantined_there == 0);
    walk_in(harness.first, "Per");
    harness.settle();
    const auto& seen = harness.second.desk().state().attendees();
    const auto is_seen = [&seen](const std::string& name) {
        return std::any_of(seen.begin(), seen.end(), [&name](const auto& entry) {
            return entry.second.full_name() == name + " Öberg";
        });
    };
    // Of the two that were written under one number the same one stands everywhere.
    REQUIRE(is_seen("Örjan") != is_seen("Karin"));
    REQUIRE(is_seen("Per"));
    harness.check_equal();
}

TEST_CASE("a store restored from a backup is filled again by the devices") {
    TwoReplicas harness;
    walk_in(harness.first, "Åsa");
    harness.settle();
    const Bytes backup = harness.central.back_up();
    walk_in(harness.first, "Örjan");
    walk_in(harness.second, "Karin");
    harness.settle();
    harness.central.restore(backup);
    harness.central.clock().advance_ms(1'000);
    walk_in(harness.second, "Per");
    harness.settle();
    harness.check_equal();
    auto stored = harness.central.operations(harness.event);
    REQUIRE(stored.size() == harness.first.operations().size());
}

TEST_CASE("an erased person's contents leave every replica, however late they arrive") {
    TwoReplicas harness;
    walk_in(harness.first, "Åsa");
    harness.settle();
    const AttendeeId person = harness.first.desk().state().attendees().begin()->first;
    // Written about her elsewhere, and not sent yet.
    harness.second.desk().check_in(person, CheckInMethod::staff, actor::staff);
    harness.second.desk().undo_check_in(person, actor::staff);
    const Body erasure{{person}, ActingRole::organiser, AttendeeErased{"civil", Counted::yes}};
    harness.first.desk().record(std::span(&erasure, 1));
    harness.settle();
    // Hidden at once, and destroyed elsewhere a day later.
    REQUIRE(harness.second.desk().state().find_attendee(person) == nullptr);
    REQUIRE(harness.first.operations() != harness.second.operations());
    for (ManualClock *clock :
         {&harness.first.clock(), &harness.second.clock(), &harness.central.clock()}) {
        clock->advance_ms(erasure_grace_ms + 60'000);
    }
    harness.first.desk().destroy_erased();
    harness.second.desk().destroy_erased();
    harness.settle();
    harness.check_equal();
    for (const Operation& operation : harness.second.operations()) {
        if (operation.header.kind == OperationKind::attendee_erased || !operation.body) continue;
        const auto body = decode_body(operation.header.kind, operation.body->bytes);
        REQUIRE(std::count(body->persons.begin(), body->persons.end(), person) == 0);
    }
}
