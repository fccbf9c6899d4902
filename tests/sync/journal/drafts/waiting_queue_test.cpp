#include "sync/journal/drafts/waiting_queue.h"

#include <algorithm>
#include <csignal>
#include <set>

#include <catch2/catch.hpp>
#include <sys/resource.h>

#include "sync/journal/drafts/draft_store.h"
#include "sync/journal/file/sqlite.h"
#include "tests/support/machine/child_process.h"
#include "tests/support/record/record_builder.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

// Of one length, so that nothing but its content tells one from another.
Body answers(int number) {
    AnswersGiven given;
    given.sheet.value.bytes.back() = static_cast<std::uint8_t>(number);
    given.answers = {{1, "Svar " + std::string(1, static_cast<char>('a' + number))}};
    return {{}, ActingRole::attendee, std::move(given)};
}

std::vector<std::string> texts_of(const std::vector<Operation>& operations) {
    std::vector<std::string> texts;
    for (const Operation& operation : operations) {
        const auto body = decode_body(operation.header.kind, operation.body->bytes);
        texts.push_back(std::get<AnswersGiven>(body->content).answers.front().text);
    }
    return texts;
}

std::string letters_of(const std::vector<Operation>& operations) {
    std::string letters;
    for (const std::string& text : texts_of(operations)) letters += text.back();
    return letters;
}

struct RawRow {
    std::string name;
    Bytes sealed;
};

std::vector<RawRow> rows_in(const std::filesystem::path& file) {
    const Database database(file, DatabaseMode::read_only);
    Statement select(database, "SELECT name, sealed FROM draft");
    std::vector<RawRow> rows;
    while (select.step()) {
        const ByteView sealed = select.blob(1);
        rows.push_back({select.text(0), {sealed.begin(), sealed.end()}});
    }
    return rows;
}

// What waits in a file, in the order in which its sealed bytes lie in the file itself.
std::string letters_on_disk(const std::filesystem::path& file, const SymmetricKey& key) {
    const Bytes bytes = read_file(file);
    std::vector<std::pair<std::ptrdiff_t, char>> places;
    for (const RawRow& row : rows_in(file)) {
        const auto place =
            std::search(bytes.begin(), bytes.end(), row.sealed.begin(), row.sealed.end());
        REQUIRE(place != bytes.end());
        const auto plain = unseal(key, row.sealed, view_bytes("draft " + row.name));
        REQUIRE(plain);
        places.emplace_back(place - bytes.begin(), static_cast<char>(plain->back()));
    }
    std::sort(places.begin(), places.end());
    std::string letters;
    for (const auto& [place, letter] : places) letters += letter;
    return letters;
}

}  // namespace

TEST_CASE("what waits is not in the record until it is released, and then it is there once") {
    const TemporaryFolder folder;
    Machine machine(folder / "state");
    const auto file = folder / "event.stormote";
    auto opening = machine.create(file);
    for (int i = 0; i < 3; ++i) opening->waiting().add(answers(i));
    REQUIRE(opening->waiting().count() == 3);
    REQUIRE(opening->heads().front().head.sequence == 1);
    auto released = letters_of(opening->release_waiting());
    std::sort(released.begin(), released.end());
    REQUIRE(released == "abc");
    REQUIRE(opening->waiting().count() == 0);
    REQUIRE(opening->release_waiting().empty());
    REQUIRE(opening->heads().front().head.sequence == 4);
}

TEST_CASE("what waits survives a power cut, sealed") {
    const TemporaryFolder folder;
    Machine machine(folder / "state");
    const auto file = folder / "event.stormote";
    auto opening = machine.create(file);
    opening->waiting().add(answers(0));
    const auto disk = FilesOnDisk::of(file);
    opening.journal.value().reset();
    disk.put(file);
    REQUIRE(to_string(disk.main).find("Svar") == std::string::npos);
    REQUIRE(to_string(disk.wal).find("Svar") == std::string::npos);
    auto again = machine.open(file);
    REQUIRE(again.ok());
    REQUIRE(letters_of(again->release_waiting()) == "a");
}

TEST_CASE("the same answers in another order leave the same behind, but for chance") {
    const TemporaryFolder folder;
    std::vector<std::multiset<Bytes>> left;
    std::vector<std::vector<std::size_t>> sizes;
    for (const auto& order : {std::vector{0, 1, 2, 3}, std::vector{3, 1, 0, 2}}) {
        const auto place = folder / std::to_string(left.size());
        std::filesystem::create_directories(place);
        Machine machine(place / "state", 1 + left.size());
        auto opening = machine.create(place / "event.stormote");
        for (const int number : order) {
            // Other people come and go between them.
            append(*opening, registration(static_cast<std::uint8_t>(number)));
            machine.clock.advance_ms(60'000);
            opening->waiting().add(answers(number));
        }
        const SymmetricKey key = opening->event_key();
        opening.journal.value().reset();
        auto& contents = left.emplace_back();
        auto& lengths = sizes.emplace_back();
        for (const RawRow& row : rows_in(place / "event.stormote")) {
            REQUIRE(row.name.size() == std::string("waiting ").size() + 32);
            const auto plain = unseal(key, row.sealed, view_bytes("draft " + row.name));
            contents.insert(*plain);
            lengths.push_back(row.sealed.size());
        }
    }
    REQUIRE(left[0].size() == 4);
    REQUIRE(left[0] == left[1]);
    REQUIRE(sizes[0] == sizes[1]);
}

TEST_CASE("neither the rows, nor the pages of the file, nor the record keep the order of answers") {
    // With five that come in the same order every time, each would stand first in about a fifth.
    std::set<char> first_in_rows;
    std::set<char> first_on_disk;
    std::set<char> last_on_disk;
    std::set<char> first_in_record;
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        const TemporaryFolder folder;
        Machine machine(folder / "state", seed);
        const auto file = folder / "event.stormote";
        auto opening = machine.create(file);
        for (int i = 0; i < 5; ++i) opening->waiting().add(answers(i));
        const SymmetricKey key = opening->event_key();
        // Nothing but the mark that the file is open stands in the WAL, also after a power cut.
        const auto disk = FilesOnDisk::of(file);
        const auto copy = folder / "copy";
        write_file(copy, ByteView(disk.main));
        const std::string on_disk = letters_on_disk(copy, key);
        REQUIRE(on_disk.size() == 5);
        first_on_disk.insert(on_disk.front());
        last_on_disk.insert(on_disk.back());
        const auto rows = rows_in(copy);
        const auto plain = unseal(key, rows.front().sealed, view_bytes("draft " + rows[0].name));
        first_in_rows.insert(static_cast<char>(plain->back()));
        for (const RawRow& row : rows) {
            REQUIRE(std::search(disk.wal.begin(), disk.wal.end(), row.sealed.begin(),
                                row.sealed.end()) == disk.wal.end());
        }
        first_in_record.insert(letters_of(opening->release_waiting()).front());
    }
    REQUIRE(first_on_disk.size() == 5);
    REQUIRE(last_on_disk.size() == 5);
    REQUIRE(first_in_rows.size() == 5);
    REQUIRE(first_in_record.size() == 5);
}

TEST_CASE("no trace of what waited is left in a file that was closed") {
    const TemporaryFolder folder;
    Machine machine(folder / "state");
    const auto file = folder / "event.stormote";
    auto opening = machine.create(file);
    for (int i = 0; i < 5; ++i) opening->waiting().add(answers(i));
    const auto waiting = FilesOnDisk::of(file);
    const auto copy = folder / "copy";
    write_file(copy, ByteView(waiting.main));
    const auto rows = rows_in(copy);
    REQUIRE(rows.size() == 5);
    opening->release_waiting();
    opening.journal.value().reset();
    const Bytes closed = read_file(file);
    for (const RawRow& row : rows) {
        REQUIRE(std::search(closed.begin(), closed.end(), row.sealed.begin(), row.sealed.end()) ==
                closed.end());
    }
    REQUIRE(rows_in(file).empty());
}

TEST_CASE("drafts stay what they are beside what waits") {
    const TemporaryFolder folder;
    Machine machine(folder / "state");
    auto opening = machine.create(folder / "event.stormote");
    opening->drafts().save("group 4", "halv mening");
    opening->waiting().add(answers(0));
    REQUIRE(opening->drafts().find("group 4") == "halv mening");
    opening->release_waiting();
    REQUIRE(opening->drafts().find("group 4") == "halv mening");
}

TEST_CASE("what only a newer version knows waits on, and keeps nothing else waiting") {
    const TemporaryFolder folder;
    Machine machine(folder / "state");
    auto opening = machine.create(folder / "event.stormote");
    // Kind 60,000.
    opening->drafts().save("waiting of a newer version", "\xEA\x60\x80");
    opening->waiting().add(answers(0));
    REQUIRE(opening->waiting().count() == 2);
    REQUIRE(letters_of(opening->release_waiting()) == "a");
    REQUIRE(opening->waiting().count() == 1);
    REQUIRE(opening->release_waiting().empty());
}

TEST_CASE("what waits is kept, and said to be, where emptying the WAL meets the end of the disk") {
    const TemporaryFolder folder;
    Machine machine(folder / "state");
    const auto file = folder / "event.stormote";
    { REQUIRE(machine.create(file).ok()); }
    const std::string answer = run_in_child([&] {
        auto opening = machine.open(file);
        if (!opening.ok()) return opening.error();
        // The WAL may grow as far as the file has grown, and the file no further.
        std::signal(SIGXFSZ, SIG_IGN);
        const rlimit limit{std::filesystem::file_size(file), std::filesystem::file_size(file)};
        setrlimit(RLIMIT_FSIZE, &limit);
        Body large = answers(0);
        std::get<AnswersGiven>(large.content).answers.front().text.insert(0, 20'000, 'x');
        try {
            opening->waiting().add(large);
        } catch (const MachineFailure& failure) {
            return std::string(failure.what());
        }
        return std::string("kept");
    });
    REQUIRE(answer == "kept");
    auto again = machine.open(file);
    REQUIRE(again.ok());
    REQUIRE(again->waiting().count() == 1);
}
