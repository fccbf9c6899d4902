// Let in: the organiser's page that shows another screen the code by which it joins at this hub.
// Plain values in, intents out. The screen thread.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/desk/sync/pairing_office.h"
#include "kiosk/ui/screens/common/status_line.h"
#include "kiosk/ui/shell/frame.h"

namespace stormote {

struct LetInView {
    FrameView frame;
    DeviceRole role = DeviceRole::door;
    // Null where there is none to show, for which the status says why.
    const PairingCode *code = nullptr;
    StatusLine status;
    bool is_busy = false;  // a code is being made
};

struct ChooseLetInRole {
    DeviceRole role;
};
struct AskForCode {};

// GoBack closes the page.
using LetInIntent = std::variant<ChooseLetInRole, AskForCode, FrameIntent>;

[[nodiscard]] std::optional<LetInIntent> draw_let_in(Ui& ui, const LetInView& view);

}  // namespace stormote
