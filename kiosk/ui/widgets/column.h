// Column: blocks one below the other, measured first and drawn afterwards, so that a screen can
// find out which letter size fits before it draws anything. The screen thread.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "kiosk/ui/widgets/text_block.h"

namespace stormote {

class Column {
  public:
    Column(Ui& ui, float width, float squeeze)
        : ui_(ui), width_(width), squeeze_(squeeze), text_scale_(ui.text_scale()) {}

    [[nodiscard]] float width() const { return width_; }
    [[nodiscard]] float height() const { return height_; }
    // 1, or less where room is short: gaps and titles give way before the text one reads does.
    [[nodiscard]] float squeeze() const { return squeeze_; }
    // Of the letters that it was built with.
    [[nodiscard]] float text_scale() const { return text_scale_; }

    void words(std::string text, const TextBlockStyle& style);
    // In units.
    void gap(float units);
    // Height in pixels.
    void block(float height, std::function<void(const Rect&)> draw);

    void draw(Point corner) const;

  private:
    struct Block {
        float height = 0;
        std::function<void(const Rect&)> draw;
    };

    Ui& ui_;
    float width_;
    float squeeze_;
    float text_scale_;
    float height_ = 0;
    std::vector<Block> blocks_;
};

// Builds the column in the largest letters that fit the room, up to those that were asked for.
[[nodiscard]] Column fit_column(Ui& ui, Size bounds, const std::function<void(Column&)>& build);

}  // namespace stormote
