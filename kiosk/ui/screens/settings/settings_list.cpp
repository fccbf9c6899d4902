#include "kiosk/ui/screens/settings/settings_list.h"

#include <algorithm>

#include "kiosk/ui/screens/common/chip_flow.h"
#include "kiosk/ui/screens/common/number_cards.h"
#include "kiosk/ui/screens/common/page_title.h"

namespace stormote {

namespace {

std::optional<SettingsListIntent> draw_chips(Ui& ui, Rect& bounds, const SettingsListView& view) {
    std::optional<SettingsListIntent> intent;
    ChipFlow flow(ui, bounds);
    for (std::size_t i = 0; i < view.languages.size(); ++i) {
        const std::string id = "setting_language_" + std::to_string(i);
        const ChipStyle style{.id = id, .label = view.languages[i], .selected = i == view.language};
        if (chip(ui, flow.place(chip_size(ui, style)), style)) intent = ChooseSettingLanguage{i};
    }
    const ChipStyle undo{.id = "undo_setting",
                         .label = ui.say(Sentence{"Undo"}),
                         .icon = Icon::undo,
                         .enabled = view.can_undo};
    if (chip(ui, flow.place(chip_size(ui, undo)), undo)) intent = UndoSetting{};
    flow.end(24);
    return intent;
}

std::string value_words(const Ui& ui, const SettingRow& row) {
    if (!row.value.empty()) return row.value;
    return row.instead.empty() ? ui.say(Sentence{"Nothing is said"}) : row.instead;
}

}  // namespace

std::optional<SettingsListIntent> draw_settings_list(Ui& ui, const SettingsListView& view) {
    ui.begin_screen("settings");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    Rect bounds = frame.bounds.inset(margin_of(ui), ui.px(24));
    const TextScale scale(ui, std::min(TextScale::aside, ui.text_scale()));
    draw_page_title(ui, bounds, ui.say(Sentence{"Settings"}));
    draw_page_lead(ui, bounds, view.elsewhere);
    bounds.take_top(ui.px(16));
    leave_upper_third(ui, bounds);
    const auto pressed = draw_chips(ui, bounds, view);
    if (view.news) draw_page_news(ui, bounds, *view.news);
    std::vector<NumberCard> cards;
    cards.reserve(view.rows.size());
    for (std::size_t i = 0; i < view.rows.size(); ++i) {
        const SettingRow& row = view.rows[i];
        const std::string value = value_words(ui, row);
        cards.push_back({.id = "setting_" + std::to_string(i + 1),
                         .upper = row.label,
                         .lower = value,
                         .icon = row.value.empty() ? Icon::cross : Icon::check,
                         .said = row.label + ": " + value});
    }
    const NumberCardsTouch touch = draw_number_cards(ui, "settings", bounds, cards, view.scroll);
    if (touch.chosen) return OpenSetting{*touch.chosen};
    if (pressed) return pressed;
    if (!(touch.scroll == view.scroll)) return ScrollSettings{touch.scroll};
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
