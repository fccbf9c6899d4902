// ZIP archives that are written: read back, and the same bytes each time.
#include "kiosk/documents/files/zip_writer.h"

#include <cstdlib>

#include <catch2/catch.hpp>

#include "kiosk/lists/spreadsheet/zip_archive.h"

namespace stormote {

namespace {

constexpr std::size_t most_bytes = 1'000'000;

std::string small_archive() {
    ZipWriter archive;
    archive.add("first.xml", "<first/>");
    archive.add("folder/åäö.txt", std::string(20'000, 'x'));
    archive.add("empty", "");
    return archive.finish();
}

}  // namespace

TEST_CASE("what an archive was given is read back from it, whatever it is called") {
    const std::string bytes = small_archive();
    CHECK(bytes.size() < 1'000);
    auto archive = ZipArchive::open(bytes, most_bytes);
    REQUIRE(archive);
    CHECK(*archive->read("first.xml") == "<first/>");
    CHECK(*archive->read("folder/åäö.txt") == std::string(20'000, 'x'));
    CHECK(archive->read("empty")->empty());
    CHECK_FALSE(archive->contains("second.xml"));
}

TEST_CASE("the files of an archive stand in the order in which they were added") {
    const std::string bytes = small_archive();
    CHECK(bytes.starts_with("PK"));
    CHECK(bytes.find("first.xml") < bytes.find("folder/"));
    CHECK(bytes.find("folder/") < bytes.find("empty"));
}

TEST_CASE("an archive's comment is the last of its bytes, and is read back") {
    ZipWriter archive;
    archive.add("first.xml", "<first/>");
    archive.set_comment("What this is");
    const std::string bytes = archive.finish();
    CHECK(bytes.ends_with("What this is"));
    CHECK(ZipArchive::open(bytes, most_bytes)->comment() == "What this is");
    const std::string without = small_archive();
    CHECK(ZipArchive::open(without, most_bytes)->comment().empty());
}

TEST_CASE(
    "an archive has no time in it: the same files are the same bytes wherever they are zipped") {
    setenv("TZ", "Europe/Stockholm", 1);
    tzset();
    const std::string here = small_archive();
    setenv("TZ", "Asia/Tokyo", 1);
    tzset();
    const std::string there = small_archive();
    setenv("TZ", "Europe/Stockholm", 1);
    tzset();
    CHECK(here == there);
    // The time and the day of the first file: midnight on the first day that there is.
    CHECK(here.substr(10, 4) == std::string("\0\0\x21\0", 4));
}

}  // namespace stormote
