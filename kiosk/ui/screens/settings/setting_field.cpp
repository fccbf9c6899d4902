#include "kiosk/ui/screens/settings/setting_field.h"

#include "kiosk/ui/screens/common/field_page.h"

namespace stormote {

std::optional<SettingFieldIntent> draw_setting_field(Ui& ui, const SettingFieldView& view) {
    ui.begin_screen("setting");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    Rect bounds = frame.bounds;
    const Rect tray = bounds.take_bottom(note_keyboard_height(ui, view.keys));
    FieldPage page;
    page.title = ui.say(Sentence{"Settings"});
    page.fields = {{"setting_field", view.label}};
    page.text_id = "setting_text";
    page.text = view.text;
    page.whole = view.hint;
    page.problem = view.problem;
    const FieldPageAnswer answer = draw_field_page(ui, bounds, page);
    const NoteKeysAnswer keys = draw_note_keyboard(ui, tray, view.keys, view.text.empty());
    if (answer.is_cleared) return ChangeSetting{""};
    if (answer.is_saved) return SaveSetting{};
    std::string typed = edit_line(ui, view.text, keys.key, view.longest);
    if (typed != view.text) return ChangeSetting{std::move(typed)};
    if (keys.keys != view.keys) return TurnSettingKeys{keys.keys};
    if (ui.pressed(KeyKind::enter)) return SaveSetting{};
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
