#include "kiosk/desk/personal/late_device.h"

#include "sync/base/local_time.h"
#include "sync/privacy/keep_table.h"

namespace stormote {

namespace {

std::string day_of(std::int64_t wall_ms) {
    return local_time_of(wall_ms).substr(0, 10);
}

}  // namespace

std::string late_since(const EventState& state, DeviceRole role, std::int64_t now_ms,
                       std::int64_t heard_ms) {
    if (role == DeviceRole::organiser) return "";
    // Also where the table is a proposal: a decision may have been named that is not heard here.
    std::string day = last_day_of(DocumentKind::registrations, state.settings());
    if (day.empty() || day_of(now_ms) <= day) return "";
    // What was heard later than now was heard when the clock was wrong.
    const bool is_heard = heard_ms > 0 && heard_ms <= now_ms;
    return is_heard && day_of(heard_ms) > day ? "" : day;
}

}  // namespace stormote
