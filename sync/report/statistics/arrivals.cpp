#include "sync/report/statistics/arrivals.h"

#include <map>

#include "sync/base/local_time.h"
#include "sync/model/presence.h"

namespace stormote {

namespace {

constexpr std::int64_t quarter_ms = 15 * 60 * 1'000;
constexpr double hour_ms = 60 * 60 * 1'000;
constexpr double longest_evening_hours = 24;

// Time zones differ by whole quarters, so that it is a full quarter anywhere. Clocks before 1970
// count downwards.
std::int64_t quarter_of(std::int64_t ms) {
    const std::int64_t beyond = ms % quarter_ms;
    return ms - beyond - (beyond < 0 ? quarter_ms : 0);
}

}  // namespace

std::vector<Arrivals> arrivals_of(const EventState& state) {
    std::map<std::int64_t, std::int64_t> people;
    const auto add = [&](const Presence& presence) {
        if (presence.first == nullptr) return;
        ++people[quarter_of(corrected_ms(state, *presence.first))];
    };
    for (const auto& [id, attendee] : state.attendees()) add(presence_of(state, id));
    for (const auto& [ticket, presence] : unknown_arrivals(state)) add(presence);
    std::vector<Arrivals> arrivals;
    const auto hours_from_1970 = [](std::int64_t ms) { return static_cast<double>(ms) / hour_ms; };
    const bool is_one_evening = !people.empty() && hours_from_1970(people.rbegin()->first) -
                                                           hours_from_1970(people.begin()->first) <=
                                                       longest_evening_hours;
    for (const auto& [from_ms, count] : people) {
        while (is_one_evening && !arrivals.empty() &&
               arrivals.back().from_ms + quarter_ms < from_ms) {
            arrivals.push_back({arrivals.back().from_ms + quarter_ms, 0});
        }
        arrivals.push_back({from_ms, count});
    }
    return arrivals;
}

std::string quarter_text(const Arrivals& quarter, const std::vector<Arrivals>& all) {
    const auto day_of = [](const Arrivals& one) {
        return local_time_of(one.from_ms).substr(0, 10);
    };
    const bool is_one_day = all.empty() || day_of(all.front()) == day_of(all.back());
    return (is_one_day ? "" : day_of(quarter) + " ") + clock_text(quarter.from_ms) + "–" +
           clock_text(quarter.from_ms + quarter_ms);
}

Table arrivals_table(const std::vector<Arrivals>& arrivals) {
    Table table;
    table.columns = {{"from", {"From"}},
                     {"quarter", {"Quarter of an hour"}},
                     {"people", {"People in"}},
                     {"in_all", {"In all"}}};
    std::int64_t in_all = 0;
    for (const Arrivals& quarter : arrivals) {
        in_all += quarter.people;
        table.rows.push_back(
            {Instant{quarter.from_ms}, quarter_text(quarter, arrivals), quarter.people, in_all});
    }
    return table;
}

}  // namespace stormote
