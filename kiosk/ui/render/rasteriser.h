// Rasteriser: draws a frame of Dear ImGui into pixels.
//
// A kiosk shows a few flat shapes and ready-drawn words, and changes little of it at a time. For
// that the processor is done before OpenGL would have started, in a fraction of its memory, and
// looks the same on every machine. The screen thread.
#pragma once

#include "kiosk/ui/render/geometry.h"
#include "kiosk/ui/render/shape_painter.h"
#include "kiosk/ui/render/theme.h"

struct ImDrawData;

namespace stormote {

class TextureMemory;

// Draws that part of the frame, in whole pixels, on the ground and leaves the rest as it is. What
// lies outside the grid is not drawn. Every texture that the frame names is in `textures`.
void draw_frame(const ImDrawData& frame, const TextureMemory& textures, const Rect& part,
                Colour ground, const PixelGrid& grid);

}  // namespace stormote
