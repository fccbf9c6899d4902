#include "kiosk/device/camera/repeat_filter.h"

namespace stormote {

bool RepeatFilter::is_new(const std::string& text, std::int64_t now_ms) {
    std::erase_if(last_seen_ms_,
                  [&](const auto& seen) { return now_ms - seen.second >= absence_ms_; });
    return last_seen_ms_.insert_or_assign(text, now_ms).second;
}

}  // namespace stormote
