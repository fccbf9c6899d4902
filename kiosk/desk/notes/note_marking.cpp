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
    return mark_note(desk, note, one_field(FollowUpField::agreeing, std::to_string(count)), actor);
}

std::optional<NoteMarking> toggle_chosen(Desk& desk, const NoteId& note, Actor actor) {
    const auto wording = wording_of(desk.state(), note);
    if (!wording || wording->state == NoteState::withdrawn) return std::nullopt;
    const bool is_taken_back = is_chosen(desk.state(), note);
    const GroupNumber group = desk.state().notes().at(note).versions.front().content.group;
    if (!is_taken_back &&
        notes_chosen_at_table(desk.state(), group, wording->question).size() >= most_chosen) {
        return std::nullopt;
    }
    return mark_note(desk, note, one_field(FollowUpField::chosen, is_taken_back ? "" : "chosen"),
                     actor);
}

bool take_back(Desk& desk, const NoteMarking& marking, Actor actor) {
    return standing(desk.state(), marking.note, marking.to) == marking.to &&
           mark_note(desk, marking.note, marking.from, actor).has_value();
}

std::vector<NoteId> notes_chosen_at_table(const EventState& state, GroupNumber group,
                                          QuestionNumber question) {
    std::vector<NoteId> chosen;
    for (const auto& [id, note] : state.notes()) {
        const auto heads = note.heads(state.device_table());
        const bool stands = std::any_of(heads.begin(), heads.end(), [&](const NoteVersion *head) {
            const NoteWritten& content = head->content;
            return content.group == group && content.question == question &&
                   content.state == NoteState::standing;
        });
        if (stands && is_chosen(state, id)) chosen.push_back(id);
    }
    return chosen;
}

}  // namespace stormote
