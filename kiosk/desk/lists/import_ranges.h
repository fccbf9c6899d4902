// Import ranges: which operations of this device were lists that were read in, and which took one
// back. They stand beside the record and say nothing of anybody. The desk's thread.
#pragma once

#include <functional>
#include <optional>
#include <span>
#include <vector>

#include "kiosk/desk/desk.h"

namespace stormote {

struct OperationRange {
    std::string device;
    std::uint64_t first = 0;  // sequence
    std::uint64_t count = 0;

    [[nodiscard]] bool holds(const OperationHeader& header) const {
        return header.sequence >= first && header.sequence - first < count &&
               to_string(header.device) == device;
    }
};

struct ImportRange {
    OperationRange operations;
    std::int64_t people = 0;
    std::optional<OperationRange> undo;  // nothing: it was not taken back

    // What it wrote, or wrote back.
    [[nodiscard]] bool holds(const OperationHeader& header) const {
        return operations.holds(header) || (undo && undo->holds(header));
    }
};

using ImportRanges = std::vector<ImportRange>;

// Oldest first.
[[nodiscard]] ImportRanges read_import_ranges(Desk& desk);

// The newest one that was not taken back; null: there is none.
[[nodiscard]] ImportRange *last_import_of(ImportRanges& ranges);

// Records the bodies, and the ranges as `note` makes them with the bodies' own range: in one step,
// so that a power cut leaves both or neither. Calls `written` for each body before the commit.
void record_with_ranges(
    Desk& desk, std::span<const Body> bodies,
    const std::function<void(ImportRanges&, const OperationRange&)>& note,
    const std::function<void()>& written = [] {});

}  // namespace stormote
