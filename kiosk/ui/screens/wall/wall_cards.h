// Wall cards: the cards of the wall's page, and what each of their chips does. Pure, but for the
// reading of the event's state, which must stand still meanwhile.
#pragma once

#include <map>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/desk/notes/wall_notes.h"
#include "kiosk/ui/platform/second_screen.h"
#include "kiosk/ui/screens/wall/wall_page.h"
#include "sync/base/texts.h"

namespace stormote {

struct PlaceNote {
    NoteId note;
    OperationId version;
    WallPlace place;
};
struct ShowOnMonitor {
    std::string monitor;
};
struct CloseWall {};
using WallAction = std::variant<PlaceNote, ShowOnMonitor, CloseWall>;

struct WallCards {
    std::vector<CardParts> cards;
    std::map<std::string, WallAction> actions;  // by the id of the chip
    std::size_t on_wall_count = 0;
};

// A note each; whether this device may let notes onto the wall.
enum class Moderation : std::uint8_t { allowed, refused };
[[nodiscard]] WallCards note_cards(const EventState& state, WallTab tab, Moderation moderation,
                                   const Texts& texts);

// The machine's monitors as one card. Adds what its chips do.
[[nodiscard]] CardParts monitor_card(const std::vector<MonitorInfo>& monitors,
                                     const std::optional<std::string>& shown_on, const Texts& texts,
                                     std::map<std::string, WallAction>& actions);

}  // namespace stormote
