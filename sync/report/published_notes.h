// Published notes: what was said at the tables, as it is to be read afterwards: what an organiser
// has worded anew in those words, what says the same once, what is not for the public marked. Pure;
// the same on every replica.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sync/report/follow_up.h"

namespace stormote {

enum class Publication : std::uint8_t { open, withheld };

// Of a note in whose words those that say the same are published: withheld where it or their root
// is. A root that was withdrawn withholds them still.
[[nodiscard]] Publication publication_of(const EventState& state, const NoteId& id);

struct PublishedNote {
    NoteId id;                   // the one that the others say the same as
    std::vector<NoteId> same{};  // the others that still stand, ascending
    QuestionNumber question = 0;
    GroupNumber group = 0;              // where the note itself was said
    std::vector<GroupNumber> groups{};  // all in which it was said, ascending
    NoteKind kind = NoteKind::point;
    std::string text;      // the organiser's wording, else the original
    std::string original;  // as it was written at the table
    bool is_edited = false;
    bool is_in_conflict = false;  // versions stand beside each other that nobody has chosen among
    Publication publication = Publication::open;
    std::int64_t written_ms = 0;  // when what stands was written, by corrected clocks
    int agreeing = 0;             // at the tables of all of them, as far as they counted
    bool is_chosen = false;       // by one of the tables, to be shown to everybody
    FollowUp follow_up{};
};

// More than sit at any table is no count of one.
constexpr int most_agreeing = 1'000;

// How many of its table agree with a note. 0: nobody was counted.
[[nodiscard]] int agreeing_of(const EventState& state, const NoteId& id);
[[nodiscard]] bool is_chosen(const EventState& state, const NoteId& id);

// Where a note stands among its table's notes on its question: what follows the point of a
// hexadecimal fraction, so that texts are compared, and there is always room between two. By itself
// a place says when the note was first written, in the order of the record; `rank` says another.
// Empty for an unknown note.
[[nodiscard]] std::string place_of_note(const EventState& state, const NoteId& id);
// Asserts that one is before the other; an empty one is before every place.
[[nodiscard]] std::string place_between(std::string_view before, std::string_view behind);
// Behind that place, and before whatever is written from now on.
[[nodiscard]] std::string place_behind(std::string_view before);
// The notes of a group on a question by their places, those that were withdrawn among them.
[[nodiscard]] std::vector<NoteId> notes_in_order(const EventState& state, GroupNumber group,
                                                 QuestionNumber question);

// By question, group and the places of the notes at their table. Notes that were withdrawn are left
// out. One in conflict is there once for each version that stands, unless it has been worded.
[[nodiscard]] std::vector<PublishedNote> published_notes(const EventState& state);

// The note in whose words this one is published. Nothing: in its own, or not at all.
[[nodiscard]] std::optional<NoteId> published_with(const EventState& state, const NoteId& id);

// A note of an earlier meeting whose follow-up has come to this one.
struct EarlierPublishedNote {
    NoteId id;
    std::string meeting;
    std::string date;
    NoteKind kind = NoteKind::point;
    std::string text;
    Publication publication = Publication::open;
    FollowUp follow_up{};
};

// What became of what was said before, for the opening of a compilation: by date, then with an
// answer first, then as they were said.
[[nodiscard]] std::vector<EarlierPublishedNote> earlier_published_notes(const EventState& state);

}  // namespace stormote
