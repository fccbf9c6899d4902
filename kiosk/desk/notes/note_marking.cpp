#include "kiosk/desk/notes/note_marking.h"

#include <algorithm>
#include <string>
#include <utility>

#include "sync/report/published_notes.h"

namespace stormote {

namespace {

// What stands in the same fields now.
FieldTexts standing(const EventState& state, const NoteId& note, FieldTexts fields) {
    const LatestFields *said = state.note_descriptions().find_written(note);
    for (auto& [field, text] : fields) text = said == nullptr ? "" : said->get(field);
    return fields;
}

template <typename Field>
FieldTexts one_field(Field field, std::string text) {
    return FieldSetter<Field>{}.set(field, std::move(text)).take();
}

bool chooses(const FieldTexts& fields) {
    return std::any_of(fields.begin(), fields.end(), [](const auto& field) {
        return field.first == number(FollowUpField::chosen) && !field.second.empty();
    });
}

// Fewer of its table's notes on its question are chosen than may be.
bool may_choose(const EventState& state, const NoteId& note) {
    const auto wording = wording_of(state, note);
    if (!wording) return false;
    const GroupNumber group = state.notes().at(note).versions.front().content.group;
    return notes_chosen_at_table(state, group, wording->question).size() < most_chosen;
}

}  // namespace

std::optional<NoteMarking> mark_note(Desk& desk, const NoteId& note, FieldTexts to, Actor actor) {
    const EventState& state = desk.state();
    if (!state.notes().contains(note)) return std::nullopt;
    NoteMarking marking{note, standing(state, note, to), std::move(to)};
    if (marking.from == marking.to) return std::nullopt;
    const Body body{{}, actor.role, NoteMarked{note, marking.to}};
    desk.record(std::span(&body, 1));
    return marking;
}

std::optional<NoteMarking> count_agreeing(Desk& desk, const NoteId& note, Actor actor) {
    const int count = agreeing_of(desk.state(), note) + 1;
    if (count > most_agreeing) return std::nullopt;
    return mark_note(desk, note, one_field(FollowUpField::agreeing, std::to_string(count)), actor);
}

std::optional<NoteMarking> toggle_chosen(Desk& desk, const NoteId& note, Actor actor) {
    const auto wording = wording_of(desk.state(), note);
    if (!wording || wording->state == NoteState::withdrawn) return std::nullopt;
    const bool is_taken_back = is_chosen(desk.state(), note);
    if (!is_taken_back && !may_choose(desk.state(), note)) return std::nullopt;
    return mark_note(desk, note, one_field(FollowUpField::chosen, is_taken_back ? "" : "chosen"),
                     actor);
}

bool take_back(Desk& desk, const NoteMarking& marking, Actor actor) {
    if (chooses(marking.from) && !may_choose(desk.state(), marking.note)) return false;
    return standing(desk.state(), marking.note, marking.to) == marking.to &&
           mark_note(desk, marking.note, marking.from, actor).has_value();
}

std::vector<NoteId> notes_chosen_at_table(const EventState& state, GroupNumber group,
                                          QuestionNumber question) {
    std::vector<NoteId> chosen;
    for (const auto& [id, note] : state.notes()) {
        const auto heads = note.heads(state.device_table());
        // One whose versions await a choice is not shown to be chosen from.
        if (heads.size() != 1) continue;
        const NoteWritten& content = heads.front()->content;
        const bool stands = content.group == group && content.question == question &&
                            content.state == NoteState::standing;
        if (stands && is_chosen(state, id)) chosen.push_back(id);
    }
    return chosen;
}

}  // namespace stormote
