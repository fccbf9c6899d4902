#include "kiosk/desk/evening/table_message.h"

#include <algorithm>

#include "sync/base/local_time.h"
#include "sync/base/text_folding.h"

namespace stormote {

std::optional<TableMessage> table_message(const EventState& state, std::int64_t now_ms) {
    const std::string& setting = state.setting(SettingField::table_message);
    const std::size_t end = setting.find(' ');
    const auto sent_ms = instant_of(setting.substr(0, end));
    if (end == std::string::npos || !sent_ms) return std::nullopt;
    // A sender's clock that is ahead of this one's shows it early, and not for longer.
    if (now_ms >= *sent_ms + table_message_ms || now_ms < *sent_ms - table_message_ms) {
        return std::nullopt;
    }
    return TableMessage{setting.substr(end + 1), clock_text(*sent_ms)};
}

void say_to_tables(Desk& desk, std::string_view text, std::int64_t now_ms, Actor actor) {
    std::string said = trim_text(text);
    // It is read on one line or two.
    std::replace(said.begin(), said.end(), '\n', ' ');
    const std::string setting = said.empty() ? "" : local_time_of(now_ms) + ' ' + said;
    if (desk.state().setting(SettingField::table_message) == setting) return;
    const Body body{
        {},
        actor.role,
        SettingsDescribed{
            FieldSetter<SettingField>{}.set(SettingField::table_message, setting).take()}};
    desk.record(std::span(&body, 1));
}

}  // namespace stormote
