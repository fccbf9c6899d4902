#include "kiosk/cli/progress.h"

#include <algorithm>

#include <fmt/format.h>

namespace stormote {

Progress::Progress(std::ostream *terminal, std::string what, std::size_t total)
    : terminal_(terminal), what_(std::move(what)), total_(total) {
    draw();
}

Progress::~Progress() {
    constexpr const char *wipe_line = "\r\x1b[K";
    if (terminal_ != nullptr) *terminal_ << wipe_line << std::flush;
}

void Progress::advance() {
    done_ = std::min(done_ + 1, total_);
    const std::size_t percent = total_ == 0 ? 100 : done_ * 100 / total_;
    if (percent == percent_) return;
    percent_ = percent;
    draw();
}

void Progress::draw() const {
    if (terminal_ == nullptr) return;
    constexpr std::size_t percent_a_mark = 5;
    const std::string marks(percent_ / percent_a_mark, '#');
    *terminal_ << fmt::format("\r{} [{:.<20}] {:3} %", what_, marks, percent_) << std::flush;
}

}  // namespace stormote
