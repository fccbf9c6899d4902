#include "sync/ticket/ticket_picture.h"

#include <fmt/format.h>
#include <qrcodegen/QrCode.hpp>

namespace stormote {

QrModules draw_qr(std::string_view text) {
    using qrcodegen::QrCode;
    using qrcodegen::QrSegment;
    const std::string copy(text);
    const QrCode code =
        QrCode::encodeSegments(QrSegment::makeSegments(copy.c_str()), QrCode::Ecc::MEDIUM,
                               QrCode::MIN_VERSION, QrCode::MAX_VERSION, -1, false);
    QrModules modules;
    modules.side = code.getSize();
    for (int y = 0; y < modules.side; ++y) {
        for (int x = 0; x < modules.side; ++x) modules.dark.push_back(code.getModule(x, y));
    }
    return modules;
}

std::string qr_svg(const QrModules& modules) {
    constexpr int quiet = 4;
    const int size = modules.side + 2 * quiet;
    std::string path;
    for (int y = 0; y < modules.side; ++y) {
        for (int x = 0; x < modules.side; ++x) {
            if (modules.is_dark(x, y)) path += fmt::format("M{},{}h1v1h-1z", x + quiet, y + quiet);
        }
    }
    return fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {0}\">"
        "<rect width=\"{0}\" height=\"{0}\" fill=\"#fff\"/><path d=\"{1}\"/></svg>\n",
        size, path);
}

}  // namespace stormote
