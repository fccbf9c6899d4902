// Series statistics: several meetings counted by series and meeting, beside the count over all of
// them. Pure.
#pragma once

#include <string>
#include <vector>

#include "sync/report/statistics/statistics.h"

namespace stormote {

struct MeetingStatistics {
    std::string name;
    std::string starts;  // local time
    Statistics counted;
};

// Everybody and every organisation counts once over the meetings of the series.
struct SeriesStatistics {
    std::string series;  // as the first meeting spells it; empty: of those that belong to none
    Statistics counted;
    std::vector<MeetingStatistics> meetings;  // by their time
};

// The series by their first meetings. Spellings that fold to the same are one series.
[[nodiscard]] std::vector<SeriesStatistics> count_by_series(std::vector<const EventState *> events);

// Those of the events that belong to a series; none where no event does.
[[nodiscard]] std::vector<const EventState *> events_of_series(
    const std::vector<const EventState *>& events, std::string_view series);

}  // namespace stormote
