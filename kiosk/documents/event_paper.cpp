#include "kiosk/documents/event_paper.h"

#include <utility>

#include "sync/report/event_date.h"

namespace stormote {

PaperDescription describe_paper(std::string title, const EventState& state, const Texts& texts) {
    return {.title = std::move(title),
            .language = texts.language(),
            .publisher = state.setting(SettingField::municipality),
            .dated_ms = event_date_ms(state)};
}

}  // namespace stormote
