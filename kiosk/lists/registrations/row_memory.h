// RowMemory: what was decided of rows that were not clear, for the next version of the same list.
// It names nobody: a row is a hash of its cells under the event's key, and what it became are ids.
// A value; any thread.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "sync/model/ids.h"

namespace stormote {

struct RowMemory {
    // The people whom a row became; none: it was left out.
    using Rows = std::map<std::string, std::vector<AttendeeId>>;

    // Of a row's text; null: nothing is remembered.
    std::function<std::string(std::string_view)> fingerprint{};
    Rows rows{};
};

}  // namespace stormote
