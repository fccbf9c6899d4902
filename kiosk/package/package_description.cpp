#include "kiosk/package/package_description.h"

#include "sync/base/local_time.h"
#include "sync/base/version.h"

namespace stormote {

namespace {

std::string setting_or(const EventState& state, SettingField field, std::string otherwise) {
    const std::string& setting = state.setting(field);
    return setting.empty() ? std::move(otherwise) : setting;
}

}  // namespace

PackageDescription describe_package(const EventId& event, const EventState& state,
                                    const std::string& record, std::int64_t created_ms,
                                    const Texts& texts) {
    // Another language or version writes other files.
    const std::string name =
        "package " + texts.language() + ' ' + std::string(project_version()) + ' ' + record;
    return {.id = "uuid-" + to_string(make_named_uuid(event.value.bytes, name)),
            .event = event,
            .title = setting_or(state, SettingField::name, texts.get({"An event without a name"})),
            .municipality =
                setting_or(state, SettingField::municipality,
                           texts.get({"A municipality whose name the record does not say"})),
            .place = state.setting(SettingField::place),
            .starts = state.setting(SettingField::starts),
            .ends = state.setting(SettingField::ends),
            .created = utc_text(created_ms),
            .language = texts.language()};
}

}  // namespace stormote
