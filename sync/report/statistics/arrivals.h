// Arrivals: how many came in by quarter of an hour. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "sync/model/event_state.h"
#include "sync/report/table.h"

namespace stormote {

struct Arrivals {
    std::int64_t from_ms = 0;  // a full quarter, by corrected clocks
    std::int64_t people = 0;
    bool operator==(const Arrivals&) const = default;
};

// Each by the first check-in that stands, with those whose tickets nobody knows. One quarter after
// another from the first to the last, those in which nobody came among them, unless clocks that
// nobody measured spread them over days: then those alone in which somebody came.
[[nodiscard]] std::vector<Arrivals> arrivals_of(const EventState& state);

// "17.45–18.00"; one of several days with its date, "2022-10-12 17.45–18.00".
[[nodiscard]] std::string quarter_text(const Arrivals& quarter, const std::vector<Arrivals>& all);

// One row a quarter: when it began, its words, how many came in it, and how many were in by its
// end.
[[nodiscard]] Table arrivals_table(const std::vector<Arrivals>& arrivals);

}  // namespace stormote
