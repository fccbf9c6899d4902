// Welcome: where everybody starts. Hold up a ticket, type a name, or register on the spot.
// The screen thread.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "kiosk/ui/screens/check_in/camera_panel.h"
#include "kiosk/ui/shell/frame.h"

namespace stormote {

struct WelcomeView {
    FrameView frame;
    bool walk_ins = true;  // whether one can register on the spot
    CameraView camera{};
    bool has_way_out = false;  // the event has begun: some may be on their way home
};

// With the letters of a real keyboard that were typed here already.
struct TypeName {
    std::string first_letters;
};
struct NotRegistered {};
struct OpenWayOut {};

using WelcomeIntent = std::variant<TypeName, NotRegistered, OpenWayOut, FrameIntent>;

// Where a ticket is held up: what the camera sees, or how to hold it to the scanner.
void draw_ticket_panel(Ui& ui, const Rect& panel, const CameraView& camera);

// Whoever finds a real keyboard just types: their first letters, where there are any.
[[nodiscard]] std::optional<WelcomeIntent> typed_letters(const Ui& ui);

std::optional<WelcomeIntent> draw_welcome(Ui& ui, const WelcomeView& view);

}  // namespace stormote
