// KioskDriver: a person at a kiosk. Starts the real stormote-kiosk on a display and uses it by
// what its screen says: waits for words, taps buttons by their labels, types and scans.
//
// Whatever is waited for and does not come, or the kiosk ending, throws ExpectationFailure with
// what was expected and what the screen showed instead. One thread; owns the kiosk's process.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/display/screen_description.h"
#include "tests/support/display/touch_display.h"
#include "tests/support/machine/process.h"

namespace stormote {

struct KioskOptions {
    std::filesystem::path event;
    // Where the driver keeps the kiosk's description, words and pictures; made when missing.
    std::filesystem::path directory;
    std::vector<std::string> arguments;
    std::vector<std::pair<std::string, std::string>> environment;
};

class KioskDriver {
  public:
    // Starts the kiosk and waits for its first screen. `display` must outlive the driver.
    KioskDriver(TouchDisplay& display, const KioskOptions& options);
    // Ends the kiosk; its own words then lie in the folder as kiosk.log.
    ~KioskDriver();
    KioskDriver(const KioskDriver&) = delete;
    KioskDriver& operator=(const KioskDriver&) = delete;

    // What is on the screen now.
    [[nodiscard]] ScreenDescription look();
    // Each waits until it is so, and gives the screen as it then was.
    ScreenDescription wait_for_screen(std::string_view screen);
    ScreenDescription wait_for_other_screen(std::string_view than);
    ScreenDescription wait_for_text(std::string_view part);
    Widget wait_for_widget(std::string_view label);
    // The one widget whose label holds `part`; waits until it is the only one.
    Widget wait_for_widget_containing(std::string_view part);
    // A key of the on-screen keyboard, by what it types.
    Widget wait_for_key(const std::string& letter);
    // Until the screen has changed since it was `seen`.
    ScreenDescription wait_for_change(const ScreenDescription& seen);

    void tap(std::string_view label);
    void tap(const Widget& widget);
    // Taps the keys of the on-screen keyboard, each when the screen has taken the one before.
    void type_on_screen(std::string_view text);
    // At the pace of a person.
    void type_on_keyboard(std::string_view text);
    void scan(std::string_view text);

    // The screen as it is when nothing on it moves any more.
    Picture wait_for_rest();
    // Saves the screen, when it has come to rest, as pictures/NAME.png in the folder; returns
    // the path.
    std::filesystem::path screenshot(std::string_view name);

    [[nodiscard]] TouchDisplay& display() { return display_; }
    [[nodiscard]] Process& process() { return *process_; }

  private:
    template <typename Condition>
    ScreenDescription wait_for(const std::string& expected, Condition condition);

    TouchDisplay& display_;
    std::filesystem::path directory_;
    std::filesystem::path description_path_;
    std::optional<Process> process_;
};

}  // namespace stormote
