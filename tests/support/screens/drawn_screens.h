// DrawnScreens: screens laid out, and drawn into memory, as a window would show them. One at a
// time; one thread.
#pragma once

#include <functional>

#include <imgui.h>

#include "kiosk/ui/platform/imgui_session.h"
#include "kiosk/ui/render/rasteriser.h"
#include "kiosk/ui/render/texture_memory.h"
#include "kiosk/ui/widgets/ui.h"
#include "sync/base/clock.h"

namespace stormote {

class DrawnScreens {
  public:
    explicit DrawnScreens(Size size) : size_(size) { session_.lend_shapes(textures_); }

    [[nodiscard]] Ui& ui() { return ui_; }
    [[nodiscard]] const ScreenRecord& record() const { return ui_.record(); }
    [[nodiscard]] Size size() const { return size_; }
    [[nodiscard]] Rect whole() const { return {0, 0, size_.width, size_.height}; }

    // Two frames, a second apart: the second is what stays.
    void lay_out(const std::function<void(Ui&)>& draw) {
        for (int i = 0; i < 2; ++i) {
            FrameInput input;
            input.screen = size_;
            ui_.begin_frame(input);
            draw(ui_);
            ui_.end_frame();
            clock_.advance_ms(1000);
        }
    }
    // That part of what was laid out last.
    void draw(const Rect& part, const PixelGrid& grid) const {
        draw_frame(*ImGui::GetDrawData(), textures_, part, ui_.theme().surface, grid);
    }

  private:
    Size size_;
    ManualClock clock_{0};
    ImGuiSession session_;
    TextureMemory textures_;
    Ui ui_{textures_, clock_};
};

}  // namespace stormote
