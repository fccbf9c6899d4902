// Frame mark: what stands for the municipality in the header: its logo, or a shield in its colour.
// The screen thread.
#pragma once

#include "kiosk/ui/shell/frame.h"

namespace stormote {

[[nodiscard]] Size frame_mark_size(const Ui& ui, const FrameView& view);
void draw_frame_mark(Ui& ui, const Rect& rect, const FrameView& view);

}  // namespace stormote
