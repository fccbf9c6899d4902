#include "kiosk/ui/screens/staff/staff_name.h"

#include "kiosk/ui/screens/common/field_page.h"
#include "kiosk/ui/screens/common/name.h"
#include "kiosk/ui/screens/common/walk_in.h"
#include "kiosk/ui/widgets/keyboard.h"

namespace stormote {

namespace {

std::string whole_of(const StaffNameView& view) {
    std::string whole = view.texts[0];
    if (!view.texts[1].empty()) whole += (whole.empty() ? "" : " ") + view.texts[1];
    if (!view.texts[2].empty()) whole += " · " + view.texts[2];
    return whole;
}

FieldPage page_of(const Ui& ui, const StaffNameView& view) {
    FieldPage page;
    page.title = ui.say(Sentence{"Correct the name"});
    page.fields = {{"field_given", ui.say(Sentence{"Given name"})},
                   {"field_family", ui.say(Sentence{"Family name"})},
                   {"field_organisation", ui.say(Sentence{"Organisation"})}};
    page.chosen = static_cast<std::size_t>(view.field);
    page.text_id = "staff_name_text";
    page.text = view.texts.at(page.chosen);
    page.whole = whole_of(view);
    page.is_personal = true;
    page.problem = view.problem;
    return page;
}

}  // namespace

std::optional<StaffNameIntent> draw_staff_name(Ui& ui, const StaffNameView& view) {
    ui.begin_screen("staff_name");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    Rect bounds = frame.bounds;
    const Rect tray = bounds.take_bottom(keyboard_height(ui));
    const FieldPage page = page_of(ui, view);
    const FieldPageAnswer answer = draw_field_page(ui, bounds, page);
    const std::optional<TextEdit> key = draw_keyboard(ui, tray);
    if (answer.chosen) return ChooseNameField{static_cast<NameField>(*answer.chosen)};
    if (answer.is_cleared) return ChangeNameField{""};
    if (answer.is_saved) return SaveName{};
    const std::size_t longest =
        view.field == NameField::organisation ? longest_organisation : longest_typed_name;
    const std::string typed = edit_text(ui, page.text, key, longest);
    if (typed != page.text) return ChangeNameField{typed};
    if (ui.pressed(KeyKind::enter)) return SaveName{};
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
