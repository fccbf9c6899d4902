// Display: owns the window, its Ui, the speech output and the file that describes the screen.
// The screen thread, save what `waker` gives. Borrows the window.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "kiosk/app/kiosk_options.h"
#include "kiosk/device/audio/speaker.h"
#include "kiosk/ui/accessibility/screen_describer.h"
#include "kiosk/ui/accessibility/screen_reader.h"
#include "kiosk/ui/platform/window.h"
#include "kiosk/ui/widgets/ui.h"

namespace stormote {

class Display {
  public:
    Display(const KioskOptions& options, const Clock& clock, Window& window)
        : hearing(options.has_headphones ? Hearing::headphones : Hearing::everybody),
          ui(window.textures(), clock),
          speaker(options.speech_file.empty() ? make_speaker()
                                              : make_written_speaker(options.speech_file)),
          window_(window) {
        if (!options.description_file.empty()) describer_.emplace(options.description_file);
    }

    Display(const Display&) = delete;
    Display& operator=(const Display&) = delete;
    // What was copied here is not left to whoever comes next to the machine.
    ~Display() {
        if (holds_copied_) window_.hold("");
    }

    // Lets the screen look anew, from any thread.
    [[nodiscard]] std::function<void()> waker() {
        return [&window = window_] { window.wake(); };
    }

    [[nodiscard]] Window& window() { return window_; }

    // Draws one frame after another until the screen is done or the window closes; `after` is
    // called when each is shown. Error when the description cannot be written.
    template <typename Screen, typename After>
    Result<> show(Screen& screen, After after) {
        while (!window_.closing() && !screen.is_done()) {
            ui.begin_frame(window_.wait(ui.wake_ms()));
            screen.draw();
            ui.end_frame();
            if (const auto copied = ui.take_copied()) hold(*copied);
            window_.present(ui.picture_epoch(), ui.theme().surface);
            after();
            screen.speak();
            if (auto written = describe(); !written) return written;
        }
        return Done{};
    }

    const Hearing hearing;
    Ui ui;
    const std::unique_ptr<Speaker> speaker;

  private:
    void hold(const std::string& copied) {
        window_.hold(copied);
        holds_copied_ = !copied.empty();
    }
    Result<> describe() { return describer_ ? describer_->update(ui.record()) : Done{}; }

    Window& window_;
    std::optional<ScreenDescriber> describer_;
    bool holds_copied_ = false;  // in the machine's clipboard
};

}  // namespace stormote
