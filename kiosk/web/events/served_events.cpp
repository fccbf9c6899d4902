#include "kiosk/web/events/served_events.h"

#include "kiosk/desk/door_report.h"

namespace stormote {

MeetingSummary summarise(const EventState& state) {
    MeetingSummary summary;
    summary.is_readable = true;
    summary.name = state.setting(SettingField::name);
    summary.municipality = state.setting(SettingField::municipality);
    summary.place = state.setting(SettingField::place);
    summary.starts = state.setting(SettingField::starts);
    summary.ends = state.setting(SettingField::ends);
    summary.has_ended = !state.setting(SettingField::ended).empty();
    const DoorReport door = report_door(state, 0);
    summary.registered = door.registered;
    summary.organisations = door.organisations;
    summary.civil = door.civil;
    summary.from_municipality = door.elected + door.officials;
    summary.arrived = door.arrived();
    return summary;
}

}  // namespace stormote
