// The organiser writes one setting. Plain values in, an intent out. The screen thread.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "kiosk/ui/shell/frame.h"
#include "kiosk/ui/widgets/note_keyboard.h"

namespace stormote {

struct SettingFieldView {
    FrameView frame;
    std::string label;
    std::string hint;  // how it is written
    std::string text;  // as it is typed
    std::size_t longest = 0;
    NoteKeys keys{.open = true, .use = KeyboardUse::line};
    std::string problem;  // why it was not saved; may be empty
};

struct ChangeSetting {
    std::string typed;  // all of it
};
struct TurnSettingKeys {
    NoteKeys keys;
};
struct SaveSetting {};

// GoBack leaves everything as it was.
using SettingFieldIntent = std::variant<ChangeSetting, TurnSettingKeys, SaveSetting, FrameIntent>;

[[nodiscard]] std::optional<SettingFieldIntent> draw_setting_field(Ui& ui,
                                                                   const SettingFieldView& view);

}  // namespace stormote
