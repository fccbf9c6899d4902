// Wall notes: which notes an organiser has let onto the wall, a screen that everybody in the hall
// reads, and in which words. What a table writes gets there by an organiser's yes alone, which is
// for the words that stood then: a note that is changed leaves the wall until somebody lets it on
// again. Pure, save place_on_wall().
#pragma once

#include <map>
#include <string>
#include <vector>

#include "kiosk/desk/desk.h"

namespace stormote {

// Chosen: among what comes out of the evening, which the wall shows at its end.
enum class WallPlace : std::uint8_t { off, shown, chosen };

constexpr std::size_t most_chosen_notes = 3;

struct WallNote {
    NoteId id;
    OperationId version;  // that stands
    QuestionNumber question = 0;
    GroupNumber group = 0;
    NoteKind kind = NoteKind::point;
    std::string text;  // the organiser's wording, else as it was written
    std::int64_t written_ms = 0;
    WallPlace place = WallPlace::off;
    bool is_changed = false;  // since it was let onto the wall, and so has left it
    Stamp said;               // when an organiser last said whether it is on the wall
    bool is_wanted = false;   // its table chose it for the wall
    int agreeing = 0;         // at the tables that said it; 0: nobody was counted
};

// The notes that may be let onto the wall: those that tables chose for it, then the others, newest
// first. Without those that are withheld from the
// public, that were withdrawn, or whose versions await a choice.
[[nodiscard]] std::vector<WallNote> wall_notes(const EventState& state);
// Those of them that are on the wall: what was let on last first.
[[nodiscard]] std::vector<WallNote> notes_on_wall(const EventState& state);
// And those that were chosen, in the order of choosing, those of one table in the table's order
// where it has put them in one; no more than the wall has room for.
[[nodiscard]] std::vector<WallNote> chosen_notes(const EventState& state);

struct NoteCounts {
    int all = 0;  // that stand
    int commitments = 0;
    std::map<QuestionNumber, int> by_question;
};
[[nodiscard]] NoteCounts count_notes(const EventState& state);

enum class WallPlacing : std::uint8_t {
    done,
    needless,  // it is so already: nothing was recorded
    gone,      // there is no such note, or it may not be let on any more: nothing was recorded
    full,      // as many are chosen as there may be: nothing was recorded
};

// Lets a note onto the wall in the words of that version, chooses it, or takes it off. The desk's
// thread.
WallPlacing place_on_wall(Desk& desk, const NoteId& note, const OperationId& version,
                          WallPlace place, Actor actor);

}  // namespace stormote
