// PIN: the staff's door. The digits are never shown, only how many there are. The screen thread.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "kiosk/ui/shell/frame.h"

namespace stormote {

constexpr std::size_t longest_pin = 12;

enum class PinState { asking, wrong, waiting };

struct PinView {
    FrameView frame;
    std::string typed;
    PinState state = PinState::asking;
    int wait_s = 0;  // until the next try, after too many wrong ones
};

struct ChangePin {
    std::string typed;
};
struct SubmitPin {};

using PinIntent = std::variant<ChangePin, SubmitPin, FrameIntent>;

std::optional<PinIntent> draw_pin(Ui& ui, const PinView& view);

}  // namespace stormote
