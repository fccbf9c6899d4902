// Whole screens drawn by the rasteriser, beside filling as many pixels.
#include <algorithm>
#include <vector>

#include <fmt/format.h>
#include <imgui.h>

#include "kiosk/ui/imgui_session.h"
#include "kiosk/ui/rasteriser.h"
#include "kiosk/ui/texture_memory.h"
#include "kiosk/ui/ui.h"
#include "sync/base/assets.h"
#include "sync/base/clock.h"
#include "tests/bench/benches.h"
#include "tests/support/screen_samples.h"

namespace stormote::testing {

namespace {

constexpr int rounds = 20;

class DrawnGlass {
  public:
    explicit DrawnGlass(Size size) : size_(size), texts_(*load_texts("sv")) {
        session_.lend_shapes(textures_);
        ui_.set_texts(texts_);
    }

    void lay_out(const ScreenSample& sample) {
        // The second frame is what stays, and finds its words drawn.
        for (int i = 0; i < 2; ++i) {
            FrameInput input;
            input.screen = size_;
            ui_.begin_frame(input);
            sample.draw(ui_);
            ui_.end_frame();
        }
    }
    void draw() {
        draw_frame(*ImGui::GetDrawData(), textures_, {0, 0, size_.width, size_.height},
                   ui_.theme().surface,
                   {pixels_.data(), static_cast<int>(size_.width), static_cast<int>(size_.height)});
    }
    void fill(std::uint32_t paint) { std::fill(pixels_.begin(), pixels_.end(), paint); }

  private:
    Size size_;
    Texts texts_;
    ManualClock clock_{0};
    ImGuiSession session_;
    TextureMemory textures_;
    Ui ui_{textures_, clock_};
    std::vector<std::uint32_t> pixels_ = std::vector<std::uint32_t>(
        static_cast<std::size_t>(size_.width) * static_cast<std::size_t>(size_.height));
};

}  // namespace

void measure_drawing(Figures& figures, const std::filesystem::path& /*folder*/) {
    Figures::section("Whole screens, drawn by one core");
    for (const Size size : {Size{1920, 1080}, Size{3840, 2160}}) {
        DrawnGlass glass(size);
        Samples all;
        Samples slowest;
        std::string slowest_name;
        for (const ScreenSample& sample : screen_samples("sv")) {
            glass.lay_out(sample);
            Samples times;
            for (int i = 0; i < rounds; ++i) times.measure([&] { glass.draw(); });
            all.add(times.median());
            if (times.median() <= slowest.median()) continue;
            slowest = times;
            slowest_name = sample.name;
        }
        Samples filling;
        for (std::uint32_t i = 0; i < rounds; ++i) filling.measure([&] { glass.fill(i); });
        const auto name = fmt::format("{:.0f}x{:.0f}", size.width, size.height);
        Figures::times(name + ": filled with one colour", filling);
        Figures::times(name + ": a screen, of all", all);
        Figures::times(fmt::format("{}: the slowest, {}", name, slowest_name), slowest);
        if (size.width > 1920) continue;
        figures.at_most("the same, median", slowest.median() / 1000, 16, "ms");
    }
}

}  // namespace stormote::testing
