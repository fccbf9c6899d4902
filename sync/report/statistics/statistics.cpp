#include "sync/report/statistics/statistics.h"

#include <algorithm>

#include "sync/base/text_folding.h"
#include "sync/model/sector.h"
#include "sync/report/statistics/people_counter.h"
#include "sync/report/statistics/recorded_statistics.h"
#include "sync/report/value_names.h"

namespace stormote {

namespace {

bool is_earlier(const EventState *left, const EventState *right) {
    return left->setting(SettingField::starts) < right->setting(SettingField::starts);
}

}  // namespace

Statistics count_events(std::vector<const EventState *> events) {
    // A purged meeting counts what it counted before, to the last quarter of an hour.
    if (events.size() == 1) {
        if (auto recorded = recorded_statistics(*events.front())) return *std::move(recorded);
    }
    std::stable_sort(events.begin(), events.end(), is_earlier);
    PeopleCounter counter;
    for (const EventState *event : events) counter.add_names(*event);
    for (const EventState *event : events) counter.add_event(*event);
    Statistics statistics = counter.take();
    if (events.size() == 1) {
        statistics.arrivals = arrivals_of(*events.front());
        // Over several meetings who has joined stands in the register, and counts once.
        const auto recorded = recorded_statistics(*events.front(), DocumentKind::joinings);
        if (recorded) statistics.joined = recorded->joined;
    }
    return statistics;
}

std::int64_t Statistics::no_show_percent() const {
    return registered == 0 ? 0 : (200 * no_shows + registered) / (2 * registered);
}

bool Statistics::has_anybody_come() const {
    return people_civil_society + people_municipality + unknown_tickets > 0;
}

const std::vector<Measure>& measures() {
    static const std::vector<Measure> list = {
        {{"meetings", {"Meetings"}}, &Statistics::meetings},
        {{"organisations", {"Organisations"}}, &Statistics::organisations},
        {{"people_civil_society", {"People from civil society"}},
         &Statistics::people_civil_society},
        {{"people_municipality", {"Representatives of the municipality"}},
         &Statistics::people_municipality},
        {{"elected", {"of these elected"}}, &Statistics::elected},
        {{"officials", {"of these officials"}}, &Statistics::officials},
        {{"registered", {"Registered beforehand"}}, &Statistics::registered},
        {{"no_shows", {"Registered, but did not come"}}, &Statistics::no_shows},
        {{"walk_ins", {"Came without registration"}}, &Statistics::walk_ins},
        {{"erased", {"Erased people among those who came"}}, &Statistics::erased},
        {{"unknown_tickets", {"Tickets of unknown people"}}, &Statistics::unknown_tickets},
        {{"survey_answers", {"Answers to the survey"}}, &Statistics::survey_answers},
        {{"joined", {"Organisations that have joined the agreement"}}, &Statistics::joined}};
    return list;
}

std::vector<Measure> further_measures(const Statistics& statistics) {
    std::vector<Measure> list = {
        {{"registered_late", {"Registered after the deadline"}}, &Statistics::registered_late}};
    if (statistics.meetings > 1) {
        list.push_back({{"returning_people", {"People who came to more than one meeting"}},
                        &Statistics::returning_people});
        list.push_back(
            {{"returning_organisations", {"Organisations that came to more than one meeting"}},
             &Statistics::returning_organisations});
    }
    return list;
}

Table statistics_table(const Statistics& statistics) {
    Table table;
    table.columns = {{"measure", {"Measure"}}, {"sector", {"Sector"}}, {"count", {"Count"}}};
    for (const Measure& measure : measures()) {
        table.rows.push_back({measure.word, {}, statistics.*measure.value});
    }
    for (const SectorCount& sector : statistics.sectors) {
        const Cell name =
            sector.sector.empty() ? Cell(Word{"unknown", {"Unknown sector"}}) : Cell(sector.sector);
        table.rows.push_back(
            {Word{"organisations", {"Organisations"}}, name, sector.organisations});
        table.rows.push_back(
            {Word{"people_civil_society", {"People from civil society"}}, name, sector.people});
    }
    return table;
}

namespace {

std::string organisations_text(std::int64_t count, const Texts& texts) {
    return texts.get_plural({"{} organisation"}, {"{} organisations"}, count);
}

std::string people_text(std::int64_t count, const Texts& texts) {
    return texts.get_plural({"{} person"}, {"{} people"}, count);
}

}  // namespace

std::string statistics_sentence(const Statistics& statistics, const Texts& texts) {
    const std::string municipality = texts.get_plural({"{} representative of the municipality"},
                                                      {"{} representatives of the municipality"},
                                                      statistics.people_municipality);
    return texts.get({"{} ({}) and {}"}, organisations_text(statistics.organisations, texts),
                     people_text(statistics.people_civil_society, texts), municipality);
}

std::string newcomers_sentence(const Newcomers& newcomers, const Texts& texts) {
    return texts.get({"New: {}, {}. Came before: {}, {}."},
                     people_text(newcomers.new_people, texts),
                     organisations_text(newcomers.new_organisations, texts),
                     people_text(newcomers.returning_people, texts),
                     organisations_text(newcomers.returning_organisations, texts));
}

std::string sector_sentence(const SectorCount& sector, const Texts& texts) {
    const std::string name =
        sector.sector.empty() ? texts.get({"Unknown sector"}) : sector_text(sector.sector, texts);
    return texts.get({"{}: {} ({})"}, name, organisations_text(sector.organisations, texts),
                     people_text(sector.people, texts));
}

}  // namespace stormote
