// Room floor: the plan of the room without its tables: the floor with its walls, the stage, and
// where the way out, the coffee and a window are. One for each frame; keeps references to all that
// it is given. The screen thread.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "kiosk/ui/widgets/text_block.h"
#include "sync/model/seating_map.h"

namespace stormote {

class RoomFloor {
  public:
    // Whether nothing lies there that must stay in sight.
    using IsFree = std::function<bool(const Rect&)>;

    // Where the floor lies on the screen, at so many pixels a metre. Words that do not stand wholly
    // in `sight` are drawn, but not written down.
    RoomFloor(Ui& ui, const SeatingMap& map, const Rect& floor, float scale, const Rect& sight)
        : ui_(ui), map_(map), floor_(floor), scale_(scale), sight_(sight) {}

    [[nodiscard]] Point place_of(const Spot& spot) const {
        return {floor_.left + static_cast<float>(spot.across) * scale_,
                floor_.top + static_cast<float>(spot.down) * scale_};
    }

    void draw_ground() const;
    // Nothing where there is no stage.
    [[nodiscard]] std::optional<Rect> stage_box() const;
    void draw_stage() const;
    // What would lie on something is left out.
    void draw_marks(const IsFree& is_free) const;
    void draw_mark(const Spot& spot, std::optional<Icon> icon, const std::string& words,
                   const IsFree& is_free) const;

  private:
    void draw_window(const IsFree& is_free) const;
    void draw_words(const Rect& box, const std::string& words, const TextBlockStyle& style) const;
    [[nodiscard]] TextBlockStyle stage_style() const;

    Ui& ui_;
    const SeatingMap& map_;
    Rect floor_;
    float scale_;
    Rect sight_;
};

}  // namespace stormote
