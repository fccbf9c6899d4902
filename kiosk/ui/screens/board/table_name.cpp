#include "kiosk/ui/screens/board/table_name.h"

#include "kiosk/ui/screens/common/field_page.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

const std::string& text_of(const TableNameView& view) {
    return view.field == TableField::name ? view.words.name : view.words.place;
}

// As attendees will read it.
std::string whole_of(const Ui& ui, const TableNameView& view) {
    const std::string name = trim_text(view.words.name);
    const std::string place = trim_text(view.words.place);
    if (name.empty() && place.empty()) {
        return ui.say(Sentence{"The table of group {} has no name yet."}, view.group);
    }
    std::string whole = ui.say(Sentence{"Group {}"}, view.group);
    if (!name.empty()) whole += " · " + ui.say(Sentence{"Table {}"}, name);
    if (!place.empty()) whole += " · " + place;
    return whole;
}

FieldPage page_of(const Ui& ui, const TableNameView& view) {
    FieldPage page;
    page.title = ui.say(Sentence{"The table of group {}"}, view.group);
    page.fields = {{"field_table_name", ui.say(Sentence{"The table's name"})},
                   {"field_table_place", ui.say(Sentence{"Where it stands"})}};
    page.chosen = static_cast<std::size_t>(view.field);
    page.text_id = "table_name_text";
    page.text = text_of(view);
    page.whole = whole_of(ui, view);
    if (view.namesake > 0) {
        page.problem =
            ui.say(Sentence{"The table of group {} is called that, too."}, view.namesake);
    }
    return page;
}

}  // namespace

std::optional<TableNameIntent> draw_table_name(Ui& ui, const TableNameView& view) {
    ui.begin_screen("table_name");
    const FrameBounds frame = draw_frame(ui, view.frame, Aside::back);
    Rect bounds = frame.bounds;
    const Rect tray = bounds.take_bottom(note_keyboard_height(ui, view.keys));
    const FieldPageAnswer answer = draw_field_page(ui, bounds, page_of(ui, view));
    const NoteKeysAnswer keys = draw_note_keyboard(ui, tray, view.keys, text_of(view).empty());
    if (answer.chosen) return ChooseTableField{static_cast<TableField>(*answer.chosen)};
    if (answer.is_cleared) return ChangeTableField{""};
    if (answer.is_saved) return SaveTable{};
    const std::string typed =
        edit_line(ui, text_of(view), keys.key,
                  view.field == TableField::name ? longest_table_name : longest_table_place);
    if (typed != text_of(view)) return ChangeTableField{typed};
    if (keys.keys != view.keys) return TurnTableKeys{keys.keys};
    if (ui.pressed(KeyKind::enter)) return SaveTable{};
    if (frame.intent) return *frame.intent;
    return std::nullopt;
}

}  // namespace stormote
