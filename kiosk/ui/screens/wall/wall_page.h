// Wall page: where an organiser puts the wall on a second screen, sees what stands there, and lets
// notes onto it. Plain values in, intents out. The screen thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/ui/screens/common/cards/card_list.h"
#include "kiosk/ui/screens/common/status_line.h"
#include "kiosk/ui/screens/wall/wall_frames.h"
#include "kiosk/ui/shell/frame.h"

namespace stormote {

enum class WallTab : std::uint8_t { all, on_wall };

struct WallPageView {
    FrameView frame;
    WallView wall;  // what stands there, or would
    Theme theme = theme_of(ThemeKind::light);
    std::string caption;  // below its picture: which screen it is on
    WallTab tab = WallTab::all;
    std::size_t on_wall_count = 0;
    std::vector<CardParts> cards;  // the screens, and the notes
    std::optional<StatusLine> news;
    Scroll scroll;
};

struct ChooseWallTab {
    WallTab tab;
};
struct PressWallChip {
    std::string id;
};
struct ScrollWallPage {
    Scroll scroll;
};

// GoBack closes the page; the wall stays where it is.
using WallPageIntent = std::variant<ChooseWallTab, PressWallChip, ScrollWallPage, FrameIntent>;

[[nodiscard]] std::vector<WallPageIntent> draw_wall_page(Ui& ui, const WallPageView& view,
                                                         WallMiniature& miniature);

}  // namespace stormote
