#include "kiosk/ui/render/rasteriser.h"

#include <imgui.h>

#include "kiosk/ui/render/texture_memory.h"

namespace stormote {

namespace {

static_assert(IM_COL32_R_SHIFT == 0 && IM_COL32_B_SHIFT == 16 && IM_COL32_A_SHIFT == 24);

// Dear ImGui has red in the lowest byte.
PackedColour from_imgui(ImU32 colour) {
    return (colour & 0xFF00FF00U) | (colour & 0xFF) << 16 | (colour >> 16 & 0xFF);
}

Corner from_imgui(const ImDrawVert& vertex) {
    return {{vertex.pos.x, vertex.pos.y}, {vertex.uv.x, vertex.uv.y}, from_imgui(vertex.col)};
}

// Two triangles as Dear ImGui makes them of an upright rectangle in one colour.
bool is_rectangle(const ImDrawVert *corners, const ImDrawIdx *index) {
    if (index[3] != index[0] || index[4] != index[2]) return false;
    const ImDrawVert& a = corners[index[0]];
    const ImDrawVert& b = corners[index[1]];
    const ImDrawVert& c = corners[index[2]];
    const ImDrawVert& d = corners[index[5]];
    return a.pos.x == d.pos.x && b.pos.x == c.pos.x && a.pos.y == b.pos.y && c.pos.y == d.pos.y &&
           a.pos.x <= c.pos.x && a.pos.y <= c.pos.y && a.uv.x == d.uv.x && b.uv.x == c.uv.x &&
           a.uv.y == b.uv.y && c.uv.y == d.uv.y && a.col == b.col && b.col == c.col &&
           c.col == d.col;
}

void draw_command(const ImDrawList& list, const ImDrawCmd& command, ShapePainter painter) {
    const ImDrawIdx *index = list.IdxBuffer.Data + command.IdxOffset;
    const ImDrawVert *corners = list.VtxBuffer.Data + command.VtxOffset;
    unsigned at = 0;
    while (at + 2 < command.ElemCount) {
        const ImDrawIdx *next = index + at;
        if (at + 5 < command.ElemCount && is_rectangle(corners, next) &&
            painter.rectangle(from_imgui(corners[next[0]]), from_imgui(corners[next[2]]))) {
            at += 6;
            continue;
        }
        painter.triangle(from_imgui(corners[next[0]]), from_imgui(corners[next[1]]),
                         from_imgui(corners[next[2]]));
        at += 3;
    }
}

}  // namespace

void draw_frame(const ImDrawData& frame, const TextureMemory& textures, const Rect& part,
                Colour ground, const PixelGrid& grid) {
    const Area whole = pixels_between(part.left, part.top, part.right(), part.bottom(),
                                      {0, 0, grid.width, grid.height});
    if (whole.is_empty()) return;
    const PackedColour paint = std::uint32_t{0xFF} << 24 | std::uint32_t{ground.red} << 16 |
                               std::uint32_t{ground.green} << 8 | ground.blue;
    static_cast<void>(ShapePainter(grid, whole, nullptr)
                          .rectangle({{part.left, part.top}, {}, paint},
                                     {{part.right(), part.bottom()}, {}, paint}));
    for (int i = 0; i < frame.CmdListsCount; ++i) {
        const ImDrawList& list = *frame.CmdLists[i];
        for (const ImDrawCmd& command : list.CmdBuffer) {
            const ImVec4& clip = command.ClipRect;
            const Area area = pixels_between(clip.x, clip.y, clip.z, clip.w, whole);
            if (area.is_empty()) continue;
            const auto texture = reinterpret_cast<TextureId>(command.TextureId);
            draw_command(list, command, {grid, area, textures.find(texture)});
        }
    }
}

}  // namespace stormote
