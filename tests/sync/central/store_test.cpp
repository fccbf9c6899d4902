// What every kind of store does with operations and devices: SQLite and PostgreSQL alike.

#include <algorithm>
#include <set>

#include <catch2/catch.hpp>

#include "sync/journal/erasure_dates.h"
#include "sync/model/operation_limits.h"
#include "tests/support/record/signed_device.h"
#include "tests/support/record/start_crypto.h"
#include "tests/support/record/store_fixture.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

const EventId some_event{Uuid{{1}}};
const EventId other_event{Uuid{{2}}};
constexpr std::int64_t now_ms = 1'665'590'400'000;

StoreKind each_kind() {
    return GENERATE(StoreKind::sqlite, StoreKind::postgres);
}

struct Harness {
    StoreFixture place{each_kind()};
    SeededRandom random{1};
    std::unique_ptr<Store> store = place.open(random);

    PushAnswer append(const Batch& batch) {
        const PushAnswer answer = store->append(some_event, batch, {}, now_ms);
        REQUIRE(answer.outcome != PushOutcome::refused);
        return answer;
    }
    std::string refuse(const Batch& batch) {
        const auto status = store->status(some_event);
        const PushAnswer answer = store->append(some_event, batch, {}, now_ms);
        REQUIRE(answer.outcome == PushOutcome::refused);
        REQUIRE(store->status(some_event) == status);
        REQUIRE(answer.refused->device == batch.operations.front().header.device);
        return answer.refused->reason.english();
    }
    std::vector<Operation> read_all(const DeviceId& without = {}) {
        std::vector<Operation> operations;
        std::uint64_t position = 0;
        for (;;) {
            PullPage page = store->read(some_event, position, without);
            REQUIRE(page.state != PageState::lost_position);
            for (Operation& operation : page.batch.operations) {
                operations.push_back(std::move(operation));
            }
            if (page.state == PageState::last) return operations;
            REQUIRE(page.next > position);
            position = page.next;
        }
    }
};

}  // namespace

TEST_CASE("a store gives back what it took, and knows it again") {
    Harness harness;
    SignedDevice device(some_event, harness.random);
    device.add_many(4);
    REQUIRE(harness.append(device.all()) == PushAnswer{PushOutcome::taken, 5, 0, 0});
    REQUIRE(harness.append(device.all()) == PushAnswer{PushOutcome::taken, 0, 5, 0});
    device.add_many(2);
    REQUIRE(harness.append(device.batch(4, 7)) == PushAnswer{PushOutcome::taken, 2, 2, 0});
    REQUIRE(harness.read_all() == device.operations());
    REQUIRE(harness.read_all(device.device()).empty());
    // Another event's operations are another event's.
    REQUIRE(harness.store->read(other_event, 0, {}).batch == Batch{});
    REQUIRE(harness.store->status(other_event).heads.empty());
}

TEST_CASE("a store that was closed has kept everything") {
    Harness harness;
    SignedDevice device(some_event, harness.random);
    device.add_many(3);
    harness.append(device.all());
    const StoreStatus before = harness.store->status(some_event);
    harness.store.reset();
    harness.store = harness.place.open(harness.random);
    REQUIRE(harness.store->status(some_event) == before);
    REQUIRE(harness.read_all() == device.operations());
}

TEST_CASE("pages are whole batches, and end at a signed operation") {
    Harness harness;
    SignedDevice device(some_event, harness.random);
    device.add_many(1'999);
    for (std::uint64_t first = 1; first < 2'000; first += 200) {
        harness.append(device.batch(first, first + 199));
    }
    std::uint64_t position = 0;
    std::uint64_t sequence = 0;
    int pages = 0;
    for (;; ++pages) {
        const PullPage page = harness.store->read(some_event, position, {});
        REQUIRE_FALSE(page.batch.operations.empty());
        REQUIRE(page.batch.operations.front().header.sequence == sequence + 1);
        sequence = page.batch.operations.back().header.sequence;
        REQUIRE(page.batch.signatures.back() == device.sign_at(sequence));
        position = page.next;
        if (page.state == PageState::last) break;
    }
    REQUIRE(sequence == 2'000);
    REQUIRE(pages == 3);
    // Nothing is left after the end, and the cursor stays.
    const PullPage rest = harness.store->read(some_event, position, {});
    REQUIRE(rest == PullPage{PageState::last, position, {}});
}

TEST_CASE("a cursor that the store never gave is told so") {
    Harness harness;
    SignedDevice device(some_event, harness.random);
    harness.append(device.all());
    const auto position = harness.store->read(some_event, 0, {}).next;
    REQUIRE(harness.store->read(some_event, position, {}).state == PageState::last);
    for (const std::uint64_t strange : {position - 1, position + 1, UINT64_MAX}) {
        REQUIRE(harness.store->read(some_event, strange, {}).state == PageState::lost_position);
    }
}

TEST_CASE("operations whose predecessors are missing are a gap, not an error") {
    Harness harness;
    SignedDevice device(some_event, harness.random);
    device.add_many(9);
    const PushAnswer gap{PushOutcome::gap, 0, 0, 0};
    REQUIRE(harness.append(device.batch(3, 5)) == gap);
    harness.append(device.batch(1, 2));
    REQUIRE(harness.append(device.batch(4, 5)) == gap);
    REQUIRE(harness.append(device.batch(3, 10)).added == 8);
    REQUIRE(harness.read_all() == device.operations());
}

TEST_CASE("what was changed on the way is refused, and nothing of its batch is taken") {
    Harness harness;
    SignedDevice device(some_event, harness.random);
    device.add_many(4);

    Batch body_changed = device.all();
    body_changed.operations[2].body->bytes.back() ^= 1;
    REQUIRE(harness.refuse(body_changed).find("operation 3") != std::string::npos);

    Batch header_changed = device.all();
    header_changed.operations[2].header.wall_ms += 1;
    REQUIRE(harness.refuse(header_changed).find("Operation 3") != std::string::npos);

    Batch unsigned_batch = device.all();
    unsigned_batch.signatures.clear();
    REQUIRE_FALSE(harness.refuse(unsigned_batch).empty());

    Batch signed_before_its_end = device.all();
    signed_before_its_end.signatures = {device.sign_at(3)};
    REQUIRE_FALSE(harness.refuse(signed_before_its_end).empty());

    Batch falsely_signed = device.all();
    falsely_signed.signatures[0].signature[0] ^= 1;
    REQUIRE(harness.refuse(falsely_signed).find("is invalid") != std::string::npos);

    Batch with_a_hole = device.all();
    with_a_hole.operations.erase(with_a_hole.operations.begin() + 2);
    REQUIRE_FALSE(harness.refuse(with_a_hole).empty());

    // Somebody else's name over one's own key.
    SignedDevice other(some_event, harness.random);
    Batch stolen_name = other.all();
    stolen_name.operations[0].header.device = device.device();
    REQUIRE_FALSE(harness.refuse(stolen_name).empty());

    // Chained for another event.
    SignedDevice elsewhere(other_event, harness.random);
    REQUIRE_FALSE(harness.refuse(elsewhere.all()).empty());

    // Counters that do not count on, or leave no room for others.
    for (const std::uint64_t lamport :
         {std::uint64_t{1}, 1 + most_lamport_step + 1, largest_accepted_lamport + 1}) {
        SignedDevice faulty(some_event, harness.random);
        faulty.add({{}, ActingRole::staff, TicketIssued{}}, lamport);
        REQUIRE(harness.refuse(faulty.all()).find("faulty") != std::string::npos);
        harness.append(faulty.batch(1, 1));
        REQUIRE(harness.refuse(faulty.batch(2, 2)).find("faulty") != std::string::npos);
    }

    // A chain that goes on elsewhere than where the store's ends.
    harness.append(device.batch(1, 3));
    SignedDevice clone = device.clone();
    Batch jump = clone.batch(4, 5);
    jump.operations[0].header.lamport += 1;
    jump.operations[0].header.chain_hash = chain(Hash{1}, jump.operations[0].header);
    jump.operations[1].header.chain_hash =
        chain(jump.operations[0].header.chain_hash, jump.operations[1].header);
    REQUIRE_FALSE(harness.refuse(jump).empty());
    REQUIRE(harness.append(device.all()).added == 2);
}

namespace {

// A device and its clone, which part after five operations; the smaller chain hash is the first's.
struct Fork {
    explicit Fork(Random& random) : smaller(some_event, random), larger(smaller) {
        smaller.add_many(4);
        larger = smaller.clone();
        smaller.add_many(3);
        larger.add_many(3);
        if (larger.operations()[5].header.chain_hash < smaller.operations()[5].header.chain_hash) {
            std::swap(smaller, larger);
        }
    }
    SignedDevice smaller;
    SignedDevice larger;
};

std::set<Hash> chain_hashes(const std::vector<Operation>& operations) {
    std::set<Hash> hashes;
    for (const Operation& operation : operations) hashes.insert(operation.header.chain_hash);
    return hashes;
}

}  // namespace

TEST_CASE("a cloned device's operations are put aside with all that follows, and counted") {
    Harness harness;
    Fork fork(harness.random);
    harness.append(fork.smaller.all());
    REQUIRE(harness.append(fork.larger.all()) == PushAnswer{PushOutcome::taken, 0, 5, 3});
    // What continues the clone's chain is put aside, too, wherever the store's own head is.
    fork.larger.add_many(4);
    REQUIRE(harness.append(fork.larger.batch(9, 12)) == PushAnswer{PushOutcome::taken, 0, 0, 4});
    // The same again is not counted twice.
    harness.append(fork.larger.all());
    REQUIRE(harness.store->status(some_event).quarantined == 7);
    REQUIRE(harness.store->events().front().quarantined == 7);
    fork.smaller.add_many(1);
    REQUIRE(harness.append(fork.smaller.batch(9, 9)).added == 1);
}

TEST_CASE("of two contents of one number the smaller chain hash stands, whichever came first") {
    Harness harness;
    Fork fork(harness.random);
    harness.append(fork.larger.all());
    REQUIRE(harness.append(fork.smaller.all()) == PushAnswer{PushOutcome::taken, 3, 5, 3});
    REQUIRE(harness.store->status(some_event).quarantined == 3);
    const StoreHead head = harness.store->status(some_event).heads.front();
    REQUIRE(head.sequence == 8);
    REQUIRE(head.chain_hash == fork.smaller.operations().back().header.chain_hash);
    // What gave way is not forgotten: it is known when it comes again, and what continues it, too.
    REQUIRE(harness.append(fork.larger.all()).added == 0);
    fork.larger.add_many(2);
    REQUIRE(harness.append(fork.larger.batch(9, 10)) == PushAnswer{PushOutcome::taken, 0, 0, 2});
}

TEST_CASE("what was put aside travels, each piece as it was pushed") {
    Harness harness;
    Fork fork(harness.random);
    const bool is_smaller_first = GENERATE(true, false);
    CAPTURE(is_smaller_first);
    harness.append((is_smaller_first ? fork.smaller : fork.larger).all());
    harness.append((is_smaller_first ? fork.larger : fork.smaller).all());
    std::set<Hash> all = chain_hashes(fork.smaller.operations());
    all.merge(chain_hashes(fork.larger.operations()));
    const std::vector<Operation> read = harness.read_all();
    REQUIRE(chain_hashes(read) == all);
    REQUIRE(read.size() == all.size());
    // Another store that gets the log in its order comes to the same.
    const StoreFixture other_place(harness.place.kind());
    const auto other = other_place.open(harness.random);
    const PullPage page = harness.store->read(some_event, 0, {});
    REQUIRE(other->append(some_event, page.batch, {}, now_ms).outcome == PushOutcome::taken);
    REQUIRE(other->status(some_event).heads == harness.store->status(some_event).heads);
    REQUIRE(other->status(some_event).quarantined == 3);
}

TEST_CASE("an erased person's contents leave the store, and do not come back") {
    Harness harness;
    const AttendeeId person{Uuid{{9}}};
    const AttendeeId other{Uuid{{8}}};
    SignedDevice device(some_event, harness.random);
    SignedDevice late(some_event, harness.random);
    device.add_about(person, TicketIssued{{{1}}});
    device.add_about(other, TicketIssued{{{2}}});
    late.add_about(person, TicketIssued{{{3}}});
    harness.append(device.all());
    device.add_about(person, AttendeeErased{"civil", Counted::yes});
    harness.append(device.batch(4, 4));
    // Within a day its writer may be excluded, so that it counts for nothing.
    harness.store->destroy_erased(now_ms + erasure_grace_ms - 1);
    for (const Operation& operation : harness.read_all()) REQUIRE(operation.body.has_value());
    harness.store->destroy_erased(now_ms + erasure_grace_ms);
    harness.append(late.all());
    for (const Operation& operation : harness.read_all()) {
        const auto body = operation.body ? decode_body(operation.header.kind, operation.body->bytes)
                                         : std::nullopt;
        const bool is_kept = operation.header.kind != OperationKind::ticket_issued ||
                             (body && body->persons == std::vector{other});
        INFO(kind_name(operation.header.kind));
        REQUIRE(operation.body.has_value() == is_kept);
    }
    // Its bytes are nowhere in what is kept.
    const Bytes needle = device.operations()[1].body->bytes;
    harness.store.reset();
    REQUIRE_FALSE(harness.place.holds(to_string(needle)));
}

TEST_CASE(
    "a pairing text is good for 14 days, and a token while it is used, but no longer than 400 "
    "days") {
    constexpr std::int64_t day_ms = 24LL * 3'600'000;
    Harness harness;
    Store& store = *harness.store;
    const auto state = [&](const Hash& token, std::int64_t days) {
        return store.access(token, now_ms + days * day_ms).state;
    };
    REQUIRE(store.invite(some_event, "entrance", Hash{1}, now_ms));
    REQUIRE(store.join(some_event, Hash{1}, Hash{11}, now_ms + 15 * day_ms) ==
            JoinOutcome::expired);
    REQUIRE(store.join(some_event, Hash{1}, Hash{11}, now_ms + 14 * day_ms) == JoinOutcome::joined);
    REQUIRE(store.invite(some_event, "table", Hash{2}, now_ms));
    REQUIRE(store.join(some_event, Hash{2}, Hash{12}, now_ms) == JoinOutcome::joined);
    REQUIRE(state(Hash{12}, 61) == AccessState::expired);
    for (std::int64_t days = 60; days <= 414; days += 50) {
        REQUIRE(state(Hash{11}, days) == AccessState::granted);
    }
    // Since it was made, 14 days after its pairing text.
    REQUIRE(state(Hash{11}, 414) == AccessState::granted);
    REQUIRE(state(Hash{11}, 415) == AccessState::expired);
}

TEST_CASE("a secret becomes a token, until the device has confirmed it") {
    Harness harness;
    Store& store = *harness.store;
    const Hash secret{1};
    REQUIRE(store.invite(some_event, "entrance", secret, now_ms));
    REQUIRE_FALSE(store.invite(some_event, "entrance", Hash{9}, now_ms));
    REQUIRE(store.invite(other_event, "entrance", Hash{2}, now_ms));
    REQUIRE(store.join(some_event, Hash{5}, Hash{10}, now_ms) == JoinOutcome::unknown);
    REQUIRE(store.join(other_event, secret, Hash{10}, now_ms) == JoinOutcome::other_event);
    REQUIRE(store.join(some_event, secret, Hash{11}, now_ms) == JoinOutcome::joined);
    // Interrupted, and begun again: the first token is worth nothing any more.
    REQUIRE(store.join(some_event, secret, Hash{12}, now_ms) == JoinOutcome::joined);
    REQUIRE(store.access(Hash{11}, now_ms).state == AccessState::unknown);
    REQUIRE(store.access(Hash{12}, now_ms).state == AccessState::granted);
    REQUIRE(store.access(Hash{12}, now_ms).event == some_event);
    store.confirm(Hash{12}, now_ms);
    REQUIRE(store.join(some_event, secret, Hash{13}, now_ms) == JoinOutcome::used);
    REQUIRE(store.access(Hash{12}, now_ms).state == AccessState::granted);

    REQUIRE(store.revoke(some_event, "entrance", now_ms));
    REQUIRE_FALSE(store.revoke(some_event, "entrance", now_ms));
    REQUIRE(store.access(Hash{12}, now_ms).state == AccessState::revoked);
    REQUIRE(store.join(some_event, secret, Hash{14}, now_ms) == JoinOutcome::revoked);
    REQUIRE(store.invite(some_event, "entrance", Hash{3}, now_ms));
    REQUIRE(store.enrolments().size() == 3);
}
