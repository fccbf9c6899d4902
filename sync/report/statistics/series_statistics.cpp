#include "sync/report/statistics/series_statistics.h"

#include <algorithm>
#include <iterator>

#include "sync/base/text_folding.h"

namespace stormote {

std::vector<SeriesStatistics> count_by_series(std::vector<const EventState *> events) {
    std::stable_sort(events.begin(), events.end(), [](const auto *left, const auto *right) {
        return left->setting(SettingField::starts) < right->setting(SettingField::starts);
    });
    std::vector<SeriesStatistics> all;
    for (const EventState *event : events) {
        const std::string& name = event->setting(SettingField::series);
        auto series = std::find_if(all.begin(), all.end(), [&name](const auto& known) {
            return fold_text(known.series) == fold_text(name);
        });
        if (series == all.end()) {
            series = all.insert(all.end(), {trim_text(name), {}, {}});
            series->counted = count_events(events_of_series(events, name));
        }
        series->meetings.push_back({event->setting(SettingField::name),
                                    event->setting(SettingField::starts), count_events({event})});
    }
    return all;
}

std::vector<const EventState *> events_of_series(const std::vector<const EventState *>& events,
                                                 std::string_view series) {
    const std::string wanted = fold_text(series);
    std::vector<const EventState *> found;
    std::copy_if(events.begin(), events.end(), std::back_inserter(found),
                 [&wanted](const EventState *event) {
                     return fold_text(event->setting(SettingField::series)) == wanted;
                 });
    return found;
}

}  // namespace stormote
