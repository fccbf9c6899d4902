// Desk: the notes of the tables, and what becomes of them after the evening.
#include <utility>

#include "kiosk/desk/desk.h"
#include "kiosk/desk/note_said.h"
#include "sync/base/local_time.h"
#include "sync/report/published_notes.h"

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

std::optional<NoteWording> wording_of(const EventState& state, const NoteId& id) {
    const auto newest = next_version(state, id);
    if (!newest) return std::nullopt;
    return NoteWording{id, newest->question, newest->kind, newest->state, newest->text};
}

NoteSaid said_of_note(const EventState& state, const NoteId& id) {
    NoteSaid said{agreeing_of(state, id),  is_chosen(state, id), {}, {}, {},
                  place_of_note(state, id)};
    const LatestFields *described = state.note_descriptions().find(id);
    if (described == nullptr) return said;
    FollowUp follow_up = follow_up_of(state, *described);
    said.owner = std::move(follow_up.owner);
    said.department = std::move(follow_up.department);
    said.due = std::move(follow_up.due);
    return said;
}

NoteId Desk::write_note(const NewNote& note, Actor actor) {
    if (note.id && state_->notes().contains(*note.id)) return *note.id;
    const auto id = note.id ? *note.id : make_id<NoteId>(environment_.clock, environment_.random);
    const Body body{
        {},
        actor.role,
        NoteWritten{id, note.group, note.question, note.kind, NoteState::standing, note.text, {}}};
    record(std::span(&body, 1));
    return id;
}

bool Desk::rewrite_notes(std::span<const NoteWording> wordings, Actor actor) {
    std::vector<Body> bodies;
    bodies.reserve(wordings.size());
    for (const NoteWording& wording : wordings) {
        auto version = next_version(*state_, wording.id);
        if (!version) return false;
        version->question = wording.question;
        version->kind = wording.kind;
        version->state = wording.state;
        version->text = wording.text;
        bodies.push_back({{}, actor.role, std::move(*version)});
    }
    record(bodies);
    return true;
}

bool Desk::edit_note(const NoteId& id, NoteKind kind, const std::string& text, Actor actor) {
    auto wording = wording_of(*state_, id);
    if (!wording) return false;
    wording->kind = kind;
    wording->state = NoteState::standing;
    wording->text = text;
    return rewrite_notes(std::span(&*wording, 1), actor);
}

bool Desk::withdraw_note(const NoteId& id, Actor actor) {
    auto wording = wording_of(*state_, id);
    if (!wording) return false;
    wording->state = NoteState::withdrawn;
    return rewrite_notes(std::span(&*wording, 1), actor);
}

void Desk::renew_table_codes(Actor actor) {
    const auto round = environment_.random.bytes<table_codes_round_bytes>();
    const Body body{
        {},
        actor.role,
        SettingsDescribed{
            FieldSetter<SettingField>{}.set(SettingField::table_codes, to_hex(round)).take()}};
    record(std::span(&body, 1));
}

FollowingUp Desk::follow_up(std::span<const FollowUpChange> changes, Actor actor) {
    const std::string today = local_time_of(environment_.clock.wall_ms()).substr(0, 10);
    const auto bodies = follow_up_bodies(*state_, changes, today, actor.role);
    if (!bodies) return FollowingUp::unknown;
    if (bodies->empty()) return FollowingUp::needless;
    record(*bodies);
    return FollowingUp::done;
}

bool Desk::keep_note_version(const NoteId& id, const OperationId& version, Actor actor) {
    auto next = next_version(*state_, id);
    if (!next) return false;
    for (const NoteVersion *head : state_->notes().at(id).heads(state_->device_table())) {
        if (head->id != version) continue;
        next->kind = head->content.kind;
        next->state = head->content.state;
        next->text = head->content.text;
        const Body body{{}, actor.role, std::move(*next)};
        record(std::span(&body, 1));
        return true;
    }
    return false;
}

bool Desk::part_note_versions(const NoteId& id, Actor actor) {
    auto next = next_version(*state_, id);
    if (!next) return false;
    std::vector<Body> bodies;
    const LatestFields *described = state_->note_descriptions().find(id);
    const std::string withheld =
        described == nullptr ? "" : described->get(FollowUpField::withheld);
    bool is_first = true;
    for (const NoteVersion *head : state_->notes().at(id).heads(state_->device_table())) {
        const NoteWritten& content = head->content;
        if (content.state == NoteState::withdrawn) continue;
        if (std::exchange(is_first, false)) {
            next->kind = content.kind;
            next->state = content.state;
            next->text = content.text;
            bodies.push_back({{}, actor.role, *next});
            continue;
        }
        const auto own = make_id<NoteId>(environment_.clock, environment_.random);
        bodies.push_back({{},
                          actor.role,
                          NoteWritten{own,
                                      content.group,
                                      content.question,
                                      content.kind,
                                      NoteState::standing,
                                      content.text,
                                      {}}});
        if (withheld.empty()) continue;
        FieldSetter<FollowUpField> fields;
        fields.set(FollowUpField::withheld, withheld);
        bodies.push_back({{}, actor.role, NoteDescribed{own, fields.take()}});
    }
    if (bodies.size() < 2) return false;
    record(bodies);
    return true;
}

}  // namespace stormote
