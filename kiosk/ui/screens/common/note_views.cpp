#include "kiosk/ui/screens/common/note_views.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "kiosk/desk/note_said.h"
#include "sync/base/local_time.h"

namespace stormote {

namespace {

std::int64_t written_ms(const EventState& state, const NoteVersion& version) {
    return version.wall_ms + state.device_at(version.stamp.device()).clock.ms;
}

NoteChoice choice_of(const EventState& state, const NoteVersion& version) {
    return {version.content.kind, version.content.state == NoteState::withdrawn,
            version.content.text, clock_text(written_ms(state, version)),
            state.device_at(version.stamp.device()).name};
}

const NoteVersion *first_version(const EventState& state, const Note& note) {
    const auto first = std::min_element(
        note.versions.begin(), note.versions.end(), [&state](const auto& left, const auto& right) {
            return left.stamp.is_before(right.stamp, state.device_table());
        });
    return first == note.versions.end() ? nullptr : &*first;
}

NoteCard card_of(const EventState& state, const Note& note,
                 const std::vector<const NoteVersion *>& heads,
                 const std::optional<DeviceId>& own) {
    const NoteWritten& newest = heads.back()->content;
    NoteCard card;
    card.kind = newest.kind;
    card.is_withdrawn = newest.state == NoteState::withdrawn;
    card.text = newest.text;
    const NoteVersion& first = *first_version(state, note);
    card.time_text = clock_text(written_ms(state, first));
    const Device& screen = state.device_at(first.stamp.device());
    if (own && screen.id != *own && screen.is_named) card.author = screen.name;
    card.is_edited = note.versions.size() > 1;
    if (heads.size() > 1) {
        for (const NoteVersion *head : heads) card.choices.push_back(choice_of(state, *head));
    }
    return card;
}

void say_besides(NoteSaid said, NoteCard& card) {
    card.agreeing = said.agreeing;
    card.is_chosen = said.is_chosen;
    card.owner = std::move(said.owner);
    card.department = std::move(said.department);
    card.due = std::move(said.due);
}

}  // namespace

TableNotes table_notes(const EventState& state, GroupNumber group, QuestionNumber question,
                       const std::optional<DeviceId>& own) {
    struct Entry {
        bool awaits_choice;
        std::string place;
        NoteId id;
        NoteCard card;
    };
    std::vector<Entry> entries;
    for (const auto& [id, note] : state.notes()) {
        const auto heads = note.heads(state.device_table());
        if (heads.empty()) continue;
        const NoteWritten& newest = heads.back()->content;
        if (newest.group != group || newest.question != question) continue;
        NoteSaid said = said_of_note(state, id);
        entries.push_back({heads.size() > 1, said.place, id, card_of(state, note, heads, own)});
        say_besides(std::move(said), entries.back().card);
    }
    std::sort(entries.begin(), entries.end(), [](const Entry& left, const Entry& right) {
        return std::tie(left.awaits_choice, left.place, left.id) <
               std::tie(right.awaits_choice, right.place, right.id);
    });
    TableNotes notes;
    for (Entry& entry : entries) {
        notes.ids.push_back(entry.id);
        notes.cards.push_back(std::move(entry.card));
    }
    return notes;
}

std::vector<NoteChoice> note_versions(const EventState& state, const NoteId& id) {
    const auto found = state.notes().find(id);
    if (found == state.notes().end()) return {};
    std::vector<const NoteVersion *> versions;
    versions.reserve(found->second.versions.size());
    for (const NoteVersion& version : found->second.versions) versions.push_back(&version);
    std::sort(versions.begin(), versions.end(), [&state](const auto *left, const auto *right) {
        return right->stamp.is_before(left->stamp, state.device_table());
    });
    std::vector<NoteChoice> choices;
    choices.reserve(versions.size());
    for (const NoteVersion *version : versions) choices.push_back(choice_of(state, *version));
    return choices;
}

}  // namespace stormote
