// Closing: an event's record as a package for the archive, and the statement in the record that
// there is one. The desk's thread, as all that waits for a disk.
#pragma once

#include <filesystem>

#include "kiosk/desk/desk.h"
#include "sync/base/texts.h"

namespace stormote {

struct ClosedRecord {
    std::size_t operations = 0;  // in the package
    std::size_t devices = 0;
    std::size_t waiting = 0;      // anonymous answers and comments that are not in it
    bool is_stated_anew = false;  // false: the record told of this very package already
};

// Writes the package whole, and states in the record that there is one. Lets in first what waits of
// anonymous answers, where it is time to. Called again, when nothing has come since that belongs in
// a package, it writes the same bytes and states nothing. Error: this device may not make one,
// there is nothing to pack, or the file cannot be written; then nothing is stated.
[[nodiscard]] Result<ClosedRecord> close_record(Desk& desk, const Texts& texts,
                                                const std::filesystem::path& file);

}  // namespace stormote
