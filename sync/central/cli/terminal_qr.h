// Terminal QR: a QR code in half-block characters, two modules above each other in each, light on
// dark as terminals are, with its quiet zone. Pure, any thread.
#pragma once

#include "sync/ticket/ticket_picture.h"

namespace stormote {

[[nodiscard]] std::string draw_qr_for_terminal(const QrModules& modules);

}  // namespace stormote
