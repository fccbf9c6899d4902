// Door report: how the evening stands, in numbers, as an organiser watches it. Pure; reads every
// attendee, so ask for it once a second at most.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sync/model/presence.h"

namespace stormote {

constexpr std::int64_t arrival_step_ms = 300'000;

// How many had come by the end of a step of five minutes.
struct ArrivalCount {
    std::int64_t until_ms = 0;
    int arrived = 0;
};

struct SectorArrivals {
    std::string sector;  // empty: of no known sector
    int arrived = 0;
    int registered = 0;
};

struct DeviceActivity {
    DeviceId device;
    std::string name;
    std::int64_t offset_ms = 0;           // its clock is that much behind
    std::optional<std::int64_t> last_ms;  // of its latest check-in or note that is known here
};

// "Arrived" is everybody who was checked in, whether or not they have gone home since.
struct DoorReport {
    int registered = 0;          // before the evening, without those who cancelled
    int arrived_registered = 0;  // of these
    int walk_ins = 0;
    int walk_ins_without_group = 0;
    int unknown_tickets = 0;  // authentic tickets whose owners this device does not know
    int organisations = 0;    // that somebody from civil society came from
    int civil = 0;
    int elected = 0;
    int officials = 0;

    std::vector<ArrivalCount> curve;      // ascending, one step apart; empty: nobody came
    std::vector<SectorArrivals> sectors;  // of civil society; the largest first
    std::vector<DeviceActivity> devices;  // those that wrote anything, by name

    [[nodiscard]] int arrived() const { return civil + elected + officials + unknown_tickets; }
};

[[nodiscard]] DoorReport report_door(const EventState& state, std::int64_t now_ms);

// How many have come of those who were registered, and how many more.
struct DoorCount {
    int registered = 0;
    int arrived_registered = 0;
    int arrived_others = 0;
};
[[nodiscard]] DoorCount count_door(const EventState& state);

}  // namespace stormote
