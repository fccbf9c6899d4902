#include "kiosk/desk/notes/note_step.h"

#include <algorithm>

#include "sync/base/text_folding.h"

namespace stormote {

namespace {

// As the step's fields stand: of a note by itself what is its own, else what is said of all that
// are one with it, as follow_up_bodies() writes them.
std::string text_now(const EventState& state, const NoteId& note, FollowUpField field) {
    const NoteDescriptions& descriptions = state.note_descriptions();
    const bool is_own = is_of_note_itself(field);
    const LatestFields *known = is_own ? descriptions.find_written(note) : descriptions.find(note);
    return known == nullptr ? "" : known->get(field);
}

std::string text_now(const EventState& state, const MessageKey& message, FollowUpField field) {
    const auto described = state.message_descriptions().find(message);
    return described == state.message_descriptions().end() ? "" : described->second.get(field);
}

// What stands now in the fields that the change is about, and in those that follow from it.
FollowUpChange standing(const EventState& state, const FollowUpChange& change) {
    FollowUpChange now{change.subject, change.said};
    if (now.said.contains(FollowUpField::answer)) {
        now.said.try_emplace(FollowUpField::answered);
        now.said.try_emplace(FollowUpField::told);
    }
    for (auto& [field, text] : now.said) {
        text = std::visit(
            [&state, of = field](const auto& subject) { return text_now(state, subject, of); },
            change.subject);
    }
    return now;
}

std::vector<FollowUpChange> standing(const EventState& state,
                                     const std::vector<FollowUpChange>& changes) {
    std::vector<FollowUpChange> now;
    now.reserve(changes.size());
    for (const FollowUpChange& change : changes) now.push_back(standing(state, change));
    return now;
}

// With what it withholds beside each note itself: the one that the note is published as.
std::vector<FollowUpChange> with_roots(const EventState& state, std::vector<FollowUpChange> all) {
    const std::size_t count = all.size();
    for (std::size_t i = 0; i < count; ++i) {
        const auto *note = std::get_if<NoteId>(&all[i].subject);
        const auto withheld = all[i].said.find(FollowUpField::withheld);
        if (note == nullptr || withheld == all[i].said.end()) continue;
        const NoteId root = state.note_descriptions().root_of(*note);
        if (root != *note) all.push_back({root, {*withheld}});
    }
    return all;
}

}  // namespace

std::vector<FollowUpChange> say_same(const EventState& state, const std::vector<NoteId>& notes,
                                     const NoteId& stays) {
    const NoteDescriptions& descriptions = state.note_descriptions();
    const NoteId root = descriptions.root_of(stays);
    std::vector<FollowUpChange> changes;
    for (const NoteId& note : notes) {
        const NoteId own = descriptions.root_of(note);
        if (own == root) continue;
        changes.push_back({own, {{FollowUpField::same_as, to_string(root)}}});
    }
    return changes;
}

FollowUpChange say_different(const EventState& state, const NoteId& note,
                             const std::vector<NoteId>& others) {
    std::string apart = text_now(state, note, FollowUpField::different_from);
    for (const NoteId& other : others) {
        const std::string id = to_string(other);
        const auto known = split_text(apart, ' ');
        if (other == note || std::find(known.begin(), known.end(), id) != known.end()) continue;
        apart += (apart.empty() ? "" : " ") + id;
    }
    return {note, {{FollowUpField::different_from, std::move(apart)}}};
}

FollowUpChange say_parted(const EventState& state, const NoteId& note) {
    FollowUpChange change = say_different(state, note, {state.note_descriptions().root_of(note)});
    change.said[FollowUpField::same_as] = "";
    return change;
}

std::optional<NoteStep> take_step(Desk& desk, const std::vector<FollowUpChange>& to, Actor actor) {
    const std::vector<FollowUpChange> all = with_roots(desk.state(), to);
    NoteStep step{standing(desk.state(), all), {}};
    if (desk.follow_up(all, actor) != FollowingUp::done) return std::nullopt;
    step.to = standing(desk.state(), all);
    return step;
}

bool take_back(Desk& desk, const NoteStep& step, Actor actor) {
    const auto stands = [&](const FollowUpChange& change) {
        return standing(desk.state(), change).said == change.said;
    };
    return std::all_of(step.to.begin(), step.to.end(), stands) &&
           desk.follow_up(step.from, actor) == FollowingUp::done;
}

}  // namespace stormote
