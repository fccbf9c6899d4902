#include "kiosk/desk/evening/meeting_end.h"

#include <map>
#include <string>

#include "kiosk/desk/exchange_marks.h"
#include "sync/base/local_time.h"
#include "sync/model/agenda.h"
#include "sync/report/published_notes.h"

namespace stormote {

namespace {

std::vector<GroupNumber> tables_without_choice(const EventState& state) {
    std::map<GroupNumber, bool> has_chosen;
    for (const auto& [id, note] : state.notes()) {
        const auto heads = note.heads(state.device_table());
        if (heads.empty()) continue;
        const NoteWritten& newest = heads.back()->content;
        if (newest.state == NoteState::withdrawn) continue;
        has_chosen[newest.group] |= is_chosen(state, id);
    }
    std::vector<GroupNumber> groups;
    for (const auto& [group, chosen] : has_chosen) {
        if (!chosen) groups.push_back(group);
    }
    return groups;
}

void say_when_it_ended(Desk& desk, const std::string& when, Actor actor) {
    if (desk.state().setting(SettingField::ended) == when) return;
    const Body body{
        {},
        actor.role,
        SettingsDescribed{FieldSetter<SettingField>{}.set(SettingField::ended, when).take()}};
    desk.record(std::span(&body, 1));
}

}  // namespace

OpenAtEnd open_at_end(Desk& desk, std::int64_t now_ms) {
    return {people_here(desk.state(), now_ms), tables_without_choice(desk.state()),
            static_cast<int>(note_draft_names(desk.drafts()).size())};
}

void end_meeting(Desk& desk, std::int64_t now_ms, Actor actor) {
    // Who ends it twice means the first time.
    if (meeting_ended_ms(desk.state())) return;
    say_when_it_ended(desk, local_time_of(now_ms), actor);
}

void reopen_meeting(Desk& desk, Actor actor) {
    say_when_it_ended(desk, "", actor);
}

}  // namespace stormote
