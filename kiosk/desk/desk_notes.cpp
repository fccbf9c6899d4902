// Desk: the notes of the tables, and what becomes of them after the evening.
#include "kiosk/desk/desk.h"
#include "sync/base/local_time.h"

namespace stormote {

namespace {

// A version that replaces every head; nothing for a note that is not known.
std::optional<NoteWritten> next_version(const EventState& state, const NoteId& id) {
    const auto found = state.notes().find(id);
    if (found == state.notes().end()) return std::nullopt;
    const auto heads = found->second.heads(state.device_table());
    if (heads.empty()) return std::nullopt;
    NoteWritten version = heads.back()->content;
    version.replaces.clear();
    for (const NoteVersion *head : heads) version.replaces.push_back(head->id);
    return version;
}

}  // namespace

NoteId Desk::write_note(const NewNote& note, Actor actor) {
    const auto id = make_id<NoteId>(environment_.clock, environment_.random);
    const Body body{
        {},
        actor.role,
        NoteWritten{id, note.group, note.question, note.kind, NoteState::standing, note.text, {}}};
    record(std::span(&body, 1));
    return id;
}

bool Desk::edit_note(const NoteId& id, NoteKind kind, const std::string& text, Actor actor) {
    auto version = next_version(*state_, id);
    if (!version) return false;
    version->kind = kind;
    version->state = NoteState::standing;
    version->text = text;
    const Body body{{}, actor.role, std::move(*version)};
    record(std::span(&body, 1));
    return true;
}

bool Desk::withdraw_note(const NoteId& id, Actor actor) {
    auto version = next_version(*state_, id);
    if (!version) return false;
    version->state = NoteState::withdrawn;
    const Body body{{}, actor.role, std::move(*version)};
    record(std::span(&body, 1));
    return true;
}

FollowingUp Desk::follow_up(std::span<const FollowUpChange> changes, Actor actor) {
    const std::string today = local_time_of(environment_.clock.wall_ms()).substr(0, 10);
    const auto bodies = follow_up_bodies(*state_, changes, today, actor.role);
    if (!bodies) return FollowingUp::unknown;
    if (bodies->empty()) return FollowingUp::needless;
    record(*bodies);
    return FollowingUp::done;
}

}  // namespace stormote
