// Journal::Parts: what a journal consists of, over one connection. For the journal's own sources.
#pragma once

#include "sync/journal/authority_table.h"
#include "sync/journal/device_chains.h"
#include "sync/journal/device_identity.h"
#include "sync/journal/drafts/draft_store.h"
#include "sync/journal/drafts/waiting_queue.h"
#include "sync/journal/erasure_dates.h"
#include "sync/journal/exchange_cursors.h"
#include "sync/journal/file/about_table.h"
#include "sync/journal/file/open_mark.h"
#include "sync/journal/file/writer_lock.h"
#include "sync/journal/head_signatures.h"
#include "sync/journal/intake.h"
#include "sync/journal/journal.h"
#include "sync/journal/operation_table.h"
#include "sync/journal/purged_operations.h"
#include "sync/journal/quarantine.h"

namespace stormote {

// Names in the table "about".
constexpr std::string_view event_name = "event";
constexpr std::string_view key_name = "key";
// The root's seed, wrapped as the event's key is; only where the event was made.
constexpr std::string_view root_name = "root";
// What lets a new identity of this file in, sealed under the event's key.
constexpr std::string_view pairing_name = "pairing";
// There from when bodies are erased until no free page and no WAL holds pieces of them.
constexpr std::string_view erasing_name = "erasing";
constexpr std::string_view pairing_label = "stormote pairing";

struct Journal::Parts {
    // The lock comes first, and is destroyed last: see WriterLock.
    Parts(std::optional<WriterLock> taken, Database opened, const JournalEnvironment& around,
          const EventId& id, const SymmetricKey& event_key)
        : lock(std::move(taken)),
          database(std::move(opened)),
          environment(around),
          event(id),
          key(event_key) {}
    ~Parts() { wipe(key); }
    Parts(const Parts&) = delete;
    Parts& operator=(const Parts&) = delete;

    // Throws MachineFailure where a reader or a full disk keeps it from being done.
    void finish_erasing();

    std::optional<WriterLock> lock;
    Database database;
    JournalEnvironment environment;
    EventId event;
    SymmetricKey key;
    // Nothing where the file is open for reading.
    std::optional<DeviceIdentity> identity;
    // Of the event that is made just now: it lets the first device in.
    std::optional<SigningKeys> new_root;

    AboutTable about{database};
    OpenMark mark{database, environment.wal_reserve_bytes};
    OperationSeal seal{database, key, environment.random};
    OperationTable operations{database, seal};
    DeviceChains chains{database, operations, event};
    HeadSignatures signatures{database, event};
    AuthorityTable authority_rows{database, seal};
    Authority authority{event};
    PurgedOperations purged;
    // Grows where what was folded before is not the fold of the record any more.
    std::uint64_t fold_generation = 0;
    bool is_key_needless = false;
    Quarantine quarantine{database, seal};
    ExchangeCursors cursors{database};
    ErasureDates erasure_dates{database};
    DraftStore drafts{database, key, environment.random};
    WaitingQueue waiting{database, drafts, mark, environment.random};
};

}  // namespace stormote
