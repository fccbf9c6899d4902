#include "sync/replication/packed_body.h"

#include <zstd.h>

#include "sync/base/error.h"

namespace stormote {

namespace {

// Ids and hashes hardly shrink at any level; the words between them do at the quickest.
constexpr int level = 1;

std::string_view trim(std::string_view text) {
    const auto first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

bool is_refused(std::string_view parameters) {
    const auto weight = parameters.find("q=0");
    return weight != std::string_view::npos &&
           parameters.find_first_of("123456789", weight + 3) == std::string_view::npos;
}

}  // namespace

Bytes pack_if_smaller(ByteView bytes) {
    if (bytes.size() < least_packed_bytes) return {};
    Bytes packed(ZSTD_compressBound(bytes.size()));
    const std::size_t size =
        ZSTD_compress(packed.data(), packed.size(), bytes.data(), bytes.size(), level);
    if (ZSTD_isError(size) != 0) {
        throw MachineFailure(machine_error({"The machine has no more memory."}));
    }
    if (size >= bytes.size()) return {};
    packed.resize(size);
    return packed;
}

std::optional<std::size_t> unpacked_size(ByteView packed) {
    const unsigned long long size = ZSTD_getFrameContentSize(packed.data(), packed.size());
    if (size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR) return std::nullopt;
    return size;
}

std::optional<Bytes> unpack(ByteView packed, std::size_t most_bytes) {
    const auto said = unpacked_size(packed);
    if (!said || *said > most_bytes) return std::nullopt;
    Bytes bytes(*said);
    const std::size_t size =
        ZSTD_decompress(bytes.data(), bytes.size(), packed.data(), packed.size());
    if (ZSTD_isError(size) != 0 || size != *said) return std::nullopt;
    return bytes;
}

bool names_packed_coding(std::string_view header) {
    while (!header.empty()) {
        const auto comma = header.find(',');
        const std::string_view item = header.substr(0, comma);
        const auto semicolon = item.find(';');
        if (trim(item.substr(0, semicolon)) == packed_coding) {
            return semicolon == std::string_view::npos || !is_refused(item.substr(semicolon));
        }
        header = comma == std::string_view::npos ? std::string_view() : header.substr(comma + 1);
    }
    return false;
}

}  // namespace stormote
