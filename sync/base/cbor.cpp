#include "sync/base/cbor.h"

#include "sync/base/utf8.h"

namespace stormote {

namespace {

constexpr std::uint8_t major_unsigned = 0;
constexpr std::uint8_t major_negative = 1;
constexpr std::uint8_t major_bytes = 2;
constexpr std::uint8_t major_text = 3;
constexpr std::uint8_t major_array = 4;
constexpr std::uint8_t major_map = 5;
constexpr std::uint8_t major_simple = 7;
constexpr std::uint64_t simple_null = 22;
constexpr int deepest = 16;

}  // namespace

void CborWriter::head(std::uint8_t major, std::uint64_t argument) {
    const auto first = static_cast<std::uint8_t>(major << 5);
    if (argument < 24) {
        bytes_.push_back(static_cast<std::uint8_t>(first | argument));
        return;
    }
    const int width = argument <= 0xFF         ? 0
                      : argument <= 0xFFFF     ? 1
                      : argument <= 0xFFFFFFFF ? 2
                                               : 3;
    bytes_.push_back(static_cast<std::uint8_t>(first | (24 + width)));
    append_big_endian(bytes_, argument, std::size_t{1} << width);
}

void CborWriter::integer(std::int64_t value) {
    if (value >= 0) {
        head(major_unsigned, static_cast<std::uint64_t>(value));
    } else {
        head(major_negative, static_cast<std::uint64_t>(-(value + 1)));
    }
}

void CborWriter::bytes(ByteView value) {
    head(major_bytes, value.size());
    bytes_.insert(bytes_.end(), value.begin(), value.end());
}

void CborWriter::text(std::string_view value) {
    head(major_text, value.size());
    bytes_.insert(bytes_.end(), value.begin(), value.end());
}

void CborWriter::null() {
    head(major_simple, simple_null);
}
void CborWriter::array(std::size_t count) {
    head(major_array, count);
}
void CborWriter::map(std::size_t count) {
    head(major_map, count);
}

std::optional<CborReader::Head> CborReader::head() {
    if (failed_ || rest_.empty()) {
        fail();
        return std::nullopt;
    }
    const std::uint8_t first = rest_.front();
    rest_ = rest_.subspan(1);
    Head head{static_cast<std::uint8_t>(first >> 5), first & 0x1FU};
    if (head.argument < 24) return head;
    if (head.argument > 27) {
        fail();
        return std::nullopt;
    }
    const std::size_t width = std::size_t{1} << (head.argument - 24);
    if (rest_.size() < width) {
        fail();
        return std::nullopt;
    }
    head.argument = read_big_endian(rest_.first(width));
    rest_ = rest_.subspan(width);
    return head;
}

std::int64_t CborReader::integer() {
    const auto read = head();
    if (!read) return 0;
    if (read->argument > INT64_MAX ||
        (read->major != major_unsigned && read->major != major_negative)) {
        fail();
        return 0;
    }
    const auto value = static_cast<std::int64_t>(read->argument);
    return read->major == major_unsigned ? value : -1 - value;
}

// A count can never exceed what the remaining bytes could hold: a hostile length ends here.
std::uint64_t CborReader::counted(std::uint8_t major, std::uint64_t bytes_each) {
    const auto read = head();
    if (!read) return 0;
    if (read->major != major || read->argument > rest_.size() / bytes_each) {
        fail();
        return 0;
    }
    return read->argument;
}

ByteView CborReader::string(std::uint8_t major) {
    const std::uint64_t size = counted(major, 1);
    const ByteView value = rest_.first(size);
    rest_ = rest_.subspan(size);
    return value;
}

ByteView CborReader::bytes() {
    return string(major_bytes);
}

std::string_view CborReader::text() {
    const ByteView value = string(major_text);
    const std::string_view text(reinterpret_cast<const char *>(value.data()), value.size());
    if (!is_utf8(text)) {
        fail();
        return {};
    }
    return text;
}

std::size_t CborReader::array() {
    return counted(major_array, 1);
}
std::size_t CborReader::map() {
    return counted(major_map, 2);
}

bool CborReader::null() {
    if (failed_ || rest_.empty() || rest_.front() != ((major_simple << 5) | simple_null)) {
        return false;
    }
    rest_ = rest_.subspan(1);
    return true;
}

void CborReader::skip() {
    skip(0);
}

void CborReader::skip(int depth) {
    if (null()) return;
    if (failed_ || rest_.empty() || depth > deepest) return fail();
    const auto major = static_cast<std::uint8_t>(rest_.front() >> 5);
    if (major == major_unsigned || major == major_negative) {
        static_cast<void>(integer());
    } else if (major == major_bytes || major == major_text) {
        static_cast<void>(string(major));
    } else if (major == major_array || major == major_map) {
        const std::size_t values = major == major_array ? array() : 2 * map();
        for (std::size_t i = 0; i < values && !failed_; ++i) skip(depth + 1);
    } else {
        fail();
    }
}

}  // namespace stormote
