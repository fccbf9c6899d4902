#include "kiosk/desk/notes/note_ordering.h"

#include <algorithm>
#include <string>

#include "sync/report/published_notes.h"

namespace stormote {

namespace {

// In the order of the table, those alone that can be moved.
std::vector<NoteId> movable_beside(const EventState& state, const NoteId& note) {
    const auto found = state.notes().find(note);
    if (found == state.notes().end()) return {};
    const auto heads = found->second.heads(state.device_table());
    if (heads.empty()) return {};
    const NoteWritten& newest = heads.back()->content;
    std::vector<NoteId> notes = notes_in_order(state, newest.group, newest.question);
    std::erase_if(notes, [&state](const NoteId& id) {
        return state.notes().at(id).heads(state.device_table()).size() != 1;
    });
    return notes;
}

// Two tables may move two notes between the same two others at once: each stands at a place of its
// own, so that there is always room between them.
std::string own_place(std::string place, const NoteId& note) {
    constexpr std::size_t own_digits = 8;
    std::string own;
    for (const char digit : to_string(note)) {
        if (digit != '-') own += digit;
    }
    return place + own.substr(own.size() - own_digits) + '8';
}

}  // namespace

std::optional<FieldTexts> placed(const EventState& state, const NoteId& note,
                                 const std::optional<NoteId>& ahead_of) {
    std::vector<NoteId> notes = movable_beside(state, note);
    const auto own = std::find(notes.begin(), notes.end(), note);
    if (own == notes.end()) return std::nullopt;
    const auto behind_own = notes.erase(own);
    const auto behind = ahead_of ? std::find(notes.begin(), notes.end(), *ahead_of) : notes.end();
    const bool is_known = !ahead_of || behind != notes.end();
    if (!is_known || behind == behind_own) return std::nullopt;
    const std::string before =
        behind == notes.begin() ? "" : place_of_note(state, *std::prev(behind));
    std::string place;
    if (behind == notes.end()) {
        place = place_behind(before);
    } else {
        const std::string upper = place_of_note(state, *behind);
        if (upper <= before) return std::nullopt;
        place = place_between(before, upper);
    }
    return FieldSetter<FollowUpField>{}
        .set(FollowUpField::rank, own_place(std::move(place), note))
        .take();
}

std::optional<FieldTexts> shifted(const EventState& state, const NoteId& note, NoteShift way) {
    const std::vector<NoteId> notes = movable_beside(state, note);
    const auto own = std::find(notes.begin(), notes.end(), note);
    if (own == notes.end()) return std::nullopt;
    const auto index = static_cast<std::size_t>(own - notes.begin());
    const bool is_up = way == NoteShift::up;
    if (is_up ? index == 0 : index + 1 == notes.size()) return std::nullopt;
    const std::size_t behind = is_up ? index - 1 : index + 2;
    return placed(state, note,
                  behind == notes.size() ? std::nullopt : std::optional(notes[behind]));
}

std::optional<NoteMarking> shift_note(Desk& desk, const NoteId& note, NoteShift way, Actor actor) {
    auto fields = shifted(desk.state(), note, way);
    if (!fields) return std::nullopt;
    return mark_note(desk, note, std::move(*fields), actor);
}

std::optional<NoteMarking> place_note(Desk& desk, const NoteId& note,
                                      const std::optional<NoteId>& ahead_of, Actor actor) {
    auto fields = placed(desk.state(), note, ahead_of);
    if (!fields) return std::nullopt;
    return mark_note(desk, note, std::move(*fields), actor);
}

}  // namespace stormote
