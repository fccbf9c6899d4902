// Statistics: a series of meetings in the municipalities' own form: "56 organisationer (79
// personer) och 25 representanter från kommunen". Pure.
#pragma once

#include <vector>

#include "sync/model/event_state.h"
#include "sync/report/statistics/arrivals.h"
#include "sync/report/table.h"

namespace stormote {

struct SectorCount {
    std::string sector;  // empty: of no known sector
    std::int64_t organisations = 0;
    std::int64_t people = 0;
};

// How many came to a meeting who had come to an earlier one, and how many had not: of all roles.
struct Newcomers {
    std::int64_t new_people = 0;
    std::int64_t returning_people = 0;
    std::int64_t new_organisations = 0;
    std::int64_t returning_organisations = 0;
};

// Counted are those who were checked in, wherever nothing else is said. Everybody and every
// organisation counts once over all the meetings; a person counts in the role and sector of the
// last meeting they came to.
struct Statistics {
    std::int64_t meetings = 0;
    std::int64_t organisations = 0;  // that somebody from civil society came from
    std::int64_t people_civil_society = 0;
    std::int64_t people_municipality = 0;  // elected and officials
    std::int64_t elected = 0;
    std::int64_t officials = 0;
    std::int64_t walk_ins = 0;         // came, and were registered for none of the meetings
    std::int64_t registered = 0;       // whether or not they came; without those who cancelled
    std::int64_t no_shows = 0;         // registered, and came to none
    std::int64_t erased = 0;           // of those who came; they count for each meeting
    std::int64_t erased_civil = 0;     // of these from civil society; no sector counts them
    std::int64_t unknown_tickets = 0;  // came with a ticket whose owner is not known; beside all
    std::int64_t survey_answers = 0;   // sheets, each of one person
    std::int64_t joined = 0;           // organisations, whether or not somebody from them came
    std::int64_t registered_late = 0;  // of those registered: after the deadline
    // Of those who came, and of their organisations, who came to more than one of the meetings.
    std::int64_t returning_people = 0;
    std::int64_t returning_organisations = 0;
    std::vector<SectorCount> sectors;  // of civil society, in Swedish order
    // Those of organisations in the registers that nobody came from, in Swedish order.
    std::vector<std::string> absent_sectors;
    std::vector<Arrivals> arrivals;    // of one meeting; empty where several are counted
    std::vector<Newcomers> newcomers;  // of each meeting, by its time

    // How many of a hundred who were registered did not come, rounded; 0 where nobody was.
    [[nodiscard]] std::int64_t no_show_percent() const;
    // People, with those who were erased since, or tickets whose owners are not known.
    [[nodiscard]] bool has_anybody_come() const;
};

// One state an event. Within one event, two records of a person are two people; across events,
// they are matched as PersonRegister does. A meeting whose people were purged counts as before
// alone; beside others its counts are added, since nobody of it can be recognised any more.
[[nodiscard]] Statistics count_events(std::vector<const EventState *> events);

// One of the counts of the whole series, by its name.
struct Measure {
    Word word;
    std::int64_t Statistics::*value = nullptr;
};
// All of them, in their order in files.
[[nodiscard]] const std::vector<Measure>& measures();
// Those that came later, in words: the CSV, which other programs read by its lines, has not got
// them. Of one meeting without those that only several can have.
[[nodiscard]] std::vector<Measure> further_measures(const Statistics& statistics);
[[nodiscard]] Table statistics_table(const Statistics& statistics);
// The one sentence of the municipalities.
[[nodiscard]] std::string statistics_sentence(const Statistics& statistics, const Texts& texts);

// "New: 12 people, 5 organisations. Came before: 40 people, 22 organisations."
[[nodiscard]] std::string newcomers_sentence(const Newcomers& newcomers, const Texts& texts);

// "Studieförbund: 7 organisationer (11 personer)".
[[nodiscard]] std::string sector_sentence(const SectorCount& sector, const Texts& texts);

}  // namespace stormote
