#include "sync/journal/file/open_mark.h"

#include <catch2/catch.hpp>

#include "sync/journal/file/event_file.h"
#include "tests/support/bare_event_file.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

// What a copy of the main file alone says.
bool is_copy_marked(const BareEventFile& file) {
    const auto copy = file.folder / "copy";
    write_file(copy, ByteView(read_file(file.path)));
    Database database(copy, DatabaseMode::immutable);
    return database.number("SELECT count(*) FROM about WHERE name = 'open'") == 1;
}

}  // namespace

TEST_CASE("a copy of the main file alone says that it was open, until the mark is cleared") {
    BareEventFile file;
    OpenMark mark(file.database, 0);
    REQUIRE_FALSE(mark.was_set());
    mark.set();
    REQUIRE(mark.was_set());
    REQUIRE(is_copy_marked(file));
    REQUIRE(mark.clear());
    REQUIRE_FALSE(is_copy_marked(file));
    REQUIRE(mark.was_set());
}

TEST_CASE("a WAL that is emptied loses what was in it, and the file stays marked") {
    BareEventFile file;
    OpenMark mark(file.database, 0);
    mark.set();
    file.database.execute("INSERT INTO cursor(name, value) VALUES('Oförväxlingsbar', 1)");
    const auto has_it = [&file] {
        return to_string(read_file(wal_of(file.path))).find("Oförväxlingsbar") != std::string::npos;
    };
    REQUIRE(has_it());
    REQUIRE(mark.empty_wal());
    REQUIRE_FALSE(has_it());
    REQUIRE(is_copy_marked(file));
}

TEST_CASE("the space of a WAL is what is asked for, and at most the reserve") {
    BareEventFile file;
    OpenMark mark(file.database, 3U << 20);
    mark.set();
    static_cast<void>(mark.clear());
    mark.set(1U << 20);
    const auto small = std::filesystem::file_size(wal_of(file.path));
    REQUIRE(small >= 1U << 20);
    REQUIRE(small < 2U << 20);
    REQUIRE(mark.empty_wal());
    REQUIRE(std::filesystem::file_size(wal_of(file.path)) >= 3U << 20);
    REQUIRE(mark.empty_wal(64U << 20));
    REQUIRE(std::filesystem::file_size(wal_of(file.path)) < 4U << 20);
}
