// Likely same: people and organisations of one event that are probably written down twice. Proposed
// to whoever knows them, never merged by themselves. Pure.
#pragma once

#include <vector>

#include "sync/base/localized_message.h"
#include "sync/model/event_state.h"

namespace stormote {

// Why two are probably one.
enum class LikelyReason : std::uint8_t {
    email,     // one address, and names that are alike
    spelling,  // one organisation or telephone, and names that are spelled alike
    name,      // one name, and nothing that tells the two apart
};

struct LikelyPeople {
    AttendeeId one;
    AttendeeId other;  // who was registered first: the larger id of the two is `one`
    LikelyReason reason{};
};
struct LikelyOrganisations {
    OrganisationId one;
    OrganisationId other;  // of which more is known
    LikelyReason reason{};
};

// By name. Without pairs of which somebody has said that they are two, and of whoever cancelled.
[[nodiscard]] std::vector<LikelyPeople> likely_same_people(const EventState& state);
// "IF" is "Idrottsförening", and what stands at the ends of names like "förening" and "i Ekbacken"
// says little: without it they must agree but for one letter.
[[nodiscard]] std::vector<LikelyOrganisations> likely_same_organisations(const EventState& state);

[[nodiscard]] Sentence words_of(LikelyReason reason);

}  // namespace stormote
