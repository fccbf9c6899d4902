#include "sync/model/authority.h"

#include <catch2/catch.hpp>

#include "sync/base/clock.h"
#include "tests/support/record/operation_maker.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

SeededRandom& chance() {
    static SeededRandom random(7);
    return random;
}

struct Root {
    SigningKeys keys = make_signing_keys(chance());
    EventId event = event_of_root(keys.public_key);
};

// A device as the record knows it: what it wrote, by number.
class TestDevice {
  public:
    explicit TestDevice(const EventId& event) : event_(event) {}

    [[nodiscard]] DeviceId id() const { return device_of(keys_.public_key); }
    [[nodiscard]] const PublicKey& key() const { return keys_.public_key; }

    TestDevice& introduce(std::optional<DeviceAdmission> admission) {
        return write(DeviceIntroduced{keys_.public_key, "test", std::move(admission)});
    }
    TestDevice& write(BodyContent content) {
        Operation operation;
        operation.body = SaltedBody{{}, encode_body({{}, ActingRole::machine, content})};
        OperationHeader& header = operation.header;
        header.device = id();
        header.sequence = written_.size() + 1;
        header.lamport = header.sequence;
        header.kind = kind_of(content);
        written_.push_back(operation);
        return *this;
    }
    // What it hands to a device that it lets in.
    [[nodiscard]] DevicePairing pair(DeviceRole role) const {
        return make_pairing(event_, id(), keys_.secret_key,
                            static_cast<std::int64_t>(written_.size()), role, chance());
    }
    [[nodiscard]] const std::vector<Operation>& written() const { return written_; }
    [[nodiscard]] std::uint64_t count() const { return written_.size(); }

  private:
    EventId event_;
    SigningKeys keys_ = make_signing_keys(chance());
    std::vector<Operation> written_;
};

// An organiser that the root let in, and a door that the organiser did.
struct House {
    House() {
        organiser.introduce(admit_by_root(root.event, root.keys, organiser.key()));
        pairing = organiser.pair(DeviceRole::door);
        door.introduce(admit_by_pairing(root.event, pairing, door.key()));
    }

    Root root;
    TestDevice organiser{root.event};
    TestDevice door{root.event};
    DevicePairing pairing;

    [[nodiscard]] Authority judge(std::vector<const TestDevice *> others = {}) const {
        std::vector<Operation> operations;
        others.push_back(&organiser);
        others.push_back(&door);
        for (const TestDevice *device : others) {
            operations.insert(operations.end(), device->written().begin(), device->written().end());
        }
        Authority authority(root.event);
        for (const Operation& operation : operations) authority.note(operation);
        authority.evaluate();
        // Any order gives the same, and so does hearing of it again.
        Authority other(root.event);
        for (auto operation = operations.rbegin(); operation != operations.rend(); ++operation) {
            other.note(*operation);
            other.evaluate();
            other.note(*operation);
        }
        other.evaluate();
        for (const DeviceId& device : authority.devices()) {
            CHECK(other.standing_of(device) == authority.standing_of(device));
        }
        return authority;
    }
    [[nodiscard]] DeviceRole role_of(const TestDevice& device,
                                     std::vector<const TestDevice *> others = {}) const {
        others.push_back(&device);
        return judge(others).standing_of(device.id()).role;
    }
};

DeviceAuthorised exclusion(const TestDevice& device, std::int64_t from,
                           std::vector<DeviceId> kept = {}) {
    return {device.id(), DeviceRole::door, from, std::move(kept)};
}

Operation checked_in(const TestDevice& device, std::uint64_t sequence) {
    Operation operation;
    operation.body = SaltedBody{{}, encode_body({{}, ActingRole::staff, CheckedIn{}})};
    operation.header.device = device.id();
    operation.header.sequence = sequence;
    operation.header.kind = OperationKind::checked_in;
    return operation;
}

}  // namespace

TEST_CASE("whom the root or an organiser let in is believed, with the role of the pairing") {
    const House house;
    const Authority authority = house.judge();
    REQUIRE_FALSE(authority.is_open());
    REQUIRE(authority.standing_of(house.organiser.id()).role == DeviceRole::organiser);
    REQUIRE(authority.standing_of(house.door.id()).role == DeviceRole::door);
    REQUIRE(authority.standing_of(house.door.id()).parent == house.organiser.id());
    REQUIRE(authority.believes(checked_in(house.door, 2)));
    REQUIRE(authority.may(house.door.id(), OperationKind::note_written));
    REQUIRE_FALSE(authority.may(house.door.id(), OperationKind::attendee_erased));
    REQUIRE_FALSE(authority.may(house.door.id(), OperationKind::device_authorised));
    REQUIRE(authority.may(house.organiser.id(), OperationKind::attendee_erased));
}

TEST_CASE("a made-up device is not believed, whatever it shows") {
    const House house;
    TestDevice stranger(house.root.event);
    SECTION("nothing") {
        stranger.introduce(std::nullopt);
    }
    SECTION("a root of its own") {
        const SigningKeys other = make_signing_keys(chance());
        stranger.introduce(admit_by_root(house.root.event, other, stranger.key()));
    }
    SECTION("the root's signature of another device") {
        auto admission = admit_by_root(house.root.event, house.root.keys, house.organiser.key());
        stranger.introduce(admission);
    }
    SECTION("a pairing that it issued to itself in the organiser's name") {
        DevicePairing pairing = make_pairing(house.root.event, house.organiser.id(),
                                             make_signing_keys(chance()).secret_key, 0,
                                             DeviceRole::organiser, chance());
        stranger.introduce(admit_by_pairing(house.root.event, pairing, stranger.key()));
    }
    SECTION("a door's pairing with another role written into it") {
        DevicePairing pairing = house.pairing;
        pairing.certificate.role = DeviceRole::organiser;
        stranger.introduce(admit_by_pairing(house.root.event, pairing, stranger.key()));
    }
    SECTION("a pairing that a door has issued") {
        stranger.introduce(admit_by_pairing(
            house.root.event, house.door.pair(DeviceRole::organiser), stranger.key()));
    }
    SECTION("a pairing of another event") {
        const House other;
        stranger.introduce(admit_by_pairing(house.root.event, other.pairing, stranger.key()));
    }
    REQUIRE(house.role_of(stranger) == DeviceRole::none);
    REQUIRE_FALSE(house.judge({&stranger}).believes(checked_in(stranger, 2)));
}

TEST_CASE("what a stranger says of others changes nothing") {
    House house;
    TestDevice stranger(house.root.event);
    stranger.introduce(std::nullopt);
    stranger.write(exclusion(house.door, 1));
    stranger.write(DeviceAuthorised{stranger.id(), DeviceRole::organiser});
    stranger.write(exclusion(house.organiser, 1));
    REQUIRE(house.role_of(stranger) == DeviceRole::none);
    REQUIRE(house.judge({&stranger}).standing_of(house.door.id()).excluded_from == 0);
    // Nor does what a door says, of those beside and above it.
    house.door.write(exclusion(house.organiser, 1));
    REQUIRE(house.judge().standing_of(house.organiser.id()).excluded_from == 0);
}

TEST_CASE("an exclusion takes out what was written from a number on, and can be taken back") {
    House house;
    house.organiser.write(exclusion(house.door, 3));
    Authority authority = house.judge();
    REQUIRE(authority.believes(checked_in(house.door, 2)));
    REQUIRE_FALSE(authority.believes(checked_in(house.door, 3)));
    REQUIRE_FALSE(authority.believes(checked_in(house.door, 90)));
    house.organiser.write(DeviceAuthorised{house.door.id(), DeviceRole::door});
    REQUIRE(house.judge().believes(checked_in(house.door, 90)));
}

TEST_CASE("devices that an excluded one let in are out, but those that the exclusion keeps") {
    House house;
    TestDevice second(house.root.event);
    second.introduce(admit_by_pairing(house.root.event, house.organiser.pair(DeviceRole::organiser),
                                      second.key()));
    TestDevice before(house.root.event);
    before.introduce(
        admit_by_pairing(house.root.event, second.pair(DeviceRole::door), before.key()));
    TestDevice after(house.root.event);
    after.introduce(admit_by_pairing(house.root.event, second.pair(DeviceRole::door), after.key()));
    const std::vector<const TestDevice *> all{&second, &before, &after};
    REQUIRE(house.judge(all).standing_of(after.id()).role == DeviceRole::door);
    DeviceAuthorised out = exclusion(second, 2, {before.id()});
    out.role = DeviceRole::organiser;
    house.organiser.write(out);
    const Authority authority = house.judge(all);
    REQUIRE(authority.standing_of(before.id()).role == DeviceRole::door);
    REQUIRE(authority.standing_of(after.id()).role == DeviceRole::none);
    // An organiser further up may let the one in again, by its id.
    house.organiser.write(DeviceAuthorised{after.id(), DeviceRole::table});
    REQUIRE(house.judge(all).standing_of(after.id()).role == DeviceRole::table);
}

TEST_CASE("a pairing that was used twice lets both in, until one of them is excluded") {
    House house;
    TestDevice copy(house.root.event);
    copy.introduce(admit_by_pairing(house.root.event, house.pairing, copy.key()));
    const Authority both = house.judge({&copy});
    REQUIRE(both.standing_of(copy.id()).role == DeviceRole::door);
    REQUIRE(both.same_pairing(copy.id()) == std::vector{house.door.id()});
    REQUIRE(both.same_pairing(house.door.id()) == std::vector{copy.id()});
    // The thief of a kiosk cannot come again under another identity.
    house.organiser.write(exclusion(house.door, 5, {}));
    REQUIRE(house.role_of(copy) == DeviceRole::none);
    house.organiser.write(exclusion(house.door, 5, {copy.id()}));
    REQUIRE(house.role_of(copy) == DeviceRole::door);
}

TEST_CASE("nearest the root wins, then the last") {
    House house;
    TestDevice second(house.root.event);
    second.introduce(admit_by_pairing(house.root.event, house.organiser.pair(DeviceRole::organiser),
                                      second.key()));
    TestDevice door(house.root.event);
    door.introduce(admit_by_pairing(house.root.event, second.pair(DeviceRole::door), door.key()));
    const std::vector<const TestDevice *> all{&second, &door};
    const auto role = [&] { return house.judge(all).standing_of(door.id()).role; };
    second.write(DeviceAuthorised{door.id(), DeviceRole::table});
    REQUIRE(role() == DeviceRole::table);
    second.write(DeviceAuthorised{door.id(), DeviceRole::hub});
    REQUIRE(role() == DeviceRole::hub);
    house.organiser.write(DeviceAuthorised{door.id(), DeviceRole::pages});
    REQUIRE(role() == DeviceRole::pages);
    // However often the one further down says otherwise.
    second.write(DeviceAuthorised{door.id(), DeviceRole::organiser});
    REQUIRE(role() == DeviceRole::pages);
    DeviceAuthorised by_root{door.id(), DeviceRole::door};
    sign_by_root(house.root.event, house.root.keys, 1, by_root);
    second.write(by_root);
    REQUIRE(role() == DeviceRole::door);
    DeviceAuthorised again{door.id(), DeviceRole::table};
    sign_by_root(house.root.event, house.root.keys, 2, again);
    second.write(again);
    REQUIRE(role() == DeviceRole::table);
}

TEST_CASE("the root excludes an organiser that nobody else stands above, whoever carries it") {
    House house;
    DeviceAuthorised out = exclusion(house.organiser, 2, {house.door.id()});
    out.role = DeviceRole::organiser;
    TestDevice laptop(house.root.event);
    laptop.introduce(std::nullopt);
    SECTION("signed by the root") {
        sign_by_root(house.root.event, house.root.keys, 1, out);
        laptop.write(out);
        REQUIRE(house.judge({&laptop}).standing_of(house.organiser.id()).excluded_from == 2);
        REQUIRE(house.judge({&laptop}).standing_of(house.door.id()).role == DeviceRole::door);
    }
    SECTION("changed afterwards") {
        sign_by_root(house.root.event, house.root.keys, 1, out);
        out.excluded_from = 1;
        laptop.write(out);
        REQUIRE(house.judge({&laptop}).standing_of(house.organiser.id()).excluded_from == 0);
    }
    SECTION("signed by another root") {
        const Root other;
        sign_by_root(house.root.event, other.keys, 1, out);
        laptop.write(out);
        REQUIRE(house.judge({&laptop}).standing_of(house.organiser.id()).excluded_from == 0);
    }
}

TEST_CASE("a statement of the root lets in a device that shows no pairing") {
    House house;
    TestDevice laptop(house.root.event);
    laptop.introduce(std::nullopt);
    DeviceAuthorised statement{laptop.id(), DeviceRole::organiser};
    sign_by_root(house.root.event, house.root.keys, 1, statement);
    laptop.write(statement);
    REQUIRE(house.role_of(laptop) == DeviceRole::organiser);
    REQUIRE(house.judge({&laptop}).next_root_number() == 2);
}

TEST_CASE("a device speaks for its own clock, an organiser for any") {
    House house;
    house.door.write(ClockMeasured{house.door.id(), 5})
        .write(ClockMeasured{house.organiser.id(), 5});
    house.organiser.write(ClockMeasured{house.door.id(), 5});
    const Authority authority = house.judge();
    REQUIRE(authority.believes(house.door.written()[1]));
    REQUIRE_FALSE(authority.believes(house.door.written()[2]));
    REQUIRE(authority.believes(house.organiser.written().back()));
}

TEST_CASE("evaluating says whether a device that was known stands otherwise") {
    const House house;
    Authority authority(house.root.event);
    for (const Operation& operation : house.door.written()) authority.note(operation);
    REQUIRE_FALSE(authority.evaluate());
    REQUIRE(authority.standing_of(house.door.id()).role == DeviceRole::none);
    // Who let it in is heard of later: what it wrote counts from the beginning.
    for (const Operation& operation : house.organiser.written()) authority.note(operation);
    REQUIRE(authority.evaluate());
    REQUIRE(authority.standing_of(house.door.id()).role == DeviceRole::door);
    // A new device changes nothing that was folded.
    TestDevice third(house.root.event);
    third.introduce(
        admit_by_pairing(house.root.event, house.organiser.pair(DeviceRole::table), third.key()));
    for (const Operation& operation : third.written()) authority.note(operation);
    REQUIRE_FALSE(authority.evaluate());
    REQUIRE(authority.standing_of(third.id()).role == DeviceRole::table);
}

TEST_CASE("in an event of an earlier version every device is believed") {
    const EventId event = parse_id<EventId>("0183cd0e-8c00-7001-8001-020304050607").value();
    Authority authority(event);
    REQUIRE(authority.is_open());
    TestDevice device(event);
    REQUIRE(authority.believes(checked_in(device, 7)));
    REQUIRE(authority.may(device.id(), OperationKind::attendee_erased));
}

TEST_CASE("a pairing is read back from its bytes, and nothing else is one") {
    const House house;
    const Bytes bytes = encode_pairing(house.pairing);
    REQUIRE(bytes.size() == pairing_bytes);
    REQUIRE(decode_pairing(bytes) == house.pairing);
    REQUIRE_FALSE(decode_pairing(ByteView(bytes).first(bytes.size() - 1)));
    Bytes odd = bytes;
    odd[56] = 9;
    REQUIRE_FALSE(decode_pairing(odd));
}

TEST_CASE("a thousand made-up devices cost no more than their bytes, and change nothing") {
    House house;
    std::vector<TestDevice> crowd(1'000, TestDevice(house.root.event));
    Authority authority(house.root.event);
    for (std::size_t i = 0; i < crowd.size(); ++i) {
        crowd[i] = TestDevice(house.root.event);
        crowd[i].introduce(std::nullopt).write(exclusion(house.door, 1));
        for (const Operation& operation : crowd[i].written()) authority.note(operation);
    }
    for (const TestDevice *device : {&house.organiser, &house.door}) {
        for (const Operation& operation : device->written()) authority.note(operation);
    }
    authority.evaluate();
    REQUIRE(authority.standing_of(house.door.id()).excluded_from == 0);
    REQUIRE(authority.standing_of(crowd.back().id()).role == DeviceRole::none);
}
