// MunicipalityRules: whose an event is, by what a store knows. An event belongs to one municipality
// from when its first device is enrolled, and keeps it. Without municipalities a store has one that
// has no name. One decision for every kind of store. Pure, any thread.
#pragma once

#include "sync/central/store/store.h"

namespace stormote {

// A municipality is named by lower-case letters, digits and hyphens, such as "sundsvall".
[[nodiscard]] Result<> check_municipality_name(const std::string& name);
// Of an event that the store knows; nothing is wanted where that is empty.
[[nodiscard]] Result<> judge_known_event(const std::string& municipality,
                                         const std::string& wanted);
// Of one that it does not; all are its municipalities.
[[nodiscard]] Result<> judge_new_event(const std::vector<std::string>& all,
                                       const std::string& wanted);
// Whoever asks may not know whose it is.
[[nodiscard]] Error event_elsewhere();
// Roles are a database's own.
[[nodiscard]] Error roles_unknown();

}  // namespace stormote
