#include "sync/journal/intake.h"

#include <limits>
#include <list>
#include <set>

#include <catch2/catch.hpp>

#include "sync/base/cbor.h"
#include "sync/model/operation_limits.h"
#include "tests/support/record/operation_maker.h"
#include "tests/support/record/signed_device.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

const EventId event{Uuid{{1, 2, 3}}};

// What a replica has, in memory.
class KnownRecord final : public KnownChains {
  public:
    void take(const Operation& operation) { record_.push_back(operation); }
    void put_aside(const Operation& operation) { aside_.push_back(operation); }

    KnownChain chain_of(const DeviceId& device) override {
        KnownChain chain;
        for (const Operation& operation : record_) {
            if (operation.header.device != device) continue;
            chain.sequence = std::max(chain.sequence, operation.header.sequence);
            if (const auto key = introduced_key(operation)) chain.key = *key;
        }
        return chain;
    }
    std::optional<ChainLink> link_at(const DeviceId& device, std::uint64_t sequence) override {
        const auto links = links_in(record_, device, sequence);
        return links.empty() ? std::nullopt : std::optional(links.front());
    }
    std::vector<ChainLink> quarantined_at(const DeviceId& device, std::uint64_t sequence) override {
        return links_in(aside_, device, sequence);
    }

  private:
    static std::vector<ChainLink> links_in(const std::vector<Operation>& operations,
                                           const DeviceId& device, std::uint64_t sequence) {
        std::vector<ChainLink> links;
        for (const Operation& operation : operations) {
            const OperationHeader& header = operation.header;
            if (header.device == device && header.sequence == sequence) {
                links.push_back({header.chain_hash, header.lamport});
            }
        }
        return links;
    }

    std::vector<Operation> record_;
    std::vector<Operation> aside_;
};

struct Intake {
    SeededRandom random{1};
    SignedDevice device{event, random};
    KnownRecord known;

    // All that the device has written, as one run.
    [[nodiscard]] std::variant<PlannedRun, RefusedRun> plan() { return plan(device.all()); }
    [[nodiscard]] std::variant<PlannedRun, RefusedRun> plan(Batch batch) {
        // The plan points into the batch.
        batches_.push_back(std::move(batch));
        const Batch& kept = batches_.back();
        const std::vector<Run> runs = split_runs(kept.operations, kept.signatures);
        REQUIRE(runs.size() == 1);
        return plan_run(event, runs.front(), kept.signatures, known);
    }
    [[nodiscard]] PlannedRun taken(Batch batch) {
        const auto planned = plan(std::move(batch));
        REQUIRE(std::holds_alternative<PlannedRun>(planned));
        return std::get<PlannedRun>(planned);
    }
    // Why the device's last operation is refused.
    [[nodiscard]] std::string refused() {
        const auto planned = plan();
        if (std::holds_alternative<PlannedRun>(planned)) return "taken";
        const RefusedRun& run = std::get<RefusedRun>(planned);
        CHECK(run.device == device.device());
        CHECK(run.sequence == device.operations().size());
        CHECK(run.kind == RefusalKind::faulty);
        return run.reason.english();
    }

  private:
    std::list<Batch> batches_;
};

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

const AttendeeId asa = small_id<AttendeeId>(1);

}  // namespace

TEST_CASE("a kind about persons that may be about none is refused, and the reverse") {
    Intake intake;
    SECTION("a question about somebody") {
        intake.device.add_about(asa, QuestionDescribed{1, {}});
    }
    SECTION("an introduction that an erasure could take away") {
        intake.device.add_about(asa, DeviceIntroduced{intake.device.keys().public_key, "Entrén"});
    }
    SECTION("a check-in of two") {
        intake.device.add({{asa, small_id<AttendeeId>(2)}, ActingRole::staff, CheckedIn{}});
    }
    SECTION("a wish to be contacted by nobody") {
        intake.device.add({{}, ActingRole::staff, MessageLeft{{}, MessageKind::contact, "Ring!"}});
    }
    REQUIRE(contains(intake.refused(), "not about as many people as its kind may be"));
}

TEST_CASE("a device that introduces itself as about somebody is not let in") {
    Intake intake;
    const SigningKeys keys = make_signing_keys(intake.random);
    SignedDevice hostile(event, intake.random,
                         {{asa}, ActingRole::machine, DeviceIntroduced{keys.public_key, "x"}},
                         keys);
    const auto planned = intake.plan(hostile.all());
    REQUIRE(std::holds_alternative<RefusedRun>(planned));
}

TEST_CASE("a counter that leaps is refused, and one that steps as far as it may is not") {
    Intake intake;
    const Body body{{}, ActingRole::staff, QuestionDescribed{1, {}}};
    SECTION("as far as it may") {
        intake.device.add(body, 1 + most_lamport_step);
        REQUIRE(intake.refused() == "taken");
    }
    SECTION("one further") {
        intake.device.add(body, 2 + most_lamport_step);
        REQUIRE(contains(intake.refused(), "out of order"));
    }
    SECTION("to where it leaves no room") {
        intake.device.add(body, largest_accepted_lamport - 1);
        REQUIRE(contains(intake.refused(), "out of order"));
    }
    SECTION("not at all") {
        intake.device.add(body, 1);
        REQUIRE(contains(intake.refused(), "out of order"));
    }
}

TEST_CASE("a leap is refused by those who have what is before it, and by those who do not") {
    Intake intake;
    intake.device.add({{}, ActingRole::staff, QuestionDescribed{1, {}}}, 2 + most_lamport_step);
    REQUIRE(contains(intake.refused(), "out of order"));
    intake.known.take(intake.device.operations().front());
    REQUIRE(contains(intake.refused(), "out of order"));
}

TEST_CASE("honest devices count as far as the intake lets them") {
    REQUIRE(next_lamport(7, 3) == 8);
    REQUIRE(next_lamport(3, 7) == 8);
    const std::uint64_t far = std::uint64_t{1} << 40;
    REQUIRE(is_next_lamport(3, next_lamport(3, far)));
    REQUIRE_FALSE(is_next_lamport(3, next_lamport(3, far) + 1));
}

TEST_CASE("times and numbers that nobody could mean are refused") {
    Intake intake;
    const auto refused_with = [&](BodyContent content) {
        Intake fresh;
        fresh.device.add({{}, ActingRole::staff, std::move(content)});
        return contains(fresh.refused(), "outside its limits");
    };
    REQUIRE(refused_with(GroupDescribed{largest_group_number + 1, {}}));
    REQUIRE_FALSE(refused_with(GroupDescribed{largest_group_number, {}}));
    REQUIRE(refused_with(QuestionDescribed{largest_question_number + 1, {}}));
    REQUIRE(refused_with(GroupMoved{largest_round_number + 1, 1}));
    REQUIRE_FALSE(refused_with(GroupMoved{largest_round_number, 1}));
    REQUIRE(refused_with(GroupsPlanned{{{{asa, largest_group_number + 1}}}}));
    REQUIRE(refused_with(GroupsPlanned{std::vector<std::vector<GroupSeat>>(101)}));
    REQUIRE_FALSE(refused_with(GroupsPlanned{std::vector<std::vector<GroupSeat>>(100)}));
    REQUIRE(refused_with(SettingsDescribed{{{largest_field_number + 1, "x"}}}));
    REQUIRE_FALSE(refused_with(SettingsDescribed{{{largest_field_number, "x"}}}));
    REQUIRE(refused_with(ClockMeasured{{}, latest_wall_ms + 1}));
    REQUIRE(refused_with(ClockMeasured{{}, std::numeric_limits<std::int64_t>::min()}));
    REQUIRE_FALSE(refused_with(ClockMeasured{{}, -latest_wall_ms}));
    for (const std::int64_t wall_ms : {std::int64_t{-1}, latest_wall_ms + 1}) {
        Intake fresh;
        fresh.device.set_wall_ms(wall_ms);
        fresh.device.add({{}, ActingRole::staff, QuestionDescribed{}});
        REQUIRE(contains(fresh.refused(), "outside the years"));
        REQUIRE(to_wall_ms(wall_ms) != wall_ms);
    }
}

TEST_CASE("a content without bounds is refused") {
    const auto refused_with = [](BodyContent content) {
        Intake fresh;
        fresh.device.add({{}, ActingRole::staff, std::move(content)});
        return contains(fresh.refused(), "larger than an operation may be");
    };
    REQUIRE(refused_with(SettingsDescribed{{{1, std::string(most_body_bytes, 'x')}}}));
    REQUIRE_FALSE(refused_with(SettingsDescribed{{{1, std::string(most_body_bytes - 50, 'x')}}}));
    // A plan names everybody in every round.
    const std::vector<GroupSeat> everybody(5'000, {asa, 1});
    REQUIRE_FALSE(refused_with(GroupsPlanned{std::vector(12, everybody)}));
    REQUIRE(refused_with(GroupsPlanned{std::vector(100, everybody)}));
}

TEST_CASE("a body that erasures could not look into is refused, one of a newer version is not") {
    Intake intake;
    CborWriter out;
    SECTION("not an array of persons") {
        out.array(3);
        out.text("nobody");
        out.integer(0);
        out.array(0);
        intake.device.add_bytes(OperationKind{999}, out.take());
        REQUIRE(contains(intake.refused(), "cannot be read"));
    }
    SECTION("of an unknown kind") {
        out.array(3);
        out.array(1);
        out.bytes(asa.value.bytes);
        out.integer(0);
        out.array(0);
        intake.device.add_bytes(OperationKind{999}, out.take());
        REQUIRE(intake.refused() == "taken");
    }
    SECTION("of a known kind, with a value that only a newer version knows") {
        out.array(3);
        out.array(0);
        out.integer(0);
        out.array(2);
        out.bytes(ByteArray<8>{});
        out.integer(7);
        intake.device.add_bytes(OperationKind::ticket_marked, out.take());
        REQUIRE(intake.refused() == "taken");
    }
}

TEST_CASE("a run goes on with the next operation of its device, and with nothing else") {
    Intake intake;
    intake.device.add_many(4);
    for (int i = 0; i < 3; ++i) {
        intake.known.take(intake.device.operations()[static_cast<std::size_t>(i)]);
    }
    const PlannedRun planned = intake.taken(intake.device.all());
    REQUIRE(planned.place == RunPlace::continues);
    REQUIRE(planned.known == 3);
    REQUIRE(planned.fresh.size() == 2);
    REQUIRE(planned.signatures.size() == 1);
    REQUIRE(intake.taken(intake.device.batch(2, 3)).place == RunPlace::known);
    const auto gap = intake.plan(intake.device.batch(5, 5));
    REQUIRE(std::get<RefusedRun>(gap).kind == RefusalKind::gap);
    REQUIRE(std::get<RefusedRun>(gap).sequence == 5);
}

TEST_CASE("a device introduces itself with its own key only") {
    Intake intake;
    const SignedDevice other(event, intake.random);
    const Operation& first = intake.device.operations().front();
    REQUIRE(introduced_key(first) == intake.device.keys().public_key);
    REQUIRE_FALSE(introduced_key({first.header, other.operations().front().body}));
    REQUIRE_FALSE(introduced_key({first.header, std::nullopt}));
}

TEST_CASE("only true signatures are taken, and the last operation must have one") {
    Intake intake;
    intake.device.add_many(4);
    Batch batch = intake.device.all();
    batch.signatures.push_back(intake.device.sign_at(3));
    REQUIRE(intake.taken(batch).signatures.size() == 2);
    batch.signatures.back().signature[9] ^= 1;
    REQUIRE(intake.taken(batch).signatures.size() == 1);
    batch = intake.device.all();
    batch.signatures = {intake.device.sign_at(4)};
    REQUIRE(std::get<RefusedRun>(intake.plan(batch)).sequence == 5);
    // A signature of another number, under the number of the last one.
    batch.signatures.front().sequence = 5;
    REQUIRE(contains(std::get<RefusedRun>(intake.plan(batch)).reason.english(), "is invalid"));
}

TEST_CASE("two branches of one device in one batch are two runs") {
    SeededRandom random(1);
    SignedDevice one(event, random);
    one.add_many(2);
    SignedDevice other = one.clone();
    one.add_many(1);
    other.add_many(2);
    // As a log has them: the one's number 4, then the other's 4 and 5.
    Batch batch = one.batch(1, 4);
    for (const Operation& operation : other.batch(4, 5).operations) {
        batch.operations.push_back(operation);
    }
    batch.operations.push_back(one.operations()[3]);
    batch.operations.push_back(other.operations()[4]);
    batch.signatures.push_back(other.sign_at(5));
    batch.signatures.push_back(other.sign_at(4));
    const auto runs = split_runs(batch.operations, batch.signatures);
    REQUIRE(runs.size() == 4);
    REQUIRE(runs[2].size() == 1);
    REQUIRE(runs[3].size() == 1);
}

TEST_CASE("a batch is parted by device, and where numbers do not follow each other") {
    SeededRandom random(1);
    SignedDevice one(event, random);
    SignedDevice two(event, random);
    one.add_many(3);
    Batch batch = one.all();
    batch.operations.insert(batch.operations.begin() + 1, two.operations().front());
    batch.operations.push_back(one.operations()[1]);
    const auto runs = split_runs(batch.operations, batch.signatures);
    std::multiset<std::size_t> sizes;
    for (const Run& run : runs) sizes.insert(run.size());
    REQUIRE(sizes == std::multiset<std::size_t>{1, 1, 4});
}
