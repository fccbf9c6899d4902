#include "kiosk/ui/screens/common/event_views.h"

namespace stormote {

std::string table_name(const EventState& state, GroupNumber group, const Texts& texts) {
    const auto found = state.groups().find(group);
    return found == state.groups().end() ? ""
                                         : found->second.get(GroupField::name, texts.language());
}

std::string table_text(const EventState& state, GroupNumber group, const Texts& texts) {
    const std::string name = table_name(state, group, texts);
    return name.empty() ? "" : texts.get({"Table {}"}, name);
}

std::string place_text(const EventState& state, GroupNumber group,
                       const std::optional<SeatingMap>& map, const Texts& texts) {
    const auto found = state.groups().find(group);
    if (found == state.groups().end()) return "";
    const std::string& place = found->second.get(GroupField::place, texts.language());
    if (!place.empty() || !map) return place;
    const auto area = area_of(*map, group);
    return area ? texts.get(*area) : "";
}

std::string door_text(const DoorCount& count, const Texts& texts) {
    if (count.arrived_others == 0) {
        return texts.get(Sentence{"{} of {} registered"}, count.arrived_registered,
                         count.registered);
    }
    return texts.get(Sentence{"{} of {} registered, and {} more"}, count.arrived_registered,
                     count.registered, count.arrived_others);
}

}  // namespace stormote
