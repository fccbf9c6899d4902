// The audit of a store: who was let in, who read, and what was done with it; in every kind of
// store.
#include <catch2/catch.hpp>

#include "sync/central/read_audit.h"
#include "tests/support/machine/json.h"
#include "tests/support/machine/raw_sockets.h"
#include "tests/support/record/central_harness.h"
#include "tests/support/record/signed_device.h"
#include "tests/support/record/start_crypto.h"
#include "tests/support/record/store_fixture.h"
#include "tests/sync/central/cli/central_program.h"
#include "tests/sync/central/served_store.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

const EventId other_event{Uuid{{2}}};
constexpr std::int64_t hour_ms = 3'600'000;
constexpr std::int64_t day_ms = 24 * hour_ms;

struct Audited {
    StoreFixture place{GENERATE(StoreKind::sqlite, StoreKind::postgres)};
    SeededRandom random{1};
    ManualClock clock{1'665'590'400'000};
    std::unique_ptr<Store> store = place.open(random);
    CentralService service{*store, clock, random};
    std::string sender = "192.0.2.7";

    StoreResponse send(StoreRequest request) {
        request.sender = sender;
        return service.handle(request);
    }
    PairingSecret invite(const std::string& name, const std::string& role) {
        const auto secret = random.bytes<16>();
        REQUIRE(store->invite(some_event, name, hash_bytes(secret), clock.wall_ms(), role));
        return secret;
    }
    std::string join(const PairingSecret& secret) {
        const auto answer = decode_join_answer(
            send({StoreMethod::post, join_path(some_event), "", "", encode_join_request({secret})})
                .body);
        REQUIRE(answer);
        return write_token(answer->token);
    }
    void push(const std::string& token, const Batch& batch) {
        REQUIRE(
            send({StoreMethod::post, operations_path(some_event), "", token, encode_batch(batch)})
                .status == 200);
    }
    StoreResponse pull(const std::string& token, std::uint64_t after) {
        return send({StoreMethod::get,
                     operations_path(some_event),
                     "after=" + std::to_string(after),
                     token,
                     {}});
    }
    std::vector<StoreAuditEntry> all() { return store->audit(std::nullopt, 0); }
    std::vector<StoreAuditEntry> of(StoreAuditAction action) {
        std::vector<StoreAuditEntry> found = all();
        std::erase_if(found, [&](const StoreAuditEntry& entry) { return entry.action != action; });
        return found;
    }
};

}  // namespace

TEST_CASE("the audit says who was let in, by whom, from where, and when") {
    Audited audited;
    const std::int64_t start_ms = audited.clock.wall_ms();
    const auto secret = audited.invite("entrance", "door");
    audited.clock.advance_ms(1);
    // An answer that was lost: the device asks again.
    static_cast<void>(audited.join(secret));
    const std::string token = audited.join(secret);
    audited.clock.advance_ms(1);
    SignedDevice device(some_event, audited.random);
    device.add_many(2);
    audited.sender = "192.0.2.8";
    audited.push(token, device.batch(1, 1));
    audited.push(token, device.batch(2, 3));
    audited.clock.advance_ms(1);
    REQUIRE(audited.store->revoke(some_event, "entrance", audited.clock.wall_ms()));
    const std::vector<StoreAuditEntry> expected{
        {start_ms, some_event, StoreAuditAction::enrolled, "entrance", "door", audit_by_store},
        {start_ms + 1, some_event, StoreAuditAction::pairing_used, "entrance", "door", "",
         "192.0.2.7"},
        {start_ms + 1, some_event, StoreAuditAction::pairing_used, "entrance", "door", "",
         "192.0.2.7"},
        {start_ms + 2, some_event, StoreAuditAction::joined, "entrance", "door", "", "192.0.2.8"},
        {start_ms + 3, some_event, StoreAuditAction::revoked, "entrance", "door", audit_by_store}};
    CHECK(audited.all() == expected);
    CHECK(audited.store->audit(other_event, 0).empty());
    CHECK(audited.store->audit(some_event, start_ms + 2).size() == 2);
    CHECK(audited.store->enrolments().front().role == "door");
}

TEST_CASE("what devices read costs the audit two rows for a device and an hour") {
    Audited audited;
    const std::string token = audited.join(audited.invite("entrance", "door"));
    SignedDevice device(some_event, audited.random);
    device.add_many(9);
    audited.push(token, device.batch(1, 4));
    const std::uint64_t first = audited.store->read(some_event, 0, {}).next;
    audited.clock.advance_ms(1);
    audited.push(token, device.batch(5, 10));
    const std::uint64_t last = audited.store->read(some_event, first, {}).next;

    const std::int64_t began_ms = audited.clock.wall_ms();
    for (const std::uint64_t after : {first, std::uint64_t{0}, last}) {
        REQUIRE(audited.pull(token, after).status == 200);
    }
    const StoreAuditEntry beginning{
        began_ms, some_event, StoreAuditAction::reading, "entrance", "door", "", "192.0.2.7", 0,
        first,    first};
    CHECK(audited.of(StoreAuditAction::reading) == std::vector{beginning});
    CHECK(audited.of(StoreAuditAction::read).empty());

    audited.clock.advance_ms(hour_ms - 1);
    audited.service.write_reads(ReadAudit::Which::over);
    CHECK(audited.of(StoreAuditAction::read).empty());
    audited.clock.advance_ms(1);
    audited.service.write_reads(ReadAudit::Which::over);
    audited.service.write_reads(ReadAudit::Which::over);
    const StoreAuditEntry hour{began_ms + hour_ms,
                               some_event,
                               StoreAuditAction::read,
                               "entrance",
                               "door",
                               "",
                               "192.0.2.7",
                               16,
                               0,
                               last};
    CHECK(audited.of(StoreAuditAction::read) == std::vector{hour});

    // The next page begins another hour; the end of the program ends it.
    REQUIRE(audited.pull(token, first).status == 200);
    CHECK(audited.of(StoreAuditAction::reading).size() == 2);
    audited.service.write_reads(ReadAudit::Which::all);
    REQUIRE(audited.of(StoreAuditAction::read).size() == 2);
    CHECK(audited.of(StoreAuditAction::read).back().operations == 6);
}

TEST_CASE("an hour of reading that nobody ended is added with the first page after it") {
    Audited audited;
    const std::string token = audited.join(audited.invite("entrance", "door"));
    SignedDevice device(some_event, audited.random);
    audited.push(token, device.all());
    REQUIRE(audited.pull(token, 0).status == 200);
    audited.clock.advance_ms(3 * hour_ms);
    REQUIRE(audited.pull(token, 0).status == 200);
    CHECK(audited.of(StoreAuditAction::reading).size() == 2);
    REQUIRE(audited.of(StoreAuditAction::read).size() == 1);
    CHECK(audited.of(StoreAuditAction::read).front().operations == 1);
}

TEST_CASE("nothing is read that the audit cannot note, and no count is lost meanwhile") {
    Audited audited;
    const std::string token = audited.join(audited.invite("entrance", "door"));
    SignedDevice device(some_event, audited.random);
    device.add_many(1);
    audited.push(token, device.all());
    audited.place.execute("ALTER TABLE audit RENAME TO out_of_reach");
    CHECK(audited.pull(token, 0).status == 500);
    audited.place.execute("ALTER TABLE out_of_reach RENAME TO audit");
    REQUIRE(audited.pull(token, 0).status == 200);
    audited.place.execute("ALTER TABLE audit RENAME TO out_of_reach");
    // Its beginning is noted: others of the hour go on, and its end is tried again.
    CHECK(audited.pull(token, 0).status == 200);
    CHECK_THROWS_AS(audited.service.write_reads(ReadAudit::Which::all), MachineFailure);
    audited.place.execute("ALTER TABLE out_of_reach RENAME TO audit");
    audited.service.write_reads(ReadAudit::Which::all);
    REQUIRE(audited.of(StoreAuditAction::read).size() == 1);
    CHECK(audited.of(StoreAuditAction::read).front().operations >= 4);
}

TEST_CASE("the audit is kept for two years, also that of an event that was purged") {
    Audited audited;
    const std::int64_t start_ms = audited.clock.wall_ms();
    const std::string token = audited.join(audited.invite("entrance", "door"));
    SignedDevice device(some_event, audited.random);
    audited.push(token, device.all());
    REQUIRE(
        audited.store->remove_event(some_event, "KS 2026/7", RemovalTiming::now, start_ms + day_ms)
            .ok());
    REQUIRE(audited.all().size() == 4);
    CHECK(audited.all().back() == StoreAuditEntry{start_ms + day_ms, some_event,
                                                  StoreAuditAction::purged, "", "", audit_by_store,
                                                  "", 1});
    audited.store->forget_audit(start_ms + audit_kept_ms);
    CHECK(audited.all().size() == 4);
    audited.store->forget_audit(start_ms + audit_kept_ms + 1);
    CHECK(audited.all().size() == 1);
    // What is new stays, whatever a server's clock says.
    if (audited.place.kind() == StoreKind::postgres) {
        audited.store->add_audit({SystemClock().wall_ms(), some_event, StoreAuditAction::restored});
        audited.store->forget_audit(SystemClock().wall_ms() + 2 * audit_kept_ms);
        CHECK(audited.all().size() == 1);
    }
}

TEST_CASE("the audit says whose an event became, and that the store was copied and put back") {
    const StoreFixture place(GENERATE(StoreKind::sqlite, StoreKind::postgres));
    const TemporaryFolder folder;
    CentralProgram central;
    const std::string& store = place.owner_url();
    const std::string event = to_string(some_event);
    if (place.kind() == StoreKind::sqlite) {
        REQUIRE(central.run({"migrate", "--store", store}) == 0);
    }
    REQUIRE(central.run({"municipality", "sundsvall", "--store", store}) == 0);
    REQUIRE(central.run({"municipality", "sundsvall", "--store", store}) == 0);
    REQUIRE(central.run({"enrol", "--store", store, "--event", event, "--device", "table 1",
                         "--municipality", "sundsvall"}) == 0);
    REQUIRE(central.run({"backup", "--store", store, "-o", (folder / "copy").string()}) == 0);
    REQUIRE(central.run({"restore", "--store", store, "--recovered"}) == 0);
    const auto rows = [&](const std::vector<std::string>& more) {
        std::vector<std::string> words{"audit", "--json", "--store", store};
        words.insert(words.end(), more.begin(), more.end());
        central.out.str("");
        REQUIRE(central.run(words) == 0);
        return parse_json(central.out.str())["audit"];
    };
    const auto all = rows({});
    REQUIRE(all.size() == 5);
    CHECK(all[0]["action"] == "municipality added");
    CHECK(all[0]["event"].is_null());
    CHECK(all[1]["action"] == "municipality given");
    CHECK(all[1]["device"] == "sundsvall");
    CHECK(all[2]["action"] == "enrolled");
    CHECK(all[2]["event"] == event);
    CHECK(all[2]["by"] == "store");
    CHECK(all[2]["address"].is_null());
    CHECK(all[2]["at"].get<std::string>().ends_with("Z"));
    CHECK(all[3]["action"] == "backed up");
    CHECK(all[4]["action"] == "restored");
    CHECK(rows({"--event", event}).size() == 2);
    CHECK(rows({"--since", "2026-01-01"}).size() == 5);
    CHECK(rows({"--since", "2999-01-01T12:00"}).empty());
    central.out.str("");
    REQUIRE(central.run({"audit", "--store", store}) == 0);
    CHECK(central.out.str().find("Z\t" + event + "\tenrolled\ttable 1\t-\tstore\t-\t0\t0-0\n") !=
          std::string::npos);
    CHECK(central.run({"audit", "--store", store, "--since", "yesterday"}) == 2);
}

TEST_CASE("the audit has the address that a request came from, also through a proxy") {
    ServedStore served;
    const auto connection = served.connect();
    const std::string token = served.enrol(*connection);
    SignedDevice device(some_event, served.random);
    REQUIRE(StoreClient(*connection, some_event, token).push(device.all()));
    RawClient client(served.server->port());
    client.say("GET " + operations_path(some_event) +
               "?after=0&wait=50 HTTP/1.1\r\nHost: x\r\nStormote-Protocol: 1\r\n"
               "Authorization: Bearer " +
               token + "\r\nX-Forwarded-For: 198.51.100.3, 203.0.113.9\r\n\r\n");
    REQUIRE(client.hear().starts_with("HTTP/1.1 200"));
    const std::vector<StoreAuditEntry> entries = served.store->audit(some_event, 0);
    REQUIRE(entries.size() == 4);
    CHECK(entries[1].action == StoreAuditAction::pairing_used);
    CHECK(entries[1].sender == "127.0.0.1");
    CHECK(entries[3].action == StoreAuditAction::reading);
    CHECK(entries[3].sender == "203.0.113.9");
}
