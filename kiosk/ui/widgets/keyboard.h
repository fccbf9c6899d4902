// The on-screen keyboard, and what typing does to a text. Keys never hint which letters lead to
// somebody: that would spell out the list of guests. The screen thread.
#pragma once

#include <optional>
#include <string>

#include "kiosk/ui/widgets/ui.h"

namespace stormote {

// What one key press asks for: letters to add, or the last letter to take away.
struct TextEdit {
    std::string letters;
    bool erase = false;
};

[[nodiscard]] float keyboard_height(const Ui& ui);
// Fills the tray with keys; gives the key that was pressed.
std::optional<TextEdit> draw_keyboard(Ui& ui, const Rect& tray);

// The text after a key of the screen and this frame's keys of a real keyboard. Words begin with a
// capital letter; at most `longest` characters.
[[nodiscard]] std::string edit_text(const Ui& ui, std::string text,
                                    const std::optional<TextEdit>& key, std::size_t longest);

// Pieces of edit_text, without a screen.
void add_letters(std::string& text, std::string_view letters, std::size_t longest);
void erase_last(std::string& text);

}  // namespace stormote
