// Pictures as a camera would take them of tickets that are held up: small, tilted, dim, blurred,
// with glare; and files of such pictures. Pure; any thread.
#pragma once

#include <string>
#include <vector>

#include "kiosk/device/camera/grey_frame.h"

namespace stormote::testing {

struct HeldTicket {
    std::string text;
    float side_px = 200;  // of the code, without its white rim
    float x = 640;        // its middle
    float y = 360;
    float turn_degrees = 0;   // within the picture
    float tilt_degrees = 0;   // about an upright axis, away from the camera
    float damaged_share = 0;  // of the code's width: a blot near its lower right corner
    float glare = 0;          // 0 to 1: how white the middle of a reflected lamp is
};

struct Shot {
    int width = 1280;
    int height = 720;
    float light = 1;     // of the whole picture
    float contrast = 1;  // between ink and paper; a dimmed telephone has little
    int blur_px = 0;     // half the width of a box, applied twice
    int noise = 4;       // the largest change of a pixel
    unsigned seed = 1;
};

[[nodiscard]] GreyFrame photograph(const std::vector<HeldTicket>& tickets, const Shot& shot = {});

// Throws std::runtime_error where the encoder fails.
[[nodiscard]] Bytes encode_jpeg(const GreyFrame& frame, int quality = 85);
// One after another, as cameras write them.
[[nodiscard]] Bytes join_jpegs(const std::vector<GreyFrame>& frames);

// 61 digits, as a ticket has; another for each number.
[[nodiscard]] std::string ticket_digits(unsigned number);

}  // namespace stormote::testing
