// OrganisationNames: which organisation a name means, by its own name and by the others that it
// goes by. Pure; holds what the state said when it was made.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "sync/model/event_state.h"

namespace stormote {

class OrganisationNames {
  public:
    explicit OrganisationNames(const EventState& state);

    // Case and marks aside. An organisation's own name goes before another's alias; of two with one
    // name the smaller id is meant.
    [[nodiscard]] std::optional<OrganisationId> find(std::string_view name) const;

  private:
    std::unordered_map<std::string, OrganisationId> by_name_;  // folded
};

}  // namespace stormote
