#include "kiosk/documents/event_paper.h"

#include <utility>

#include "sync/base/local_time.h"

namespace stormote {

PaperDescription describe_paper(std::string title, const EventState& state, const Texts& texts) {
    return {.title = std::move(title),
            .language = texts.language(),
            .publisher = state.setting(SettingField::municipality),
            .dated_ms = instant_of(state.setting(SettingField::ends))};
}

}  // namespace stormote
