// Key variants: the letters that a key of the screen has beside its own, as ë beside e. Holding the
// key shows them in a row above it; whoever slides to one and lifts there has typed it, whoever
// lifts where they are has typed the key's own letter, and whoever slides off has typed nothing.
// Nobody needs to hold a key: the layer of more letters has them all. The screen thread.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "kiosk/ui/widgets/more_letters.h"
#include "kiosk/ui/widgets/ui.h"

namespace stormote {

// Of a small letter; none for most.
[[nodiscard]] std::span<const LetterPair> variants_of(std::string_view small);

// One frame of a keyboard: made before its keys are drawn, drawn after them.
class KeyVariants {
  public:
    // `tray`: where the row may stand, from side to side.
    KeyVariants(Ui& ui, const Rect& tray) : ui_(ui), tray_(tray.inset(ui.px(12), 0)) {}

    // While a row is open the other keys lie below it.
    [[nodiscard]] bool takes(std::string_view key_id) const {
        return ui_.held_key().empty() || ui_.held_key() == key_id;
    }
    // Each key that types a letter, as it is drawn.
    void note(std::string_view key_id, std::string_view small, const Rect& rect);
    // The letter that was chosen. Keys of names show capitals.
    std::optional<LetterPair> draw();

  private:
    Ui& ui_;
    Rect tray_;
    std::span<const LetterPair> open_;
    Rect key_;
};

}  // namespace stormote
