// What a journal does when a part of its file is missing or old: it never goes on silently.
#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/support/record/record_builder.h"

using namespace stormote;
using namespace stormote::testing;

namespace fs = std::filesystem;

namespace {

constexpr std::size_t wal_header_size = 32;
constexpr std::size_t frame_size = 24 + 4096;

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

// An event file as it lies on the disk while a program writes to it: nothing of the commits has
// reached the main file yet.
struct Crash {
    Crash() {
        const Opening made = machine.create(file);
        device = made->device();
        confirmed = made.operations;
        for (const Operation& operation : register_people(*made, 12)) {
            confirmed.push_back(operation);
        }
        const std::vector<Body> several(80, registration(1));
        for (const Operation& operation : made->append(several)) confirmed.push_back(operation);
        for (const Operation& operation : register_people(*made, 3)) {
            confirmed.push_back(operation);
        }
        files = FilesOnDisk::of(file);
        head = read_file(head_file());
        const std::string salts = to_string(ByteView(files.wal).subspan(16, 8));
        while (to_string(ByteView(files.wal).subspan(frame_at(frames) + 8, 8)) == salts) {
            const ByteView size = ByteView(files.wal).subspan(frame_at(frames) + 4, 4);
            if (read_big_endian(size) != 0) commits.push_back(frames);
            ++frames;
        }
        // Of the space set aside, a little is enough here.
        files.wal.resize(frame_at(frames + 3));
    }

    [[nodiscard]] static std::size_t frame_at(std::size_t frame) {
        return wal_header_size + frame * frame_size;
    }
    [[nodiscard]] fs::path head_file() const {
        for (const auto& entry : fs::recursive_directory_iterator(folder / "state")) {
            if (entry.path().filename() == "head") return entry.path();
        }
        return {};
    }
    // The file where it was, on the machine that wrote it, as the power cut left it.
    void restart() const {
        files.put(file);
        write_file(head_file(), ByteView(head));
    }
    // Its operations as a copy at another place gives them, or none when it is refused.
    [[nodiscard]] Opening read_copy(const FilesOnDisk& copied) {
        copied.put(folder / "copy.event");
        return machine.read(folder / "copy.event");
    }
    [[nodiscard]] bool is_prefix(const std::vector<Operation>& operations) const {
        return operations.size() <= confirmed.size() &&
               std::equal(operations.begin(), operations.end(), confirmed.begin());
    }

    TemporaryFolder folder;
    fs::path file = folder / "samråd.event";
    Machine machine{folder / "state"};
    DeviceId device;
    std::vector<Operation> confirmed;
    FilesOnDisk files;
    Bytes head;
    std::size_t frames = 0;
    std::vector<std::size_t> commits;  // the last frame of each
};

}  // namespace

TEST_CASE("after a power cut everything confirmed is there, and the device goes on") {
    Crash crash;
    crash.restart();
    const Opening opened = crash.machine.open(crash.file);
    REQUIRE(opened.error().empty());
    REQUIRE(opened.operations == crash.confirmed);
    REQUIRE(opened->device() == crash.device);
    REQUIRE(append(*opened, registration(1)).header.sequence == crash.confirmed.size() + 1);
}

TEST_CASE("a power cut that took the note of the newest head changes nothing") {
    Crash crash;
    SECTION("all of it") {
        crash.head.clear();
    }
    SECTION("one of its two places") {
        std::fill_n(crash.head.begin(), 512, std::uint8_t{0});
    }
    crash.restart();
    const Opening opened = crash.machine.open(crash.file);
    REQUIRE(opened.error().empty());
    REQUIRE(opened->device() == crash.device);
    REQUIRE(opened.operations == crash.confirmed);
}

TEST_CASE("a file that was copied without its WAL is refused in words that say what to do") {
    Crash crash;
    crash.files.wal.clear();
    for (const JournalAccess access : {JournalAccess::read, JournalAccess::write}) {
        crash.files.put(crash.folder / "copy.event");
        const Opening copy = crash.machine.open(crash.folder / "copy.event", access);
        REQUIRE(contains(copy.error(), "copied while it was open"));
        REQUIRE(contains(copy.error(), "copy.event-wal"));
        REQUIRE(contains(copy.error(), "stormote verify"));
        REQUIRE(copy.journal.error().kind == ErrorKind::input);
    }
}

TEST_CASE("a copy without its WAL goes on as a new device when people accept what is missing") {
    Crash crash;
    crash.files.wal.clear();
    SECTION("at another place") {
        crash.files.put(crash.folder / "copy.event");
        const Opening copy = crash.machine.open(crash.folder / "copy.event", JournalAccess::write,
                                                MissingOperations::accept);
        REQUIRE(copy.error().empty());
        REQUIRE(copy->device() != crash.device);
        REQUIRE(append(*copy, registration(1)).header.sequence == 2);
    }
    SECTION("at the same place") {
        crash.restart();
        const Opening copy =
            crash.machine.open(crash.file, JournalAccess::write, MissingOperations::accept);
        REQUIRE(copy.error().empty());
        REQUIRE(copy->device() != crash.device);
        REQUIRE(copy.operations.back().header.device == copy->device());
    }
}

TEST_CASE("a WAL cut off anywhere gives a prefix of what was confirmed, and nothing else") {
    Crash crash;
    std::vector<std::size_t> sizes;
    for (std::size_t frame = 0; frame <= crash.frames; ++frame) {
        sizes.push_back(Crash::frame_at(frame));
    }
    SeededRandom random(4);
    for (int i = 0; i < 60; ++i) {
        sizes.push_back(random.below(Crash::frame_at(crash.frames) + 1));
    }
    std::size_t longest = 0;
    for (const std::size_t size : sizes) {
        FilesOnDisk cut = crash.files;
        cut.wal.resize(size);
        const Opening copy = crash.read_copy(cut);
        CAPTURE(size, copy.error());
        if (size < wal_header_size) {
            REQUIRE(contains(copy.error(), "copied while it was open"));
            continue;
        }
        REQUIRE(copy.ok());
        REQUIRE(crash.is_prefix(copy.operations));
        longest = std::max(longest, copy.operations.size());
    }
    REQUIRE(longest == crash.confirmed.size());
}

TEST_CASE("the machine that wrote it knows that a cut WAL lacks operations, and names them") {
    Crash crash;
    crash.files.wal.resize(Crash::frame_at(crash.frames - 1));
    crash.restart();
    const Opening opened = crash.machine.open(crash.file);
    REQUIRE(contains(opened.error(), "older than what this machine has written"));
    const std::string last = std::to_string(crash.confirmed.size());
    REQUIRE(contains(opened.error(), "operations " + last + " to " + last));
}

TEST_CASE("a byte that the disk flipped in the middle of the WAL is refused, whichever it is") {
    Crash crash;
    SeededRandom random(5);
    // Each part of a frame: page number, size after commit, salts, checksums, and the page.
    const std::vector<std::size_t> parts{0, 3, 4, 7, 8, 12, 15, 16, 19, 20, 23, 24, 2'000, 4'119};
    // Two whole commits behind it prove that it was confirmed.
    for (std::size_t frame = 0; frame <= crash.commits[crash.commits.size() - 3]; ++frame) {
        for (const std::size_t part : parts) {
            FilesOnDisk flipped = crash.files;
            std::uint8_t& byte = flipped.wal[Crash::frame_at(frame) + part];
            byte = static_cast<std::uint8_t>(byte ^ (1 + random.below(255)));
            flipped.put(crash.folder / "copy.event");
            const Opening copy = crash.machine.open(crash.folder / "copy.event");
            CAPTURE(frame, part, copy.operations.size());
            REQUIRE(contains(copy.error(), "-wal is damaged"));
            REQUIRE(copy.journal.error().kind == ErrorKind::machine);
        }
    }
    FilesOnDisk flipped = crash.files;
    flipped.wal[10] ^= 1;
    REQUIRE(contains(crash.read_copy(flipped).error(), "-wal is damaged"));
}

TEST_CASE("from a damaged WAL people may go on with what is readable, as a new device") {
    Crash crash;
    crash.files.wal[Crash::frame_at(5) + 100] ^= 1;
    crash.restart();
    REQUIRE(contains(crash.machine.open(crash.file).error(), "-wal is damaged"));
    const Opening opened =
        crash.machine.open(crash.file, JournalAccess::write, MissingOperations::accept);
    REQUIRE(opened.error().empty());
    REQUIRE(opened->device() != crash.device);
    REQUIRE(opened.operations.size() > 1);
    const std::vector<Operation> old(opened.operations.begin(), opened.operations.end() - 1);
    REQUIRE(crash.is_prefix(old));
}

TEST_CASE("a last commit that the power cut tore is left out without a word") {
    Crash crash;
    // The commit of 80 operations is several frames, which reach the disk in any order.
    const std::size_t last_commit = crash.commits[crash.commits.size() - 4];
    const std::size_t first = crash.commits[crash.commits.size() - 5] + 1;
    REQUIRE(last_commit - first >= 3);
    FilesOnDisk torn = crash.files;
    std::fill(torn.wal.begin() + static_cast<std::ptrdiff_t>(Crash::frame_at(last_commit + 1)),
              torn.wal.end(), std::uint8_t{0});
    SECTION("its page is half written") {
        std::fill_n(torn.wal.begin() + static_cast<std::ptrdiff_t>(Crash::frame_at(first) + 1'000),
                    2'000, std::uint8_t{0});
    }
    SECTION("it is not written at all") {
        std::fill_n(torn.wal.begin() + static_cast<std::ptrdiff_t>(Crash::frame_at(first)),
                    frame_size, std::uint8_t{0});
    }
    SECTION("its end is not written") {
        std::fill_n(torn.wal.begin() + static_cast<std::ptrdiff_t>(Crash::frame_at(last_commit)),
                    frame_size, std::uint8_t{0});
    }
    const Opening copy = crash.read_copy(torn);
    REQUIRE(copy.error().empty());
    REQUIRE(copy.operations.size() == 13);
    REQUIRE(crash.is_prefix(copy.operations));
}

TEST_CASE("a restored older backup is refused, and the missing operations are named") {
    Crash crash;
    { REQUIRE(crash.machine.create(crash.folder / "other.event").ok()); }
    const FilesOnDisk newest = crash.files;
    crash.restart();
    Bytes backup;
    {
        { REQUIRE(crash.machine.open(crash.file).ok()); }
        backup = read_file(crash.file);
        const Opening opened = crash.machine.open(crash.file);
        register_people(*opened, 5);
    }
    write_file(crash.file, ByteView(backup));
    const Opening old = crash.machine.open(crash.file);
    const std::size_t count = crash.confirmed.size();
    REQUIRE(contains(old.error(), "operations " + std::to_string(count + 1) + " to " +
                                      std::to_string(count + 5) + " are missing"));
    REQUIRE(read_file(crash.file) == backup);
    REQUIRE_FALSE(fs::exists(wal_of(crash.file)));
    REQUIRE(crash.machine.read(crash.file).operations == crash.confirmed);
    const Opening accepted =
        crash.machine.open(crash.file, JournalAccess::write, MissingOperations::accept);
    REQUIRE(accepted->device() != crash.device);
}

TEST_CASE("copies of a file go on under new names, and merge without a conflict") {
    Crash crash;
    crash.restart();
    { REQUIRE(crash.machine.open(crash.file).ok()); }
    Machine other(crash.folder / "other state", 2);
    fs::copy_file(crash.file, crash.folder / "copy.event");
    fs::copy_file(crash.file, crash.folder / "cloned.event");
    const Opening original = crash.machine.open(crash.file);
    const Opening copy = crash.machine.open(crash.folder / "copy.event");
    const Opening cloned = other.open(crash.folder / "cloned.event");
    REQUIRE(original->device() == crash.device);
    REQUIRE(copy->device() != crash.device);
    REQUIRE(cloned->device() != crash.device);
    REQUIRE(copy->device() != cloned->device());
    const std::vector<Journal *> journals{&*original, &*copy, &*cloned};
    for (Journal *journal : journals) register_people(*journal, 4);
    for (Journal *to : journals) {
        for (Journal *from : journals) {
            const auto intake = accept(*to, pack(*from));
            REQUIRE(intake.ok());
            REQUIRE(intake->quarantined == 0);
        }
    }
    for (Journal *journal : journals) {
        std::uint64_t count = 0;
        for (const DeviceHead& head : journal->heads()) count += head.head.sequence;
        // Two introductions and three times four people more than before.
        REQUIRE(count == crash.confirmed.size() + 2 + 12);
    }
}

TEST_CASE("a file whose disk was cloned to another machine starts a new device there") {
    Crash crash;
    crash.restart();
    // The clone has the same paths and the same state directory, but not the same machine: the
    // fingerprint in the key file is of the other one.
    const fs::path key = crash.head_file().parent_path() / "key";
    Bytes content = read_file(key);
    content.front() ^= 1;
    write_file(key, ByteView(content));
    const Opening cloned = crash.machine.open(crash.file);
    REQUIRE(cloned.error().empty());
    REQUIRE(cloned->device() != crash.device);
    REQUIRE(cloned.operations.size() == crash.confirmed.size() + 1);
}
