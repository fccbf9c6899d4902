// Hostile event files: random bytes where an event file, its WAL or its records should be. Every
// one is refused in words or read as what was written; none crashes. Seeded, so that a failure
// comes back.
#include <algorithm>

#include <catch2/catch.hpp>

#include "sync/journal/file/sqlite.h"
#include "tests/support/machine/fuzz_rounds.h"
#include "tests/support/record/record_builder.h"

using namespace stormote;
using namespace stormote::testing;

namespace fs = std::filesystem;

namespace {

Bytes random_bytes(Random& random, std::size_t size) {
    Bytes bytes(size);
    random.fill(bytes);
    return bytes;
}

struct Prey {
    Prey() {
        Opening made = machine.create(file);
        register_people(*made, 20);
        crashed = FilesOnDisk::of(file);
        crashed.wal.resize(120'000);
        made.journal = input_error({"closed"});
        closed = read_file(file);
        operations = machine.read(file).operations;
    }

    // Opens for reading, and also for writing whatever it is; counts how often it opens.
    int open_all() {
        int opened_count = 0;
        for (const MissingOperations missing :
             {MissingOperations::refuse, MissingOperations::accept}) {
            for (const JournalAccess access : {JournalAccess::read, JournalAccess::write}) {
                const Opening opened = machine.open(victim, access, missing);
                if (!opened.ok()) {
                    REQUIRE_FALSE(opened.error().empty());
                    continue;
                }
                ++opened_count;
                const auto own = static_cast<std::size_t>(std::count_if(
                    opened.operations.begin(), opened.operations.end(),
                    [this](const Operation& operation) {
                        return operation.header.device == operations.front().header.device;
                    }));
                REQUIRE(own <= operations.size());
                REQUIRE(std::equal(operations.begin(),
                                   operations.begin() + static_cast<std::ptrdiff_t>(own),
                                   opened.operations.begin()));
            }
        }
        return opened_count;
    }

    SeededRandom random{11};
    TemporaryFolder folder;
    fs::path file = folder / "samråd.event";
    fs::path victim = folder / "victim.event";
    Machine machine{folder / "state"};
    FilesOnDisk crashed;
    Bytes closed;
    std::vector<Operation> operations;
};

}  // namespace

TEST_CASE("random bytes instead of a WAL never give other operations") {
    Prey prey;
    int opened = 0;
    for (int round = 0; round < round_count(150); ++round) {
        FilesOnDisk files = prey.crashed;
        const std::size_t size = prey.random.below(files.wal.size());
        switch (prey.random.below(3)) {
            case 0:
                files.wal = random_bytes(prey.random, size);
                break;
            case 1: {
                const Bytes noise =
                    random_bytes(prey.random, prey.random.below(files.wal.size() - size));
                std::copy(noise.begin(), noise.end(),
                          files.wal.begin() + static_cast<std::ptrdiff_t>(size));
                break;
            }
            default: {
                const Bytes noise = random_bytes(prey.random, files.wal.size() - 32);
                std::copy(noise.begin(), noise.end(), files.wal.begin() + 32);
                break;
            }
        }
        files.put(prey.victim);
        opened += prey.open_all();
    }
    CHECK(opened > 0);
}

TEST_CASE("an event file with a random header, or random pages, is refused or read as it was") {
    Prey prey;
    int opened = 0;
    for (int round = 0; round < round_count(150); ++round) {
        Bytes content = prey.closed;
        const bool is_header = prey.random.below(2) == 0;
        const std::size_t from =
            is_header ? prey.random.below(100) : prey.random.below(content.size());
        const std::size_t most = is_header ? 100 - from : content.size() - from;
        const Bytes noise = random_bytes(prey.random, 1 + prey.random.below(most));
        std::copy(noise.begin(), noise.end(), content.begin() + static_cast<std::ptrdiff_t>(from));
        FilesOnDisk{content, {}}.put(prey.victim);
        opened += prey.open_all();
    }
    CHECK(opened > 0);
}

TEST_CASE("random bytes instead of a sealed body, a header or a key are damage") {
    Prey prey;
    const std::vector<std::pair<const char *, std::size_t>> columns{
        {"UPDATE operation SET sealed = ? WHERE sequence = 9", 300},
        {"UPDATE operation SET header = ? WHERE sequence = 9", 120},
        {"UPDATE operation SET header = ? WHERE sequence = 1", 90},
        {"UPDATE operation SET chain_hash = ? WHERE sequence = 21", 40},
        {"UPDATE signature SET signature = ?", 80},
        {"UPDATE device SET id = ?", 20},
        {"UPDATE about SET value = ? WHERE name = 'key'", 100},
        {"UPDATE about SET value = ? WHERE name = 'event'", 20}};
    for (int round = 0; round < round_count(160); ++round) {
        FilesOnDisk{prey.closed, {}}.put(prey.victim);
        const auto& [sql, most] = columns[static_cast<std::size_t>(round) % columns.size()];
        {
            Database database(prey.victim, DatabaseMode::read_write);
            const Bytes noise = random_bytes(prey.random, prey.random.below(most));
            Statement(database, sql).bind(ByteView(noise)).run();
        }
        const Opening opened = prey.machine.read(prey.victim);
        CAPTURE(sql);
        REQUIRE_FALSE(opened.ok());
    }
}

TEST_CASE("hostile operations are refused or taken whole, and the file stays sound") {
    Prey prey;
    const Opening here = prey.machine.open(prey.file);
    Machine other(prey.folder / "other state", 3);
    const Opening there = other.join(prey.folder / "other.event", *here);
    register_people(*there, 6);
    const Parcel honest = pack(*there);
    for (int round = 0; round < round_count(400); ++round) {
        Parcel parcel = honest;
        for (auto changes = 1 + prey.random.below(3); changes > 0; --changes) {
            Operation& operation = parcel.operations[prey.random.below(parcel.operations.size())];
            switch (prey.random.below(7)) {
                case 0:
                    operation.header.sequence = prey.random.below(12);
                    break;
                case 1:
                    operation.header.lamport = prey.random.below(2) * largest_lamport;
                    break;
                case 2:
                    operation.header.device = prey.operations.front().header.device;
                    break;
                case 3:
                    operation.body.reset();
                    break;
                case 4:
                    operation.body = SaltedBody{Salt{}, random_bytes(prey.random, 50)};
                    break;
                case 5:
                    operation.header.chain_hash = prey.random.bytes<32>();
                    break;
                default:
                    std::swap(operation,
                              parcel.operations[prey.random.below(parcel.operations.size())]);
                    break;
            }
        }
        const auto intake = accept(*here, parcel);
        if (!intake.ok()) continue;
        for (const Operation& operation : intake->added) {
            const auto same = std::find_if(
                honest.operations.begin(), honest.operations.end(),
                [&](const Operation& known) { return known.header == operation.header; });
            REQUIRE(same != honest.operations.end());
        }
        REQUIRE(intake->quarantined == 0);
    }
    REQUIRE(accept(*here, honest).ok());
    REQUIRE(here->check_database().empty());
}
