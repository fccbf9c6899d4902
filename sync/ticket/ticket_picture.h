// Ticket picture: the QR code of a ticket text, as modules and as SVG. Pure, any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace stormote {

// A square of modules, row by row; true is dark. Without the quiet zone.
struct QrModules {
    int side = 0;
    std::vector<bool> dark;
    [[nodiscard]] bool is_dark(int x, int y) const {
        return dark[static_cast<std::size_t>(y) * static_cast<std::size_t>(side) +
                    static_cast<std::size_t>(x)];
    }
};

// Version 2 (25 modules a side), numeric mode, error correction M, for the 61 digits of a ticket.
// Other texts get the smallest version that holds them. Throws std::length_error beyond that.
[[nodiscard]] QrModules draw_qr(std::string_view text);

// With a quiet zone of four modules; one user unit a module.
[[nodiscard]] std::string qr_svg(const QrModules& modules);

}  // namespace stormote
