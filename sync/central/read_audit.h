// ReadAudit: what devices read, for the audit of a store: two rows for a device and an hour at
// most. The first page of an hour is noted before it leaves, so that nobody reads unseen, also
// where the program is killed; how much was read in the hour is counted here, and added when it is
// over. What is read meanwhile costs a look into a table. Any thread; borrows the store.
#pragma once

#include <map>
#include <mutex>

#include "sync/central/store/store.h"

namespace stormote {

class ReadAudit {
  public:
    explicit ReadAudit(Store& store) : store_(store) {}

    struct Reader {
        Hash token_hash{};
        EventId event;
        std::string sender{};
    };
    struct Page {
        std::uint64_t operations = 0;
        std::uint64_t after = 0;
        std::uint64_t next = 0;
    };
    // Before the page leaves. Throws MachineFailure where the store fails; then nothing is to
    // leave.
    void note(const Reader& reader, const Page& page, std::int64_t now_ms);

    enum class Which : std::uint8_t {
        over,  // of hours that are over
        all,   // before the program ends
    };
    // Throws MachineFailure where the store fails; what is not added then is tried again.
    void write(Which which, std::int64_t now_ms);

  private:
    // What a token has read since the hour began.
    struct Hour {
        StoreAuditEntry entry;  // as it is added when it is over
        std::int64_t began_ms = 0;
        bool is_noted = false;  // its beginning is in the store
    };
    [[nodiscard]] static bool is_over(const Hour& hour, std::int64_t now_ms);
    void add(const Hash& token_hash, Hour hour, std::int64_t now_ms);
    void note_beginning(const Hash& token_hash, StoreAuditEntry entry);

    Store& store_;
    std::mutex mutex_;
    std::map<Hash, Hour> hours_;
};

}  // namespace stormote
