// The memory of a process. Any thread.
#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include <sys/types.h>

namespace stormote::testing {

// In megabytes; what it shares with others counts by its part (PSS).
inline double proportional_memory_mb(pid_t process) {
    std::ifstream file(std::filesystem::path("/proc") / std::to_string(process) / "smaps_rollup");
    for (std::string word; file >> word;) {
        double kilobytes = 0;
        if (word == "Pss:" && file >> kilobytes) return kilobytes / 1024;
    }
    return 0;
}

}  // namespace stormote::testing
