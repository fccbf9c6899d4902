#include "sync/journal/file/open_mark.h"

#include <algorithm>

#include "sync/journal/file/event_file.h"
#include "sync/journal/file/sqlite.h"

namespace stormote {

void OpenMark::set(std::size_t most_reserve_bytes) {
    database_.keep_wal(true);
    reserve_wal(database_.path(), std::min(wal_reserve_bytes_, most_reserve_bytes));
    database_.execute("INSERT OR REPLACE INTO about(name, value) VALUES('open', x'01')");
    was_set_ = true;
    // Into the main file, so that a copy of it alone is known for what it is.
    static_cast<void>(database_.checkpoint(Checkpoint::passive));
}

bool OpenMark::clear() {
    database_.execute("DELETE FROM about WHERE name = 'open'");
    return database_.checkpoint(Checkpoint::truncate);
}

bool OpenMark::empty_wal(std::size_t most_reserve_bytes) {
    // It must not be empty while the main file says that it is open.
    const bool is_emptied = clear();
    set(most_reserve_bytes);
    return is_emptied;
}

}  // namespace stormote
