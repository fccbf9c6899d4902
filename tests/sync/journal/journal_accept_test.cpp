#include <catch2/catch.hpp>

#include "sync/journal/quarantine.h"
#include "sync/model/operation_limits.h"
#include "tests/support/record/canonical_state.h"
#include "tests/support/record/record_builder.h"
#include "tests/support/record/signed_device.h"

using namespace stormote;
using namespace stormote::testing;

namespace fs = std::filesystem;

namespace {

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

// Two machines of one event: here takes what there wrote.
struct Pair {
    Pair() { register_people(*there, 5); }

    [[nodiscard]] std::string refused(const Parcel& parcel) {
        const auto heads = here->heads().size();
        const auto intake = accept(*here, parcel);
        if (intake) return "taken";
        // Nothing was taken, in memory or on the disk.
        REQUIRE(here->heads().size() == heads);
        REQUIRE(here->operations_after(there->device(), 0, 100).empty());
        REQUIRE(intake.error().kind == ErrorKind::input);
        REQUIRE(contains(intake.error().english(), to_string(there->device())));
        return intake.error().english();
    }

    TemporaryFolder folder;
    Machine machine_here{folder / "state here", 1};
    Machine machine_there{folder / "state there", 2};
    Opening here = machine_here.create(folder / "here.event");
    Opening there = machine_there.join(folder / "there.event", *here);
};

// What `there` wrote, without what it knows of others.
Parcel of_there(const Pair& pair) {
    Parcel parcel = pack(*pair.there);
    std::erase_if(parcel.operations, [&](const Operation& operation) {
        return operation.header.device != pair.there->device();
    });
    return parcel;
}

}  // namespace

TEST_CASE("what another device wrote is taken, kept, and taken once only") {
    Pair pair;
    const Parcel parcel = of_there(pair);
    const auto intake = accept(*pair.here, parcel);
    REQUIRE(intake.ok());
    REQUIRE(intake->added == parcel.operations);
    const auto again = accept(*pair.here, parcel);
    REQUIRE(again.ok());
    REQUIRE(again->added.empty());
    REQUIRE(again->known == 6);
    REQUIRE(again->quarantined == 0);
    REQUIRE(pair.here->operations_after(pair.there->device(), 0, 100) == parcel.operations);
    REQUIRE(pair.here->signatures(pair.there->device(), 0) == parcel.signatures);
    // What is written next comes after everything that was taken.
    REQUIRE(append(*pair.here, registration(1)).header.lamport == 7);
}

TEST_CASE("what comes in pieces is taken whole, or not at all where the source fails") {
    Pair pair;
    const Parcel parcel = of_there(pair);
    const auto deliver = [&parcel](const Result<>& end) {
        return [&parcel, end](const PieceSink& take) -> Result<> {
            // The same again, as where two devices have it.
            for (int piece = 0; piece < 2; ++piece) {
                auto taken = take(parcel.operations, parcel.signatures);
                if (!taken) return taken;
            }
            return end;
        };
    };
    REQUIRE_FALSE(pair.here->accept_pieces(deliver(input_error({"cut"})), nothing_erased).ok());
    REQUIRE(pair.here->operations_after(pair.there->device(), 0, 100).empty());
    const auto intake = pair.here->accept_pieces(deliver(Done{}), nothing_erased);
    REQUIRE(intake.ok());
    REQUIRE(intake->added == parcel.operations);
    REQUIRE(intake->known == parcel.operations.size());
}

TEST_CASE("what was taken is there after a restart, and passed on to a third device") {
    Pair pair;
    REQUIRE(accept(*pair.here, of_there(pair)).ok());
    const Parcel all = pack(*pair.here);
    pair.here.journal = input_error({"closed"});
    const Opening again = pair.machine_here.open(pair.folder / "here.event");
    REQUIRE(again.operations == all.operations);
    Machine machine_third(pair.folder / "state third", 3);
    const Opening third = machine_third.join(pair.folder / "third.event", *again);
    REQUIRE(accept(*third, all)->added == all.operations);
}

TEST_CASE("two devices that sent each other everything hold the same state") {
    Pair pair;
    register_people(*pair.here, 3);
    REQUIRE(accept(*pair.here, pack(*pair.there)).ok());
    REQUIRE(accept(*pair.there, pack(*pair.here)).ok());
    REQUIRE(describe_fold(pack(*pair.here).operations) ==
            describe_fold(pack(*pair.there).operations));
}

TEST_CASE("a gap in a device's operations is refused and named") {
    Pair pair;
    Parcel parcel = of_there(pair);
    parcel.operations.erase(parcel.operations.begin() + 3);
    // What is before the gap does not end at a signed operation.
    REQUIRE(contains(pair.refused(parcel), "at a signed one, but at number 3"));
}

TEST_CASE("operations out of their sequence are refused") {
    Pair pair;
    Parcel parcel = of_there(pair);
    std::swap(parcel.operations[2], parcel.operations[3]);
    REQUIRE(contains(pair.refused(parcel), "at a signed one, but at number 2"));
}

TEST_CASE("a header that was changed on the way is refused, whatever was changed in it") {
    Pair pair;
    const Parcel parcel = of_there(pair);
    const auto refused_when = [&](const std::function<void(OperationHeader&)>& change) {
        Parcel changed = parcel;
        change(changed.operations[3].header);
        return pair.refused(changed);
    };
    const std::string words = "Operation 4 of device";
    REQUIRE(contains(refused_when([](auto& header) { header.wall_ms += 1; }), words));
    REQUIRE(contains(refused_when([](auto& header) { header.lamport += 1; }), words));
    REQUIRE(contains(refused_when([](auto& header) { header.id.value.bytes[3] ^= 1; }), words));
    REQUIRE(contains(refused_when([](auto& header) { header.body_hash[3] ^= 1; }), words));
    REQUIRE(contains(refused_when([](auto& header) { header.chain_hash[3] ^= 1; }), words));
    REQUIRE(contains(refused_when([](auto& header) { header.kind = OperationKind::checked_in; }),
                     words));
}

TEST_CASE("a body that was changed on the way is refused") {
    Pair pair;
    Parcel parcel = of_there(pair);
    SECTION("its bytes") {
        parcel.operations[3].body->bytes.back() ^= 1;
    }
    SECTION("its salt") {
        parcel.operations[3].body->salt[5] ^= 1;
    }
    REQUIRE(contains(pair.refused(parcel), "content of operation 4"));
}

TEST_CASE("a false signature is refused") {
    Pair pair;
    Parcel parcel = of_there(pair);
    REQUIRE(parcel.signatures.size() == 1);
    SECTION("changed") {
        parcel.signatures.front().signature[7] ^= 1;
    }
    SECTION("another device's") {
        const SigningKeys keys = make_signing_keys(pair.machine_here.random);
        parcel.signatures.front().signature = sign(
            keys.secret_key, head_message(pair.here->event(), parcel.operations.back().header));
    }
    REQUIRE(contains(pair.refused(parcel), "at number 6 is invalid"));
}

TEST_CASE("operations that nobody signed are refused") {
    Pair pair;
    Parcel parcel = of_there(pair);
    SECTION("without any signature") {
        parcel.signatures.clear();
        REQUIRE(contains(pair.refused(parcel), "do not end at a signed one, but at number 6"));
    }
    SECTION("beyond the last signature") {
        append(*pair.there, registration(9));
        parcel.operations = pair.there->operations_after(pair.there->device(), 0, 100);
        parcel.signatures = {pair.there->signatures(pair.there->device(), 0).front()};
        parcel.signatures.front().sequence = 6;
        REQUIRE(contains(pair.refused(parcel), "do not end at a signed one, but at number 7"));
    }
}

TEST_CASE("of many signatures only the newest of each device is kept") {
    Pair pair;
    std::vector<HeadSignature> signatures;
    for (int i = 0; i < 5; ++i) {
        append(*pair.there, registration(1));
        signatures.push_back(pair.there->signatures(pair.there->device(), 0).back());
    }
    Parcel parcel = of_there(pair);
    REQUIRE(parcel.signatures == std::vector{signatures.back()});
    parcel.signatures = signatures;
    REQUIRE(accept(*pair.here, parcel).ok());
    REQUIRE(pair.here->signatures(pair.there->device(), 0) == std::vector{signatures.back()});
}

TEST_CASE("a device that does not introduce itself with its own key is refused") {
    Pair pair;
    Parcel parcel = of_there(pair);
    SECTION("its introduction has no body") {
        parcel.operations.front().body.reset();
        REQUIRE(contains(pair.refused(parcel), "did not introduce itself"));
    }
    SECTION("it introduces another device's key, under a chain of its own") {
        const SigningKeys keys = make_signing_keys(pair.machine_here.random);
        Operation& first = parcel.operations.front();
        first.body->bytes =
            encode_body({{}, ActingRole::machine, DeviceIntroduced{keys.public_key, "Entrén"}});
        first.header.body_hash = hash_body(*first.body);
        first.header.chain_hash =
            chain(chain_start(pair.here->event(), first.header.device), first.header);
        parcel.operations.resize(1);
        REQUIRE(contains(pair.refused(parcel), "did not introduce itself"));
    }
}

TEST_CASE("an event's operations are not taken into another event") {
    Pair pair;
    const Parcel parcel = of_there(pair);
    const Opening other = pair.machine_here.create(pair.folder / "other.event");
    REQUIRE_FALSE(accept(*other, parcel).ok());
}

TEST_CASE("a Lamport counter that does not grow, or leaves no room to count on, is refused") {
    Pair pair;
    SeededRandom random(4);
    SignedDevice faulty(pair.here->event(), random);
    faulty.add_many(4);
    const std::uint64_t lamport = GENERATE(std::uint64_t{4}, largest_accepted_lamport + 1);
    faulty.add({{}, ActingRole::organiser, QuestionDescribed{1, {{1, "question"}}}}, lamport);
    const auto intake = accept(*pair.here, {faulty.operations(), {faulty.sign_at(6)}});
    REQUIRE_FALSE(intake);
    REQUIRE(contains(intake.error().english(), "out of order"));
    REQUIRE(pair.here->operations_after(faulty.device(), 0, 10).empty());
}

TEST_CASE("what two files wrote in one name is kept apart, shown, and does not stop the others") {
    Pair pair;
    REQUIRE(accept(*pair.here, of_there(pair)).ok());
    // The same identity goes on from the same point in another file: a forged clone.
    pair.there.journal = input_error({"closed"});
    const FilesOnDisk files = FilesOnDisk::of(pair.folder / "there.event");
    fs::copy(pair.folder / "state there", pair.folder / "state clone", fs::copy_options::recursive);
    const auto write_more = [&](const char *state, int count) {
        files.put(pair.folder / "there.event");
        Machine machine(pair.folder / state, state[6] == 'c' ? 7 : 8);
        const Opening opened = machine.open(pair.folder / "there.event");
        REQUIRE(opened.error().empty());
        register_people(*opened, count);
        return pack(*opened);
    };
    const Parcel first = write_more("state there", 2);
    const Parcel second = write_more("state clone", 4);
    REQUIRE(accept(*pair.here, first)->added.size() == 2);
    const auto intake = accept(*pair.here, second);
    REQUIRE(intake.ok());
    REQUIRE(intake->known == 6);
    // The smaller chain hash stands, on every replica.
    const std::size_t common = 7;
    const auto hash_after = [&](const Parcel& parcel) {
        return parcel.operations[common - 1].header.chain_hash;
    };
    const bool is_second_smaller = hash_after(second) < hash_after(first);
    const Parcel& standing = is_second_smaller ? second : first;
    const Parcel& other = is_second_smaller ? first : second;
    const std::vector<Operation> fork(other.operations.begin() + common - 1,
                                      other.operations.end());
    REQUIRE(intake->has_replaced == is_second_smaller);
    REQUIRE(intake->added.size() == (is_second_smaller ? 4 : 0));
    REQUIRE(intake->quarantined == fork.size());
    REQUIRE(pair.here->quarantine().operations() == fork);
    REQUIRE(pair.here->operations_after(standing.operations.back().header.device, 0, 100) ==
            standing.operations);
    REQUIRE(accept(*pair.here, second)->quarantined == 0);
    REQUIRE(accept(*pair.here, first)->quarantined == 0);
    // A fork that was changed on the way is refused like everything else.
    Parcel changed = other;
    changed.operations.back().header.chain_hash[0] ^= 1;
    REQUIRE_FALSE(accept(*pair.here, changed).ok());
    REQUIRE(pair.here->quarantine().operations() == fork);
}

TEST_CASE("replicas that hear of two contents of one number in any order hold the same record") {
    Pair pair;
    pair.there.journal = input_error({"closed"});
    const FilesOnDisk files = FilesOnDisk::of(pair.folder / "there.event");
    fs::copy(pair.folder / "state there", pair.folder / "state clone", fs::copy_options::recursive);
    std::vector<Parcel> branches;
    for (const char *state : {"state there", "state clone"}) {
        files.put(pair.folder / "there.event");
        Machine machine(pair.folder / state, branches.size() + 7);
        const Opening opened = machine.open(pair.folder / "there.event");
        register_people(*opened, 3);
        branches.push_back(pack(*opened));
    }
    const Opening third = pair.machine_here.join(pair.folder / "third.event", *pair.here);
    for (const Parcel& branch : branches) REQUIRE(accept(*pair.here, branch).ok());
    for (auto branch = branches.rbegin(); branch != branches.rend(); ++branch) {
        REQUIRE(accept(*third, *branch).ok());
    }
    const DeviceId device = branches.front().operations.front().header.device;
    REQUIRE(pair.here->operations_after(device, 0, 100) == third->operations_after(device, 0, 100));
    REQUIRE(pair.here->quarantine().operations() == third->quarantine().operations());
    REQUIRE(pair.here->quarantine().operations().size() == 3);
}

TEST_CASE("a device that hears that a clone's content stands goes on under a name of its own") {
    Pair pair;
    pair.there.journal = input_error({"closed"});
    const FilesOnDisk files = FilesOnDisk::of(pair.folder / "there.event");
    fs::copy(pair.folder / "state there", pair.folder / "state clone", fs::copy_options::recursive);
    // Until the clone's branch is the one that stands.
    for (std::uint64_t seed = 10;; ++seed) {
        files.put(pair.folder / "there.event");
        Machine clone(pair.folder / "state clone", seed);
        Parcel cloned;
        {
            fs::remove_all(pair.folder / "state clone");
            fs::copy(pair.folder / "state there", pair.folder / "state clone",
                     fs::copy_options::recursive);
            const Opening opened = clone.open(pair.folder / "there.event");
            append(*opened, registration(8));
            cloned = pack(*opened);
        }
        fs::remove_all(pair.folder / "state own");
        fs::copy(pair.folder / "state there", pair.folder / "state own",
                 fs::copy_options::recursive);
        files.put(pair.folder / "there.event");
        Machine machine(pair.folder / "state own", seed + 1'000);
        const Opening own = machine.open(pair.folder / "there.event");
        const Operation written = append(*own, registration(9));
        const DeviceId device = own->device();
        const auto taken = accept(*own, cloned);
        REQUIRE(taken.ok());
        const JournalIntake& intake = *taken;
        if (!intake.has_replaced) continue;
        REQUIRE(own->device() != device);
        REQUIRE(intake.added.back().header.kind == OperationKind::device_introduced);
        REQUIRE(intake.added.back().header.device == own->device());
        REQUIRE(own->quarantine().operations() == std::vector{written});
        append(*own, registration(7));
        return;
    }
}

TEST_CASE("the body of an erased person is not stored when it comes late") {
    Pair pair;
    const Parcel parcel = of_there(pair);
    const auto is_erased = [](const Operation& operation) {
        return operation.header.sequence == 3;
    };
    const auto intake = pair.here->accept(parcel.operations, parcel.signatures, is_erased);
    REQUIRE(intake.ok());
    REQUIRE_FALSE(intake->added[2].body);
    const auto kept = pair.here->operations_after(pair.there->device(), 2, 1);
    REQUIRE_FALSE(kept.front().body);
    REQUIRE(kept.front().header == parcel.operations[2].header);
    // It is passed on without its body, and the chain still holds.
    Machine machine_third(pair.folder / "state third", 3);
    const Opening third = machine_third.join(pair.folder / "third.event", *pair.here);
    REQUIRE(accept(*third, pack(*pair.here)).ok());
}

TEST_CASE("a journal that lost its end takes its own operations back from others") {
    Pair pair;
    REQUIRE(accept(*pair.here, of_there(pair)).ok());
    const DeviceId device = pair.there->device();
    pair.there.journal = input_error({"closed"});
    fs::remove(pair.folder / "there.event");
    const Opening again = pair.machine_there.join(pair.folder / "there.event", *pair.here);
    REQUIRE(again->device() != device);
    const auto intake = accept(*again, pack(*pair.here));
    REQUIRE(intake->added.size() == 7);
    REQUIRE(again->operations_after(device, 0, 100).size() == 6);
}
