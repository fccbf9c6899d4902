#include "sync/journal/repair.h"

#include <catch2/catch.hpp>

#include "sync/journal/device_chains.h"
#include "sync/journal/operation_table.h"
#include "sync/journal/quarantine.h"
#include "sync/model/operation_limits.h"
#include "tests/support/record/canonical_state.h"
#include "tests/support/record/operation_maker.h"
#include "tests/support/record/record_builder.h"
#include "tests/support/record/signed_device.h"

using namespace stormote;
using namespace stormote::testing;

namespace fs = std::filesystem;

namespace {

// An event of an earlier version, whose programs took whatever a device with a token pushed.
struct EarlierEvening {
    EarlierEvening() {
        const Opening made = machine.create(file, std::nullopt, JoinedEvent{event, key});
        REQUIRE(made.error().empty());
        register_people(*made, 5);
    }

    // As an earlier version stored what it was sent, straight into the file.
    // Signed at its last operation, and at one before.
    void take(const SignedDevice& device, std::size_t without_body_of = 0,
              std::uint64_t signed_before = 2) {
        Database database(file, DatabaseMode::read_write);
        const OperationSeal seal(database, key, random);
        OperationTable table(database, seal);
        DeviceChains chains(database, table, event);
        KnownDevice& known = chains.find_or_add(device.device());
        const std::int64_t number = chains.number_of(known);
        for (Operation operation : device.operations()) {
            if (operation.header.sequence == without_body_of) operation.body.reset();
            table.insert(number, operation);
        }
        for (const std::uint64_t signed_at : {signed_before, device.operations().size()}) {
            Statement(database,
                      "INSERT OR IGNORE INTO signature(device, sequence, signature) "
                      "VALUES(?, ?, ?)")
                .bind(number)
                .bind(static_cast<std::int64_t>(signed_at))
                .bind(ByteView(device.sign_at(signed_at).signature))
                .run();
        }
    }

    Result<RepairReport> repair() {
        return repair_event_file(file, repaired, {}, machine.environment());
    }

    TemporaryFolder folder;
    fs::path file = folder / "samråd.event";
    fs::path repaired = folder / "mended.event";
    SeededRandom random{5};
    EventId event = parse_id<EventId>("0183cd0e-8c00-7001-8001-020304050607").value();
    SymmetricKey key = random.bytes<32>();
    Machine machine{folder / "state"};
};

Body question(const std::string& title) {
    return {{}, ActingRole::organiser, QuestionDescribed{1, {{1, title}}}};
}

}  // namespace

TEST_CASE("a whole record is repaired into the same record, and the old file stays") {
    EarlierEvening evening;
    const Bytes before = read_file(evening.file);
    const auto report = evening.repair();
    REQUIRE(report.ok());
    REQUIRE(report->kept == 6);
    REQUIRE(report->left_out.empty());
    REQUIRE(read_file(evening.file) == before);
    const Opening old = evening.machine.read(evening.file);
    const Opening mended = evening.machine.read(evening.repaired);
    REQUIRE(mended.operations == old.operations);
    REQUIRE_FALSE(find_harm(*mended));
}

TEST_CASE("an operation that leaps is left out with all that follows it, and put aside") {
    EarlierEvening evening;
    SignedDevice hostile(evening.event, evening.random);
    hostile.add(question("before"));
    hostile.add(question("leap"), largest_accepted_lamport - 1);
    hostile.add(question("after"), largest_accepted_lamport);
    evening.take(hostile);
    {
        const Opening harmed = evening.machine.read(evening.file);
        REQUIRE(harmed.error().empty());
        REQUIRE(find_harm(*harmed)->english().find("Operation 3 of device") != std::string::npos);
    }
    const auto report = evening.repair();
    REQUIRE(report.ok());
    REQUIRE(report->left_out.size() == 1);
    const LeftOut& left_out = report->left_out.front();
    REQUIRE(left_out.device == hostile.device());
    REQUIRE(left_out.first == 3);
    REQUIRE(left_out.last == 4);
    REQUIRE(left_out.put_aside == 2);
    REQUIRE(left_out.reason.english().find("out of order") != std::string::npos);
    // The evening goes on in the new file, and its operations are taken elsewhere.
    const Opening mended = evening.machine.open(evening.repaired);
    REQUIRE(mended.error().empty());
    REQUIRE_FALSE(find_harm(*mended));
    REQUIRE(append(*mended, registration(9)).header.lamport < most_lamport_step);
    REQUIRE(mended->quarantine().operations().size() == 2);
    Machine other(evening.folder / "other state", 8);
    const Opening replica = other.create(evening.folder / "replica.event", std::nullopt,
                                         JoinedEvent{evening.event, evening.key});
    REQUIRE(accept(*replica, pack(*mended)).ok());
}

TEST_CASE("a file that cannot be opened since an introduction was erased opens again") {
    EarlierEvening evening;
    const SigningKeys keys = make_signing_keys(evening.random);
    SignedDevice hostile(evening.event, evening.random,
                         {{small_id<AttendeeId>(9)},
                          ActingRole::machine,
                          DeviceIntroduced{keys.public_key, "entré"}},
                         keys);
    hostile.add(question("after"));
    SECTION("its body is gone") {
        evening.take(hostile, 1);
        REQUIRE(evening.machine.open(evening.file).error().find("is damaged") != std::string::npos);
    }
    SECTION("its body is about to go") {
        evening.take(hostile);
    }
    const auto report = evening.repair();
    REQUIRE(report.ok());
    REQUIRE(report->left_out.size() == 1);
    REQUIRE(report->left_out.front().first == 1);
    REQUIRE(report->left_out.front().last == 2);
    const Opening mended = evening.machine.open(evening.repaired);
    REQUIRE(mended.error().empty());
    REQUIRE(mended->operations_after(hostile.device(), 0, 10).empty());
}

TEST_CASE("what damage took away is left out from there on, of its device alone") {
    EarlierEvening evening;
    SignedDevice other(evening.event, evening.random);
    other.add_many(4);
    evening.take(other);
    {
        Database database(evening.file, DatabaseMode::read_write);
        database.execute("UPDATE operation SET sealed = x'00' WHERE device = 2 AND sequence = 3");
    }
    const auto report = evening.repair();
    REQUIRE(report.ok());
    REQUIRE(report->left_out.size() == 1);
    REQUIRE(report->left_out.front().first == 3);
    REQUIRE(report->left_out.front().last == 5);
    REQUIRE(report->left_out.front().put_aside == 2);
    const Opening mended = evening.machine.open(evening.repaired);
    REQUIRE(mended.error().empty());
    REQUIRE(mended->operations_after(other.device(), 0, 10).size() == 2);
}

TEST_CASE("what no signature covers any more is put aside with what is harmed") {
    EarlierEvening evening;
    SignedDevice other(evening.event, evening.random);
    other.add_many(7);
    evening.take(other, 0, 3);
    Database(evening.file, DatabaseMode::read_write)
        .execute("UPDATE operation SET sealed = x'00' WHERE device = 2 AND sequence = 6");
    const auto report = evening.repair();
    REQUIRE(report.ok());
    REQUIRE(report->left_out.size() == 1);
    REQUIRE(report->left_out.front().first == 4);
    REQUIRE(report->left_out.front().last == 8);
    REQUIRE(report->left_out.front().put_aside == 4);
    REQUIRE(report->left_out.front().reason.english().find("Operation 6 of device") !=
            std::string::npos);
}

TEST_CASE("a repaired event with a root lets the same devices in, and keeps what was put aside") {
    TemporaryFolder folder;
    Machine machine(folder / "state");
    std::vector<Operation> before;
    {
        const Opening made = machine.create(folder / "a.event", "hemligt");
        register_people(*made, 3);
        Machine second(folder / "second state", 2);
        const Opening door = second.join(folder / "b.event", *made, DeviceRole::door);
        append(*door, registration(8));
        REQUIRE(accept(*made, pack(*door)).ok());
    }
    const auto passphrase = [] { return std::optional<std::string>("hemligt"); };
    const auto report = repair_event_file(folder / "a.event", folder / "c.event", passphrase,
                                          machine.environment());
    REQUIRE(report.ok());
    const Opening mended = machine.open(folder / "c.event", JournalAccess::write,
                                        MissingOperations::refuse, "hemligt");
    REQUIRE(mended.error().empty());
    const Authority& authority = mended->authority();
    REQUIRE(authority.standing_of(mended->device()).role == DeviceRole::organiser);
    std::size_t doors = 0;
    for (const DeviceId& device : authority.devices()) {
        if (authority.standing_of(device).role == DeviceRole::door) ++doors;
    }
    REQUIRE(doors == 1);
    REQUIRE(mended->unwrap_root(passphrase).ok());
}

TEST_CASE("a repair that cannot be done leaves nothing behind") {
    EarlierEvening evening;
    write_file(evening.repaired, std::string_view("something"));
    REQUIRE(evening.repair().error().english().find("exists already") != std::string::npos);
    fs::remove(evening.repaired);
    const Opening open = evening.machine.open(evening.file);
    REQUIRE_FALSE(evening.repair().ok());
    for (const auto& entry : fs::directory_iterator(evening.folder.path())) {
        REQUIRE(entry.path().filename().string().find("mended") == std::string::npos);
    }
    write_file(evening.folder / "text", std::string_view("no event"));
    REQUIRE_FALSE(repair_event_file(evening.folder / "text", evening.repaired, {},
                                    evening.machine.environment())
                      .ok());
}
