#include "kiosk/ui/screens/organiser/list_standing.h"

#include <algorithm>

namespace stormote {

namespace {

// Beyond these nobody is named.
constexpr std::size_t most_named = 3;
constexpr std::size_t most_notes = 3;

std::string count_text(const ImportPlan& plan, std::int64_t clear, const Texts& texts) {
    std::string text =
        texts.get_plural(Sentence{"{} person is clear"}, Sentence{"{} people are clear"}, clear);
    return text + ": " +
           texts.get(Sentence{"{} new, {} changed, {} as before"}, plan.added, plan.updated,
                     plan.unchanged);
}

std::string missing_text(const std::vector<AttendeeId>& missing, const EventState& state,
                         const Texts& texts) {
    std::string names;
    for (std::size_t i = 0; i < std::min(missing.size(), most_named); ++i) {
        const Attendee *person = state.find_attendee(missing[i]);
        if (person != nullptr) names += (names.empty() ? "" : ", ") + person->full_name();
    }
    if (missing.size() > most_named) {
        names = texts.get(Sentence{"{} and {} more"}, names, missing.size() - most_named);
    }
    return texts.get_plural(Sentence{"{} is no longer in the list"},
                            Sentence{"{} are no longer in the list"},
                            static_cast<std::int64_t>(missing.size())) +
           ": " + names;
}

std::string note_text(const ListProblem& note, const Texts& texts) {
    const std::string message = texts.get(note.message);
    if (note.column.empty()) return message;
    return note.column + ": " + message;
}

}  // namespace

ListStanding::ListStanding(const ReviewStanding& standing, const EventState& state,
                           const Texts& texts)
    : doubtful(standing.doubtful),
      missing(standing.missing.size()),
      people(standing.clear()),
      is_new(!standing.plan.bodies.empty()),
      has_decisions(standing.has_decisions),
      question(standing.question) {
    if (!standing.plan.problems.empty()) {
        problem = note_text(standing.plan.problems.front(), texts);
        return;
    }
    counts.push_back({count_text(standing.plan, people, texts), false});
    if (standing.settled_before > 0) {
        counts.push_back(
            {texts.get_plural(Sentence{"{} row as last time"}, Sentence{"{} rows as last time"},
                              static_cast<std::int64_t>(standing.settled_before)),
             false});
    }
    if (doubtful > 0) {
        counts.push_back(
            {texts.get_plural(Sentence{"{} row is not clear"}, Sentence{"{} rows are not clear"},
                              static_cast<std::int64_t>(doubtful)),
             true});
    }
    if (missing > 0) counts.push_back({missing_text(standing.missing, state, texts), true});
    const ListProblems& notes = standing.plan.notes;
    for (std::size_t i = 0; i < std::min(notes.size(), most_notes); ++i) {
        counts.push_back({note_text(notes[i], texts), false});
    }
}

}  // namespace stormote
