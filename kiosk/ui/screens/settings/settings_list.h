// The event's settings as a list that the organiser opens one by one. Plain values in, an intent
// out. The screen thread.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/ui/screens/common/status_line.h"
#include "kiosk/ui/shell/frame.h"
#include "kiosk/ui/widgets/scroll_area.h"

namespace stormote {

struct SettingRow {
    std::string label;
    std::string value;      // empty: nothing is said
    std::string instead{};  // what holds then; may be empty
};

struct SettingsListView {
    FrameView frame;
    std::vector<std::string> languages;  // in which they are said; the first is Swedish
    std::size_t language = 0;
    std::vector<SettingRow> rows;
    std::string elsewhere;  // what cannot be changed here, or what is not said, in a sentence
    bool can_undo = false;
    std::optional<StatusLine> news;
    Scroll scroll;
};

struct OpenSetting {
    std::size_t index;
};
struct ChooseSettingLanguage {
    std::size_t index;
};
struct UndoSetting {};
struct ScrollSettings {
    Scroll scroll;
};

// GoBack is to the agenda.
using SettingsListIntent =
    std::variant<OpenSetting, ChooseSettingLanguage, UndoSetting, ScrollSettings, FrameIntent>;

[[nodiscard]] std::optional<SettingsListIntent> draw_settings_list(Ui& ui,
                                                                   const SettingsListView& view);

}  // namespace stormote
