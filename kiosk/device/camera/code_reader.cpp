#include "kiosk/device/camera/code_reader.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "kiosk/device/camera/zxing.h"

namespace stormote {

namespace {

// Beyond this width a module has pixels enough; twice the size would only take time.
constexpr int widest_doubled = 1280;
constexpr std::uint8_t most_codes = 8;
// In pixels each way: more than a module, and less than a shadow.
constexpr int threshold_reach = 20;

using ZXing::Binarizer;

ZXingOptions qr_options(Binarizer binarizer) {
    ZXingOptions options;
    options.setFormats(ZXing::BarcodeFormat::QRCode);
    options.setBinarizer(binarizer);
    options.setTryHarder(true);
    // A QR code is found at any angle as it is, and smaller pictures are made here.
    options.setTryRotate(false);
    options.setTryDownscale(false);
    options.setMaxNumberOfSymbols(most_codes);
    return options;
}

// With corners in pixels of a frame that is `scale` times as large.
std::vector<FoundCode> read_with_zxing(const GreyFrame& frame, float scale,
                                       Binarizer binarizer = Binarizer::LocalAverage) {
    if (frame.width < 2 || frame.height < 2) return {};
    const ZXingOptions options = qr_options(binarizer);
    const ZXing::ImageView view(frame.pixels.data(), frame.width, frame.height,
                                ZXing::ImageFormat::Lum);
    std::vector<FoundCode> codes;
    for (const auto& result : ZXing::ReadBarcodes(view, options)) {
        if (!result.isValid() || result.text().empty()) continue;
        FoundCode code;
        code.text = result.text();
        for (std::size_t i = 0; i < code.corners.size(); ++i) {
            const auto& corner = result.position()[i];
            code.corners[i] = {static_cast<float>(corner.x) * scale,
                               static_cast<float>(corner.y) * scale};
        }
        codes.push_back(std::move(code));
    }
    return codes;
}

// By the shoelace formula.
float area_of(const FoundCode& code) {
    float twice = 0;
    for (std::size_t i = 0; i < code.corners.size(); ++i) {
        const FramePoint& from = code.corners[i];
        const FramePoint& to = code.corners[(i + 1) % code.corners.size()];
        twice += from.x * to.y - to.x * from.y;
    }
    return std::abs(twice) / 2;
}

void put_in_order(std::vector<FoundCode>& codes) {
    std::stable_sort(codes.begin(), codes.end(), [](const FoundCode& one, const FoundCode& other) {
        return area_of(one) > area_of(other);
    });
    std::vector<FoundCode> once;
    for (FoundCode& code : codes) {
        const bool is_known = std::any_of(once.begin(), once.end(), [&](const FoundCode& known) {
            return known.text == code.text;
        });
        if (!is_known) once.push_back(std::move(code));
    }
    codes = std::move(once);
}

}  // namespace

std::vector<FoundCode> CodeReader::read_quickly(const GreyFrame& frame) {
    std::vector<FoundCode> codes = read_with_zxing(frame, 1);
    if (codes.empty()) codes = read_with_zxing(half_size(frame), 2);
    put_in_order(codes);
    return codes;
}

// In ways that find black and white differently.
std::vector<FoundCode> CodeReader::read_otherwise(const GreyFrame& frame, int turn) {
    switch (turn % 3) {
        case 0: {
            auto codes = read_with_zxing(half_size(frame), 2, Binarizer::GlobalHistogram);
            return codes.empty() ? read_with_zxing(inverted(frame), 1) : codes;
        }
        case 1:
            return read_with_zxing(adaptive_threshold(frame, threshold_reach), 1,
                                   Binarizer::FixedThreshold);
        default:
            return zbar_.read(frame);
    }
}

std::vector<FoundCode> CodeReader::read_thoroughly(const GreyFrame& frame) {
    const int turn = turn_;
    turn_ = (turn_ + 1) % full_round;
    std::vector<FoundCode> codes;
    if (turn % 2 == 0) {
        codes = read_with_zxing(sharpen(frame), 1);
    } else if (frame.width <= widest_doubled) {
        codes = read_with_zxing(double_size(frame), 0.5F);
    }
    if (codes.empty()) codes = read_otherwise(frame, turn);
    put_in_order(codes);
    return codes;
}

std::vector<FoundCode> CodeReader::read(const GreyFrame& frame) {
    std::vector<FoundCode> codes = read_quickly(frame);
    if (codes.empty()) codes = read_thoroughly(frame);
    return codes;
}

}  // namespace stormote
