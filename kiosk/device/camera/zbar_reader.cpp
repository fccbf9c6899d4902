#include "kiosk/device/camera/zbar_reader.h"

#include <zbar.h>

namespace stormote {

// The C functions, which the header puts there for C++.
using namespace zbar;

namespace {

struct Free {
    void operator()(zbar_image_scanner_t *scanner) const { zbar_image_scanner_destroy(scanner); }
    void operator()(zbar_image_t *image) const { zbar_image_destroy(image); }
};

FoundCode found_code(const zbar_symbol_t *symbol) {
    FoundCode code;
    code.text.assign(zbar_symbol_get_data(symbol), zbar_symbol_get_data_length(symbol));
    if (zbar_symbol_get_loc_size(symbol) < code.corners.size()) return code;
    for (unsigned i = 0; i < code.corners.size(); ++i) {
        code.corners[i] = {static_cast<float>(zbar_symbol_get_loc_x(symbol, i)),
                           static_cast<float>(zbar_symbol_get_loc_y(symbol, i))};
    }
    return code;
}

}  // namespace

struct ZBarReader::Scanner {
    std::unique_ptr<zbar_image_scanner_t, Free> handle{zbar_image_scanner_create()};
};

ZBarReader::ZBarReader() : scanner_(std::make_unique<Scanner>()) {
    zbar_image_scanner_t *scanner = scanner_->handle.get();
    zbar_image_scanner_set_config(scanner, ZBAR_NONE, ZBAR_CFG_ENABLE, 0);
    zbar_image_scanner_set_config(scanner, ZBAR_QRCODE, ZBAR_CFG_ENABLE, 1);
}

ZBarReader::~ZBarReader() = default;

std::vector<FoundCode> ZBarReader::read(const GreyFrame& frame) {
    if (frame.pixels.empty()) return {};
    const std::unique_ptr<zbar_image_t, Free> image(zbar_image_create());
    constexpr unsigned long grey = 0x30303859;  // "Y800", its first letter in the lowest byte
    zbar_image_set_format(image.get(), grey);
    zbar_image_set_size(image.get(), static_cast<unsigned>(frame.width),
                        static_cast<unsigned>(frame.height));
    zbar_image_set_data(image.get(), frame.pixels.data(), frame.pixels.size(), nullptr);
    std::vector<FoundCode> codes;
    if (zbar_scan_image(scanner_->handle.get(), image.get()) <= 0) return codes;
    for (const zbar_symbol_t *symbol = zbar_image_first_symbol(image.get()); symbol != nullptr;
         symbol = zbar_symbol_next(symbol)) {
        if (zbar_symbol_get_type(symbol) == ZBAR_QRCODE) codes.push_back(found_code(symbol));
    }
    return codes;
}

}  // namespace stormote
