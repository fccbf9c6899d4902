#include "kiosk/desk/notes/note_rewriting.h"

#include <algorithm>
#include <utility>

#include "kiosk/desk/note_said.h"
#include "sync/report/published_notes.h"

namespace stormote {

namespace {

// What the same notes say now. Nothing where one of them is not known.
std::optional<std::vector<NoteWording>> standing(const EventState& state,
                                                 const std::vector<NoteWording>& notes) {
    std::vector<NoteWording> now;
    now.reserve(notes.size());
    for (const NoteWording& note : notes) {
        auto wording = wording_of(state, note.id);
        if (!wording) return std::nullopt;
        now.push_back(std::move(*wording));
    }
    return now;
}

// Versions of which none replaces another wait for somebody to choose.
bool awaits_choice(const EventState& state, const NoteId& id) {
    return state.notes().at(id).heads(state.device_table()).size() > 1;
}

FieldTexts not_chosen() {
    return FieldSetter<FollowUpField>{}.set(FollowUpField::chosen, "").take();
}

// Once they are recorded.
std::optional<NoteMarking> let_go_choice(Desk& desk, const std::vector<NoteWording>& from,
                                         const std::vector<NoteWording>& to, Actor actor) {
    const EventState& state = desk.state();
    for (std::size_t i = 0; i < to.size(); ++i) {
        const NoteWording& note = to[i];
        const bool stood_there =
            from[i].state == NoteState::standing && from[i].question == note.question;
        if (stood_there) continue;
        const GroupNumber group = state.notes().at(note.id).versions.front().content.group;
        const auto chosen = notes_chosen_at_table(state, group, note.question);
        const bool is_too_many = chosen.size() > most_chosen &&
                                 std::find(chosen.begin(), chosen.end(), note.id) != chosen.end();
        if (is_too_many) return mark_note(desk, note.id, not_chosen(), actor);
    }
    return std::nullopt;
}

}  // namespace

NoteRewriting writing_of_note(const EventState& state, const NoteId& id) {
    const auto written = wording_of(state, id);
    if (!written) return {};
    NoteWording before = *written;
    before.state = NoteState::withdrawn;
    return {{before}, {*written}};
}

std::vector<NoteWording> join_notes(const EventState& state, const NoteId& first,
                                    const NoteId& second) {
    auto joined = wording_of(state, first);
    auto other = wording_of(state, second);
    if (!joined || !other || first == second) return {};
    for (const NoteWording *note : {&*joined, &*other}) {
        if (note->state == NoteState::withdrawn || awaits_choice(state, note->id)) return {};
    }
    if (joined->question != other->question) return {};
    joined->text += "\n" + other->text;
    other->state = NoteState::withdrawn;
    return {std::move(*joined), std::move(*other)};
}

std::optional<NoteRewriting> rewrite(Desk& desk, const std::vector<NoteWording>& to, Actor actor) {
    const auto from = standing(desk.state(), to);
    if (!from || *from == to || !desk.rewrite_notes(to, actor)) return std::nullopt;
    return NoteRewriting{*from, to, let_go_choice(desk, *from, to, actor)};
}

bool loses_choice(const NoteRewriting& rewriting) {
    return rewriting.marking && rewriting.marking->to == not_chosen();
}

std::optional<NoteRewriting> join(Desk& desk, const NoteId& first, const NoteId& second,
                                  Actor actor) {
    const EventState& state = desk.state();
    const NoteSaid said = said_of_note(state, first);
    const NoteSaid other = said_of_note(state, second);
    auto rewriting = rewrite(desk, join_notes(state, first, second), actor);
    if (!rewriting) return rewriting;
    FieldSetter<FollowUpField> fields;
    const int agreeing = std::min(said.agreeing + other.agreeing, most_agreeing);
    if (other.agreeing > 0) fields.set(FollowUpField::agreeing, std::to_string(agreeing));
    if (other.is_chosen) fields.set(FollowUpField::chosen, "chosen");
    const LatestFields *known = state.note_descriptions().find(second);
    const auto take_over = [&](FollowUpField field, const std::string& own) {
        if (known == nullptr || !own.empty() || known->get(field).empty()) return;
        fields.set(field, known->get(field));
    };
    take_over(FollowUpField::owner, said.owner);
    take_over(FollowUpField::department, said.department);
    take_over(FollowUpField::due, said.due);
    FieldTexts marked = fields.take();
    if (!marked.empty()) rewriting->marking = mark_note(desk, first, std::move(marked), actor);
    return rewriting;
}

bool take_back(Desk& desk, const NoteRewriting& rewriting, Actor actor) {
    const EventState& state = desk.state();
    if (rewriting.to.empty() || standing(state, rewriting.to) != rewriting.to) return false;
    for (const NoteWording& note : rewriting.to) {
        if (awaits_choice(state, note.id)) return false;
    }
    if (!desk.rewrite_notes(rewriting.from, actor)) return false;
    // What somebody has said of it since stands.
    if (rewriting.marking) static_cast<void>(take_back(desk, *rewriting.marking, actor));
    static_cast<void>(let_go_choice(desk, rewriting.to, rewriting.from, actor));
    return true;
}

}  // namespace stormote
