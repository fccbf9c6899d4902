// Ticket PNG: a QR code as a picture that prints and shows sharply. Pure, any thread.
#pragma once

#include <string>

#include "sync/ticket/ticket_picture.h"

namespace stormote {

constexpr int png_module_px = 12;
constexpr int png_quiet_modules = 4;

// The bytes of a PNG file: black on white, whole pixels, with the quiet zone around. Throws
// MachineFailure when memory is short.
[[nodiscard]] std::string draw_png(const QrModules& modules);

}  // namespace stormote
