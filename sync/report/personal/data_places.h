// Data places: where what an event holds lies: on which devices, at a store, and what waits on this
// device besides. Plain values.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "sync/model/device_role.h"
#include "sync/model/ids.h"
#include "sync/report/table.h"

namespace stormote {

// A device that takes part, and so has a copy of the record; how much of it is known to it nobody
// can say from here.
struct DataCopy {
    DeviceId device;
    std::string name;
    DeviceRole role = DeviceRole::none;         // none: it is not let in, or not any more
    std::int64_t operations = 0;                // of its own that are here
    std::optional<std::int64_t> last_heard_ms;  // when it wrote the last of these, corrected
    bool is_this = false;
};

struct DataPlaces {
    std::vector<DataCopy> copies;
    std::int64_t at_store =
        0;                     // operations of this file that a store was seen to hold; 0: no store
    std::int64_t drafts = 0;   // of notes, on this device alone
    std::int64_t waiting = 0;  // answers without a name, on this device alone
};

// One row a place: first this device, then the others by name, then the store, then what waits.
[[nodiscard]] Table data_places_table(const DataPlaces& places);

}  // namespace stormote
