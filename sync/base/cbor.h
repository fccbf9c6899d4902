// CborWriter, CborReader: the part of CBOR (RFC 8949) that operation bodies use: unsigned and
// negative integers, byte and text strings, arrays, maps, null. Written in the deterministic
// encoding of its section 4.2 (shortest heads, definite lengths), so that the same content is the
// same bytes on every machine. Any thread; a reader borrows its bytes.
#pragma once

#include <optional>
#include <string_view>
#include <utility>

#include "sync/base/bytes.h"

namespace stormote {

class CborWriter {
  public:
    void integer(std::int64_t value);
    void bytes(ByteView value);
    void text(std::string_view value);
    void null();
    // Followed by this many values, or this many key and value pairs (keys ascending).
    void array(std::size_t count);
    void map(std::size_t count);

    [[nodiscard]] Bytes take() { return std::move(bytes_); }

  private:
    void head(std::uint8_t major, std::uint64_t argument);
    Bytes bytes_;
};

// Every call gives nothing once the bytes are not what was asked for; the reader then stays
// failed, so that a caller may read a whole body and look at ok() once.
class CborReader {
  public:
    explicit CborReader(ByteView bytes) : rest_(bytes) {}

    [[nodiscard]] std::int64_t integer();
    [[nodiscard]] ByteView bytes();
    // Valid UTF-8, or the reader fails.
    [[nodiscard]] std::string_view text();
    [[nodiscard]] std::size_t array();
    [[nodiscard]] std::size_t map();
    // True, and steps over it, when the next value is null.
    [[nodiscard]] bool null();
    // Steps over one value of any supported kind, nested up to 16 deep.
    void skip();

    template <std::size_t Size>
    [[nodiscard]] ByteArray<Size> fixed_bytes() {
        const auto array = to_array<Size>(bytes());
        if (!array) fail();
        return array.value_or(ByteArray<Size>{});
    }

    void fail() { failed_ = true; }
    [[nodiscard]] bool ok() const { return !failed_; }
    [[nodiscard]] bool at_end() const { return rest_.empty(); }

  private:
    struct Head {
        std::uint8_t major = 0;
        std::uint64_t argument = 0;
    };
    [[nodiscard]] std::optional<Head> head();
    [[nodiscard]] std::uint64_t counted(std::uint8_t major, std::uint64_t bytes_each);
    [[nodiscard]] ByteView string(std::uint8_t major);
    void skip(int depth);

    ByteView rest_;
    bool failed_ = false;
};

}  // namespace stormote
