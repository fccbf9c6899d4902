#include "kiosk/ui/render/painter.h"

#include <array>
#include <cmath>
#include <numbers>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <imgui.h>

namespace stormote {

namespace {

// Typed text makes a new entry with every letter; beyond this many, start afresh.
constexpr std::size_t extent_limit = 4096;

ImVec2 to_imgui(Point point) {
    return {point.x, point.y};
}

ImU32 to_imgui(Colour colour) {
    return static_cast<ImU32>(colour.alpha) << IM_COL32_A_SHIFT |
           static_cast<ImU32>(colour.blue) << IM_COL32_B_SHIFT |
           static_cast<ImU32>(colour.green) << IM_COL32_G_SHIFT |
           static_cast<ImU32>(colour.red) << IM_COL32_R_SHIFT;
}

std::string shape_key(std::string_view text, const TextStyle& style) {
    return fmt::format("{}|{}{}{}{}{}|{}|{}|{}|{}", style.size_px, static_cast<int>(style.weight),
                       static_cast<int>(style.align), static_cast<int>(style.emphasis),
                       static_cast<int>(style.reading), static_cast<int>(style.hyphenates),
                       style.wrap_px, style.max_lines, style.line_spacing, text);
}

std::string colour_key(Colour colour) {
    return fmt::format("{:02x}{:02x}{:02x}{:02x}", colour.red, colour.green, colour.blue,
                       colour.alpha);
}

// Whether a font with colours of its own may be wanted: beyond the first 65,536 characters, and
// among the symbols U+2300 to U+2BFF.
bool may_hold_emoji(std::string_view text) {
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        const auto first = static_cast<unsigned char>(text[i]);
        const auto second = static_cast<unsigned char>(text[i + 1]);
        if (first >= 0xF0 || (first == 0xE2 && second >= 0x8C && second <= 0xAF)) return true;
    }
    return false;
}

}  // namespace

void Painter::begin_frame(ImDrawList *list, const Mirror& mirror) {
    list_ = list;
    mirror_ = mirror;
    atlas_.begin_frame();
    if (extents_.size() > extent_limit) extents_.clear();
}

TextStyle Painter::turned(const TextStyle& style) const {
    TextStyle turned = style;
    if (mirror_.turns()) turned.reading = ReadingOrder::from_right;
    return turned;
}

TextExtent Painter::measure(std::string_view text, const TextStyle& asked) {
    const TextStyle style = turned(asked);
    const std::string key = shape_key(text, style);
    const auto found = extents_.find(key);
    if (found != extents_.end()) return found->second;
    const TextExtent extent = shaper_.measure(text, style);
    extents_.emplace(key, extent);
    return extent;
}

TextExtent Painter::text(Point corner, std::string_view text, const TextStyle& asked) {
    const TextStyle style = turned(asked);
    const TextExtent extent = measure(text, style);
    std::string key = shape_key(text, style);
    if (may_hold_emoji(text)) key += colour_key(style.colour);
    const Picture picture = atlas_.get(key, [&] { return shaper_.rasterise(text, style); });
    put(picture, mirror_.placed({corner.x, corner.y, extent.size.width, extent.size.height}),
        style.colour, Facing::as_drawn);
    return extent;
}

void Painter::put(const Picture& picture, const Rect& box, Colour tint, Facing facing) {
    if (picture.texture == 0) return;
    // Whole pixels, or the letters blur.
    const Point from{std::round(box.left) + picture.offset.x,
                     std::round(box.top) + picture.offset.y};
    const Point to{from.x + picture.size.width, from.y + picture.size.height};
    Point first = picture.from;
    Point last = picture.to;
    if (facing == Facing::turned) std::swap(first.x, last.x);
    // NOLINTNEXTLINE(performance-no-int-to-ptr): ImGui hands texture names about as pointers.
    const auto texture = reinterpret_cast<ImTextureID>(picture.texture);
    list_->AddImage(texture, to_imgui(from), to_imgui(to), to_imgui(first), to_imgui(last),
                    to_imgui(picture.format == PixelFormat::coverage ? tint : white));
}

void Painter::fill(const Rect& laid_out, Colour colour, float radius) {
    const Rect rect = mirror_.placed(laid_out);
    list_->AddRectFilled({rect.left, rect.top}, {rect.right(), rect.bottom()}, to_imgui(colour),
                         radius);
}

void Painter::outline(const Rect& rect, Colour colour, float thickness, float radius) {
    // Inside the rectangle, so that an outlined thing is as large as a filled one.
    const Rect path = mirror_.placed(rect).inset(thickness / 2, thickness / 2);
    list_->AddRect({path.left, path.top}, {path.right(), path.bottom()}, to_imgui(colour),
                   std::max(0.0F, radius - thickness / 2), 0, thickness);
}

void Painter::disc(Point centre, float radius, Colour colour) {
    list_->AddCircleFilled(to_imgui(mirror_.placed(centre)), radius, to_imgui(colour));
}

void Painter::circle(Point centre, float radius, Colour colour, float thickness) {
    list_->AddCircle(to_imgui(mirror_.placed(centre)), radius - thickness / 2, to_imgui(colour), 0,
                     thickness);
}

void Painter::arc(Point centre, float radius, Colour colour, float thickness, float share) {
    if (share <= 0) return;
    constexpr float quarter = std::numbers::pi_v<float> / 2;
    list_->PathArcTo(to_imgui(mirror_.placed(centre)), radius - thickness / 2, -quarter,
                     -quarter + 4 * quarter * std::min(share, 1.0F), 48);
    list_->PathStroke(to_imgui(colour), 0, thickness);
}

void Painter::kept_disc(Point centre, float radius, Colour colour) {
    kept_arc(centre, radius, colour, radius, 1);
}

void Painter::kept_circle(Point centre, float radius, Colour colour, float thickness) {
    kept_arc(centre, radius, colour, thickness, 1);
}

void Painter::kept_arc(Point laid_out, float radius, Colour colour, float thickness, float share) {
    if (share <= 0 || radius <= 0) return;
    const Point centre = mirror_.placed(laid_out);
    const auto side = 2 * std::ceil(radius) + 2;
    const std::string key = fmt::format("arc {:.1f} {:.1f} {:.4f}", radius, thickness, share);
    put(atlas_.get(key, [&] { return rasterise_arc(radius, thickness, share); }),
        {centre.x - side / 2, centre.y - side / 2, side, side}, colour, Facing::as_drawn);
}

void Painter::line(Point from, Point to, Colour colour, float thickness) {
    list_->AddLine(to_imgui(mirror_.placed(from)), to_imgui(mirror_.placed(to)), to_imgui(colour),
                   thickness);
}

void Painter::stroke(std::span<const Point> corners, Colour colour, float thickness) {
    if (corners.size() < 2) return;
    for (const Point& corner : corners) list_->PathLineTo(to_imgui(mirror_.placed(corner)));
    list_->PathStroke(to_imgui(colour), 0, thickness);
    constexpr int sides = 16;
    for (const Point& tip : {corners.front(), corners.back()}) {
        list_->AddCircleFilled(to_imgui(mirror_.placed(tip)), thickness / 2 - 0.5F,
                               to_imgui(colour), sides);
    }
}

void Painter::glow(const Rect& laid_out, Colour middle, Colour edge, float radius) {
    fill(laid_out, edge, radius);
    const Rect rect = mirror_.placed(laid_out);
    constexpr int spokes = 64;
    constexpr int rings = 8;
    const ImVec2 uv = ImGui::GetFontTexUvWhitePixel();
    // Rings around the middle: the colours between are the renderer's work.
    list_->PrimReserve(spokes * rings * 6, spokes * rings + 1);
    const auto first = list_->_VtxCurrentIdx;
    list_->PrimWriteVtx(to_imgui(rect.centre()), uv, to_imgui(middle));
    for (int ring = 1; ring <= rings; ++ring) {
        const float share = static_cast<float>(ring) / rings;
        // A cosine fades without a visible seam at either end.
        const float fade = 0.5F - 0.5F * std::cos(share * std::numbers::pi_v<float>);
        for (int spoke = 0; spoke < spokes; ++spoke) {
            const float turn = static_cast<float>(spoke) / spokes * 2 * std::numbers::pi_v<float>;
            const ImVec2 point{rect.centre().x + std::cos(turn) * share * rect.width / 2,
                               rect.centre().y + std::sin(turn) * share * rect.height / 2};
            list_->PrimWriteVtx(point, uv, to_imgui(mix(middle, edge, fade)));
        }
    }
    const auto index = [&](int ring, int spoke) {
        const int place = ring == 0 ? 0 : 1 + (ring - 1) * spokes + spoke % spokes;
        return static_cast<ImDrawIdx>(first + static_cast<unsigned>(place));
    };
    for (int ring = 0; ring < rings; ++ring) {
        for (int spoke = 0; spoke < spokes; ++spoke) {
            list_->PrimWriteIdx(index(ring, spoke));
            list_->PrimWriteIdx(index(ring + 1, spoke));
            list_->PrimWriteIdx(index(ring + 1, spoke + 1));
            list_->PrimWriteIdx(index(ring, spoke));
            list_->PrimWriteIdx(index(ring + 1, spoke + 1));
            list_->PrimWriteIdx(index(ring, spoke + 1));
        }
    }
}

void Painter::icon(const Rect& square, Icon icon, Colour colour) {
    const int side = static_cast<int>(std::round(std::min(square.width, square.height)));
    if (side <= 0) return;
    const std::string key = fmt::format("icon {} {}", static_cast<int>(icon), side);
    const auto size = static_cast<float>(side);
    put(atlas_.get(key, [&] { return rasterise_icon(icon, side); }),
        mirror_.placed({square.left, square.top, size, size}), colour,
        mirror_.turns() && shows_direction(icon) ? Facing::turned : Facing::as_drawn);
}

void Painter::shield(const Rect& rect, Colour field, Colour charge) {
    const int width = static_cast<int>(rect.width);
    const int height = static_cast<int>(rect.height);
    const std::string key =
        fmt::format("shield {} {} {}", width, height, colour_key(field) + colour_key(charge));
    put(atlas_.get(key, [&] { return rasterise_shield(width, height, field, charge); }),
        mirror_.placed(rect), white, Facing::as_drawn);
}

void Painter::picture(const Rect& rect, const std::string& key,
                      const std::function<RasterImage(int, int)>& rasterise) {
    const int width = static_cast<int>(rect.width);
    const int height = static_cast<int>(rect.height);
    if (width <= 0 || height <= 0) return;
    put(atlas_.get(fmt::format("{} {} {}", key, width, height),
                   [&] { return rasterise(width, height); }),
        mirror_.placed(rect), white, Facing::as_drawn);
}

void Painter::scanning(const Rect& rect) {
    const int height = static_cast<int>(rect.height);
    if (height <= 0) return;
    put(atlas_.get(fmt::format("scanning {}", height), [&] { return rasterise_scanning(height); }),
        mirror_.placed(rect), white, Facing::as_drawn);
}

void Painter::live_picture(const Rect& laid_out, const GreyFrame& frame, std::uint64_t number,
                           Point from, Point to, Colour tint, float radius) {
    const Rect rect = mirror_.placed(laid_out);
    const auto scale = [&](Point share) {
        return ImVec2{share.x * static_cast<float>(frame.width) / LivePicture::side,
                      share.y * static_cast<float>(frame.height) / LivePicture::side};
    };
    // NOLINTNEXTLINE(performance-no-int-to-ptr): ImGui hands texture names about as pointers.
    const auto texture = reinterpret_cast<ImTextureID>(live_.show(frame, number));
    // Its grey is how much of the tint covers black.
    fill(laid_out, colour_from_hex(0x000000), radius);
    list_->AddImageRounded(texture, {rect.left, rect.top}, {rect.right(), rect.bottom()},
                           scale(from), scale(to), to_imgui(tint), radius);
}

void Painter::clip(const Rect& laid_out) {
    const Rect rect = mirror_.placed(laid_out);
    list_->PushClipRect({rect.left, rect.top}, {rect.right(), rect.bottom()}, true);
}

void Painter::end_clip() {
    list_->PopClipRect();
}

int Painter::mark() const {
    return list_->VtxBuffer.Size;
}

void Painter::shift_since(int mark, Point offset) {
    if (mirror_.turns()) offset.x = -offset.x;
    for (int i = mark; i < list_->VtxBuffer.Size; ++i) {
        list_->VtxBuffer[i].pos.x += offset.x;
        list_->VtxBuffer[i].pos.y += offset.y;
    }
}

}  // namespace stormote
