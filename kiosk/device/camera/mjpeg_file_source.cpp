#include "kiosk/device/camera/mjpeg_file_source.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>
#include <thread>

namespace stormote {

namespace {

// Markers of JPEG (ITU-T T.81, table B.1), after a byte 0xFF.
constexpr std::uint8_t marker_start = 0xD8;
constexpr std::uint8_t marker_end = 0xD9;
constexpr std::uint8_t marker_scan = 0xDA;

constexpr std::chrono::nanoseconds frame_time{1'000'000'000 / MjpegFileSource::frames_a_second};

bool is_marker(ByteView bytes, std::size_t at, std::uint8_t marker) {
    return at + 1 < bytes.size() && bytes[at] == 0xFF && bytes[at + 1] == marker;
}

std::optional<std::size_t> find_marker(ByteView bytes, std::size_t from, std::uint8_t marker) {
    for (std::size_t at = from; at + 1 < bytes.size(); ++at) {
        if (is_marker(bytes, at, marker)) return at;
    }
    return std::nullopt;
}

// Behind the picture that begins there. Segments are leapt over by their length: a small picture
// within one has an end of its own.
std::optional<std::size_t> end_of_picture(ByteView bytes, std::size_t from) {
    std::size_t at = from + 2;
    while (at + 3 < bytes.size() && bytes[at] == 0xFF && !is_marker(bytes, at, marker_end)) {
        const bool is_scan = bytes[at + 1] == marker_scan;
        at += 2 + read_big_endian(bytes.subspan(at + 2, 2));
        if (is_scan) break;
    }
    // Within a scan, 0xFF is followed by 0 or by a marker that is not the end.
    const auto end = find_marker(bytes, at, marker_end);
    if (!end) return std::nullopt;
    return *end + 2;
}

}  // namespace

std::vector<ByteView> split_jpegs(ByteView bytes) {
    std::vector<ByteView> pictures;
    for (auto from = find_marker(bytes, 0, marker_start); from;) {
        const auto end = end_of_picture(bytes, *from);
        if (end) pictures.push_back(bytes.subspan(*from, *end - *from));
        from = find_marker(bytes, end.value_or(*from + 2), marker_start);
    }
    return pictures;
}

Result<std::unique_ptr<MjpegFileSource>> MjpegFileSource::load(const std::filesystem::path& path) {
    std::error_code error;
    const auto size = std::filesystem::file_size(path, error);
    if (error) return input_error({"The file {} cannot be read."}, path.string());
    if (size > largest_file_bytes) return input_error({"The file {} is too large."}, path.string());
    std::ifstream stream(path, std::ios::binary);
    Bytes bytes{std::istreambuf_iterator<char>(stream), {}};
    std::unique_ptr<MjpegFileSource> source(new MjpegFileSource(std::move(bytes)));
    if (source->pictures_.empty()) {
        return input_error({"The file {} contains no camera pictures (MJPEG)."}, path.string());
    }
    return source;
}

MjpegFileSource::MjpegFileSource(Bytes bytes)
    : bytes_(std::move(bytes)), pictures_(split_jpegs(bytes_)) {}

Result<Opening> MjpegFileSource::open() {
    start_ = Clock::now();
    next_ = 0;
    return Opening::opened;
}

Result<Reading> MjpegFileSource::read(GreyFrame& frame, std::chrono::milliseconds longest) {
    const auto due = start_ + next_ * frame_time;
    const auto deadline = Clock::now() + longest;
    std::this_thread::sleep_until(std::min(due, deadline));
    if (due > deadline) return Reading::nothing_yet;
    // Whoever was away for a while gets the picture of now, as from a camera.
    const std::int64_t now = std::max(next_, (Clock::now() - start_) / frame_time);
    next_ = now + 1;
    const auto count = static_cast<std::int64_t>(pictures_.size());
    auto decoded = decoder_.decode(pictures_[static_cast<std::size_t>(now % count)]);
    if (!decoded) return Reading::nothing_yet;
    frame = std::move(*decoded);
    return Reading::frame;
}

}  // namespace stormote
