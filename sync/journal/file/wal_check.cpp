#include "sync/journal/file/wal_check.h"

#include <algorithm>
#include <fstream>
#include <optional>
#include <utility>
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

    // The next whole frame of the file, of this turn of the WAL or of an older one.
    [[nodiscard]] std::optional<ByteView> next_frame() {
        frame_.resize(frame_header_size + page_size_);
        stream_.read(reinterpret_cast<char *>(frame_.data()),
                     static_cast<std::streamsize>(frame_.size()));
        if (stream_.gcount() != static_cast<std::streamsize>(frame_.size())) return std::nullopt;
        return frame_;
    }

    // Frames of an older turn carry other salts.
    [[nodiscard]] bool is_of_this_turn(ByteView frame) const {
        return std::equal(salts_.begin(), salts_.end(), frame.begin() + 8);
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

// Follows the checksums from frame to frame, over frames that are unreadable.
class FrameChain {
  public:
    FrameChain(const WalReader& reader, Checksum start) : reader_(reader), starts_{start} {}

    // Whether the frame is of this turn of the WAL and agrees with its checksum.
    [[nodiscard]] bool take(ByteView frame) {
        const Checksum stored = stored_checksum(frame, 16);
        // After a frame that does not agree with its checksum, either of the two may be the right
        // one, and the next frame may continue from it.
        std::vector<Checksum> next{stored};
        bool is_readable = false;
        if (reader_.is_of_this_turn(frame)) {
            for (const Checksum& start : starts_) {
                const Checksum computed = reader_.add(reader_.add(start, frame.first(8)),
                                                      frame.subspan(frame_header_size));
                is_readable |= computed == stored;
                if (next.size() == 1) next.push_back(computed);
            }
        }
        if (is_readable) next.resize(1);
        starts_ = std::move(next);
        return is_readable;
    }

  private:
    const WalReader& reader_;
    std::vector<Checksum> starts_;
};

bool is_header_valid(const WalReader& reader, ByteView header) {
    const std::uint64_t magic = read_big_endian(header.first(4));
    return (magic == magic_little_endian || magic == magic_big_endian) &&
           reader.is_page_size_valid() &&
           reader.add({}, header.first(24)) == stored_checksum(header, 24);
}

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
    if (!is_header_valid(reader, header)) return {WalCondition::damaged, 0, 1};
    FrameChain chain(reader, stored_checksum(header, 24));
    std::uint64_t unreadable = 0;
    // Whether the commit that the first unreadable frame belongs to has ended.
    bool is_commit_over = false;
    while (const auto frame = reader.next_frame()) {
        const bool is_readable = chain.take(*frame);
        if (is_readable && unreadable == 0) {
            ++report.readable_frames;
            continue;
        }
        ++unreadable;
        const bool is_commit =
            reader.is_of_this_turn(*frame) && read_big_endian(frame->subspan(4, 4)) != 0;
        if (is_commit && is_readable && is_commit_over) {
            report.condition = WalCondition::damaged;
            report.lost_frames = unreadable;
        }
        is_commit_over |= is_commit;
    }
    return report;
}

}  // namespace stormote
