#include "sync/central/cli/terminal_qr.h"

namespace stormote {

std::string draw_qr_for_terminal(const QrModules& modules) {
    constexpr int quiet_zone = 4;
    const auto is_light = [&modules](int x, int y) {
        const bool is_inside = x >= 0 && y >= 0 && x < modules.side && y < modules.side;
        return !is_inside || !modules.is_dark(x, y);
    };
    std::string picture;
    for (int y = -quiet_zone; y < modules.side + quiet_zone; y += 2) {
        for (int x = -quiet_zone; x < modules.side + quiet_zone; ++x) {
            const bool above = is_light(x, y);
            const bool below = is_light(x, y + 1);
            picture += above ? (below ? "█" : "▀") : (below ? "▄" : " ");
        }
        picture += '\n';
    }
    return picture;
}

}  // namespace stormote
