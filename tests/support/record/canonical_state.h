// Canonical state: an event state as text, the same for the same content whatever the order in
// which it was folded. Includes what is derived: presence, groups, verdicts and note heads.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "sync/model/verdict.h"

namespace stormote::testing {

template <typename Map>
[[nodiscard]] std::vector<typename Map::key_type> sorted_keys(const Map& map) {
    std::vector<typename Map::key_type> keys;
    keys.reserve(map.size());
    for (const auto& [key, value] : map) keys.push_back(key);
    std::sort(keys.begin(), keys.end());
    return keys;
}

[[nodiscard]] std::string describe_state(const EventState& state);

template <typename Operations>
[[nodiscard]] std::string describe_fold(const Operations& operations) {
    EventState state;
    for (const Operation& operation : operations) state.fold(operation);
    return describe_state(state);
}

}  // namespace stormote::testing
