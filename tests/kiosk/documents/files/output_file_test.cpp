#include "kiosk/documents/files/output_file.h"

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "tests/support/machine/temporary_folder.h"

namespace stormote {

using testing::read_file;
using testing::TemporaryFolder;

namespace {

std::size_t files_in(const std::filesystem::path& folder) {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        static_cast<void>(entry);
        ++count;
    }
    return count;
}

}  // namespace

TEST_CASE("a file appears whole, and only when it is published") {
    const TemporaryFolder folder;
    const auto path = folder / "list.csv";
    {
        auto output = OutputFile::prepare(path, "one");
        REQUIRE(output.ok());
        CHECK_FALSE(std::filesystem::exists(path));
        REQUIRE(output->publish().ok());
        CHECK(to_string(read_file(path)) == "one");
    }
    CHECK(files_in(folder.path()) == 1);
    REQUIRE(write_whole_file(path, "two").ok());
    CHECK(to_string(read_file(path)) == "two");
}

TEST_CASE("a draft that is not published leaves nothing behind") {
    const TemporaryFolder folder;
    const auto path = folder / "list.csv";
    REQUIRE(write_whole_file(path, "old").ok());
    { REQUIRE(OutputFile::prepare(path, "new").ok()); }
    CHECK(to_string(read_file(path)) == "old");
    CHECK(files_in(folder.path()) == 1);
}

TEST_CASE("a file that is made in pieces is there whole, or not at all where it fails midway") {
    const TemporaryFolder folder;
    const auto path = folder / "evening.bundle";
    const auto in_pieces = [](const Result<>& end) {
        return [end](const PieceWriter& write) -> Result<> {
            for (const char *piece : {"one ", "two"}) {
                if (auto written = write(piece); !written) return written;
            }
            return end;
        };
    };
    CHECK_FALSE(write_whole_file(path, in_pieces(input_error({"no"}))).ok());
    CHECK(files_in(folder.path()) == 0);
    REQUIRE(write_whole_file(path, in_pieces(Done{})).ok());
    CHECK(to_string(read_file(path)) == "one two");
    CHECK(write_whole_file("/dev/full", in_pieces(Done{})).error().kind == ErrorKind::machine);
}

TEST_CASE("a file is readable by its owner only, whatever lay there before") {
    const TemporaryFolder folder;
    const mode_t before = umask(022);
    testing::write_file(folder / "old.csv", std::string_view("old"));
    const bool is_written = write_whole_file(folder / "old.csv", "names").ok() &&
                            write_whole_file(folder / "new.csv", "names").ok();
    umask(before);
    REQUIRE(is_written);
    for (const char *name : {"old.csv", "new.csv"}) {
        CHECK(std::filesystem::status(folder / name).permissions() ==
              (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    }
}

TEST_CASE("a full disk is the machine's fault and leaves nothing") {
    CHECK(write_whole_file("/dev/full", "x").error().kind == ErrorKind::machine);
}

TEST_CASE("a missing folder and a folder in the file's place are the caller's fault") {
    const TemporaryFolder folder;
    CHECK(write_whole_file(folder / "no" / "list.csv", "x").error().kind == ErrorKind::input);
    CHECK(write_whole_file(folder.path(), "x").error().kind == ErrorKind::input);
}

TEST_CASE("a link stays a link to the file that is replaced") {
    const TemporaryFolder folder;
    REQUIRE(write_whole_file(folder / "list.csv", "old").ok());
    std::filesystem::create_symlink("list.csv", folder / "link.csv");
    REQUIRE(write_whole_file(folder / "link.csv", "new").ok());
    CHECK(std::filesystem::is_symlink(folder / "link.csv"));
    CHECK(to_string(read_file(folder / "list.csv")) == "new");
}

}  // namespace stormote
