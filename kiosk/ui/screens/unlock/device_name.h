// Device name: asks, when a machine holds an event for the first time, what people call this
// screen, so that everybody reads later at which screen something was done. The screen thread.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "kiosk/desk/desk.h"
#include "kiosk/ui/shell/frame.h"
#include "kiosk/ui/widgets/note_keyboard.h"

namespace stormote {

struct DeviceNameView {
    FrameView frame;
    std::string text;
    NoteKeys keys;
};

struct ChangeDeviceName {
    std::string text;
};
struct TurnNameKeys {
    NoteKeys keys;
};
struct SaveDeviceName {};

// GoBack leaves the screen with the machine's own name.
using DeviceNameIntent = std::variant<ChangeDeviceName, TurnNameKeys, SaveDeviceName, FrameIntent>;

[[nodiscard]] std::optional<DeviceNameIntent> draw_device_name(Ui& ui, const DeviceNameView& view);

}  // namespace stormote
