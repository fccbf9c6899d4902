#include "tests/support/display/kiosk_driver.h"

#include <chrono>
#include <fstream>
#include <thread>

#include <fmt/format.h>

#include "sync/base/text_folding.h"
#include "tests/support/display/picture.h"
#include "tests/support/screens/letters.h"

namespace stormote {

namespace {

// A screen that has not changed for so long has come to rest, however slowly it is drawn.
constexpr Milliseconds rest_duration{150};
// How long a picture waits for that: longer than any movement of the kiosk, and short where
// something, such as a countdown, never rests.
constexpr Milliseconds rest_limit{1'000};

// How fast a person types: a kiosk may take what comes faster for a hand scanner.
constexpr Milliseconds key_pace{80};

const Widget *find_key(const ScreenDescription& description, const std::string& letter) {
    if (letter == " ") {
        const Widget *space = description.find("Mellanslag");
        return space != nullptr ? space : description.find("Space");
    }
    for (const Widget& widget : description.widgets) {
        if (widget.is_enabled && lower_text(widget.label) == lower_text(letter)) return &widget;
    }
    return nullptr;
}

}  // namespace

KioskDriver::KioskDriver(TouchDisplay& display, const KioskOptions& options)
    : display_(display),
      directory_(std::filesystem::absolute(options.directory)),
      description_path_(directory_ / "screen.json") {
    std::filesystem::create_directories(directory_);
    std::filesystem::remove(description_path_);
    std::vector<std::string> command{(program_directory() / "stormote-kiosk").string(),
                                     options.event.string(), "--describe-screen",
                                     description_path_.string()};
    command.insert(command.end(), options.arguments.begin(), options.arguments.end());
    ProcessOptions process_options;
    process_options.environment = options.environment;
    process_options.environment.emplace_back("DISPLAY", display.name());
    process_.emplace(command, process_options);
    wait_for("a first screen of the kiosk", [](const ScreenDescription&) { return true; });
}

KioskDriver::~KioskDriver() {
    process_->end();
    std::ofstream(directory_ / "kiosk.log") << process_->output() << process_->errors();
}

template <typename Condition>
ScreenDescription KioskDriver::wait_for(const std::string& expected, Condition condition) {
    std::optional<ScreenDescription> seen;
    bool is_running = true;
    const bool came = wait_until([&] {
        is_running = process_->is_running();
        seen = read_description(description_path_);
        return !is_running || (seen && condition(*seen));
    });
    if (!is_running) {
        throw ExpectationFailure(
            fmt::format("Expected {}, but the kiosk ended with status {}, saying: {}", expected,
                        *process_->wait(), process_->errors()));
    }
    if (!came) {
        throw ExpectationFailure(fmt::format("Expected {} within {} s; saw {}.", expected,
                                             patience.count() / 1000,
                                             seen ? seen->summary() : "nothing at all"));
    }
    return *seen;
}

ScreenDescription KioskDriver::look() {
    return wait_for("a screen", [](const ScreenDescription&) { return true; });
}

ScreenDescription KioskDriver::wait_for_screen(std::string_view screen) {
    return wait_for(fmt::format("the screen \"{}\"", screen),
                    [&](const ScreenDescription& seen) { return seen.screen == screen; });
}

ScreenDescription KioskDriver::wait_for_other_screen(std::string_view than) {
    return wait_for(fmt::format("another screen than \"{}\"", than),
                    [&](const ScreenDescription& seen) { return seen.screen != than; });
}

ScreenDescription KioskDriver::wait_for_text(std::string_view part) {
    return wait_for(fmt::format("the words \"{}\"", part),
                    [&](const ScreenDescription& seen) { return seen.says(part); });
}

Widget KioskDriver::wait_for_widget(std::string_view label) {
    const auto seen =
        wait_for(fmt::format("something to tap, labelled \"{}\"", label),
                 [&](const ScreenDescription& now) { return now.find(label) != nullptr; });
    return *seen.find(label);
}

Widget KioskDriver::wait_for_widget_containing(std::string_view part) {
    const auto seen = wait_for(
        fmt::format("one thing to tap whose label holds \"{}\"", part),
        [&](const ScreenDescription& now) { return now.find_containing(part).size() == 1; });
    return *seen.find_containing(part).front();
}

Widget KioskDriver::wait_for_key(const std::string& letter) {
    const auto seen =
        wait_for(fmt::format("a key \"{}\" on the screen", letter),
                 [&](const ScreenDescription& now) { return find_key(now, letter) != nullptr; });
    return *find_key(seen, letter);
}

ScreenDescription KioskDriver::wait_for_change(const ScreenDescription& seen) {
    return wait_for("the screen to change",
                    [&](const ScreenDescription& now) { return now.frame > seen.frame; });
}

void KioskDriver::tap(std::string_view label) {
    tap(wait_for_widget(label));
}

void KioskDriver::tap(const Widget& widget) {
    // As a person, who looks before touching: what is pressed in a screen's first moment was
    // meant for the one before, and does not count.
    static_cast<void>(wait_for("the screen to settle",
                               [](const ScreenDescription& now) { return now.is_settled; }));
    display_.tap(widget.centre());
}

void KioskDriver::type_on_screen(std::string_view text) {
    for (const char32_t letter : letters_of(text)) {
        const Widget key = wait_for_key(to_utf8(letter));
        const ScreenDescription seen = look();
        tap(key);
        // What is written, not only how the key looks under the finger.
        static_cast<void>(wait_for(fmt::format("what the key \"{}\" types", to_utf8(letter)),
                                   [&](const ScreenDescription& now) {
                                       return now.joined_texts() != seen.joined_texts();
                                   }));
    }
}

void KioskDriver::type_on_keyboard(std::string_view text) {
    for (const char32_t letter : letters_of(text)) {
        display_.type(to_utf8(letter));
        std::this_thread::sleep_for(key_pace);
    }
}

void KioskDriver::scan(std::string_view text) {
    display_.scan(text);
}

Picture KioskDriver::wait_for_rest() {
    using Time = std::chrono::steady_clock;
    Picture newest = display_.picture();
    auto changed_at = Time::now();
    static_cast<void>(wait_until(
        [&] {
            Picture now = display_.picture();
            if (now != newest) changed_at = Time::now();
            newest = std::move(now);
            return Time::now() - changed_at >= rest_duration;
        },
        rest_limit));
    return newest;
}

std::filesystem::path KioskDriver::screenshot(std::string_view name) {
    const Picture picture = wait_for_rest();
    auto path = directory_ / "pictures" / fmt::format("{}.png", name);
    std::filesystem::create_directories(path.parent_path());
    save_png(picture, path);
    return path;
}

}  // namespace stormote
