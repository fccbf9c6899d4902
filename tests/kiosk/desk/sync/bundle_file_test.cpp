#include "kiosk/desk/sync/bundle_file.h"

#include <fstream>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "sync/journal/device_identity.h"
#include "sync/journal/erasure_dates.h"
#include "sync/journal/operation_seal.h"
#include "sync/journal/quarantine.h"
#include "tests/support/record/bundle_parts.h"
#include "tests/support/record/two_replicas.h"

using namespace stormote;
using namespace stormote::testing;

namespace fs = std::filesystem;

namespace {

constexpr std::int64_t evening_ms = 1'665'590'400'000;

AttendeeId walk_in(Replica& replica, const std::string& name) {
    replica.clock().advance_ms(60'000);
    const auto outcome = replica.desk().walk_in(
        {name, "Öberg", "Hembygdsföreningen", "culture", {}, ""}, actor::staff);
    REQUIRE(outcome.verdict.attendee);
    return *outcome.verdict.attendee;
}

// Devices of one event that have nothing between them but a stick.
struct Stick {
    TemporaryFolder folder;
    Replica first{folder / "first", 1, evening_ms};
    Replica second{folder / "second", 2, evening_ms, first};
    Replica third{folder / "third", 3, evening_ms, first};

    [[nodiscard]] fs::path file(const std::string& name = "evening.bundle") const {
        return folder / name;
    }
    void save(Replica& replica, const std::string& name = "evening.bundle") {
        const auto written = write_bundle_file(replica.desk(), file(name));
        if (!written) FAIL(written.error().english());
        REQUIRE(written->device == replica.desk().device());
    }
    MergedBundle fetch(Replica& replica, const std::string& name = "evening.bundle") {
        const auto merged = merge_bundle_file(replica.desk(), file(name));
        if (!merged) FAIL(merged.error().english());
        return *merged;
    }
    MergedBundle carry(Replica& from, Replica& to) {
        save(from);
        return fetch(to);
    }
    // Why the file is not taken, of which nothing was: the name stands in what is said.
    std::string refusal(Replica& replica, const Bytes& content) {
        write_file(file("harmed.bundle"), content);
        const auto before = replica.operations();
        const auto merged = merge_bundle_file(replica.desk(), file("harmed.bundle"));
        if (merged) return "taken";
        REQUIRE(merged.error().kind == ErrorKind::input);
        const std::string reason = merged.error().english();
        REQUIRE(reason.starts_with(file("harmed.bundle").string()));
        REQUIRE(replica.operations() == before);
        return reason.substr(file("harmed.bundle").string().size() + 1);
    }
};

void check_equal(Replica& left, Replica& right) {
    REQUIRE(left.operations() == right.operations());
    REQUIRE(describe_state(left.desk().state()) == describe_state(right.desk().state()));
}

bool says_anything_about(const AttendeeId& person, const std::vector<Operation>& operations) {
    return std::any_of(operations.begin(), operations.end(), [&](const Operation& operation) {
        if (operation.header.kind == OperationKind::attendee_erased || !operation.body)
            return false;
        const auto persons = persons_of(operation.header.kind, operation.body->bytes);
        return persons && std::count(persons->begin(), persons->end(), person) > 0;
    });
}

}  // namespace

TEST_CASE("a bundle carries all that a device has, and carries it once") {
    Stick stick;
    walk_in(stick.first, "Åsa");
    walk_in(stick.second, "Örjan");
    const MergedBundle merged = stick.carry(stick.second, stick.first);
    REQUIRE(merged.contents.device == stick.second.desk().device());
    REQUIRE(merged.added == merged.contents.operation_count());
    REQUIRE(merged.known == 0);
    REQUIRE(stick.first.desk().state().attendees().size() == 2);
    const MergedBundle again = stick.fetch(stick.first);
    REQUIRE(again.added == 0);
    REQUIRE(again.known == merged.added);
    stick.carry(stick.first, stick.second);
    check_equal(stick.first, stick.second);
}

TEST_CASE("what one device has bundled reaches a third one through another") {
    Stick stick;
    walk_in(stick.first, "Åsa");
    walk_in(stick.second, "Örjan");
    stick.carry(stick.first, stick.second);
    stick.carry(stick.second, stick.third);
    walk_in(stick.third, "Karin");
    REQUIRE(stick.third.desk().state().attendees().size() == 3);
    stick.carry(stick.third, stick.first);
    stick.carry(stick.first, stick.second);
    stick.carry(stick.second, stick.third);
    check_equal(stick.first, stick.second);
    check_equal(stick.second, stick.third);
}

TEST_CASE("what came by stick is passed on to a store, and known to whoever wrote it") {
    TwoReplicas harness;
    walk_in(harness.first, "Åsa");
    const fs::path file = harness.folder / "evening.bundle";
    REQUIRE(write_bundle_file(harness.first.desk(), file));
    REQUIRE(merge_bundle_file(harness.second.desk(), file));
    harness.exchange(harness.second);
    const auto heads = harness.central.store().status(harness.event).heads;
    REQUIRE(find_head(heads, harness.first.desk().device()) != nullptr);
    harness.settle();
    harness.check_equal();
    REQUIRE(harness.central.store().status(harness.event).quarantined == 0);
}

TEST_CASE("a bundle of many operations comes in pieces, and all of it or nothing is taken") {
    Stick stick;
    std::vector<Body> bodies;
    for (int i = 0; i < 2'300; ++i) {
        bodies.push_back({{AttendeeId{Uuid{{1, static_cast<std::uint8_t>(i >> 8),
                                            static_cast<std::uint8_t>(i)}}}},
                          ActingRole::organiser,
                          AttendeeDescribed{{{1, "Åsa"}}}});
    }
    stick.first.desk().record(bodies);
    stick.save(stick.first);
    const SymmetricKey& key = stick.first.desk().journal().event_key();
    const BundleParts whole = take_apart(read_file(stick.file()), key);
    REQUIRE(whole.sections.size() > 4);
    // Whoever has the event's key, and a device, can write a bundle whose last part is false.
    BundleParts changed = whole;
    Batch last = *decode_batch(ByteView(changed.sections.back()).subspan(1));
    last.operations.back().body->bytes.back() ^= 1;
    const Bytes encoded = encode_batch(last);
    changed.sections.back().resize(1);
    changed.sections.back().insert(changed.sections.back().end(), encoded.begin(), encoded.end());
    SeededRandom random(5);
    const SigningKeys signer = make_signing_keys(random);
    write_file(stick.file("false.bundle"),
               put_together(changed, stick.first.desk().event(), key, signer, random));
    const auto before = stick.second.operations();
    const auto merged = merge_bundle_file(stick.second.desk(), stick.file("false.bundle"));
    REQUIRE_FALSE(merged);
    REQUIRE(merged.error().english().find("changed in transit") != std::string::npos);
    REQUIRE(stick.second.operations() == before);
    REQUIRE(stick.second.desk().state().attendees().empty());
    REQUIRE(stick.fetch(stick.second).added == 2'302);
    REQUIRE(stick.second.desk().state().attendees().size() == 2'300);
}

TEST_CASE("a bundle that is cut short or changed anywhere is refused, by its name") {
    Stick stick;
    stick.save(stick.first);
    const Bytes whole = read_file(stick.file());
    for (std::size_t size = 0; size < whole.size(); ++size) {
        INFO(size);
        const Bytes cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
        REQUIRE(stick.refusal(stick.second, cut).starts_with("ends too early"));
    }
    for (std::size_t place = 0; place < whole.size(); ++place) {
        INFO(place);
        Bytes changed = whole;
        changed[place] ^= 1;
        REQUIRE(stick.refusal(stick.second, changed) != "taken");
    }
    Bytes longer = whole;
    longer.push_back(0);
    REQUIRE(stick.refusal(stick.second, longer).starts_with("is damaged"));
    REQUIRE(stick.fetch(stick.second).added > 0);
}

TEST_CASE("another event's bundle, a newer one, another key's and another file are told apart") {
    Stick stick;
    stick.save(stick.first);
    const Bytes whole = read_file(stick.file());
    const auto with = [&whole](std::size_t place, std::uint8_t byte) {
        Bytes changed = whole;
        changed[place] = byte;
        return changed;
    };
    REQUIRE(stick.refusal(stick.second, with(0, 'X')).starts_with("is not a bundle"));
    REQUIRE(stick.refusal(stick.second, with(5, 2)).starts_with("was written by a newer version"));
    REQUIRE(stick.refusal(stick.second, with(5, 0)).starts_with("is damaged"));
    REQUIRE(stick.refusal(stick.second, with(7, 0xEE)).starts_with("belongs to another event"));
    REQUIRE(stick.refusal(stick.second, with(54, whole[54] ^ 1U))
                .starts_with("is sealed under another key"));
    REQUIRE(stick.refusal(stick.second, with(22, whole[22] ^ 1U)).starts_with("is damaged"));
    REQUIRE(merge_bundle_file(stick.second.desk(), stick.file("none.bundle")).error().english() ==
            "There is no file " + stick.file("none.bundle").string() +
                ". Check the name and the folder.");
    REQUIRE(merge_bundle_file(stick.second.desk(), stick.folder.path()).error().kind ==
            ErrorKind::input);
}

TEST_CASE("a bundle that another device signed than wrote it is refused") {
    Stick stick;
    stick.save(stick.first);
    const SymmetricKey& key = stick.first.desk().journal().event_key();
    SeededRandom random(5);
    const BundleParts parts = take_apart(read_file(stick.file()), key);
    const EventId event = stick.first.desk().event();
    Bytes bundle = put_together(parts, event, key, make_signing_keys(random), random);
    REQUIRE(stick.refusal(stick.second, bundle) == "taken");
    // Signed for another event.
    bundle = put_together(parts, EventId{}, key, make_signing_keys(random), random);
    REQUIRE(stick.refusal(stick.third, bundle).starts_with("is damaged"));
}

TEST_CASE("a forged bundle does not make a device give up its identity") {
    Stick stick;
    walk_in(stick.first, "Åsa");
    stick.save(stick.first);
    Desk& desk = stick.first.desk();
    const SymmetricKey& key = desk.journal().event_key();
    const EventId event = desk.event();
    const DeviceId device = desk.device();
    const std::vector<Operation> record = stick.first.operations();
    const Operation last = desk.journal().operations_after(device, 0, 1'000).back();
    SeededRandom random(6);
    const SigningKeys forger = make_signing_keys(random);

    // Of the device's own chain, one more operation; and another one in the place of its last.
    const auto forge = [&](std::uint64_t sequence, const Hash& before) {
        Operation forged = last;
        forged.header.id = OperationId{Uuid{random.bytes<16>()}};
        forged.header.sequence = sequence;
        forged.header.lamport = last.header.lamport + 1;
        forged.header.chain_hash = chain(before, forged.header);
        return forged;
    };
    const Operation further = forge(last.header.sequence + 1, last.header.chain_hash);
    const Operation instead = forge(last.header.sequence, Hash{1});
    const auto true_signatures = desk.journal().signatures(device, last.header.sequence - 1);
    REQUIRE(true_signatures.size() == 1);
    const auto by_forger = [&](const Operation& forged) {
        return HeadSignature{device, forged.header.sequence,
                             sign(forger.secret_key, head_message(event, forged.header))};
    };
    const auto by_device = [&](const Operation& forged) {
        return HeadSignature{device, forged.header.sequence, true_signatures.front().signature};
    };
    const std::vector<StoreHead> beyond{{device, last.header.sequence + 100, Hash{7}}};
    for (const Batch& batch :
         {Batch{}, Batch{{further}, {by_forger(further)}}, Batch{{further}, {by_device(further)}},
          Batch{{instead}, {by_forger(instead)}}, Batch{{instead}, {by_device(instead)}}}) {
        BundleParts parts = take_apart(read_file(stick.file()), key);
        Bytes opening{0};
        const Bytes heads = encode_heads(beyond);
        opening.insert(opening.end(), heads.begin(), heads.end());
        parts.sections.front() = opening;
        if (!batch.operations.empty()) {
            Bytes section{1};
            const Bytes operations = encode_batch(batch);
            section.insert(section.end(), operations.begin(), operations.end());
            parts.sections.push_back(section);
        }
        write_file(stick.file("forged.bundle"), put_together(parts, event, key, forger, random));
        static_cast<void>(merge_bundle_file(desk, stick.file("forged.bundle")));
        REQUIRE(desk.device() == device);
        REQUIRE(stick.first.operations() == record);
    }
    // It goes on as itself, and others take it.
    walk_in(stick.first, "Karin");
    REQUIRE(desk.device() == device);
    stick.carry(stick.first, stick.second);
    stick.carry(stick.second, stick.first);
    check_equal(stick.first, stick.second);
}

TEST_CASE("a bundle can be read by nobody who has not the event's key") {
    Stick stick;
    walk_in(stick.first, "Åsa");
    stick.save(stick.first);
    const std::string content = to_string(ByteView(read_file(stick.file())));
    REQUIRE(content.find("Åsa") == std::string::npos);
    REQUIRE(content.find("Hembygds") == std::string::npos);
    const auto permissions = fs::status(stick.file()).permissions();
    REQUIRE(permissions == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("nothing about an erased person comes back from an older bundle") {
    Stick stick;
    const AttendeeId person = walk_in(stick.first, "Åsa");
    walk_in(stick.first, "Örjan");
    stick.save(stick.first, "older.bundle");
    stick.fetch(stick.second, "older.bundle");
    const Body erasure{{person}, ActingRole::organiser, AttendeeErased{"civil", Counted::yes}};
    stick.first.desk().record(std::span(&erasure, 1));
    REQUIRE_FALSE(says_anything_about(person, stick.first.operations()));
    // Written about her elsewhere, and by somebody who has not heard of it.
    stick.second.desk().undo_check_in(person, actor::staff);
    stick.carry(stick.second, stick.first);
    stick.fetch(stick.first, "older.bundle");
    REQUIRE_FALSE(says_anything_about(person, stick.first.operations()));
    REQUIRE(stick.first.desk().state().find_attendee(person) == nullptr);
    // Hidden on the others at once, and destroyed a day later.
    stick.carry(stick.first, stick.second);
    REQUIRE(stick.second.desk().state().find_attendee(person) == nullptr);
    stick.second.clock().advance_ms(erasure_grace_ms + 3'600'000);
    stick.second.desk().destroy_erased();
    stick.fetch(stick.second, "older.bundle");
    REQUIRE_FALSE(says_anything_about(person, stick.second.operations()));
    stick.carry(stick.second, stick.first);
    check_equal(stick.first, stick.second);
}

TEST_CASE("a whole disk restored from a backup gets a new identity from a bundle") {
    Stick stick;
    walk_in(stick.first, "Åsa");
    const DiskCopy backup = stick.first.back_up();
    walk_in(stick.first, "Örjan");
    stick.carry(stick.first, stick.second);
    stick.first.restore_disk(backup);
    const DeviceId before = stick.first.desk().device();
    stick.carry(stick.second, stick.first);
    REQUIRE(stick.first.desk().state().attendees().size() == 2);
    REQUIRE(stick.first.desk().device() != before);
    walk_in(stick.first, "Karin");
    stick.carry(stick.first, stick.second);
    check_equal(stick.first, stick.second);
    REQUIRE(stick.second.desk().journal().quarantine().operations().empty());
}

TEST_CASE("of two contents of one number each device keeps the same, and counts the other aside") {
    Stick stick;
    walk_in(stick.first, "Åsa");
    const DiskCopy disk = stick.first.back_up();
    stick.carry(stick.first, stick.second);
    walk_in(stick.first, "Örjan");
    stick.save(stick.first, "one.bundle");
    stick.first.restore_disk(disk);
    walk_in(stick.first, "Karin");
    stick.save(stick.first, "other.bundle");
    const auto one = stick.fetch(stick.second, "one.bundle");
    const auto other = stick.fetch(stick.second, "other.bundle");
    REQUIRE(one.put_aside == 0);
    REQUIRE(other.put_aside > 0);
    stick.fetch(stick.third, "other.bundle");
    REQUIRE(stick.fetch(stick.third, "one.bundle").put_aside > 0);
    stick.carry(stick.second, stick.third);
    stick.carry(stick.third, stick.second);
    check_equal(stick.second, stick.third);
}

TEST_CASE("a full disk and a missing folder leave no bundle") {
    Stick stick;
    const auto missing = write_bundle_file(stick.first.desk(), stick.folder / "no" / "b.bundle");
    REQUIRE(missing.error().kind == ErrorKind::input);
    REQUIRE(write_bundle_file(stick.first.desk(), "/dev/full").error().kind == ErrorKind::machine);
}

TEST_CASE("the bundles of an event are found among other files") {
    Stick stick;
    const std::string name = bundle_file_name(stick.first.desk().device());
    REQUIRE(name.ends_with(".bundle"));
    stick.save(stick.first, name);
    stick.save(stick.second, bundle_file_name(stick.second.desk().device()));
    const EventId event = stick.first.desk().event();
    write_file(stick.file("other.bundle"), std::string_view("not one"));
    write_file(stick.file("short.bundle"), std::string_view("STOB"));
    fs::create_directory(stick.file("folder.bundle"));
    fs::copy_file(stick.file(name), stick.file("copy.txt"));
    std::vector<fs::path> found = find_bundle_files(event, {stick.folder.path(), "/none"});
    REQUIRE(found.size() == 2);
    REQUIRE(find_bundle_files(EventId{}, {stick.folder.path()}).empty());
}

namespace {

constexpr std::size_t device_count = 4;

// Who acts, what is done, and with whom.
using Step = std::array<std::uint8_t, 3>;

struct Room {
    TemporaryFolder folder;
    std::vector<std::unique_ptr<Replica>> devices;

    Room() {
        devices.push_back(std::make_unique<Replica>(folder / "0", 1, evening_ms));
        while (devices.size() < device_count) {
            const std::size_t number = devices.size();
            devices.push_back(std::make_unique<Replica>(folder / std::to_string(number), number + 1,
                                                        evening_ms, *devices.front()));
        }
    }

    [[nodiscard]] fs::path bundle_of(std::size_t device) const {
        return folder / (std::to_string(device) + ".bundle");
    }
    void save(std::size_t device) {
        RC_ASSERT(write_bundle_file(devices[device]->desk(), bundle_of(device)).ok());
    }
    // Nothing where that device has saved nothing yet.
    void fetch(std::size_t device, std::size_t from) {
        if (!fs::exists(bundle_of(from))) return;
        RC_ASSERT(merge_bundle_file(devices[device]->desk(), bundle_of(from)).ok());
    }

    void take(const Step& step) {
        const std::size_t device = step[0] % device_count;
        Desk& desk = devices[device]->desk();
        devices[device]->clock().advance_ms(1'000);
        const auto& people = desk.state().attendees();
        const auto somebody = [&]() -> std::optional<AttendeeId> {
            const auto ids = sorted_keys(people);
            if (ids.empty()) return std::nullopt;
            return ids[step[2] % ids.size()];
        };
        switch (step[1] % 8) {
            case 0:
            case 1:
                desk.walk_in({"P" + std::to_string(step[2]), "Öberg", "Eken", "culture", {}, ""},
                             actor::staff);
                break;
            case 2:
                if (const auto id = somebody()) desk.undo_check_in(*id, actor::staff);
                break;
            case 3:
                if (const auto id = somebody()) desk.cancel(*id, actor::organiser);
                break;
            case 4:
                if (const auto id = somebody(); id && step[2] % 3 == 0) {
                    const Body erasure{
                        {*id}, ActingRole::organiser, AttendeeErased{"civil", Counted::yes}};
                    desk.record(std::span(&erasure, 1));
                }
                break;
            case 5:
                save(device);
                break;
            default:
                fetch(device, step[2] % device_count);
                break;
        }
    }
};

// What stands in a bundle, folded without any file of the reader's own.
std::string fold_of_bundle(const fs::path& file, const Journal& journal) {
    std::ifstream in(file, std::ios::binary);
    auto reader = BundleReader::open(in, file.string(), journal.event(), journal.event_key());
    RC_ASSERT(reader.ok());
    std::vector<Operation> operations;
    for (;;) {
        auto batch = reader->next();
        RC_ASSERT(batch.ok());
        if (!batch.value()) return describe_fold(operations);
        operations.insert(operations.end(), batch.value()->operations.begin(),
                          batch.value()->operations.end());
    }
}

}  // namespace

TEST_CASE("devices that exchange bundles in any order converge") {
    start_crypto();
    CHECK(rc::check("bundles in any order", [](const std::vector<Step>& steps) {
        Room room;
        for (const Step& step : steps) room.take(step);
        // The last rounds, in an order that the steps choose.
        const std::size_t turn = steps.empty() ? 0 : steps.front()[2];
        for (int round = 0; round < 2; ++round) {
            for (std::size_t i = 0; i < device_count; ++i) room.save((i + turn) % device_count);
            for (std::size_t to = 0; to < device_count; ++to) {
                for (std::size_t from = 0; from < device_count; ++from) {
                    room.fetch((to * 3 + turn) % device_count, (from + to) % device_count);
                }
            }
        }
        for (std::size_t i = 0; i < device_count; ++i) room.save(i);
        const Replica& first = *room.devices.front();
        const std::string state = describe_state(room.devices.front()->desk().state());
        const std::string fold =
            fold_of_bundle(room.bundle_of(0), room.devices.front()->desk().journal());
        for (std::size_t i = 1; i < device_count; ++i) {
            RC_ASSERT(room.devices[i]->operations().size() == first.operations().size());
            RC_ASSERT(describe_state(room.devices[i]->desk().state()) == state);
            RC_ASSERT(fold_of_bundle(room.bundle_of(i), room.devices[i]->desk().journal()) == fold);
        }
    }));
}
