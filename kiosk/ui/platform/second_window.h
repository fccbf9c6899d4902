// SecondWindow: a window that fills a monitor beside the kiosk's own, and takes no input: neither
// the keyboard nor a finger ever leaves the kiosk's window for it. The screen thread; borrows the
// kiosk's window, which must outlive it. One at a time.
#pragma once

#include <cstdint>
#include <memory>

#include "kiosk/ui/platform/second_screen.h"
#include "kiosk/ui/platform/window.h"

namespace stormote {

class SecondWindow final : public SecondScreen {
  public:
    explicit SecondWindow(Window& window);
    ~SecondWindow() override;
    SecondWindow(const SecondWindow&) = delete;
    SecondWindow& operator=(const SecondWindow&) = delete;

    [[nodiscard]] std::vector<MonitorInfo> monitors() const override;
    [[nodiscard]] std::optional<std::string> shown_on() const override;
    [[nodiscard]] std::optional<std::string> lost() const override;
    bool show_on(const std::string& monitor) override;
    void close() override;

    // Closes it where its monitor has gone. After each frame of the kiosk.
    void update();

    // While it is open. Another window has another number, and textures of its own.
    [[nodiscard]] std::uint64_t number() const;
    [[nodiscard]] TextureStore& textures();
    [[nodiscard]] Size size() const;
    // Whether what it showed is lost, as where another window lay on it.
    [[nodiscard]] bool needs_frame() const;
    // Shows the frame that the Dear ImGui session in use has ended.
    void present(std::uint64_t picture_epoch, Colour ground);

  private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace stormote
