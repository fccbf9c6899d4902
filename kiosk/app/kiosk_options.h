// Kiosk options: what stormote-kiosk is asked for when it is started. Plain values; any thread.
#pragma once

#include <optional>
#include <string>

#include "kiosk/app/app.h"
#include "kiosk/ui/render/geometry.h"

namespace CLI {
class App;
}

namespace stormote {

struct KioskOptions {
    std::string event;
    // Where there is no such event yet: whether it is fetched by a code that is scanned, and
    // whether that copy is to have no passphrase.
    bool joins = false;
    bool has_no_passphrase = false;
    std::string passphrase_file;
    bool keeps_key = false;
    std::string windowed;
    std::string language = "sv";
    std::string description_file;
    std::string station = "entrance";  // empty: what the device was let in for
    std::string name;
    std::string central;
    std::string certificate;
    std::string pinned_certificate;
    std::string hub;
    std::string pages;
    std::string pages_certificate;
    std::string pages_key;
    std::string printer;
    std::string paper_printer;
    std::string label = "62x29";
    bool has_label_code = false;
    std::string camera;
    std::string speech_file;
    std::string sounds = "on";
    std::string sound_file;
    bool has_headphones = false;
};

// "entrance", "table" (which one is chosen on the screen) or "group:4".
[[nodiscard]] std::optional<Station> parse_station(const std::string& text);
// "1280x800", at least 320 either way.
[[nodiscard]] std::optional<Size> parse_size(const std::string& text);

// The station that was asked for; of a kiosk that has joined, and was asked for none, the one of
// its role.
[[nodiscard]] Station station_of(const KioskOptions& options, DeviceRole role);
// Error: options that do not go together.
[[nodiscard]] Result<> check_together(const KioskOptions& options);

// Writes into `options`, which must outlive the command, what it parses; refuses what the functions
// above do not take. Help and refusals are in the language of `texts`.
void add_options(CLI::App& command, KioskOptions& options, const Texts& texts);

}  // namespace stormote
