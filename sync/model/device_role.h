// DeviceRole: what a device was let into an event for, and sets of such roles. Pure values.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string_view>

namespace stormote {

// The numbers are written in the record and never change.
enum class DeviceRole : std::uint8_t {
    none = 0,  // it is not let in
    door = 1,
    table = 2,
    organiser = 3,
    pages = 4,
    hub = 5,
    last = hub,
};

// "door"; "none".
[[nodiscard]] const char *device_role_name(DeviceRole role);
// Nothing for another word, and for "none", which is no role to give.
[[nodiscard]] std::optional<DeviceRole> parse_device_role(std::string_view name);

class DeviceRoles {
  public:
    constexpr DeviceRoles(std::initializer_list<DeviceRole> roles) {
        for (const DeviceRole role : roles) bits_ |= bit(role);
    }
    [[nodiscard]] constexpr bool contains(DeviceRole role) const {
        return (bits_ & bit(role)) != 0;
    }

  private:
    static constexpr unsigned bit(DeviceRole role) { return 1U << static_cast<unsigned>(role); }
    unsigned bits_ = 0;
};

constexpr DeviceRoles every_role{DeviceRole::door, DeviceRole::table, DeviceRole::organiser,
                                 DeviceRole::pages, DeviceRole::hub};
constexpr DeviceRoles room_roles{DeviceRole::door, DeviceRole::table, DeviceRole::organiser,
                                 DeviceRole::pages};
constexpr DeviceRoles door_roles{DeviceRole::door, DeviceRole::organiser, DeviceRole::pages};
constexpr DeviceRoles organising_roles{DeviceRole::organiser, DeviceRole::pages};
constexpr DeviceRoles organiser_role{DeviceRole::organiser};

}  // namespace stormote
