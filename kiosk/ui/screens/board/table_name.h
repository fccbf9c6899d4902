// The organiser says what a group's table is called and where it stands. Plain values in, an intent
// out. The screen thread.
#pragma once

#include "kiosk/desk/board/board_steps.h"
#include "kiosk/ui/shell/frame.h"
#include "kiosk/ui/widgets/note_keyboard.h"

namespace stormote {

constexpr std::size_t longest_table_name = 60;
constexpr std::size_t longest_table_place = 80;

enum class TableField : std::uint8_t { name, place };

struct TableNameView {
    FrameView frame;
    GroupNumber group = 0;
    TableWords words;
    TableField field = TableField::name;  // the one that is written in
    NoteKeys keys{.open = true, .use = KeyboardUse::line};
    GroupNumber namesake = 0;  // another group whose table is called that; 0: none
};

struct ChooseTableField {
    TableField field;
};
// The whole text of the chosen field.
struct ChangeTableField {
    std::string typed;
};
struct TurnTableKeys {
    NoteKeys keys;
};
struct SaveTable {};

// GoBack leaves everything as it was.
using TableNameIntent =
    std::variant<ChooseTableField, ChangeTableField, TurnTableKeys, SaveTable, FrameIntent>;

std::optional<TableNameIntent> draw_table_name(Ui& ui, const TableNameView& view);

}  // namespace stormote
