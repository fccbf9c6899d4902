// Seating map: where the tables stand in the room, as groups and settings tell it. Pure, any
// thread. What nobody has told is not shown: nothing here is made up.
//
// Places are in metres as seen by who faces the front of the room: `across` from its left wall,
// `down` from its front wall.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "sync/base/error.h"
#include "sync/model/event_state.h"

namespace stormote {

struct Spot {
    double across = 0;
    double down = 0;

    bool operator==(const Spot&) const = default;
};

// The setting `room`.
struct RoomPlan {
    std::optional<Spot> size;  // width and depth, where the walls are known
    std::optional<Spot> entrance;
    std::optional<Spot> stage;
    std::optional<Spot> exit;
    std::optional<Spot> coffee;
    std::optional<Spot> window;

    bool operator==(const RoomPlan&) const = default;
};

struct SeatingMap {
    Spot size;  // of what is shown
    bool has_walls = false;
    std::optional<Spot> entrance;
    std::optional<Spot> stage;
    std::optional<Spot> exit;
    std::optional<Spot> coffee;
    std::optional<Spot> window;
    std::map<GroupNumber, Spot> tables;
};

// A side of the largest room, in metres.
constexpr double longest_room = 300;

// "3.5" or "3,5", from 0 to longest_room. Nothing when the text is something else.
[[nodiscard]] std::optional<double> parse_metres(std::string_view text);
// "3.5"; at most two decimals.
[[nodiscard]] std::string write_metres(double metres);

// Steps over lines that it does not understand, and places outside the walls.
[[nodiscard]] RoomPlan parse_room(std::string_view setting);
[[nodiscard]] std::string write_room(const RoomPlan& room);
[[nodiscard]] bool is_inside(const Spot& place, const RoomPlan& room);

// Nothing where no table has a place.
[[nodiscard]] std::optional<SeatingMap> seating_map(const EventState& state);

// "At the front on the left, as you face the stage". Nothing where there is no stage at the front
// to turn to, or no such table.
[[nodiscard]] std::optional<Sentence> area_of(const SeatingMap& map, GroupNumber table);

}  // namespace stormote
