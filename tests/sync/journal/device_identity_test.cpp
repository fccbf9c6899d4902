#include "sync/journal/device_identity.h"

#include <catch2/catch.hpp>

#include "tests/support/machine/working_folder.h"
#include "tests/support/record/record_builder.h"

using namespace stormote;
using namespace stormote::testing;

namespace fs = std::filesystem;

namespace {

struct Desk {
    TemporaryFolder folder;
    fs::path state = folder / "state";
    fs::path file = folder / "samråd.event";
    EventId event = parse_id<EventId>("0183cd0e-1c00-7abc-8def-0123456789ab").value();
    SeededRandom random{1};

    [[nodiscard]] DeviceIdentity make() { return DeviceIdentity::make(state, event, file, random); }
    [[nodiscard]] std::optional<DeviceIdentity> load() const {
        return DeviceIdentity::load(state, event, file);
    }
    [[nodiscard]] fs::path part(const char *name) const {
        for (const auto& entry : fs::recursive_directory_iterator(state)) {
            if (entry.path().filename() == name) return entry.path();
        }
        return {};
    }
};

}  // namespace

TEST_CASE("an identity is found again with the head that was noted last") {
    Desk desk;
    REQUIRE_FALSE(desk.load());
    DeviceId device;
    {
        DeviceIdentity identity = desk.make();
        device = identity.device();
        REQUIRE(identity.head() == ChainHead{});
        REQUIRE(device == device_of(identity.public_key()));
        for (std::uint64_t i = 1; i <= 5; ++i) {
            identity.note_head({i, Hash{static_cast<std::uint8_t>(i)}});
        }
        identity.make_durable();
    }
    const auto loaded = desk.load();
    REQUIRE(loaded);
    REQUIRE(loaded->device() == device);
    REQUIRE(loaded->head() == ChainHead{5, Hash{5}});
}

TEST_CASE("what a loaded identity signs, others verify with its key") {
    Desk desk;
    static_cast<void>(desk.make());
    const auto loaded = desk.load();
    const Signature signature = loaded->sign(view_bytes("message"));
    REQUIRE(verify_signature(loaded->public_key(), view_bytes("message"), signature));
}

TEST_CASE("another file, another event or another machine has no identity") {
    Desk desk;
    static_cast<void>(desk.make());
    REQUIRE_FALSE(DeviceIdentity::load(desk.state, desk.event, desk.folder / "copy.event"));
    REQUIRE_FALSE(DeviceIdentity::load(desk.state, EventId{}, desk.file));
    REQUIRE_FALSE(DeviceIdentity::load(desk.folder / "other", desk.event, desk.file));
    REQUIRE(DeviceIdentity::load(desk.state, desk.event, desk.folder / "x/../samråd.event"));
}

TEST_CASE("a file has one identity, however it is named and before it exists") {
    const WorkingFolder here;
    const EventId event = Desk().event;
    SeededRandom random(1);
    fs::create_directory("real");
    fs::create_directory_symlink("real", "link");
    for (const std::vector<fs::path>& names :
         {std::vector<fs::path>{"mote", "./mote", "real/../mote", here.path() / "mote"},
          {"link/mote", "real/mote", here.path() / "link/mote", here.path() / "real/mote"}}) {
        const DeviceId device =
            DeviceIdentity::make("state", event, names.front(), random).device();
        const auto check = [&] {
            for (const fs::path& name : names) {
                INFO(name);
                const auto found = DeviceIdentity::load("state", event, name);
                CHECK((found && found->device() == device));
            }
        };
        check();
        write_file(names.back(), std::string_view("the file"));
        check();
    }
}

TEST_CASE("a note that a power cut tore leaves the one before it") {
    Desk desk;
    {
        DeviceIdentity identity = desk.make();
        identity.note_head({1, Hash{1}});
        identity.note_head({2, Hash{2}});
    }
    const Bytes whole = read_file(desk.part("head"));
    for (std::size_t place = 0; place < 80; ++place) {
        Bytes torn = whole;
        torn[place] ^= 1;
        write_file(desk.part("head"), ByteView(torn));
        REQUIRE(desk.load()->head() == ChainHead{1, Hash{1}});
    }
}

TEST_CASE("a new identity does not take the note of the one before it for its own") {
    Desk desk;
    {
        DeviceIdentity identity = desk.make();
        identity.note_head({7, Hash{7}});
    }
    const DeviceIdentity fresh = desk.make();
    REQUIRE(fresh.head() == ChainHead{});
    REQUIRE(desk.load()->device() == fresh.device());
}

TEST_CASE("a damaged key file is no identity") {
    Desk desk;
    static_cast<void>(desk.make());
    const fs::path key = desk.part("key");
    const Bytes whole = read_file(key);
    for (const std::size_t size : {std::size_t{0}, whole.size() - 1}) {
        write_file(key, ByteView(whole).first(size));
        REQUIRE_FALSE(desk.load());
    }
}

TEST_CASE("the private key is readable by its owner only") {
    Desk desk;
    static_cast<void>(desk.make());
    REQUIRE(fs::status(desk.part("key")).permissions() ==
            (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("a state directory that cannot be written is a failure of the machine that names it") {
    Desk desk;
    write_file(desk.state, std::string_view("a file where the folder should be"));
    REQUIRE_THROWS_AS(desk.make(), MachineFailure);
    Machine machine(desk.state);
    const Opening made = machine.create(desk.file);
    REQUIRE_FALSE(made.ok());
    REQUIRE(made.journal.error().kind == ErrorKind::machine);
    REQUIRE(made.error().find(desk.state.string()) != std::string::npos);
    REQUIRE_FALSE(fs::exists(desk.file));
    REQUIRE_FALSE(fs::exists(wal_of(desk.file)));
}
