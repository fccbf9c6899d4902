// Who may open an event file at the same time, and what happens where the disk does not let us.
#include <csignal>

#include <catch2/catch.hpp>
#include <sys/mount.h>
#include <sys/resource.h>

#include "sync/journal/device_identity.h"
#include "tests/support/machine/child_process.h"
#include "tests/support/machine/skip.h"
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

// A small disk in memory; not there unless the test runs as root and may mount.
class SmallDisk {
  public:
    SmallDisk(const fs::path& place, const char *options) : place_(place) {
        fs::create_directories(place);
        is_mounted_ = mount("none", place.c_str(), "tmpfs", 0, options) == 0;
    }
    ~SmallDisk() {
        if (is_mounted_) umount2(place_.c_str(), MNT_DETACH);
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;

    [[nodiscard]] bool is_mounted() const { return is_mounted_; }
    [[nodiscard]] bool make_read_only() const {
        return mount("none", place_.c_str(), nullptr, MS_REMOUNT | MS_RDONLY, nullptr) == 0;
    }

  private:
    fs::path place_;
    bool is_mounted_ = false;
};

// Appends until the disk is full; gives the number of confirmed operations and the error's words.
std::string append_until_full(Journal& journal) {
    const Body large{{}, ActingRole::organiser, SettingsDescribed{{{1, std::string(50'000, 'x')}}}};
    std::uint64_t confirmed = 0;
    // Much more than a small disk holds.
    constexpr std::uint64_t most = 2'000;
    while (confirmed < most) {
        try {
            confirmed = append(journal, large).header.sequence;
        } catch (const MachineFailure& failure) {
            const bool is_known = journal.heads().front().head.sequence == confirmed;
            return std::to_string(confirmed) + (is_known ? " " : " (miscounted) ") + failure.what();
        }
    }
    return "never full";
}

}  // namespace

TEST_CASE("a second writer is refused and told the name of the program that writes") {
    Desk desk;
    const Opening made = desk.machine.create(desk.file);
    REQUIRE(made.ok());
    const std::string answer = run_in_child([&desk] {
        const Opening second = desk.machine.open(desk.file);
        return (second.ok() ? "opened " : "refused ") + second.error();
    });
    REQUIRE(contains(answer, "refused"));
    REQUIRE(contains(answer, "is open in sync_test (process " + std::to_string(getpid()) + ")"));
    append(*made, registration(1));
}

TEST_CASE("a writer may open the file once the first has closed it, or died") {
    Desk desk;
    { REQUIRE(desk.machine.create(desk.file).ok()); }
    const std::string answer = run_in_child([&desk] {
        const Opening second = desk.machine.open(desk.file);
        if (!second.ok()) return second.error();
        append(*second, registration(1));
        // Without closing: as if the program had crashed.
        _exit(0);
    });
    REQUIRE(answer.empty());
    const Opening opened = desk.machine.open(desk.file);
    REQUIRE(opened.error().empty());
    REQUIRE(opened.operations.size() == 2);
}

TEST_CASE("readers of other programs join while a writer is at work") {
    Desk desk;
    const Opening made = desk.machine.create(desk.file);
    for (int count = 1; count < 5; ++count) {
        append(*made, registration(1));
        const std::string answer = run_in_child([&desk] {
            const Opening reader = desk.machine.read(desk.file);
            return reader.ok() ? std::to_string(reader.operations.size()) : reader.error();
        });
        REQUIRE(answer == std::to_string(count + 1));
    }
    append(*made, registration(2));
    REQUIRE(made->heads().front().head.sequence == 6);
}

TEST_CASE("a reader that stays does not keep the writer from writing and closing") {
    Desk desk;
    {
        const Opening made = desk.machine.create(desk.file);
        register_people(*made, 3);
    }
    std::array<int, 2> is_reading{};
    std::array<int, 2> may_end{};
    REQUIRE(pipe(is_reading.data()) == 0);
    REQUIRE(pipe(may_end.data()) == 0);
    const pid_t child = fork();
    if (child == 0) {
        const Opening reader = desk.machine.read(desk.file);
        char byte = reader.ok() ? 'y' : 'n';
        const bool is_told = write(is_reading[1], &byte, 1) == 1 && read(may_end[0], &byte, 1) == 1;
        _exit(is_told ? 0 : 1);
    }
    char answer = 0;
    REQUIRE(read(is_reading[0], &answer, 1) == 1);
    REQUIRE(answer == 'y');
    {
        const Opening opened = desk.machine.open(desk.file);
        register_people(*opened, 3);
    }
    REQUIRE(write(may_end[1], &answer, 1) == 1);
    int status = 0;
    waitpid(child, &status, 0);
    REQUIRE(status == 0);
    REQUIRE(desk.machine.open(desk.file).operations.size() == 7);
}

TEST_CASE("on a full disk the words say so, and everything confirmed before is still there") {
    Desk desk;
    const SmallDisk disk(desk.folder / "disk", "size=10m");
    if (!disk.is_mounted()) return note_skipped("mounting a small disk takes root");
    const fs::path file = desk.folder / "disk/samråd.event";
    std::string answer;
    {
        const Opening made = desk.machine.create(file);
        REQUIRE(made.error().empty());
        answer = append_until_full(*made);
    }
    CAPTURE(answer);
    REQUIRE(contains(answer, " The disk is full: "));
    const Opening reader = desk.machine.read(file);
    REQUIRE(reader.error().empty());
    REQUIRE(reader.operations.size() == std::stoul(answer));
}

TEST_CASE("after space was freed a journal that met a full disk goes on") {
    Desk desk;
    const SmallDisk disk(desk.folder / "disk", "size=12m");
    if (!disk.is_mounted()) return note_skipped("mounting a small disk takes root");
    const fs::path file = desk.folder / "disk/samråd.event";
    const Opening made = desk.machine.create(file);
    write_file(desk.folder / "disk/ballast", std::string(2U << 20, 'x'));
    const auto confirmed = std::stoul(append_until_full(*made));
    fs::remove(desk.folder / "disk/ballast");
    const Operation next = append(*made, registration(1));
    REQUIRE(next.header.sequence == confirmed + 1);
    REQUIRE(run_in_child([&] {
                return std::to_string(desk.machine.read(file).operations.size());
            }) == std::to_string(confirmed + 1));
}

TEST_CASE("a file that may not grow any further is a full disk to people") {
    Desk desk;
    { REQUIRE(desk.machine.create(desk.file).ok()); }
    const std::string answer = run_in_child([&desk] {
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{9U << 20, 9U << 20};
        setrlimit(RLIMIT_FSIZE, &limit);
        const Opening opened = desk.machine.open(desk.file);
        return opened.ok() ? append_until_full(*opened) : opened.error();
    });
    CAPTURE(answer);
    REQUIRE(contains(answer, " The disk is full: "));
    const Opening opened = desk.machine.open(desk.file);
    REQUIRE(opened.error().empty());
    REQUIRE(opened.operations.size() == std::stoul(answer));
}

TEST_CASE("a new device that the full disk did not take is introduced at the next opening") {
    Desk desk;
    EventId event;
    { event = desk.machine.create(desk.file)->event(); }
    fs::copy_file(desk.file, desk.folder / "copy.event");
    // The identity is written, and then the power goes before its introduction is.
    const DeviceIdentity identity = DeviceIdentity::make(
        desk.folder / "state", event, desk.folder / "copy.event", desk.machine.random);
    const Opening opened = desk.machine.open(desk.folder / "copy.event");
    REQUIRE(opened->device() == identity.device());
    REQUIRE(opened.operations.back().header.device == identity.device());
    REQUIRE(opened.operations.back().header.sequence == 1);
    REQUIRE(opened.operations.back().header.kind == OperationKind::device_introduced);
}

TEST_CASE("in a folder that may not be written, reading works and writing says why not") {
    Desk desk;
    const SmallDisk disk(desk.folder / "disk", "size=20m");
    if (!disk.is_mounted())
        return note_skipped("mounting a disk that may not be written takes root");
    const fs::path file = desk.folder / "disk/samråd.event";
    { register_people(*desk.machine.create(file), 3); }
    REQUIRE(disk.make_read_only());
    REQUIRE(desk.machine.read(file).operations.size() == 4);
    const Opening writer = desk.machine.open(file);
    REQUIRE(contains(writer.error(), "cannot be opened for writing"));
    REQUIRE(writer.journal.error().kind == ErrorKind::machine);
    REQUIRE(contains(desk.machine.create(desk.folder / "disk/new.event").error(),
                     "cannot be written to"));
}
