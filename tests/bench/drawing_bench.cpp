// Whole screens drawn by the rasteriser, beside filling as many pixels.
#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "sync/base/assets.h"
#include "tests/bench/benches.h"
#include "tests/support/screens/drawn_screens.h"
#include "tests/support/screens/screen_samples.h"

namespace stormote::testing {

namespace {

constexpr int rounds = 20;

}  // namespace

void measure_drawing(Figures& figures, const std::filesystem::path& /*folder*/) {
    Figures::section("Whole screens, drawn by one core");
    const auto texts = load_texts("sv");
    for (const Size size : {Size{1920, 1080}, Size{3840, 2160}}) {
        const auto name = fmt::format("{:.0f}x{:.0f}", size.width, size.height);
        DrawnScreens screens(size);
        screens.ui().set_texts(*texts);
        std::vector<std::uint32_t> pixels(static_cast<std::size_t>(size.width * size.height));
        const PixelGrid grid{pixels.data(), static_cast<int>(size.width),
                             static_cast<int>(size.height)};
        Samples all;
        Samples slowest;
        std::string slowest_name;
        for (const ScreenSample& sample : screen_samples("sv")) {
            screens.lay_out(sample.draw);
            Samples times;
            for (int i = 0; i < rounds; ++i) {
                times.measure([&] { screens.draw(screens.whole(), grid); });
            }
            all.add(times.median());
            if (times.median() <= slowest.median()) continue;
            slowest = times;
            slowest_name = sample.name;
        }
        Samples filling;
        for (std::uint32_t i = 0; i < rounds; ++i) {
            filling.measure([&] { std::fill(pixels.begin(), pixels.end(), i); });
        }
        Figures::times(name + ": filled with one colour", filling);
        Figures::times(name + ": a screen, of all", all);
        Figures::times(fmt::format("{}: the slowest, {}", name, slowest_name), slowest);
        // Of 4K screens 30 frames a second are enough.
        figures.at_most("the same, median", slowest.median() / 1000, size.width > 1920 ? 33 : 16,
                        "ms");
    }
}

}  // namespace stormote::testing
