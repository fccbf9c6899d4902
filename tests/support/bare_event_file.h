// BareEventFile: the tables of a new event file without a journal, for tests of what a journal
// consists of.
#pragma once

#include "sync/journal/file/journal_schema.h"
#include "sync/journal/file/sqlite.h"
#include "sync/model/ids.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/record/start_crypto.h"

namespace stormote::testing {

struct BareEventFile {
    BareEventFile() {
        database.execute(event_file_schema);
        database.execute("PRAGMA journal_mode = WAL");
    }

    TemporaryFolder folder;
    std::filesystem::path path = folder / "event.stormote";
    Database database{path, DatabaseMode::create};
    SeededRandom random{1};
    SymmetricKey key = random.bytes<32>();
    EventId event{Uuid{random.bytes<16>()}};
};

}  // namespace stormote::testing
