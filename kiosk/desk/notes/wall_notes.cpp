#include "kiosk/desk/notes/wall_notes.h"

#include <algorithm>
#include <optional>
#include <tuple>

#include "sync/report/published_notes.h"

namespace stormote {

namespace {

constexpr std::string_view shown_word = "shown ";
constexpr std::string_view chosen_word = "chosen ";

// What the record says of a note: where it is, and whose words that is for.
struct Placing {
    WallPlace place = WallPlace::off;
    std::optional<OperationId> version;
};

// A word of a later version lets nothing onto the wall.
Placing parse_placing(std::string_view text) {
    for (const auto& [word, place] :
         {std::pair(shown_word, WallPlace::shown), std::pair(chosen_word, WallPlace::chosen)}) {
        if (!text.starts_with(word)) continue;
        return {place, parse_id<OperationId>(text.substr(word.size()))};
    }
    return {};
}

std::string write_placing(WallPlace place, const OperationId& version) {
    if (place == WallPlace::off) return "";
    return std::string(place == WallPlace::shown ? shown_word : chosen_word) + to_string(version);
}

// The version whose words a published note is in: the newest that stands.
const NoteVersion *standing_version(const EventState& state, const NoteId& id) {
    const auto found = state.notes().find(id);
    if (found == state.notes().end()) return nullptr;
    const auto heads = found->second.heads(state.device_table());
    const auto newest = std::find_if(heads.rbegin(), heads.rend(), [](const NoteVersion *head) {
        return head->content.state == NoteState::standing;
    });
    return newest == heads.rend() ? nullptr : *newest;
}

// Whether that version of the note says what it says now: somebody may have changed it and back.
bool says_the_same(const EventState& state, const NoteId& id, const OperationId& version,
                   const std::string& text) {
    const std::vector<NoteVersion>& versions = state.notes().at(id).versions;
    return std::any_of(versions.begin(), versions.end(), [&](const NoteVersion& known) {
        return known.id == version && known.content.text == text;
    });
}

WallNote wall_note(const EventState& state, const PublishedNote& note,
                   const NoteVersion& standing) {
    WallNote found{note.id,   standing.id,     note.question,  note.group, note.kind,
                   note.text, note.written_ms, WallPlace::off, false,      {}};
    found.is_wanted = note.is_chosen;
    found.agreeing = note.agreeing;
    const LatestFields *described = state.note_descriptions().find_written(note.id);
    if (described == nullptr) return found;
    const Placing placing = parse_placing(described->get(FollowUpField::wall));
    found.said = described->stamp_of(FollowUpField::wall);
    if (placing.place == WallPlace::off) return found;
    // An organiser's own wording is what was let on, whatever the table writes beside it.
    const bool is_as_seen =
        note.is_edited ||
        (placing.version && says_the_same(state, note.id, *placing.version, standing.content.text));
    if (is_as_seen) found.place = placing.place;
    found.is_changed = !is_as_seen;
    return found;
}

bool is_put_in_order(const EventState& state, const NoteId& id) {
    const LatestFields *described = state.note_descriptions().find_written(id);
    return described != nullptr && !described->get(FollowUpField::rank).empty();
}

// Those of one table on one question change places among themselves, where it has moved one of
// them; the others stay where they are.
void follow_tables(const EventState& state, std::vector<WallNote>& notes) {
    std::map<std::pair<GroupNumber, QuestionNumber>, std::vector<std::size_t>> places;
    for (std::size_t i = 0; i < notes.size(); ++i) {
        places[{notes[i].group, notes[i].question}].push_back(i);
    }
    for (const auto& [table, at] : places) {
        std::vector<WallNote> of_table;
        for (const std::size_t place : at) of_table.push_back(notes[place]);
        const auto is_moved = [&](const WallNote& note) { return is_put_in_order(state, note.id); };
        if (std::none_of(of_table.begin(), of_table.end(), is_moved)) continue;
        std::sort(of_table.begin(), of_table.end(), [&](const auto& left, const auto& right) {
            return place_of_note(state, left.id) < place_of_note(state, right.id);
        });
        for (std::size_t i = 0; i < at.size(); ++i) notes[at[i]] = std::move(of_table[i]);
    }
}

}  // namespace

std::vector<WallNote> wall_notes(const EventState& state) {
    std::vector<WallNote> notes;
    for (const PublishedNote& note : published_notes(state)) {
        const bool awaits_choice = note.is_in_conflict && !note.is_edited;
        if (note.publication == Publication::withheld || awaits_choice) continue;
        const NoteVersion *standing = standing_version(state, note.id);
        if (standing != nullptr) notes.push_back(wall_note(state, note, *standing));
    }
    std::sort(notes.begin(), notes.end(), [](const WallNote& left, const WallNote& right) {
        return std::tuple(right.is_wanted, right.written_ms, right.id) <
               std::tuple(left.is_wanted, left.written_ms, left.id);
    });
    return notes;
}

std::vector<WallNote> notes_on_wall(const EventState& state) {
    std::vector<WallNote> notes = wall_notes(state);
    std::erase_if(notes, [](const WallNote& note) { return note.place == WallPlace::off; });
    std::stable_sort(notes.begin(), notes.end(), [&](const WallNote& left, const WallNote& right) {
        return right.said.is_before(left.said, state.device_table());
    });
    return notes;
}

std::vector<WallNote> chosen_notes(const EventState& state) {
    std::vector<WallNote> notes = notes_on_wall(state);
    std::erase_if(notes, [](const WallNote& note) { return note.place != WallPlace::chosen; });
    std::reverse(notes.begin(), notes.end());
    // Two organisers who could not hear each other may have chosen more.
    if (notes.size() > most_chosen_notes) notes.resize(most_chosen_notes);
    follow_tables(state, notes);
    return notes;
}

NoteCounts count_notes(const EventState& state) {
    NoteCounts counts;
    for (const auto& [id, note] : state.notes()) {
        const NoteVersion *standing = standing_version(state, id);
        if (standing == nullptr) continue;
        ++counts.all;
        ++counts.by_question[standing->content.question];
        if (standing->content.kind == NoteKind::commitment) ++counts.commitments;
    }
    return counts;
}

WallPlacing place_on_wall(Desk& desk, const NoteId& note, const OperationId& version,
                          WallPlace place, Actor actor) {
    const EventState& state = desk.state();
    const std::vector<WallNote> notes = wall_notes(state);
    const auto known = std::find_if(notes.begin(), notes.end(),
                                    [&](const WallNote& one) { return one.id == note; });
    if (known == notes.end()) return WallPlacing::gone;
    if (place == WallPlace::chosen && known->place != place &&
        chosen_notes(state).size() >= most_chosen_notes) {
        return WallPlacing::full;
    }
    const FollowUpChange change{note, {{FollowUpField::wall, write_placing(place, version)}}};
    switch (desk.follow_up({&change, 1}, actor)) {
        case FollowingUp::done:
            return WallPlacing::done;
        case FollowingUp::needless:
            return WallPlacing::needless;
        case FollowingUp::unknown:
            break;
    }
    return WallPlacing::gone;
}

}  // namespace stormote
