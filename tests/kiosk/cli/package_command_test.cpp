// close, and verify of what it wrote, as somebody calls them.
#include <catch2/catch.hpp>

#include "tests/support/machine/mounted_disk.h"
#include "tests/support/machine/organiser_program.h"
#include "tests/support/machine/skip.h"

namespace stormote {

using Catch::Contains;
using testing::OrganiserProgram;

TEST_CASE("an event is closed, and its package verified where the event is not") {
    const OrganiserProgram program;
    program.make_event();
    CHECK(program.run({"settings", "mote", "--keep-decision", ""}).status == 0);
    const Finished closed = program.run({"close", "mote", "-o", "mote.zip"});
    CHECK(closed.status == 0);
    CHECK(closed.output.empty());
    CHECK_THAT(closed.errors, Contains("signed by the device") &&
                                  Contains("No decision says yet what of the event is destroyed"));
    const std::string package = program.read("mote.zip");
    CHECK(package.starts_with("PK"));

    const OrganiserProgram archive;
    archive.write("mote.zip", package);
    const Finished verified = archive.run({"verify", "mote.zip"});
    CHECK(verified.status == 0);
    const std::string device = verified.output.substr(0, verified.output.find('\t'));
    CHECK_THAT(verified.errors,
               Contains("all as it was signed.") && Contains("Signed by the device " + device));
    // One line a device, as of the event itself; the event's device has recorded the package since.
    CHECK(std::count(verified.output.begin(), verified.output.end(), '\n') == 1);
    CHECK(program.run({"verify", "mote"}).output.substr(0, device.size()) == device);
    CHECK_FALSE(archive.exists("mote"));
}

TEST_CASE("an event closed twice is the same package, and its record the same") {
    const OrganiserProgram program;
    program.make_event();
    CHECK(program.run({"close", "mote", "-o", "1.zip"}).status == 0);
    const std::string record = program.record();
    const Finished again = program.run({"close", "mote", "-o", "2.zip"});
    CHECK(again.status == 0);
    CHECK_THAT(again.errors, Contains("It is the package that the record tells of already."));
    CHECK(program.read("1.zip") == program.read("2.zip"));
    CHECK(program.record() == record);
    CHECK(program.run({"note", "mote", "--group", "1", "--question", "1", "--kind", "point", "Ja"})
              .status == 0);
    CHECK(program.run({"close", "mote", "-o", "2.zip"}).status == 0);
    CHECK(program.read("1.zip") != program.read("2.zip"));
}

TEST_CASE("a package that is not as it was signed ends verify with 1 and its name") {
    const OrganiserProgram swedish("sv");
    swedish.make_event();
    CHECK(swedish.run({"close", "mote", "-o", "mote.zip"}).status == 0);
    std::string package = swedish.read("mote.zip");
    package[package.size() / 2] ^= 1;
    swedish.write("mote.zip", package);
    const Finished changed = swedish.run({"verify", "mote.zip"});
    CHECK(changed.status == 1);
    CHECK(changed.output.empty());
    CHECK_THAT(changed.errors, Contains("mote.zip är inte giltigt:") && Contains("i paketet"));
    swedish.write("mote.zip", "PK\x03\x04 and nothing more");
    CHECK(swedish.run({"verify", "mote.zip"}).status == 1);
    CHECK(swedish.run({"verify", "mote.zip", "--accept-missing"}).status == 2);
}

TEST_CASE("a package that cannot be written leaves nothing behind") {
    const OrganiserProgram program;
    program.make_event();
    const std::string record = program.record();
    CHECK(program.run({"close", "mote"}).status == 2);
    CHECK(program.run({"close", "mote", "-o", "-"}).status == 2);
    CHECK(program.run({"close", "mote", "-o", "gone/mote.zip"}).status == 1);
    const auto stick = MountedDisk::of_size(program.folder() / "stick", 64 * 1024);
    if (!stick.is_mounted()) return testing::note_skipped("nobody may mount a small disk here");
    const Finished full = program.run({"close", "mote", "-o", "stick/mote.zip"});
    CHECK(full.status == 3);
    CHECK_THAT(full.errors, Contains("stick/mote.zip cannot be written. Check that the disk has "
                                     "space"));
    CHECK(std::filesystem::is_empty(program.folder() / "stick"));
    CHECK(program.record() == record);
}

}  // namespace stormote
