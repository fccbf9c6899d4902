// NoteWriting: where a note is written, on whatever screen of the table: the keyboard at its lower
// edge, and the composer. One frame; the screen thread.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/ui/screens/table/note_composer.h"

namespace stormote {

class NoteWriting {
  public:
    // Borrows all but the style.
    NoteWriting(Ui& ui, const Composer& composer, const NoteKeys& keys, ComposerStyle style);

    // Takes the keyboard's room from below. Before all else, because what is typed belongs to this
    // frame; it is read last.
    void draw_keyboard(Rect& bounds);
    // Of a composer with so many lines to write in.
    [[nodiscard]] float composer_height(float width, int lines);
    // What was asked for there, in the order in which to do it.
    [[nodiscard]] std::vector<WritingIntent> draw_composer(const Rect& rect);
    // What has become of the keyboard, once all is drawn.
    [[nodiscard]] std::optional<WritingIntent> changed_keys() const;
    [[nodiscard]] WritingIntent close_keyboard() const;

  private:
    Ui& ui_;
    const Composer& composer_;
    const NoteKeys& before_;
    ComposerStyle style_;
    NoteKeysAnswer typed_;
};

}  // namespace stormote
