#include "sync/journal/journal.h"

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "sync/journal/device_identity.h"
#include "sync/journal/drafts/draft_store.h"
#include "sync/journal/exchange_cursors.h"
#include "sync/journal/file/sqlite.h"
#include "tests/support/machine/working_folder.h"
#include "tests/support/record/canonical_state.h"
#include "tests/support/record/record_builder.h"

using namespace stormote;
using namespace stormote::testing;

namespace fs = std::filesystem;

namespace {

struct Desk {
    TemporaryFolder folder;
    fs::path file = folder / "samråd.event";
    Machine machine{folder / "state"};
};

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("a new event file begins with the introduction of its device") {
    Desk desk;
    const Opening made = desk.machine.create(desk.file);
    REQUIRE(made.error().empty());
    REQUIRE(made.operations.size() == 1);
    const Operation& first = made.operations.front();
    REQUIRE(first.header.kind == OperationKind::device_introduced);
    REQUIRE(first.header.sequence == 1);
    REQUIRE(first.header.lamport == 1);
    REQUIRE(first.header.device == made->device());
    REQUIRE(made->heads().size() == 1);
    REQUIRE(made->heads().front().head.sequence == 1);
    EventState state;
    state.fold(first);
    REQUIRE(state.find_device(made->device())->name == "Entrén");
}

TEST_CASE("what was appended is there when the file is opened again") {
    Desk desk;
    std::vector<Operation> written;
    {
        const Opening made = desk.machine.create(desk.file);
        written = made.operations;
        for (const Operation& operation : register_people(*made, 20)) written.push_back(operation);
    }
    for (const JournalAccess access : {JournalAccess::read, JournalAccess::write}) {
        const Opening opened = desk.machine.open(desk.file, access);
        REQUIRE(opened.error().empty());
        REQUIRE(opened.operations == written);
        REQUIRE(describe_fold(opened.operations) == describe_fold(written));
    }
}

TEST_CASE("a device goes on in its own name after it was closed") {
    Desk desk;
    DeviceId device;
    {
        const Opening made = desk.machine.create(desk.file);
        device = made->device();
        register_people(*made, 3);
    }
    const Opening opened = desk.machine.open(desk.file);
    REQUIRE(opened->device() == device);
    const Operation next = append(*opened, registration(9));
    REQUIRE(next.header.sequence == 5);
    REQUIRE(next.header.lamport == 5);
    REQUIRE(opened->heads().size() == 1);
}

TEST_CASE("a file that was renamed before it was opened by another name keeps its device") {
    const WorkingFolder here;
    Machine machine(here.path() / "state");
    DeviceId device;
    EventId event;
    {
        const Opening made = machine.create("mote.joining");
        device = made->device();
        event = made->event();
        register_people(*made, 3);
    }
    DeviceIdentity::move(here.path() / "state", event, "mote.joining", "mote");
    fs::rename("mote.joining", "mote");
    for (const fs::path& name : {fs::path("mote"), here.path() / "mote"}) {
        const Opening opened = machine.open(name);
        INFO(opened.error());
        REQUIRE(opened->device() == device);
        REQUIRE(opened->heads().size() == 1);
    }
}

TEST_CASE("an event file and its parts are readable by their owner only") {
    const mode_t before = umask(022);
    Desk desk;
    const Opening made = desk.machine.create(desk.file);
    umask(before);
    for (const std::string part : {"", "-wal", "-shm"}) {
        INFO(part);
        CHECK(fs::status(desk.file.string() + part).permissions() ==
              (fs::perms::owner_read | fs::perms::owner_write));
    }
}

TEST_CASE("several bodies are one commit, each an operation after the other") {
    Desk desk;
    const Opening made = desk.machine.create(desk.file);
    const std::vector<Body> bodies{registration(1), registration(2), registration(3)};
    const auto operations = made->append(bodies);
    REQUIRE(operations.size() == 3);
    for (std::size_t i = 0; i < 3; ++i) {
        REQUIRE(operations[i].header.sequence == i + 2);
        REQUIRE(operations[i].body->bytes == encode_body(bodies[i]));
        REQUIRE(hash_body(*operations[i].body) == operations[i].header.body_hash);
    }
    REQUIRE(made->append({}).empty());
    REQUIRE(made->operations_after(made->device(), 2, 1) == std::vector{operations[1]});
    REQUIRE(made->operations_after(made->device(), 4, 10).empty());
    REQUIRE(made->operations_after(DeviceId{}, 0, 10).empty());
}

TEST_CASE("a reader sees one moment of a file that a kiosk writes to meanwhile") {
    Desk desk;
    const Opening writer = desk.machine.create(desk.file);
    register_people(*writer, 3);
    const std::uint64_t before = writer->heads().front().head.sequence;
    std::size_t seen = 0;
    const auto reader = Journal::open(desk.file, {}, JournalAccess::read,
                                      desk.machine.environment(), [&](const Operation&, Belief) {
                                          // Its signature takes the place of the newest one.
                                          if (seen++ == 0) register_people(*writer, 1);
                                      });
    REQUIRE((reader.ok() ? "" : reader.error().english()) == std::string());
    REQUIRE(seen == before);
    REQUIRE((*reader)->heads().front().signed_sequence == before);
    REQUIRE(writer->heads().front().head.sequence > before);
}

TEST_CASE("a file opens with its passphrase only, and asks for it once") {
    Desk desk;
    { REQUIRE(desk.machine.create(desk.file, "hemligt lösenord").ok()); }
    const auto open = [&](const std::optional<std::string>& passphrase) {
        return desk.machine.open(desk.file, JournalAccess::write, MissingOperations::refuse,
                                 passphrase);
    };
    REQUIRE(open("hemligt lösenord").ok());
    const Opening wrong = open("Hemligt lösenord");
    REQUIRE(contains(wrong.error(), "passphrase is wrong"));
    REQUIRE(wrong.journal.error().kind == ErrorKind::input);
    REQUIRE(contains(open(std::nullopt).error(), "protected by a passphrase"));
    REQUIRE(open("hemligt lösenord").ok());
    int asked = 0;
    REQUIRE(Journal::open(
                desk.file,
                [&asked] {
                    ++asked;
                    return std::optional<std::string>("hemligt lösenord");
                },
                JournalAccess::read, desk.machine.environment(), [](const auto&, Belief) {})
                .ok());
    REQUIRE(asked == 1);
}

TEST_CASE("without a passphrase nobody is asked for one") {
    Desk desk;
    { REQUIRE(desk.machine.create(desk.file).ok()); }
    REQUIRE(Journal::open(desk.file, {}, JournalAccess::read, desk.machine.environment(),
                          [](const auto&, Belief) {})
                .ok());
}

TEST_CASE("opening that fails leaves the folder as it was") {
    Desk desk;
    { REQUIRE(desk.machine.create(desk.file, "hemligt").ok()); }
    const Bytes before = read_file(desk.file);
    for (const JournalAccess access : {JournalAccess::read, JournalAccess::write}) {
        REQUIRE_FALSE(desk.machine.open(desk.file, access, MissingOperations::refuse, "fel").ok());
        REQUIRE(read_file(desk.file) == before);
        REQUIRE_FALSE(fs::exists(wal_of(desk.file)));
        REQUIRE_FALSE(fs::exists(desk.file.string() + "-shm"));
    }
}

TEST_CASE("the file and its WAL hold no plain text of a body") {
    Desk desk;
    const Opening made = desk.machine.create(desk.file, "hemligt");
    append(*made, {{attendee_number(1)},
                   ActingRole::organiser,
                   AttendeeDescribed{{{1, "Åsa Oförväxlingsbar"}}}});
    made->drafts().save("note 1", "Oförväxlingsbar draft");
    for (const Bytes& content : {read_file(desk.file), read_file(wal_of(desk.file))}) {
        REQUIRE_FALSE(contains(to_string(content), "Oförväxlingsbar"));
        REQUIRE_FALSE(contains(to_string(content), to_string(made->event_key())));
    }
}

TEST_CASE("what is not an event file is refused in words that say so") {
    Desk desk;
    const auto refused = [&](const std::string& name) {
        const Opening opened = desk.machine.open(desk.folder / name);
        REQUIRE_FALSE(opened.ok());
        REQUIRE(opened.journal.error().kind == ErrorKind::input);
        REQUIRE(contains(opened.error(), name));
        return opened.error();
    };
    write_file(desk.folder / "text.event", std::string_view("Deltagare: Åsa Öberg\n"));
    write_file(desk.folder / "long.event", std::string(5'000, 'x'));
    write_file(desk.folder / "empty.event", std::string_view());
    fs::create_directory(desk.folder / "folder.event");
    Database(desk.folder / "foreign.event", DatabaseMode::create).execute("CREATE TABLE t(x)");
    for (const char *name :
         {"text.event", "long.event", "empty.event", "folder.event", "foreign.event"}) {
        REQUIRE(contains(refused(name), "not a Stormöte event file"));
    }
    REQUIRE(contains(refused("missing.event"), "There is no file"));
    { REQUIRE(desk.machine.create(desk.folder / "newer.event").ok()); }
    Database(desk.folder / "newer.event", DatabaseMode::read_write)
        .execute("PRAGMA user_version = 3");
    REQUIRE(contains(refused("newer.event"), "newer version"));
}

TEST_CASE("a new file never takes the place of another, or its left-over WAL") {
    Desk desk;
    write_file(desk.file, std::string_view("keep me"));
    REQUIRE(contains(desk.machine.create(desk.file).error(), "exists already"));
    REQUIRE(to_string(read_file(desk.file)) == "keep me");
    const fs::path other = desk.folder / "other.event";
    write_file(wal_of(other), std::string_view("of a file that is gone"));
    REQUIRE(contains(desk.machine.create(other).error(), "left over"));
    REQUIRE_FALSE(fs::exists(other));
    REQUIRE(contains(desk.machine.create(desk.folder / "no/such.event").error(), "no folder"));
}

TEST_CASE("an event that was joined again at the same place starts a new device") {
    Desk desk;
    EventId event;
    SymmetricKey key{};
    DeviceId device;
    {
        const Opening made = desk.machine.create(desk.file);
        event = made->event();
        key = made->event_key();
        device = made->device();
        register_people(*made, 3);
    }
    fs::remove(desk.file);
    const Opening again = desk.machine.create(desk.file, std::nullopt, JoinedEvent{event, key});
    REQUIRE(again.error().empty());
    REQUIRE(again->event() == event);
    REQUIRE(again->device() != device);
}

TEST_CASE("a clean close leaves a single file without the open mark, signed to its end") {
    Desk desk;
    DeviceHead head;
    {
        const Opening made = desk.machine.create(desk.file);
        register_people(*made, 3);
        head = made->heads().front();
        REQUIRE(head.signed_sequence == 4);
        REQUIRE(fs::file_size(wal_of(desk.file)) > 0);
    }
    REQUIRE_FALSE(fs::exists(wal_of(desk.file)));
    REQUIRE_FALSE(fs::exists(desk.file.string() + "-shm"));
    const Opening opened = desk.machine.read(desk.file);
    REQUIRE(opened->heads().front().signed_sequence == head.head.sequence);
    const auto signatures = opened->signatures(head.device, 0);
    REQUIRE(signatures.size() == 1);
    REQUIRE(signatures.front().sequence == 4);
    REQUIRE(opened->signatures(head.device, 4).empty());
    REQUIRE(opened->check_database().empty());
}

TEST_CASE("what was committed is signed on the disk, however the program ends") {
    Desk desk;
    FilesOnDisk files;
    {
        const Opening made = desk.machine.create(desk.file);
        register_people(*made, 3);
        std::vector<Body> many(2 * signature_interval, registration(1));
        made->append(many);
        files = FilesOnDisk::of(desk.file);
    }
    // Another machine that gets the dead one's disk delivers all of it.
    files.put(desk.file);
    Machine other(desk.folder / "other state", 2);
    const Opening opened = other.open(desk.file);
    const DeviceHead dead = opened->heads().front();
    REQUIRE(dead.device != opened->device());
    REQUIRE(dead.head.sequence == 4 + 2 * signature_interval);
    REQUIRE(dead.signed_sequence == dead.head.sequence);
    std::uint64_t before = 0;
    for (const HeadSignature& signature : opened->signatures(dead.device, 0)) {
        REQUIRE(signature.sequence - before <= signature_interval);
        before = signature.sequence;
    }
}

TEST_CASE("reading writes nothing, neither the file nor beside it") {
    Desk desk;
    { register_people(*desk.machine.create(desk.file), 3); }
    const Bytes before = read_file(desk.file);
    {
        const Opening opened = desk.machine.read(desk.file);
        REQUIRE(opened.operations.size() == 4);
        REQUIRE(opened->device().is_nil());
        REQUIRE_FALSE(fs::exists(wal_of(desk.file)));
    }
    REQUIRE(read_file(desk.file) == before);
    REQUIRE_FALSE(fs::exists(wal_of(desk.file)));
}

TEST_CASE("cursors and drafts are kept beside the operations") {
    Desk desk;
    {
        const Opening made = desk.machine.create(desk.file);
        REQUIRE(made->cursors().get("central") == 0);
        made->cursors().set("central", 7);
        made->cursors().set("central", 8);
        REQUIRE_FALSE(made->drafts().find("group 1"));
        made->drafts().save("group 1", "half a sent");
        made->drafts().save("group 1", "half a sentence 😀");
        made->drafts().save("group 2", "");
        made->drafts().save("group 3", "gone");
        made->drafts().remove("group 3");
    }
    const Opening opened = desk.machine.open(desk.file);
    REQUIRE(opened->cursors().get("central") == 8);
    REQUIRE(opened->drafts().find("group 1") == "half a sentence 😀");
    REQUIRE(opened->drafts().find("group 2") == "");
    REQUIRE_FALSE(opened->drafts().find("group 3"));
}
