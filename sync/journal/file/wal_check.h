// WAL check: is the second part of an event file (FILE-wal) whole?
//
// SQLite reads a WAL up to the first frame whose checksum is wrong and drops the rest without a
// word: right for the last commit, which a power cut may have torn, its frames being written in
// any order; wrong for a byte that the disk flipped in the middle. The checksums are chained
// through each frame's own header, so a readable commit after the unreadable one tells the two
// apart: no commit begins before the one before it is on the disk. Format:
// https://www.sqlite.org/fileformat2.html#walformat
#pragma once

#include <cstdint>
#include <filesystem>

namespace stormote {

enum class WalCondition : std::uint8_t {
    absent,   // no file, or an empty one
    whole,    // every frame is readable up to its end, a torn last commit aside
    damaged,  // a frame is unreadable, and confirmed commits stand after it
};

struct WalReport {
    WalCondition condition = WalCondition::absent;
    std::uint64_t readable_frames = 0;
    std::uint64_t lost_frames = 0;  // at least so many that SQLite would drop were committed
};

[[nodiscard]] WalReport check_wal(const std::filesystem::path& wal);

}  // namespace stormote
