#include "kiosk/ui/render/frame_tiles.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <utility>

#include <imgui.h>

namespace stormote {

namespace {

// The mixing step of splitmix64 (Steele, Lea and Flood 2014), over a running sum.
std::uint64_t mix_in(std::uint64_t state, std::uint64_t value) {
    state += value + 0x9E3779B97F4A7C15U;
    state = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9U;
    state = (state ^ (state >> 27)) * 0x94D049BB133111EBU;
    return state ^ (state >> 31);
}

template <typename Value>
std::uint64_t mix_bytes(std::uint64_t state, const Value& value) {
    static_assert(sizeof(Value) % 4 == 0);
    for (std::size_t at = 0; at < sizeof(Value); at += 4) {
        std::uint32_t part = 0;
        std::memcpy(&part, reinterpret_cast<const char *>(&value) + at, 4);
        state = mix_in(state, part);
    }
    return state;
}

Rect bounds_of(const ImDrawVert& a, const ImDrawVert& b, const ImDrawVert& c, const ImVec4& clip) {
    const float left = std::max(clip.x, std::min({a.pos.x, b.pos.x, c.pos.x}));
    const float top = std::max(clip.y, std::min({a.pos.y, b.pos.y, c.pos.y}));
    const float right = std::min(clip.z, std::max({a.pos.x, b.pos.x, c.pos.x}));
    const float bottom = std::min(clip.w, std::max({a.pos.y, b.pos.y, c.pos.y}));
    return {left, top, right - left, bottom - top};
}

}  // namespace

void FrameTiles::resize(Size screen) {
    screen_ = screen;
    columns_ = static_cast<int>(std::ceil(screen.width / tile_px));
    rows_ = static_cast<int>(std::ceil(screen.height / tile_px));
    tiles_.clear();
}

FrameTiles::Span FrameTiles::tiles_between(float from, float to, int count) const {
    return {std::clamp(static_cast<int>(std::floor(from)) / tile_px, 0, count - 1),
            std::clamp(static_cast<int>(std::ceil(to)) / tile_px, 0, count - 1)};
}

std::size_t FrameTiles::tile_at(int row, int column) const {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
           static_cast<std::size_t>(column);
}

void FrameTiles::add_triangle(const Rect& bounds, std::uint64_t fingerprint) {
    if (bounds.width <= 0 || bounds.height <= 0) return;
    const Span across = tiles_between(bounds.left, bounds.right(), columns_);
    const Span down = tiles_between(bounds.top, bounds.bottom(), rows_);
    for (int row = down.first; row <= down.last; ++row) {
        for (int column = across.first; column <= across.last; ++column) {
            auto& tile = tiles_[tile_at(row, column)];
            tile = mix_in(tile, fingerprint);
        }
    }
}

Rect FrameTiles::differences(const std::vector<std::uint64_t>& before) const {
    int left = columns_;
    int top = rows_;
    int right = -1;
    int bottom = -1;
    for (int row = 0; row < rows_; ++row) {
        for (int column = 0; column < columns_; ++column) {
            const auto at = tile_at(row, column);
            if (before[at] == tiles_[at]) continue;
            left = std::min(left, column);
            right = std::max(right, column);
            top = std::min(top, row);
            bottom = std::max(bottom, row);
        }
    }
    if (right < 0) return {};
    const auto px = [](int tiles) { return static_cast<float>(tiles * tile_px); };
    return {px(left), px(top), std::min(px(right + 1), screen_.width) - px(left),
            std::min(px(bottom + 1), screen_.height) - px(top)};
}

Rect FrameTiles::update(const ImDrawData& frame, std::uint64_t picture_epoch, Colour ground) {
    const Size screen{frame.DisplaySize.x, frame.DisplaySize.y};
    if (screen.width != screen_.width || screen.height != screen_.height) resize(screen);
    const std::uint64_t setting = mix_bytes(picture_epoch, ground);
    if (std::exchange(setting_, setting) != setting) tiles_.clear();
    const auto before = std::exchange(tiles_, std::vector<std::uint64_t>(tile_at(rows_, 0)));
    for (int i = 0; i < frame.CmdListsCount; ++i) {
        const ImDrawList& list = *frame.CmdLists[i];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            const std::uint64_t looks =
                mix_bytes(mix_bytes(0, command.TextureId), command.ClipRect);
            const ImDrawIdx *index = list.IdxBuffer.Data + command.IdxOffset;
            const ImDrawVert *vertices = list.VtxBuffer.Data + command.VtxOffset;
            for (unsigned at = 0; at + 2 < command.ElemCount; at += 3) {
                const ImDrawVert& a = vertices[index[at]];
                const ImDrawVert& b = vertices[index[at + 1]];
                const ImDrawVert& c = vertices[index[at + 2]];
                add_triangle(bounds_of(a, b, c, command.ClipRect),
                             mix_bytes(mix_bytes(mix_bytes(looks, a), b), c));
            }
        }
    }
    if (before.empty()) return {0, 0, screen.width, screen.height};
    return differences(before);
}

}  // namespace stormote
