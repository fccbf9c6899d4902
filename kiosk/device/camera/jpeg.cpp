#include "kiosk/device/camera/jpeg.h"

#include <new>

#include <turbojpeg.h>

namespace stormote {

JpegDecoder::JpegDecoder() : decoder_(tjInitDecompress()) {
    if (decoder_ == nullptr) throw std::bad_alloc();
}

JpegDecoder::~JpegDecoder() {
    tjDestroy(decoder_);
}

std::optional<GreyFrame> JpegDecoder::decode(ByteView bytes) {
    int width = 0;
    int height = 0;
    int sampling = 0;
    int colours = 0;
    if (tjDecompressHeader3(decoder_, bytes.data(), bytes.size(), &width, &height, &sampling,
                            &colours) != 0) {
        return std::nullopt;
    }
    if (width <= 0 || height <= 0 || width > longest_side || height > longest_side) {
        return std::nullopt;
    }
    GreyFrame frame(width, height);
    const int read = tjDecompress2(decoder_, bytes.data(), bytes.size(), frame.pixels.data(), width,
                                   0, height, TJPF_GRAY, TJFLAG_FASTDCT | TJFLAG_LIMITSCANS);
    if (read != 0 && tjGetErrorCode(decoder_) != TJERR_WARNING) return std::nullopt;
    return frame;
}

}  // namespace stormote
