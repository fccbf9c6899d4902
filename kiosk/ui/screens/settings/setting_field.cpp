#include "kiosk/ui/screens/settings/setting_field.h"

#include "kiosk/ui/screens/common/field_page.h"

namespace stormote {

std::optional<SettingFieldIntent> draw_setting_field(Ui& ui, const SettingFieldView& view) {
    ui.begin_screen("setting");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    FieldPage page;
    page.title = view.label;
    page.fields = {{"setting_field", view.label}};
    page.text_id = "setting_text";
    page.text = view.text;
    page.whole = view.label + " · " + view.hint;
    page.problem = view.problem;
    const WrittenAnswer answer = draw_written_page(ui, frame.bounds, page, view.keys, view.longest);
    if (answer.typed) return ChangeSetting{*answer.typed};
    if (answer.is_saved) return SaveSetting{};
    if (answer.keys) return TurnSettingKeys{*answer.keys};
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
