#include "sync/model/seating_map.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

#include "sync/model/presence.h"

namespace stormote {

namespace {

// Between the outermost tables and the rim of what is shown, where no walls are known.
constexpr double rim = 2;

// What a room has beside its tables, each in a line of the setting.
struct RoomMark {
    const char *word;
    std::optional<Spot> RoomPlan::*place;
};
constexpr std::array<RoomMark, 5> room_marks{{{"entrance", &RoomPlan::entrance},
                                              {"stage", &RoomPlan::stage},
                                              {"exit", &RoomPlan::exit},
                                              {"coffee", &RoomPlan::coffee},
                                              {"window", &RoomPlan::window}}};

// The words of a line; nothing unless there are three of them.
std::optional<std::array<std::string_view, 3>> three_words(std::string_view line) {
    std::array<std::string_view, 3> words;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto end = line.find(' ');
        if ((end == std::string_view::npos) != (i + 1 == words.size())) return std::nullopt;
        words[i] = line.substr(0, end);
        line.remove_prefix(std::min(line.size(), words[i].size() + 1));
    }
    return words;
}

std::string line_of(const char *word, const std::optional<Spot>& place) {
    if (!place) return "";
    return fmt::format("{} {} {}\n", word, write_metres(place->across), write_metres(place->down));
}

// 0 to 2: which third of the way it is.
std::size_t third(double place, double whole) {
    return static_cast<std::size_t>(std::clamp(place / whole * 3, 0.0, 2.9));
}

}  // namespace

std::optional<double> parse_metres(std::string_view text) {
    std::string number(text);
    std::replace(number.begin(), number.end(), ',', '.');
    if (number.empty() || number.find_first_not_of("0123456789.") != std::string::npos) {
        return std::nullopt;
    }
    double metres = 0;
    const char *end = number.data() + number.size();
    const auto read = std::from_chars(number.data(), end, metres, std::chars_format::fixed);
    if (read.ec != std::errc() || read.ptr != end || !(metres <= longest_room)) return std::nullopt;
    return metres;
}

std::string write_metres(double metres) {
    return fmt::format("{}", std::round(metres * 100) / 100);
}

bool is_inside(const Spot& place, const RoomPlan& room) {
    return !room.size || (place.across <= room.size->across && place.down <= room.size->down);
}

RoomPlan parse_room(std::string_view setting) {
    RoomPlan room;
    while (!setting.empty()) {
        const auto end = std::min(setting.find('\n'), setting.size());
        const auto words = three_words(setting.substr(0, end));
        setting.remove_prefix(std::min(setting.size(), end + 1));
        if (!words) continue;
        const auto across = parse_metres((*words)[1]);
        const auto down = parse_metres((*words)[2]);
        if (!across || !down) continue;
        const Spot place{*across, *down};
        if ((*words)[0] == "size" && *across >= 1 && *down >= 1) room.size = place;
        for (const RoomMark& mark : room_marks) {
            if ((*words)[0] == mark.word) room.*mark.place = place;
        }
    }
    for (const RoomMark& mark : room_marks) {
        auto& spot = room.*mark.place;
        if (spot && !is_inside(*spot, room)) spot.reset();
    }
    return room;
}

std::string write_room(const RoomPlan& room) {
    std::string setting = line_of("size", room.size);
    for (const RoomMark& mark : room_marks) setting += line_of(mark.word, room.*mark.place);
    return setting;
}

std::optional<SeatingMap> seating_map(const EventState& state) {
    const RoomPlan room = parse_room(state.setting(SettingField::room));
    SeatingMap map;
    for (const auto& [group, fields] : state.groups()) {
        const auto across = parse_metres(fields.get(GroupField::across));
        const auto down = parse_metres(fields.get(GroupField::down));
        if (!across || !down || !is_inside({*across, *down}, room) || is_closed(fields)) continue;
        map.tables[group] = {*across, *down};
    }
    if (map.tables.empty()) return std::nullopt;
    map.has_walls = room.size.has_value();
    map.entrance = room.entrance;
    map.stage = room.stage;
    map.exit = room.exit;
    map.coffee = room.coffee;
    map.window = room.window;
    if (room.size) {
        map.size = *room.size;
        return map;
    }
    const auto reach = [&map](const Spot& place) {
        map.size.across = std::max(map.size.across, place.across + rim);
        map.size.down = std::max(map.size.down, place.down + rim);
    };
    for (const auto& [group, place] : map.tables) reach(place);
    for (const RoomMark& mark : room_marks) {
        if (const auto& spot = room.*mark.place) reach(*spot);
    }
    return map;
}

std::optional<Sentence> area_of(const SeatingMap& map, GroupNumber table) {
    static constexpr std::array<std::array<Sentence, 3>, 3> areas{
        {{{{"At the front on the left, as you face the stage"},
           {"At the front, by the stage"},
           {"At the front on the right, as you face the stage"}}},
         {{{"On the left, as you face the stage"},
           {"In the middle of the room"},
           {"On the right, as you face the stage"}}},
         {{{"At the back on the left, as you face the stage"},
           {"At the back, opposite the stage"},
           {"At the back on the right, as you face the stage"}}}}};
    const auto found = map.tables.find(table);
    if (found == map.tables.end() || !map.stage || third(map.stage->down, map.size.down) != 0) {
        return std::nullopt;
    }
    return areas.at(third(found->second.down, map.size.down))
        .at(third(found->second.across, map.size.across));
}

}  // namespace stormote
