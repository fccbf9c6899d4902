// WAL check: is the second part of an event file (FILE-wal) whole?
//
// SQLite reads a WAL up to the first frame whose checksum is wrong and drops the rest without a
// word: right for a commit that a power cut tore, wrong for a byte that the disk flipped in the
// middle. The checksums are chained through each frame's own header, so a readable commit after
// an unreadable frame tells the two apart. Format:
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
    std::uint64_t lost_frames = 0;  // frames that SQLite would drop though they were committed
};

[[nodiscard]] WalReport check_wal(const std::filesystem::path& wal);

}  // namespace stormote
