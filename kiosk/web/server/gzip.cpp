#include "kiosk/web/server/gzip.h"

#include <zlib.h>

#include "sync/base/error.h"

namespace stormote {

std::string gzip(std::string_view text) {
    // The header of gzip (RFC 1952) instead of zlib's own.
    constexpr int gzip_window = MAX_WBITS + 16;
    z_stream stream{};
    std::string packed;
    if (deflateInit2(&stream, 6, Z_DEFLATED, gzip_window, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        throw MachineFailure(machine_error({"The machine has no more memory."}));
    }
    packed.resize(deflateBound(&stream, text.size()));
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(text.data()));
    stream.avail_in = static_cast<uInt>(text.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.resize(stream.total_out);
    deflateEnd(&stream);
    return packed;
}

}  // namespace stormote
