#include "sync/journal/wal_check.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <vector>

#include "sync/base/bytes.h"

namespace stormote {

namespace {

constexpr std::size_t header_size = 32;
constexpr std::size_t frame_header_size = 24;
constexpr std::uint64_t magic_little_endian = 0x377F0682;
constexpr std::uint64_t magic_big_endian = 0x377F0683;

struct Checksum {
    std::uint32_t first = 0;
    std::uint32_t second = 0;
    bool operator==(const Checksum&) const = default;
};

Checksum stored_checksum(ByteView bytes, std::size_t offset) {
    return {static_cast<std::uint32_t>(read_big_endian(bytes.subspan(offset, 4))),
            static_cast<std::uint32_t>(read_big_endian(bytes.subspan(offset + 4, 4)))};
}

class WalReader {
  public:
    WalReader(std::ifstream& stream, ByteView header)
        : stream_(stream),
          words_are_big_endian_(read_big_endian(header.first(4)) == magic_big_endian),
          page_size_(read_big_endian(header.subspan(8, 4))),
          salts_(header.begin() + 16, header.begin() + 24) {}

    [[nodiscard]] bool is_page_size_valid() const {
        return page_size_ >= 512 && page_size_ <= 65536 && (page_size_ & (page_size_ - 1)) == 0;
    }

    // Continues a checksum over a whole number of 8-byte words.
    [[nodiscard]] Checksum add(Checksum sum, ByteView bytes) const {
        for (std::size_t i = 0; i + 8 <= bytes.size(); i += 8) {
            sum.first += word(bytes.subspan(i, 4)) + sum.second;
            sum.second += word(bytes.subspan(i + 4, 4)) + sum.first;
        }
        return sum;
    }

    // The next frame, or nothing at the end of the file or of this WAL's own frames.
    [[nodiscard]] std::optional<ByteView> next_frame() {
        frame_.resize(frame_header_size + page_size_);
        stream_.read(reinterpret_cast<char *>(frame_.data()),
                     static_cast<std::streamsize>(frame_.size()));
        if (stream_.gcount() != static_cast<std::streamsize>(frame_.size())) return std::nullopt;
        // Frames of an older turn of the WAL carry other salts.
        if (!std::equal(salts_.begin(), salts_.end(), frame_.begin() + 8)) return std::nullopt;
        return frame_;
    }

  private:
    [[nodiscard]] std::uint32_t word(ByteView bytes) const {
        if (words_are_big_endian_) return static_cast<std::uint32_t>(read_big_endian(bytes));
        return static_cast<std::uint32_t>(bytes[0] | bytes[1] << 8 | bytes[2] << 16) |
               static_cast<std::uint32_t>(bytes[3]) << 24;
    }

    std::ifstream& stream_;
    bool words_are_big_endian_;
    std::uint64_t page_size_;
    Bytes salts_;
    Bytes frame_;
};

}  // namespace

WalReport check_wal(const std::filesystem::path& wal) {
    std::ifstream stream(wal, std::ios::binary);
    Bytes header(header_size);
    stream.read(reinterpret_cast<char *>(header.data()), header_size);
    if (stream.gcount() != header_size) return {};
    WalReport report{WalCondition::whole};
    // Space set aside beforehand, and nothing written yet.
    if (std::all_of(header.begin(), header.end(), [](auto byte) { return byte == 0; })) {
        return report;
    }
    WalReader reader(stream, header);
    const std::uint64_t magic = read_big_endian(ByteView(header).first(4));
    const bool is_header_valid =
        (magic == magic_little_endian || magic == magic_big_endian) &&
        reader.is_page_size_valid() &&
        reader.add({}, ByteView(header).first(24)) == stored_checksum(header, 24);
    if (!is_header_valid) {
        report.condition = WalCondition::damaged;
        return report;
    }
    Checksum previous = stored_checksum(header, 24);
    bool is_broken = false;
    std::uint64_t unreadable = 0;
    while (const auto frame = reader.next_frame()) {
        const Checksum stored = stored_checksum(*frame, 16);
        const Checksum computed =
            reader.add(reader.add(previous, frame->first(8)), frame->subspan(frame_header_size));
        previous = stored;
        if (computed != stored) is_broken = true;
        if (!is_broken) {
            ++report.readable_frames;
            continue;
        }
        ++unreadable;
        const bool is_commit = read_big_endian(frame->subspan(4, 4)) != 0;
        if (computed == stored && is_commit) {
            report.condition = WalCondition::damaged;
            report.lost_frames = unreadable;
        }
    }
    return report;
}

}  // namespace stormote
