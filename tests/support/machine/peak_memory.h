// PeakMemory: how much more memory this process had at its peak than when the measurement began.
// One at a time: the kernel keeps one peak for a process.
#pragma once

#include <fstream>
#include <stdexcept>
#include <string>

namespace stormote::testing {

class PeakMemory {
  public:
    PeakMemory() {
        // Sets the peak back to what is in use now.
        std::ofstream("/proc/self/clear_refs") << "5";
        start_kb_ = peak_kb();
    }
    [[nodiscard]] std::size_t grown_mb() const { return (peak_kb() - start_kb_) / 1'024; }

  private:
    static std::size_t peak_kb() {
        std::ifstream status("/proc/self/status");
        for (std::string word; status >> word;) {
            if (word != "VmHWM:") continue;
            std::size_t kb = 0;
            status >> kb;
            return kb;
        }
        throw std::runtime_error("the kernel does not say how much memory is in use");
    }

    std::size_t start_kb_ = 0;
};

}  // namespace stormote::testing
