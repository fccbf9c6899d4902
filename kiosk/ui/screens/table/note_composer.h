// Note composer: the kinds as chips, a text area, what has become of the draft, and the button that
// ends the writing. The screen thread.
#pragma once

#include <optional>
#include <string>

#include "kiosk/ui/screens/table/table.h"

namespace stormote {

struct ComposerStyle {
    std::string label;        // what belongs in the field
    std::string placeholder;  // an invitation to write
    std::string done;         // the words of the button
    int lines = 3;
};

struct ComposerAnswer {
    Writing writing;
    NoteKeys keys;
    std::optional<NoteKind> kind;
    std::string copied;  // empty: nothing
    bool stops_pasting = false;
    bool is_done = false;
};

[[nodiscard]] float composer_height(Ui& ui, float width, const ComposerStyle& style,
                                    const Composer& composer);
// The field grows with the rectangle.
ComposerAnswer draw_composer(Ui& ui, const Rect& rect, const ComposerStyle& style,
                             const Composer& composer, const NoteKeys& keys,
                             const std::optional<TypedKey>& key);

}  // namespace stormote
