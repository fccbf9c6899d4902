// Data page: what is held about people, as cards of plain lines below a title, with a few buttons
// and the folders that a file can be saved in: one person's data, what an erasure does, and what
// remains of the event's. Plain values in, intents out. The screen thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/ui/screens/common/status_line.h"
#include "kiosk/ui/shell/frame.h"
#include "kiosk/ui/widgets/button_row.h"
#include "kiosk/ui/widgets/scroll_area.h"

namespace stormote {

struct DataCard {
    std::string title;
    std::vector<std::string> lines{};
    bool is_warning = false;   // stands in the way, or is destroyed for good
    bool is_personal = false;  // read aloud only on request
};

struct DataPageView {
    FrameView frame;
    std::string screen;  // its name in the screen's record
    std::string title;
    std::string lead;
    std::optional<StatusLine> news{};
    std::vector<std::string> folders{};
    std::size_t selected = 0;
    std::vector<ButtonStyle> actions{};
    std::vector<DataCard> cards{};
    std::string empty{};  // what stands where there are no cards, as while they are read
    Scroll scroll{};
};

struct PressDataAction {
    std::size_t index;
};
struct ChooseDataFolder {
    std::size_t index;
};
struct ScrollData {
    Scroll scroll;
};

// GoBack leaves the page.
using DataPageIntent = std::variant<PressDataAction, ChooseDataFolder, ScrollData, FrameIntent>;

[[nodiscard]] std::vector<DataPageIntent> draw_data_page(Ui& ui, const DataPageView& view);

}  // namespace stormote
