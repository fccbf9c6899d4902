// Window: the display and its input. Waits for input, returns it frame by frame, and shows what
// was drawn. The screen thread, save `wake`.
//
//   Window window({}, clock);
//   Ui ui(window.textures(), clock);
//   while (!window.closing()) {
//       ui.begin_frame(window.wait(ui.wake_ms()));
//       ... draw a screen ...
//       ui.end_frame();
//       window.present(ui.picture_epoch(), ui.theme().surface);
//   }
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "kiosk/ui/platform/input.h"
#include "kiosk/ui/render/texture_store.h"
#include "kiosk/ui/render/theme.h"

struct GLFWwindow;

namespace stormote {

class Clock;
class Ui;

struct WindowOptions {
    std::optional<Size> windowed;  // full screen where empty
    std::string title = "Stormöte";
};

enum class Closing { refused, allowed };

class Window {
  public:
    // Throws MachineFailure where there is no display, or none with colours of 24 bits. Switches
    // Dear ImGui on.
    Window(const WindowOptions& options, const Clock& clock);
    ~Window();
    Window(const Window&) = delete;
    Window& operator=(const Window&) = delete;

    [[nodiscard]] TextureStore& textures();

    // Sleeps until somebody does something, `wake` is called, or that time comes on the steady
    // clock. After anything has happened, two more frames follow at once for the screen to settle.
    [[nodiscard]] FrameInput wait(std::optional<std::int64_t> deadline_ms);
    // From any thread: lets `wait` return.
    void wake();

    // Shows the frame that Dear ImGui has ended, unless the window shows the very same already.
    // Pictures of another epoch are drawn anew; the ground is what stands where nothing is drawn.
    // Whether it was shown.
    bool present(std::uint64_t picture_epoch, Colour ground);

    // Puts a text on the machine's clipboard, from which Ctrl and V type it.
    void hold(const std::string& text);

    // A kiosk is closed by staff: asking the window to close only sets FrameInput::close_wanted
    // as long as this says `refused`, which it does at first.
    void set_closing(Closing closing);
    void close();
    [[nodiscard]] bool closing() const;

    // For the window beside it.
    [[nodiscard]] GLFWwindow *glfw_window() const;

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace stormote
