// KeyGrid: where the keys of a keyboard on the screen lie, four rows of eleven in the middle of
// their tray, and how one of them is drawn and pressed. Both keyboards are made of it. The screen
// thread.
#pragma once

#include <limits>
#include <optional>
#include <string>

#include "kiosk/ui/widgets/ui.h"

namespace stormote {

struct KeyStyle {
    std::string id;
    std::string face;                         // what stands on it
    std::optional<Icon> icon = std::nullopt;  // stands there instead
    std::string label{};                      // what is read out where an icon stands
    bool selected = false;
    float size = 40;  // of the face
    float largest_scale =
        std::numeric_limits<float>::max();  // of the face, of the reader's letters
    bool enabled = true;
    bool can_be_held = false;
};

class KeyGrid {
  public:
    static constexpr int columns = 11;
    static constexpr int rows = 4;

    // Keys are as wide as the tray lets them, but at most `widest_key` units.
    KeyGrid(const Ui& ui, const Rect& tray, float widest_key);

    // A key of so many columns' width. Columns may be fractions.
    [[nodiscard]] Rect at(float column, int row, float span = 1) const;

    // Of a tray whose keys are `key` units high, in pixels.
    [[nodiscard]] static float tray_height(const Ui& ui, float key);

  private:
    Size gap_;
    Size key_;
    Point start_;
};

Touch draw_key(Ui& ui, const Rect& rect, const KeyStyle& style);

}  // namespace stormote
