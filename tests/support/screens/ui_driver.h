// UiDriver: a person before a screen that has no window. Taps by id or label, slides, types, and
// lets time pass. The thread that made it.
#pragma once

#include <functional>
#include <string_view>

#include "kiosk/ui/platform/imgui_session.h"
#include "kiosk/ui/platform/pointer_queue.h"
#include "kiosk/ui/render/texture_store.h"
#include "kiosk/ui/widgets/ui.h"
#include "sync/base/clock.h"

namespace stormote {

class UiDriver {
  public:
    explicit UiDriver(Size screen = {1920, 1080}) : screen_(screen), ui_(textures_, clock_) {}

    [[nodiscard]] Ui& ui() { return ui_; }
    [[nodiscard]] const ScreenRecord& record() const { return ui_.record(); }
    [[nodiscard]] ManualClock& clock() { return clock_; }
    void resize(Size screen) { screen_ = screen; }

    // What is drawn from now on, every frame.
    void show(std::function<void(Ui&)> draw);
    // One frame, and more until the pointer has nothing left to tell.
    void frame();
    void advance_ms(std::int64_t duration_ms);

    // Throws std::out_of_range where there is no such target.
    [[nodiscard]] Point middle_of(std::string_view id_or_label) const;
    void tap(std::string_view id_or_label);
    void finger_down(int finger, Point position);
    void finger_move(int finger, Point position);
    void finger_up(int finger, Point position);

    void press(KeyKind kind);
    // With Shift.
    void press_selecting(KeyKind kind);
    // The one frame in which the key goes down.
    void press_once(KeyKind kind);
    void type(std::u32string_view text);
    void scan(const std::string& text);
    void close_window();

  private:
    void run_frame(FrameInput input);

    Size screen_;
    ManualClock clock_{1'760'000'000'000};
    NullTextureStore textures_;
    ImGuiSession session_;
    Ui ui_;
    PointerQueue pointers_;
    std::function<void(Ui&)> draw_;
};

}  // namespace stormote
