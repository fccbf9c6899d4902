#include "kiosk/ui/screens/settings/settings_list.h"

#include <algorithm>

#include "kiosk/ui/screens/common/number_cards.h"
#include "kiosk/ui/screens/common/page_title.h"

namespace stormote {

namespace {

bool draw_undo(Ui& ui, Rect& bounds, bool can_undo) {
    const ChipStyle style{.id = "undo_setting",
                          .label = ui.say(Sentence{"Undo"}),
                          .icon = Icon::undo,
                          .enabled = can_undo};
    const Size size = chip_size(ui, style);
    const Rect row = bounds.take_top(size.height);
    bounds.take_top(ui.px(24));
    return chip(ui, {row.left, row.top, std::min(size.width, row.width), size.height}, style);
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
    const bool is_undone = draw_undo(ui, bounds, view.can_undo);
    if (view.news) draw_page_news(ui, bounds, *view.news);
    std::vector<NumberCard> cards;
    cards.reserve(view.rows.size());
    for (std::size_t i = 0; i < view.rows.size(); ++i) {
        const SettingRow& row = view.rows[i];
        const std::string value =
            row.value.empty() ? ui.say(Sentence{"Nothing is said"}) : row.value;
        cards.push_back({.id = "setting_" + std::to_string(i + 1),
                         .upper = row.label,
                         .lower = value,
                         .icon = row.value.empty() ? Icon::cross : Icon::check,
                         .said = row.label + ": " + value});
    }
    const NumberCardsTouch touch = draw_number_cards(ui, "settings", bounds, cards, view.scroll);
    if (touch.chosen) return OpenSetting{*touch.chosen};
    if (is_undone) return UndoSetting{};
    if (!(touch.scroll == view.scroll)) return ScrollSettings{touch.scroll};
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
