// Unlock: asks for the event's passphrase, before anything of the event is known. The letters are
// dots until somebody asks to see them. The screen thread.
#pragma once

#include <optional>
#include <string>
#include <variant>

#include "kiosk/ui/shell/frame.h"
#include "kiosk/ui/widgets/note_keyboard.h"

namespace stormote {

struct UnlockView {
    FrameView frame;
    std::string written;  // the letters, or a dot for each
    std::size_t length = 0;
    bool is_shown = false;
    NoteKeys keys;
    bool is_opening = false;  // with what was written: it takes no more
    std::string problem;      // why the event did not open; may be empty
};

struct AddLetters {
    std::string letters;
};
struct EraseLetter {};
struct EraseLetters {};
struct ShowLetters {};  // or hide them again
struct TurnKeys {
    NoteKeys keys;
};
struct OpenEvent {};

using UnlockIntent = std::variant<AddLetters, EraseLetter, EraseLetters, ShowLetters, TurnKeys,
                                  OpenEvent, FrameIntent>;

std::optional<UnlockIntent> draw_unlock(Ui& ui, const UnlockView& view);

}  // namespace stormote
