#include "tests/bench/browser_peer.h"

#include <numeric>
#include <thread>

#include "tests/bench/kiosk_memory.h"
#include "tests/bench/watching.h"
#include "tests/support/machine/process.h"

namespace stormote::testing {

namespace {

const std::filesystem::path chromium = "/usr/bin/chromium";

constexpr Point header{960, 20};
// Of the key in the page's second row, fifth column: beside its letter, and in its middle.
constexpr Point beside_letter{718, 720};
constexpr Point middle{780, 720};

constexpr std::uint32_t header_colour = 0x0B4F5C;
constexpr std::uint32_t key_colour = 0xFFFFFF;

constexpr const char *page = R"html(<!doctype html>
<meta charset="utf-8">
<title>Keys</title>
<style>
  body { margin: 0; background: #f5f4ef; font: 40px "Noto Sans"; touch-action: none;
         user-select: none; }
  header { height: 112px; background: #0b4f5c; color: #fff; }
  input { position: absolute; left: 60px; top: 150px; width: 1100px; height: 90px; font: inherit; }
  main { position: absolute; left: 0; top: 500px; width: 1920px; height: 440px; background: #e8e4d9; }
  button { position: absolute; width: 150px; height: 120px; border: 2px solid #708090;
           border-radius: 16px; background: #fff; font: inherit; }
  button.down { background: #0b4f5c; color: #fff; }
</style>
<header>Stormöte</header>
<input id="field">
<main></main>
<script>
  const rows = ["qwertyuiopå", "asdfghjklöä", "zxcvbnm-é"];
  rows.forEach((letters, row) => [...letters].forEach((letter, column) => {
    const key = document.createElement("button");
    key.textContent = letter;
    key.style.left = 25 + column * 170 + "px";
    key.style.top = 20 + row * 140 + "px";
    key.onpointerdown = event => {
      key.releasePointerCapture(event.pointerId);
      key.classList.add("down");
    };
    key.onpointerup = () => {
      key.classList.remove("down");
      document.getElementById("field").value += letter;
    };
    document.querySelector("main").append(key);
  }));
</script>
)html";

class Browser {
  public:
    explicit Browser(const std::filesystem::path& folder)
        : process_(command(folder), options(folder, display_)) {}

    // It shows an empty window first.
    void wait_until_shown() const {
        const auto is_shown = [&] {
            return display_.pixel(header) == header_colour &&
                   display_.pixel(beside_letter) == key_colour;
        };
        if (!wait_until(is_shown)) throw ExpectationFailure("Expected Chromium to show its page.");
    }
    // From a finger on a key to the first pixel that answers.
    double tap_ms() {
        const std::uint32_t untouched = display_.pixel(beside_letter);
        const auto start = Clock::now();
        display_.touch_down(0, middle);
        wait_for_pixel(display_, beside_letter, untouched);
        const double after_ms = ms_since(start);
        const std::uint32_t touched = display_.pixel(beside_letter);
        display_.touch_up(0);
        wait_for_pixel(display_, beside_letter, touched);
        return after_ms;
    }
    [[nodiscard]] std::vector<pid_t> processes() const { return process_tree(process_.id()); }

  private:
    static std::vector<std::string> command(const std::filesystem::path& folder) {
        const auto file = std::filesystem::absolute(folder / "page.html");
        std::ofstream(file) << page;
        return {
            chromium.string(),        "--kiosk",
            "--no-sandbox",           "--no-first-run",
            "--touch-events=enabled", "--window-size=1920,1080",
            "--window-position=0,0",  "--user-data-dir=" + file.parent_path().string() + "/profile",
            "file://" + file.string()};
    }
    static ProcessOptions options(const std::filesystem::path& folder,
                                  const TouchDisplay& display) {
        ProcessOptions options;
        options.environment = {{"DISPLAY", display.name()}, {"HOME", folder.string()}};
        return options;
    }

    TouchDisplay display_;
    Process process_;
};

}  // namespace

std::optional<BrowserFigures> measure_browser(const std::filesystem::path& folder, int starts,
                                              int taps, std::chrono::seconds idle_time) {
    if (!std::filesystem::exists(chromium)) return std::nullopt;
    std::filesystem::create_directories(folder);
    BrowserFigures figures;
    // The first start makes the profile.
    for (int i = 0; i <= starts; ++i) {
        const auto start = Clock::now();
        const Browser browser(folder);
        browser.wait_until_shown();
        if (i > 0) figures.starts.add(ms_since(start) * 1000);
    }
    Browser browser(folder);
    browser.wait_until_shown();
    static_cast<void>(browser.tap_ms());  // the first one wakes it
    for (int i = 0; i < taps; ++i) figures.taps.add(browser.tap_ms() * 1000);
    const std::vector<pid_t> processes = browser.processes();
    const auto start = Clock::now();
    const double before_ms = processor_ms(processes);
    std::this_thread::sleep_for(idle_time);
    figures.idle_per_cent = (processor_ms(processes) - before_ms) / ms_since(start) * 100;
    figures.memory_mb = std::accumulate(
        processes.begin(), processes.end(), 0.0,
        [](double sum, pid_t process) { return sum + proportional_memory_mb(process); });
    return figures;
}

}  // namespace stormote::testing
