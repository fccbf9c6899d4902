// Staff corrects what is known of somebody: a list of the fields, and a page for one of them, with
// a keyboard or with what may be chosen. Plain values in, an intent out. The screen thread.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "kiosk/ui/shell/frame.h"
#include "kiosk/ui/widgets/note_keyboard.h"
#include "kiosk/ui/widgets/scroll_area.h"

namespace stormote {

struct StaffFieldLine {
    std::string label;
    std::string text;  // as it stands; may be empty
    Icon icon = Icon::keyboard;
};

struct StaffFieldsView {
    FrameView frame;
    std::string name;  // of the person
    std::vector<StaffFieldLine> fields;
    Scroll scroll;
};

struct StaffFieldView {
    FrameView frame;
    std::string name;  // of the person
    std::string label;
    std::string text;
    std::size_t longest = 0;  // in characters
    NoteKeys keys{.open = true, .use = KeyboardUse::line};
    std::string problem;               // why it was not saved; may be empty
    std::vector<std::string> choices;  // instead of the text
    std::optional<std::size_t> chosen;
};

struct ChooseStaffField {
    std::size_t index;
};
struct ScrollStaffFields {
    Scroll scroll;
};
using StaffFieldsIntent = std::variant<ChooseStaffField, ScrollStaffFields, FrameIntent>;

// The whole text.
struct ChangeStaffField {
    std::string typed;
};
struct TurnStaffKeys {
    NoteKeys keys;
};
struct SaveStaffField {};
struct ChooseStaffValue {
    std::size_t index;
};
// GoBack leaves everything as it was.
using StaffFieldIntent =
    std::variant<ChangeStaffField, TurnStaffKeys, SaveStaffField, ChooseStaffValue, FrameIntent>;

std::optional<StaffFieldsIntent> draw_staff_fields(Ui& ui, const StaffFieldsView& view);
std::optional<StaffFieldIntent> draw_staff_field(Ui& ui, const StaffFieldView& view);

}  // namespace stormote
