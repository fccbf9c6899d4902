#include "sync/report/event_date.h"

#include "sync/base/local_time.h"

namespace stormote {

std::optional<std::int64_t> event_date_ms(const EventState& state) {
    for (const SettingField field : {SettingField::ends, SettingField::starts}) {
        if (const auto instant = instant_of(state.setting(field))) return instant;
    }
    return std::nullopt;
}

}  // namespace stormote
