#include <algorithm>
#include <unordered_set>

#include <catch2/catch.hpp>
#include <sys/wait.h>
#include <unistd.h>

#include "sync/journal/file/sqlite.h"
#include "sync/journal/quarantine.h"
#include "tests/support/record/canonical_state.h"
#include "tests/support/record/record_builder.h"

using namespace stormote;
using namespace stormote::testing;

namespace fs = std::filesystem;

namespace {

const AttendeeId erased_person = attendee_number(1);

bool is_erased(const Operation& operation) {
    if (!operation.body || operation.header.kind == OperationKind::attendee_erased) return false;
    const auto body = decode_body(operation.header.kind, operation.body->bytes);
    return body && std::find(body->persons.begin(), body->persons.end(), erased_person) !=
                       body->persons.end();
}

Body erasure() {
    return {{erased_person}, ActingRole::organiser, AttendeeErased{"civil", Counted::yes}};
}

// The boxes that the file holds of the bodies that are to be erased, as they lie on the disk.
std::vector<Bytes> sealed_boxes(const fs::path& file, const std::vector<Operation>& operations) {
    Database database(file, DatabaseMode::read_only);
    Statement row(database, "SELECT sealed FROM operation WHERE header = ?");
    std::vector<Bytes> boxes;
    for (const Operation& operation : operations) {
        if (!is_erased(operation)) continue;
        row.reset();
        row.bind(ByteView(encode_header_core(operation.header)));
        REQUIRE(row.step());
        boxes.emplace_back(row.blob(0).begin(), row.blob(0).end());
    }
    return boxes;
}

// Whether a piece of eight bytes of any of the boxes is anywhere in the content.
bool holds_traces(const Bytes& content, const std::vector<Bytes>& boxes) {
    std::unordered_set<std::uint64_t> pieces;
    for (const Bytes& box : boxes) {
        for (std::size_t start = 0; start + 8 <= box.size(); start += 8) {
            pieces.insert(read_big_endian(ByteView(box).subspan(start, 8)));
        }
    }
    std::uint64_t window = 0;
    for (const std::uint8_t byte : content) {
        window = window << 8 | byte;
        if (window != 0 && pieces.contains(window)) return true;
    }
    return false;
}

struct Desk {
    TemporaryFolder folder;
    fs::path file = folder / "samråd.event";
    Machine machine{folder / "state"};
};

}  // namespace

TEST_CASE("erasing leaves no sealed byte of the bodies in the file or its WAL") {
    Desk desk;
    const Opening made = desk.machine.create(desk.file);
    // Bodies of many sizes, in many commits, so that pages are split and cells move.
    std::vector<Operation> operations;
    for (int i = 0; i < 400; ++i) {
        const auto person = static_cast<std::uint8_t>(desk.machine.random.below(6));
        const std::string text(desk.machine.random.below(i % 50 == 0 ? 9'000 : 300), 'x');
        operations.push_back(append(
            *made,
            {{attendee_number(person)}, ActingRole::organiser, AttendeeDescribed{{{1, text}}}}));
    }
    const std::vector<Bytes> boxes = sealed_boxes(desk.file, operations);
    REQUIRE(boxes.size() > 40);
    append(*made, erasure());
    REQUIRE(holds_traces(read_file(wal_of(desk.file)), boxes));
    made->erase_bodies(is_erased);
    REQUIRE_FALSE(holds_traces(read_file(wal_of(desk.file)), boxes));
    REQUIRE_FALSE(holds_traces(read_file(desk.file), boxes));
    REQUIRE(made->check_database().empty());
}

TEST_CASE("after erasing, the record goes on and the state is the same as if nothing was there") {
    Desk desk;
    std::vector<Operation> written;
    {
        const Opening made = desk.machine.create(desk.file);
        written = made.operations;
        for (const Operation& operation : register_people(*made, 4)) written.push_back(operation);
        written.push_back(append(*made, erasure()));
        made->erase_bodies(is_erased);
        written.push_back(append(*made, registration(5)));
        made->erase_bodies(is_erased);
    }
    const Opening opened = desk.machine.open(desk.file);
    REQUIRE(opened.error().empty());
    REQUIRE(opened.operations.size() == written.size());
    for (std::size_t i = 0; i < written.size(); ++i) {
        REQUIRE(opened.operations[i].header == written[i].header);
        REQUIRE(opened.operations[i].body.has_value() == !is_erased(written[i]));
    }
    REQUIRE(describe_fold(opened.operations) == describe_fold(written));
}

TEST_CASE("a power cut right after erasing does not make the file look like an incomplete copy") {
    Desk desk;
    FilesOnDisk files;
    {
        const Opening made = desk.machine.create(desk.file);
        register_people(*made, 4);
        made->erase_bodies(is_erased);
        files = FilesOnDisk::of(desk.file);
    }
    REQUIRE_FALSE(files.wal.empty());
    files.put(desk.file);
    const Opening opened = desk.machine.open(desk.file);
    REQUIRE(opened.error().empty());
    REQUIRE(opened.operations.size() == 5);
}

TEST_CASE("bodies in quarantine are erased, too") {
    Desk desk;
    const Opening here = desk.machine.create(desk.file);
    Machine other(desk.folder / "state there", 2);
    const auto write_there = [&](const char *state, std::uint64_t seed) {
        if (std::string(state) != "state there") {
            fs::remove_all(desk.folder / "state there");
            fs::copy(desk.folder / state, desk.folder / "state there", fs::copy_options::recursive);
        }
        Machine machine(desk.folder / "state there", seed);
        const Opening there = machine.open(desk.folder / "there.event");
        append(*there, registration(1));
        return pack(*there);
    };
    { REQUIRE(other.join(desk.folder / "there.event", *here).ok()); }
    const Bytes file = read_file(desk.folder / "there.event");
    fs::copy(desk.folder / "state there", desk.folder / "state kept", fs::copy_options::recursive);
    REQUIRE(accept(*here, write_there("state there", 3)).ok());
    write_file(desk.folder / "there.event", ByteView(file));
    REQUIRE(accept(*here, write_there("state kept", 4))->quarantined == 1);
    REQUIRE(here->quarantine().operations().front().body);
    here->erase_bodies(is_erased);
    REQUIRE(here->quarantine().operations().size() == 1);
    REQUIRE_FALSE(here->quarantine().operations().front().body);
}

TEST_CASE("a reader in another program that keeps the old pages is named as the obstacle") {
    Desk desk;
    const Opening made = desk.machine.create(desk.file);
    register_people(*made, 4);
    std::array<int, 2> is_reading{};
    std::array<int, 2> may_end{};
    REQUIRE(pipe(is_reading.data()) == 0);
    REQUIRE(pipe(may_end.data()) == 0);
    const pid_t child = fork();
    if (child == 0) {
        Database database(desk.file, DatabaseMode::read_only);
        Statement row(database, "SELECT sealed FROM operation");
        char byte = row.step() ? 'y' : 'n';
        const bool is_told = write(is_reading[1], &byte, 1) == 1 && read(may_end[0], &byte, 1) == 1;
        _exit(is_told ? 0 : 1);
    }
    char answer = 0;
    REQUIRE(read(is_reading[0], &answer, 1) == 1);
    REQUIRE(answer == 'y');
    REQUIRE_THROWS_WITH(made->erase_bodies(is_erased), Catch::Contains("busy in another program"));
    REQUIRE(write(may_end[1], &answer, 1) == 1);
    waitpid(child, nullptr, 0);
    REQUIRE_NOTHROW(made->erase_bodies(is_erased));
    append(*made, registration(7));
}

TEST_CASE("an erasure that was cut off is finished when the file is opened again") {
    Desk desk;
    { const Opening made = desk.machine.create(desk.file); }
    {
        // As a power cut between the erasure's commit and its end leaves the file.
        Database database(desk.file, DatabaseMode::read_write);
        database.execute("CREATE TABLE piece(bytes BLOB)");
        database.execute("INSERT INTO piece VALUES(randomblob(20000))");
        database.execute("DROP TABLE piece");
        database.execute("INSERT INTO about(name, value) VALUES('erasing', x'01')");
        REQUIRE(database.number("PRAGMA freelist_count") > 0);
    }
    REQUIRE(desk.machine.open(desk.file).error().empty());
    Database database(desk.file, DatabaseMode::read_only);
    CHECK(database.number("PRAGMA freelist_count") == 0);
    CHECK(database.number("SELECT count(*) FROM about WHERE name = 'erasing'") == 0);
}

TEST_CASE("an erasure that is done leaves nothing to finish") {
    Desk desk;
    const Opening made = desk.machine.create(desk.file);
    register_people(*made, 4);
    made->erase_bodies(is_erased);
    Database database(desk.file, DatabaseMode::read_only);
    CHECK(database.number("SELECT count(*) FROM about WHERE name = 'erasing'") == 0);
}
