#include "kiosk/desk/sync/desk_replica.h"

#include <catch2/catch.hpp>

#include "kiosk/desk/board/board_proposals.h"
#include "kiosk/desk/conflicts.h"
#include "tests/support/record/canonical_state.h"
#include "tests/support/record/central_stage.h"
#include "tests/support/record/replica.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

constexpr std::int64_t evening_ms = 1'665'590'400'000;
constexpr Actor staff{ActingRole::staff};

struct Stage {
    TemporaryFolder folder;
    CentralStage central{folder / "central.db"};
    Replica first{folder / "first", 1, evening_ms};
    Replica second{folder / "second", 2, evening_ms, first};
    EventId event = first.desk().event();
    StoreClient first_client = central.client(event, central.enrol(event, "first"));
    StoreClient second_client = central.client(event, central.enrol(event, "second"));

    ExchangeReport exchange(Replica& replica) {
        central.clock().advance_ms(1);
        auto report = replica.exchange(&replica == &first ? first_client : second_client);
        if (!report) FAIL(report.error().english());
        return *report;
    }
    void settle() {
        for (int round = 0; round < 2; ++round) {
            exchange(first);
            exchange(second);
        }
    }
    void check_equal() {
        REQUIRE(first.operations() == second.operations());
        REQUIRE(describe_state(first.desk().state()) == describe_state(second.desk().state()));
    }
};

void walk_in(Replica& replica, const std::string& name) {
    replica.clock().advance_ms(60'000);
    replica.desk().walk_in({name, "Öberg", "Hembygdsföreningen", "culture", {}, ""}, staff);
}

}  // namespace

TEST_CASE("two devices that have exchanged hold the same, and exchanging again moves nothing") {
    Stage stage;
    walk_in(stage.first, "Åsa");
    walk_in(stage.second, "Örjan");
    stage.settle();
    stage.check_equal();
    REQUIRE(stage.first.desk().state().attendees().size() == 2);
    for (Replica *replica : {&stage.first, &stage.second}) {
        const ExchangeReport report = stage.exchange(*replica);
        REQUIRE(report.pushed == 0);
        REQUIRE(report.pulled == 0);
        REQUIRE(report.waiting == 0);
    }
}

TEST_CASE("a group that closes while another door still fills it leaves nobody without a seat") {
    Stage stage;
    constexpr Actor organiser{ActingRole::organiser};
    REQUIRE(take_step(stage.first.desk(), {{}, {{1, true}, {2, true}}, {}}, organiser) ==
            StepOutcome::done);
    stage.settle();
    const EventState& here = stage.first.desk().state();
    const EventState& there = stage.second.desk().state();
    REQUIRE(take_step(stage.first.desk(), propose_closing(here, 1, {}, 1).step, organiser) ==
            StepOutcome::done);
    walk_in(stage.second, "Åsa");
    stage.settle();
    stage.check_equal();
    const AttendeeId person = there.attendees().begin()->first;
    for (const EventState *state : {&here, &there}) {
        REQUIRE(group_of(*state, person) == 1);
        REQUIRE(read_board(*state, 1).people_in(1) == 1);
        REQUIRE(list_conflicts(*state).size() == 1);
    }
    REQUIRE(take_step(stage.second.desk(), propose_closing(there, 1, {}, 1).step, organiser) ==
            StepOutcome::done);
    walk_in(stage.second, "Örjan");
    stage.settle();
    stage.check_equal();
    REQUIRE(group_of(here, person) == 2);
    REQUIRE(read_board(here, 1).people_in(2) == 2);
    REQUIRE(list_conflicts(here).empty());
}

TEST_CASE("a copy that only fetches tells the store nothing of itself") {
    Stage stage;
    stage.exchange(stage.first);
    DeskReplica port(stage.second.desk());
    const auto report = Exchange(port, stage.second_client, stage.second.clock()).fetch();
    REQUIRE(report);
    REQUIRE(report->pulled == 2);
    REQUIRE(stage.second.operations().size() == 3);
    REQUIRE(stage.central.store().status(stage.event).heads.size() == 1);
}

TEST_CASE("many operations travel in batches that each end at a signature") {
    Stage stage;
    std::vector<Body> bodies;
    for (int i = 0; i < 2'300; ++i) {
        bodies.push_back({{AttendeeId{Uuid{{1, static_cast<std::uint8_t>(i >> 8),
                                            static_cast<std::uint8_t>(i)}}}},
                          ActingRole::organiser,
                          AttendeeDescribed{{{1, "Åsa"}}}});
    }
    stage.first.desk().record(bodies);
    REQUIRE(stage.exchange(stage.first).pushed == 2'302);
    const auto page = stage.central.store().read(stage.event, 0, {});
    REQUIRE(page.state == PageState::more);
    REQUIRE(page.batch.operations.size() <= 500);
    REQUIRE(stage.exchange(stage.second).pulled == 2'302);
    // The second device's introduction of itself has yet to reach the first.
    stage.exchange(stage.first);
    stage.check_equal();
}

TEST_CASE("a clock that is off is measured once, and check-ins are ordered by the right time") {
    Stage stage;
    stage.second.clock().set_wall_ms(evening_ms - 3'600'000);
    walk_in(stage.second, "Åsa");
    stage.exchange(stage.second);
    const DeviceId device = stage.second.desk().journal().device();
    const std::int64_t known = stage.second.desk().state().find_device(device)->offset_ms;
    REQUIRE(known == stage.central.clock().wall_ms() - stage.second.clock().wall_ms());
    const std::uint64_t count = stage.second.operations().size();
    stage.exchange(stage.second);
    REQUIRE(stage.second.operations().size() == count);
    stage.settle();
    REQUIRE(stage.first.desk().state().find_device(device)->offset_ms == known);
}

TEST_CASE("a file restored from a backup goes on as a new device and gets back what was sent") {
    Stage stage;
    walk_in(stage.first, "Åsa");
    const DiskCopy backup = stage.first.back_up();
    walk_in(stage.first, "Örjan");
    stage.settle();
    const auto before = stage.first.operations();
    stage.first.restore_file(backup);
    REQUIRE(stage.first.desk().state().attendees().size() == 1);
    walk_in(stage.first, "Karin");
    stage.settle();
    stage.check_equal();
    REQUIRE(stage.first.desk().state().attendees().size() == 3);
    REQUIRE(stage.central.store().status(stage.event).quarantined == 0);
}

TEST_CASE("a whole disk restored from a backup gets a new identity from the store's answer") {
    Stage stage;
    walk_in(stage.first, "Åsa");
    const DiskCopy backup = stage.first.back_up();
    walk_in(stage.first, "Örjan");
    stage.settle();
    stage.first.restore_disk(backup);
    const DeviceId device = stage.first.desk().journal().device();
    stage.exchange(stage.first);
    REQUIRE(stage.first.desk().state().attendees().size() == 2);
    walk_in(stage.first, "Karin");
    REQUIRE(stage.first.desk().journal().device() != device);
    stage.settle();
    stage.check_equal();
    REQUIRE(stage.central.store().status(stage.event).quarantined == 0);
}

TEST_CASE("a restored disk that wrote before it met the store: all is kept, and it is said") {
    Stage stage;
    walk_in(stage.first, "Åsa");
    const DiskCopy backup = stage.first.back_up();
    walk_in(stage.first, "Örjan");
    stage.settle();
    stage.first.restore_disk(backup);
    walk_in(stage.first, "Karin");
    const ExchangeReport report = stage.exchange(stage.first);
    REQUIRE(report.quarantined_there > 0);
    REQUIRE(stage.central.store().status(stage.event).quarantined == report.quarantined_there);
    // Said once; what it writes from now on travels.
    REQUIRE(stage.exchange(stage.first).quarantined_there == 0);
    walk_in(stage.first, "Per");
    stage.settle();
    const auto& seen = stage.second.desk().state().attendees();
    const auto is_seen = [&seen](const std::string& name) {
        return std::any_of(seen.begin(), seen.end(), [&name](const auto& entry) {
            return entry.second.full_name() == name + " Öberg";
        });
    };
    REQUIRE(is_seen("Örjan"));
    REQUIRE(is_seen("Per"));
    REQUIRE_FALSE(is_seen("Karin"));
}

TEST_CASE("a store restored from a backup is filled again by the devices") {
    Stage stage;
    walk_in(stage.first, "Åsa");
    stage.settle();
    const Bytes backup = stage.central.back_up();
    walk_in(stage.first, "Örjan");
    walk_in(stage.second, "Karin");
    stage.settle();
    stage.central.restore(backup);
    stage.central.clock().advance_ms(1'000);
    walk_in(stage.second, "Per");
    stage.settle();
    stage.check_equal();
    auto stored = stage.central.operations(stage.event);
    REQUIRE(stored.size() == stage.first.operations().size());
}

TEST_CASE("an erased person's contents leave every replica, however late they arrive") {
    Stage stage;
    walk_in(stage.first, "Åsa");
    stage.settle();
    const AttendeeId person = stage.first.desk().state().attendees().begin()->first;
    // Written about her elsewhere, and not sent yet.
    stage.second.desk().check_in(person, CheckInMethod::staff, staff);
    stage.second.desk().undo_check_in(person, staff);
    const Body erasure{{person}, ActingRole::organiser, AttendeeErased{"civil", Counted::yes}};
    stage.first.desk().record(std::span(&erasure, 1));
    stage.settle();
    stage.check_equal();
    for (const Operation& operation : stage.second.operations()) {
        if (operation.header.kind == OperationKind::attendee_erased || !operation.body) continue;
        const auto body = decode_body(operation.header.kind, operation.body->bytes);
        REQUIRE(std::count(body->persons.begin(), body->persons.end(), person) == 0);
    }
}
