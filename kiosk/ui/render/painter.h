// Painter: shapes, words and icons of one frame, into Dear ImGui's draw list.
//
// Knows nothing of widgets or screens. Words are measured and drawn by TextShaper and kept in a
// PictureAtlas. The screen thread; borrows the texture store, which must outlive it.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "kiosk/ui/render/icons.h"
#include "kiosk/ui/render/live_picture.h"
#include "kiosk/ui/render/mirror.h"
#include "kiosk/ui/render/picture_atlas.h"
#include "kiosk/ui/render/text_shaper.h"
#include "kiosk/ui/render/theme.h"

struct ImDrawList;

namespace stormote {

// Whether a picture points to the other side than it was drawn.
enum class Facing { as_drawn, turned };

class Painter {
  public:
    explicit Painter(TextureStore& store) : atlas_(store), live_(store) {}

    // Between ImGui::NewFrame and ImGui::Render only. All that is drawn goes where the mirror
    // places it.
    void begin_frame(ImDrawList *list, const Mirror& mirror);
    [[nodiscard]] Mirror& mirror() { return mirror_; }
    [[nodiscard]] const Mirror& mirror() const { return mirror_; }

    [[nodiscard]] TextExtent measure(std::string_view text, const TextStyle& style);
    // With the upper left corner of its box of lines there.
    TextExtent text(Point corner, std::string_view text, const TextStyle& style);
    [[nodiscard]] float caret_x(std::string_view text, const TextStyle& style) const {
        return shaper_.caret_x(text, style);
    }
    // For what edits text: where its lines and letters are.
    [[nodiscard]] const TextShaper& shaper() const { return shaper_; }

    void fill(const Rect& rect, Colour colour, float radius = 0);
    void outline(const Rect& rect, Colour colour, float thickness, float radius = 0);
    void disc(Point centre, float radius, Colour colour);
    void circle(Point centre, float radius, Colour colour, float thickness);
    // Clockwise from twelve o'clock, share 0 to 1 of the round.
    void arc(Point centre, float radius, Colour colour, float thickness, float share);
    // Like disc(), circle() and arc(), but kept as pictures: for shapes of which a screen has
    // hundreds in few sizes, and whose triangles would take longer than all the rest.
    void kept_disc(Point centre, float radius, Colour colour);
    void kept_circle(Point centre, float radius, Colour colour, float thickness);
    void kept_arc(Point centre, float radius, Colour colour, float thickness, float share);
    void line(Point from, Point to, Colour colour, float thickness);
    // A line along corners, with round ends.
    void stroke(std::span<const Point> corners, Colour colour, float thickness);
    // A dark panel, lighter in its middle.
    void glow(const Rect& rect, Colour middle, Colour edge, float radius);
    void icon(const Rect& square, Icon icon, Colour colour);
    void shield(const Rect& rect, Colour field, Colour charge);
    // A picture of the caller's, by its width and height in pixels. Another picture has another
    // key.
    void picture(const Rect& rect, const std::string& key,
                 const std::function<RasterImage(int, int)>& rasterise);
    // A hand scanner that reads a ticket; scanning_width times as wide as high.
    void scanning(const Rect& rect);

    // The part of a camera's picture between two of its points, in shares of it; mirrored where
    // `from` lies right of `to`. At most LivePicture::side a side; each new one with a new number.
    void live_picture(const Rect& rect, const GreyFrame& frame, std::uint64_t number, Point from,
                      Point to, Colour tint, float radius);

    void clip(const Rect& rect);
    void end_clip();

    // Where the frame's drawing stands, and a shift of all that was drawn since: a card slides in.
    [[nodiscard]] int mark() const;
    void shift_since(int mark, Point offset);

    [[nodiscard]] std::uint64_t picture_epoch() const { return atlas_.epoch(); }

  private:
    // Its box lies there on the screen. In that colour, unless the picture has colours of its own.
    void put(const Picture& picture, const Rect& box, Colour tint, Facing facing);
    // Words of a screen that is turned round run the other way, too.
    [[nodiscard]] TextStyle turned(const TextStyle& style) const;

    Mirror mirror_;
    TextShaper shaper_;
    PictureAtlas atlas_;
    LivePicture live_;
    std::unordered_map<std::string, TextExtent> extents_;
    ImDrawList *list_ = nullptr;
};

}  // namespace stormote
