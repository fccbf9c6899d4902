#include "sync/journal/file/wal_check.h"

#include <catch2/catch.hpp>

#include "sync/journal/file/sqlite.h"
#include "tests/support/machine/temporary_folder.h"

using namespace stormote;
using namespace stormote::testing;

namespace fs = std::filesystem;

namespace {

constexpr std::size_t frame_size = 24 + 4096;

// A database with ten commits of one frame each in its WAL.
struct Ten {
    Ten() {
        Database database(file, DatabaseMode::create);
        database.keep_wal(true);
        database.execute("PRAGMA journal_mode = WAL; CREATE TABLE t(x)");
        REQUIRE(database.checkpoint(Checkpoint::truncate));
        for (int i = 0; i < 10; ++i) database.execute("INSERT INTO t VALUES('something')");
        content = read_file(wal);
        REQUIRE(content.size() == 32 + 10 * frame_size);
    }

    [[nodiscard]] WalReport check(ByteView changed) const {
        write_file(wal, changed);
        return check_wal(wal);
    }

    TemporaryFolder folder;
    fs::path file = folder / "file";
    fs::path wal = folder / "file-wal";
    Bytes content;
};

}  // namespace

TEST_CASE("a WAL that is not there, or too short to say anything, is absent") {
    const Ten ten;
    REQUIRE(check_wal(ten.folder / "nothing").condition == WalCondition::absent);
    REQUIRE(ten.check({}).condition == WalCondition::absent);
    REQUIRE(ten.check(ByteView(ten.content).first(31)).condition == WalCondition::absent);
}

TEST_CASE("every frame of a sound WAL is readable") {
    const Ten ten;
    const WalReport report = ten.check(ten.content);
    REQUIRE(report.condition == WalCondition::whole);
    REQUIRE(report.readable_frames == 10);
    REQUIRE(report.lost_frames == 0);
}

TEST_CASE("space that was set aside and not written yet is no damage") {
    const Ten ten;
    REQUIRE(ten.check(Bytes(8U << 20)).condition == WalCondition::whole);
    Bytes longer = ten.content;
    longer.resize(8U << 20);
    const WalReport report = ten.check(longer);
    REQUIRE(report.condition == WalCondition::whole);
    REQUIRE(report.readable_frames == 10);
}

TEST_CASE("frames of an older turn behind the newest are no damage") {
    Ten ten;
    {
        Database database(ten.file, DatabaseMode::read_write);
        database.keep_wal(true);
        REQUIRE(database.number("SELECT count(*) FROM t") == 10);
        REQUIRE(database.checkpoint(Checkpoint::passive));
        for (int i = 0; i < 4; ++i) database.execute("INSERT INTO t VALUES('again')");
    }
    const WalReport report = check_wal(ten.wal);
    REQUIRE(read_file(ten.wal).size() == ten.content.size());
    REQUIRE(report.condition == WalCondition::whole);
    REQUIRE(report.readable_frames == 4);
}

TEST_CASE("an unreadable frame before commits that are readable is damage") {
    const Ten ten;
    // A page byte, a stored checksum, and a salt: none may hide the confirmed commits behind it.
    for (const std::size_t place : {500U, 17U, 9U}) {
        for (std::size_t frame = 0; frame < 8; ++frame) {
            Bytes changed = ten.content;
            changed[32 + frame * frame_size + place] ^= 0x40;
            const WalReport report = ten.check(changed);
            CAPTURE(frame, place);
            REQUIRE(report.condition == WalCondition::damaged);
            REQUIRE(report.readable_frames == frame);
            REQUIRE(report.lost_frames == 10 - frame);
        }
    }
}

TEST_CASE("an unreadable last frame is a commit that a power cut tore") {
    const Ten ten;
    for (const std::size_t place : {500U, 17U, 9U}) {
        Bytes changed = ten.content;
        changed[32 + 9 * frame_size + place] ^= 0x40;
        const WalReport report = ten.check(changed);
        REQUIRE(report.condition == WalCondition::whole);
        REQUIRE(report.readable_frames == 9);
    }
}

TEST_CASE("every bit of the WAL's own header counts") {
    const Ten ten;
    for (std::size_t place = 0; place < 32; ++place) {
        Bytes changed = ten.content;
        changed[place] ^= 1;
        const WalReport report = ten.check(changed);
        CAPTURE(place);
        REQUIRE(report.condition == WalCondition::damaged);
        REQUIRE(report.lost_frames > 0);
    }
}
