// ProbeLog: what the probe in a kiosk has written, see kiosk_probe.cpp. Values; any thread.
#pragma once

#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

namespace stormote {

struct ProbedSpan {
    std::chrono::nanoseconds begin{0};
    std::chrono::nanoseconds end{0};
    std::chrono::nanoseconds work{0};  // of the processor, in a frame
};

// The lines of one kind, "frame", "sync" or "held", which has only a begin.
inline std::vector<ProbedSpan> read_probe(const std::filesystem::path& log,
                                          const std::string& kind) {
    std::vector<ProbedSpan> spans;
    std::ifstream stream(log);
    for (std::string line; std::getline(stream, line);) {
        std::istringstream words(line);
        std::string name;
        long long begin = 0;
        long long end = 0;
        long long work = 0;
        words >> name >> begin >> end >> work;
        if (name == kind) {
            spans.push_back({std::chrono::nanoseconds(begin), std::chrono::nanoseconds(end),
                             std::chrono::nanoseconds(work)});
        }
    }
    return spans;
}

}  // namespace stormote
