// Journal::Parts: what a journal consists of, over one connection. For the journal's own sources.
#pragma once

#include "sync/journal/device_chains.h"
#include "sync/journal/device_identity.h"
#include "sync/journal/draft_store.h"
#include "sync/journal/exchange_cursors.h"
#include "sync/journal/file/open_mark.h"
#include "sync/journal/file/writer_lock.h"
#include "sync/journal/head_signatures.h"
#include "sync/journal/intake.h"
#include "sync/journal/journal.h"
#include "sync/journal/operation_table.h"
#include "sync/journal/quarantine.h"
#include "sync/journal/waiting_queue.h"

namespace stormote {

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

    std::optional<WriterLock> lock;
    Database database;
    JournalEnvironment environment;
    EventId event;
    SymmetricKey key;
    // Nothing where the file is open for reading.
    std::optional<DeviceIdentity> identity;

    OpenMark mark{database, environment.wal_reserve_bytes};
    OperationSeal seal{database, key, environment.random};
    OperationTable operations{database, seal};
    DeviceChains chains{database, operations, event};
    HeadSignatures signatures{database, event};
    Quarantine quarantine{database, seal};
    ExchangeCursors cursors{database};
    DraftStore drafts{database, key, environment.random};
    WaitingQueue waiting{database, drafts, mark, environment.random};
};

}  // namespace stormote
