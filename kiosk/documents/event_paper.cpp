#include "kiosk/documents/event_paper.h"

#include <utility>

#include "kiosk/documents/house_style.h"
#include "sync/base/local_time.h"

namespace stormote {

PaperDescription describe_paper(std::string title, const EventState& state, const Texts& texts) {
    return {.title = std::move(title),
            .language = texts.language(),
            .publisher = state.setting(SettingField::municipality),
            .dated_ms = instant_of(state.setting(SettingField::ends))};
}

Document begin_document(std::string title, const EventState& state, const Texts& texts) {
    Document document;
    document.title = std::move(title);
    document.language = texts.language();
    document.publisher = state.setting(SettingField::municipality);
    document.footer = state.setting(SettingField::name);
    document.dated_ms = instant_of(state.setting(SettingField::ends)).value_or(0);
    document.colour = parse_colour(state.setting(SettingField::colour));
    if (const auto logo = logo_of_setting(state.setting(SettingField::logo))) {
        document.logo_png = write_png(*logo);
    }
    return document;
}

}  // namespace stormote
