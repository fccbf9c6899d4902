// The organiser writes a question of the agenda, or an item of the programme. Plain values in, an
// intent out. The screen thread.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <variant>

#include "kiosk/ui/shell/frame.h"
#include "kiosk/ui/widgets/note_keyboard.h"

namespace stormote {

// What can be written of a question; of an item of the programme the title and when it begins.
enum class AgendaItemField : std::uint8_t { title, text, starts, ends, round };
constexpr std::size_t agenda_item_fields = 5;

struct AgendaItemView {
    FrameView frame;
    int number = 0;  // of the question; 0: an item of the programme
    std::array<std::string, agenda_item_fields> texts;  // as they are typed
    AgendaItemField field = AgendaItemField::title;     // the one that is written in
    NoteKeys keys{.open = true, .use = KeyboardUse::line};
    std::string problem;  // why it was not saved; may be empty

    [[nodiscard]] const std::string& text(AgendaItemField which) const {
        return texts.at(static_cast<std::size_t>(which));
    }
};

struct ChooseAgendaField {
    AgendaItemField field;
};
// The whole text of the chosen field.
struct ChangeAgendaField {
    std::string typed;
};
struct TurnAgendaKeys {
    NoteKeys keys;
};
struct SaveAgendaItem {};

// GoBack leaves everything as it was.
using AgendaItemIntent =
    std::variant<ChooseAgendaField, ChangeAgendaField, TurnAgendaKeys, SaveAgendaItem, FrameIntent>;

std::optional<AgendaItemIntent> draw_agenda_item(Ui& ui, const AgendaItemView& view);

}  // namespace stormote
