#include "sync/model/device_role.h"

namespace stormote {

const char *device_role_name(DeviceRole role) {
    switch (role) {
        case DeviceRole::none:
            break;
        case DeviceRole::door:
            return "door";
        case DeviceRole::table:
            return "table";
        case DeviceRole::organiser:
            return "organiser";
        case DeviceRole::pages:
            return "pages";
        case DeviceRole::hub:
            return "hub";
    }
    return "none";
}

std::optional<DeviceRole> parse_device_role(std::string_view name) {
    for (const DeviceRole role : {DeviceRole::door, DeviceRole::table, DeviceRole::organiser,
                                  DeviceRole::pages, DeviceRole::hub}) {
        if (name == device_role_name(role)) return role;
    }
    return std::nullopt;
}

}  // namespace stormote
