#include "kiosk/app/kiosk_options.h"

#include <algorithm>
#include <charconv>
#include <cstdio>
#include <utility>
#include <vector>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "sync/base/assets.h"
#include "sync/base/text_folding.h"

namespace stormote {

std::optional<Station> parse_station(const std::string& text) {
    if (text == "entrance") return Station{};
    if (text == "organiser") return Station{StationKind::organiser, std::nullopt};
    if (text == "table") return Station{StationKind::table, std::nullopt};
    constexpr std::string_view prefix = "group:";
    GroupNumber group = 0;
    const char *end = text.data() + text.size();
    if (!text.starts_with(prefix)) return std::nullopt;
    const auto read = std::from_chars(text.data() + prefix.size(), end, group);
    if (read.ec != std::errc() || read.ptr != end || group < 1) return std::nullopt;
    return Station{StationKind::table, group};
}

std::optional<Size> parse_size(const std::string& text) {
    unsigned width = 0;
    unsigned height = 0;
    char rest = 0;
    if (std::sscanf(text.c_str(), "%5ux%5u%c", &width, &height, &rest) != 2 || width < 320 ||
        height < 320) {
        return std::nullopt;
    }
    return Size{static_cast<float>(width), static_cast<float>(height)};
}

Station station_of(const KioskOptions& options, DeviceRole role) {
    if (!options.station.empty()) return *parse_station(options.station);
    if (role == DeviceRole::organiser) return {StationKind::organiser, std::nullopt};
    if (role == DeviceRole::table) return {StationKind::table, std::nullopt};
    return {};
}

Result<> check_together(const KioskOptions& options) {
    if (!options.hub.empty() && options.joins) {
        return usage_error({"A hub has the event already: --hub and --join do not go together."});
    }
    if (options.pages_certificate.empty() != options.pages_key.empty()) {
        return usage_error({"A certificate and its key go together. Give both, or neither."});
    }
    if (options.pages.empty() && !options.pages_certificate.empty()) {
        return usage_error(
            {"--pages-certificate and --pages-key are for pages: say by --pages "
             "where they are served."});
    }
    if (options.joins && options.has_no_passphrase != options.passphrase_file.empty()) {
        return usage_error(
            {"Say how the copy that is fetched is to be locked: --passphrase-file FILE, or "
             "--no-passphrase."});
    }
    return Done{};
}

void add_options(CLI::App& command, KioskOptions& options, const Texts& texts) {
    const auto text = [&texts](Sentence sentence) { return texts.get(sentence); };
    const auto one_of = [&texts](std::vector<std::string_view> words) {
        std::string listed;
        for (const std::string_view word : words) {
            if (!listed.empty()) listed += ", ";
            listed += word;
        }
        return [words = std::move(words),
                refusal = texts.get({"choose one of {}"}, listed)](const std::string& said) {
            return std::find(words.begin(), words.end(), said) != words.end() ? "" : refusal;
        };
    };
    command.add_option("EVENT", options.event, text({"The event file."}))->required();
    command.add_option("--passphrase-file", options.passphrase_file,
                       text({"A file whose first line is the event's passphrase. Without it, the "
                             "kiosk asks for the passphrase on its screen."}));
    command.add_flag("--join", options.joins,
                     text({"Where there is no such file yet: asks for the code that another "
                           "kiosk shows, a hub, and fetches the event from there."}));
    command.add_flag("--no-passphrase", options.has_no_passphrase,
                     text({"The copy that --join fetches has no passphrase: whoever takes the "
                           "machine reads it."}));
    command.add_flag("--keep-key", options.keeps_key,
                     text({"Keeps the event's key in the kernel's memory until staff leaves the "
                           "kiosk, so that after a crash it starts without the passphrase; a power "
                           "cut empties it."}));
    command
        .add_option("--windowed", options.windowed,
                    text({"A window of this size, such as 1280x800."}))
        ->check([refusal = text({"write it as 1280x800, at least 320x320"})](
                    const std::string& said) { return parse_size(said) ? "" : refusal; });
    command
        .add_option("--language", options.language,
                    text({"The language to begin with: sv, en, fi, ar or uk."}))
        ->check(one_of({screen_languages.begin(), screen_languages.end()}));
    command
        .add_option("--station", options.station,
                    text({"What the screen is for: entrance, table, group:N or organiser."}))
        ->check([refusal = text({"write entrance, table, group:4 or organiser"})](
                    const std::string& said) { return parse_station(said) ? "" : refusal; });
    command
        .add_option("--name", options.name,
                    text({"What people call this screen, such as \"Entré 1\". Unless it has a "
                          "name, it is asked for when the event is unlocked on the screen."}))
        ->check(
            [refusal = text({"write a name of at most 40 characters"})](const std::string& said) {
                const bool is_name = said == trim_text(said) && !said.empty() &&
                                     count_code_points(said) <= longest_device_name &&
                                     std::none_of(said.begin(), said.end(), [](unsigned char c) {
                                         return c < 0x20 || c == 0x7F;
                                     });
                return is_name ? "" : refusal;
            });
    command.add_option(
        "--camera", options.camera,
        text({"The camera that reads tickets: part of its name, its path such as /dev/video0, a "
              "file of pictures (MJPEG), or none. The default is the first one."}));
    command.add_option(
        "--central", options.central,
        text({"The central store to synchronise with, such as https://store.example."}));
    command.add_option(
        "--hub", options.hub,
        text({"Makes this kiosk the room's store, which others join by scanning its code: the "
              "address and port where it listens, such as 0.0.0.0:8443. With --central, what it "
              "gathers goes on there, and what is there comes to the room."}));
    command.add_option("--pages", options.pages,
                       text({"Serves the pages for browsers from this kiosk: the address and port "
                             "where it listens, such as 0.0.0.0:8080."}));
    command.add_option(
        "--pages-certificate", options.pages_certificate,
        text({"The certificate chain (PEM) of the pages, so that browsers come by "
              "HTTPS. Without it whoever is on the room's network can read along."}));
    command.add_option("--pages-key", options.pages_key,
                       text({"The private key (PEM) of that certificate."}));
    command.add_option("--certificate", options.certificate,
                       text({"A certificate (PEM) to trust, for a store whose own is not signed by "
                             "a known authority."}));
    command.add_option("--pin-certificate", options.pinned_certificate,
                       text({"The store's own certificate (PEM): a store with any other one is "
                             "refused, whoever signed it."}));
    command.add_option("--printer", options.printer,
                       text({"The printer for name labels, as CUPS calls it (lpstat -e lists "
                             "them)."}));
    command.add_option("--paper-printer", options.paper_printer,
                       text({"The printer for lists on A4. Unless it is named, the one of the name "
                             "labels where those are on A4, or the one that CUPS prints on by "
                             "itself."}));
    command
        .add_option("--label", options.label,
                    text({"The labels in it: 62x29, 90x55 or a4; slip-a6 or slip-a4 on ordinary "
                          "paper: group and table, without a name."}))
        ->check(one_of({"62x29", "90x55", "a4", "slip-a6", "slip-a4"}));
    command.add_flag("--label-code", options.has_label_code,
                     text({"Prints the ticket's code on the label too, for coming back in."}));
    command.add_option("--describe-screen", options.description_file,
                       text({"Writes what is on the screen to this file as JSON, for tests."}));
    command.add_flag("--headphones", options.has_headphones,
                     text({"Speech is heard in headphones only, so it may say names."}));
    command
        .add_option("--sounds", options.sounds,
                    text({"Short tones for who is let in, should look, or is refused: on or off."}))
        ->check(one_of({"on", "off"}));
    command.add_option("--sound-file", options.sound_file,
                       text({"Writes which tone is played to this file instead of playing it, for "
                             "tests."}));
    command.add_option("--speech-file", options.speech_file,
                       text({"Writes what is read aloud to this file instead of saying it, for "
                             "tests."}));
}

}  // namespace stormote
