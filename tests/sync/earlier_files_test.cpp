// Files that earlier versions wrote: they open, read as they did, and are written as the same
// bytes.
#include <set>
#include <sstream>

#include <catch2/catch.hpp>

#include "sync/central/open_store.h"
#include "sync/central/sqlite/sqlite_store.h"
#include "sync/central/sqlite/sqlite_store_schema.h"
#include "sync/journal/file/sqlite.h"
#include "sync/journal/journal.h"
#include "sync/replication/pairing.h"
#include "sync/ticket/ticket_text.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/record/canonical_state.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace fs = std::filesystem;

namespace {

constexpr std::uint16_t kind_count = 19;
constexpr std::size_t operation_count = 59;

std::string first_line(const Bytes& content) {
    const std::string text(content.begin(), content.end());
    return text.substr(0, text.find('\n'));
}

// Copies of the files, which opening may write to.
class EarlierFiles {
  public:
    EarlierFiles() {
        const fs::path kept = fs::path(STORMOTE_SOURCES) / "tests/fixtures/record-1";
        for (const auto& entry : fs::directory_iterator(kept)) {
            fs::copy_file(entry.path(), folder_ / entry.path().filename().string());
        }
    }
    [[nodiscard]] fs::path path(const std::string& name) const { return folder_ / name; }
    [[nodiscard]] Bytes read(const std::string& name) const { return read_file(path(name)); }
    [[nodiscard]] std::string line(const std::string& name) const { return first_line(read(name)); }

    [[nodiscard]] std::unique_ptr<Journal> open(JournalAccess access, EventState& state) {
        auto journal = Journal::open(
            path("evening.stormote"), [this] { return std::optional(line("passphrase.txt")); },
            access, {clock_, random, folder_ / "state", HashingCost{}, "entré 9"},
            [&state](const Operation& operation, Belief) { state.fold(operation); });
        if (!journal) FAIL(journal.error().english());
        return std::move(journal).value();
    }
    [[nodiscard]] std::unique_ptr<SqliteStore> open_store() {
        auto store = SqliteStore::open(path("central.db"), random);
        if (!store) FAIL(store.error().english());
        return std::move(store).value();
    }

    SeededRandom random{1};

  private:
    TemporaryFolder folder_;
    ManualClock clock_{1'795'880'000'000};
};

std::vector<Operation> operations_of(const Journal& journal) {
    std::vector<Operation> operations;
    for (const DeviceHead& head : journal.heads()) {
        for (Operation& operation : journal.operations_after(head.device, 0, 1'000)) {
            operations.push_back(std::move(operation));
        }
    }
    return operations;
}

// "table.column" of all.
std::set<std::string> columns_of(Database& database) {
    Statement select(
        database,
        "SELECT m.name || '.' || c.name FROM sqlite_schema m, pragma_table_info(m.name) c "
        "WHERE m.type = 'table'");
    std::set<std::string> columns;
    while (select.step()) columns.insert(select.text(0));
    return columns;
}

void check_same_bytes(const Operation& operation) {
    CAPTURE(kind_name(operation.header.kind), operation.header.sequence);
    const Bytes core = encode_header_core(operation.header);
    const auto header = decode_header_core(core);
    REQUIRE(header);
    REQUIRE(encode_header_core(*header) == core);
    if (!operation.body) return;
    REQUIRE(hash_body(*operation.body) == operation.header.body_hash);
    const auto body = decode_body(operation.header.kind, operation.body->bytes);
    REQUIRE(body);
    REQUIRE_FALSE(std::holds_alternative<UnknownContent>(body->content));
    REQUIRE(encode_body(*body) == operation.body->bytes);
}

}  // namespace

TEST_CASE("an event file of an earlier version opens, and its operations have the same bytes") {
    EarlierFiles files;
    EventState state;
    const auto journal = files.open(JournalAccess::read, state);
    REQUIRE(journal->check_database().empty());
    std::set<std::uint16_t> kinds;
    const std::vector<Operation> operations = operations_of(*journal);
    for (const Operation& operation : operations) {
        check_same_bytes(operation);
        kinds.insert(static_cast<std::uint16_t>(operation.header.kind));
    }
    REQUIRE(operations.size() == operation_count);
    REQUIRE(kinds.size() == kind_count);
    REQUIRE(*kinds.rbegin() == kind_count);
}

TEST_CASE("an event file of an earlier version folds to the same state") {
    EarlierFiles files;
    EventState state;
    const auto journal = files.open(JournalAccess::read, state);
    const Bytes expected = files.read("state.txt");
    REQUIRE(describe_state(state) == std::string(expected.begin(), expected.end()));
}

TEST_CASE("an event file of an earlier version is written on, and keeps what it held") {
    EarlierFiles files;
    std::vector<Operation> before;
    {
        EventState state;
        before = operations_of(*files.open(JournalAccess::read, state));
    }
    {
        EventState state;
        const auto journal = files.open(JournalAccess::write, state);
        const Body body{{}, ActingRole::organiser, QuestionDescribed{3, {{1, "Nytt"}}}};
        journal->append(std::span(&body, 1));
    }
    EventState state;
    const std::vector<Operation> after = operations_of(*files.open(JournalAccess::read, state));
    // This machine has no identity in the file, so it introduces itself first.
    REQUIRE(after.size() == before.size() + 2);
    for (const Operation& operation : before) {
        REQUIRE(std::find(after.begin(), after.end(), operation) != after.end());
    }
}

TEST_CASE("a store of an earlier version gives the same page, and lets the invited device in") {
    EarlierFiles files;
    const auto pairing = read_pairing(files.line("pairing.txt"));
    REQUIRE(pairing);
    REQUIRE(write_pairing(*pairing) == files.line("pairing.txt"));

    const auto store = files.open_store();
    const Bytes page = files.read("page.cbor");
    REQUIRE(encode_page(store->read(pairing->event, 0, {})) == page);
    const auto decoded = decode_page(page);
    REQUIRE(decoded);
    REQUIRE(encode_page(*decoded) == page);
    REQUIRE(decoded->batch.operations.size() == operation_count);

    const auto token = files.random.bytes<32>();
    REQUIRE(store->join(pairing->event, hash_bytes(pairing->secret), hash_bytes(token), 0) ==
            JoinOutcome::joined);
    REQUIRE(store->access(hash_bytes(token), 0).state == AccessState::granted);
}

TEST_CASE("a store of any earlier version gets the tables and columns of a new one") {
    EarlierFiles files;
    { const auto created = SqliteStore::open(files.path("new.db"), files.random); }
    Database created(files.path("new.db"), DatabaseMode::read_only);
    const std::set<std::string> expected = columns_of(created);
    CHECK(expected.contains("purged.operation"));
    for (std::size_t version = 1; version < static_cast<std::size_t>(store_version); ++version) {
        CAPTURE(version);
        fs::copy_file(files.path("central.db"), files.path("earlier.db"),
                      fs::copy_options::overwrite_existing);
        {
            Database earlier(files.path("earlier.db"), DatabaseMode::read_write);
            for (std::size_t next = 1; next < version; ++next) {
                earlier.execute(store_migrations[next - 1]);
            }
            REQUIRE(earlier.number("PRAGMA user_version") == static_cast<std::int64_t>(version));
            CHECK(columns_of(earlier) != expected);
        }
        { REQUIRE(SqliteStore::open(files.path("earlier.db"), files.random)); }
        Database migrated(files.path("earlier.db"), DatabaseMode::read_only);
        CHECK(columns_of(migrated) == expected);
    }
}

TEST_CASE("a store remembers the purges that came before it knew them") {
    EarlierFiles files;
    {
        Database earlier(files.path("central.db"), DatabaseMode::read_write);
        earlier.execute(store_migrations[0]);
        // As if each device's second operation were one.
        earlier.execute(
            "UPDATE operation SET header = CAST(substr(header, 1, 56) || x'001F' || "
            "substr(header, 59) AS BLOB) WHERE sequence = 2");
        REQUIRE(earlier.number("SELECT count(*) FROM erasure") == 0);
    }
    static_cast<void>(files.open_store());
    Database migrated(files.path("central.db"), DatabaseMode::read_only);
    CHECK(migrated.number("SELECT count(*) FROM erasure WHERE sequence = 2 AND heard_ms > 0") == 2);
    CHECK(migrated.number("SELECT count(*) FROM erasure") == 2);
}

TEST_CASE("the keys and tickets of an earlier version are those of its event file") {
    EarlierFiles files;
    EventState state;
    const auto journal = files.open(JournalAccess::read, state);
    const auto pairing = read_pairing(files.line("pairing.txt"));
    REQUIRE(pairing);
    REQUIRE(pairing->event == journal->event());
    REQUIRE(pairing->key == journal->event_key());
    const auto key = read_event_key(files.line("event-key.txt"));
    REQUIRE(key);
    REQUIRE(key->event == journal->event());
    REQUIRE(key->key == journal->event_key());
    REQUIRE(write_event_key(*key) == files.line("event-key.txt"));

    const TicketCodec codec(journal->event(), ticket_key_of(journal->event_key()));
    const Bytes tickets = files.read("tickets.txt");
    std::istringstream lines(std::string(tickets.begin(), tickets.end()));
    std::size_t count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
        std::istringstream columns(line);
        std::string attendee;
        std::string name;
        std::string text;
        std::string code;
        std::getline(columns, attendee, '\t');
        std::getline(columns, name, '\t');
        std::getline(columns, text, '\t');
        std::getline(columns, code, '\t');
        CAPTURE(line);
        const TicketReading reading = codec.read(text, state);
        REQUIRE(reading.authenticity == TicketAuthenticity::authentic);
        REQUIRE(reading.ticket);
        REQUIRE(codec.write(*reading.ticket) == text);
        REQUIRE(write_short_code(*reading.ticket) == code);
    }
    REQUIRE(count == 6);
}
