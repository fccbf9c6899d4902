// Evening report: what an organiser has to see to at this hour, by the clock of the event: tables
// that lack their facilitator or are too small to begin, tables that have written nothing for a
// while, and at the end who is still here and what people left behind. Pure; reads every attendee
// and note, so ask for it once a second at most. Times are corrected ones, as of the record.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/desk/desk.h"
#include "kiosk/desk/evening/table_message.h"
#include "sync/report/personal/people_here.h"

namespace stormote {

// What this device's clock says, corrected as the facts of the record are.
[[nodiscard]] std::int64_t corrected_now_ms(const Desk& desk, std::int64_t wall_ms);

enum class EveningPhase : std::uint8_t {
    before,   // the doors are closed, and nobody has come
    arrival,  // people come
    start,    // from shortly before the beginning until the tables talk
    talks,
    closing,  // from a quarter of an hour before the end
    ended,    // an organiser has said so
    over,     // hours after an end that nobody has said: nobody sees to anything any more
};

// Neither is it time for the doors yet, nor has anybody come.
[[nodiscard]] bool opens_later(const EventState& state, std::int64_t now_ms);

// When the parts of the evening begin; doors and closing may not be said.
struct EveningTimes {
    std::optional<std::int64_t> doors_ms;
    std::int64_t starts_ms = 0;
    std::int64_t talks_ms = 0;
    std::optional<std::int64_t> closing_ms;
    std::optional<std::int64_t> ends_ms;
    std::optional<std::int64_t> ended_ms;  // as an organiser ended it
};

// A table that needs a look.
struct TableCare {
    GroupNumber group = 0;
    std::string facilitator;  // by name; empty: nobody is named
    int here = 0;
    int expected = 0;  // who are to sit there and have not gone home, here or not
    std::optional<std::int64_t> last_note_ms;
};

// Fewer who are here make no conversation.
constexpr int least_at_table = 4;
constexpr std::int64_t silence_ms = 10 * 60'000;

struct EveningReport {
    EveningPhase phase = EveningPhase::before;
    EveningTimes times;
    RoundNumber round = 1;             // of this moment
    bool is_question_running = false;  // by its times
    // Of the open tables, ascending.
    std::vector<TableCare> without_facilitator;  // somebody is named, and not here
    int tables = 0;                              // that somebody is to sit at
    int facilitators = 0;                        // how many tables have one named
    std::vector<TableCare> small;                // too few are here, and people sit elsewhere, too
    std::vector<TableCare> silent;               // well into a question

    // When everybody will be here if people come as in the last five minutes; nothing where that is
    // more than an hour off, or too few come to tell.
    std::optional<std::int64_t> all_here_ms;
    std::optional<TableMessage> message;  // that stands on the tables' screens

    int came = 0;           // in the last five minutes
    int still_to_come = 0;  // of the registered
    int here = 0;           // as PeopleHere counts them
    int gone = 0;           // home
    // What people left behind, as far as it may be counted yet; while the evening ends and
    // once it has.
    int survey_answers = 0;
    int contacts = 0;  // people who want to be contacted
    int joined = 0;    // organisations, the agreement
    int chosen = 0;    // notes, to be shown to everybody
    int choosing = 0;  // tables that chose some
};

// Nothing: the event does not say when it starts.
[[nodiscard]] std::optional<EveningReport> report_evening(const EventState& state,
                                                          std::int64_t now_ms);

}  // namespace stormote
