// stormote-kiosk: the touchscreen. Wires the real window, clock, disk and texts together.
#include <charconv>
#include <iostream>
#include <set>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "kiosk/desk/background_sync.h"
#include "kiosk/device/camera_choice.h"
#include "kiosk/ui/app.h"
#include "kiosk/ui/screen_describer.h"
#include "kiosk/ui/unlock_room.h"
#include "kiosk/ui/window.h"
#include "kiosk/ui/window_closer.h"
#include "sync/base/assets.h"
#include "sync/base/interrupt_watch.h"
#include "sync/journal/kept_key.h"
#include "sync/journal/passphrase_file.h"

namespace stormote {

namespace {

struct KioskOptions {
    std::string event;
    std::string passphrase_file;
    bool keeps_key = false;
    std::string windowed;
    std::string language = "sv";
    std::string description_file;
    std::string station = "entrance";
    std::string central;
    std::string printer;
    std::string label = "62x29";
    bool has_label_code = false;
    std::string camera;
    std::string speech_file;
    std::string sounds = "on";
    std::string sound_file;
    bool has_headphones = false;
};

// "entrance", "table" (which one is chosen on the screen) or "group:4".
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

// Nothing where no file was named.
std::optional<std::string> read_passphrase(const std::string& file) {
    if (file.empty()) return std::nullopt;
    auto read = read_passphrase_file(file);
    if (!read) throw MachineFailure(read.error());
    return *read;
}

// Whoever looks after the machine reads why its camera is silent; attendees only see that it is.
class CameraLog {
  public:
    void update(const Camera *camera, const Texts& texts) {
        if (camera == nullptr) return;
        const CameraState state = camera->state();
        if (std::exchange(state_, state) == state || state != CameraState::lost) return;
        const auto reason = camera->reason();
        if (reason) std::cerr << "stormote-kiosk: " << texts.get(*reason) << std::endl;
    }

  private:
    CameraState state_ = CameraState::none;
};

// And why nothing is heard.
void log_silence(SoundPlayer *sounds, const Texts& texts) {
    const auto failure = sounds == nullptr ? std::nullopt : sounds->take_failure();
    if (failure) std::cerr << "stormote-kiosk: " << texts.get(*failure) << std::endl;
}

// Draws one frame after another until the screen is done or the window closes; `after` is called
// when each is shown.
template <typename Screen, typename After>
Result<> show(Window& window, Ui& ui, Screen& screen, std::optional<ScreenDescriber>& describer,
              After after) {
    while (!window.closing() && !screen.is_done()) {
        ui.begin_frame(window.wait(ui.wake_ms()));
        screen.draw();
        ui.end_frame();
        window.present(ui);
        after();
        screen.speak();
        if (describer) {
            if (auto written = describer->update(ui.record()); !written) return written.error();
        }
    }
    return Done{};
}

int run(const KioskOptions& options) {
    WindowCloser closer;
    const InterruptWatch interrupts([&closer] { closer.close(); });
    SystemClock clock;
    SystemRandom random;
    Languages languages;
    for (const std::string_view tag : screen_languages) {
        if (auto loaded = load_texts(tag)) languages.emplace(tag, *loaded);
    }
    const Texts& texts =
        languages.contains(options.language) ? languages.at(options.language) : languages.at("en");
    const auto tell = [&texts](const Error& error) {
        std::cerr << "stormote-kiosk: " << texts.get(error) << std::endl;
    };
    const auto fail = [&tell](const Error& error) {
        tell(error);
        return error.kind == ErrorKind::machine ? 3 : 1;
    };
    auto camera_source = choose_camera(options.camera);
    if (!camera_source) return fail(camera_source.error());
    try {
        JournalEnvironment environment{clock,         random, default_state_directory(),
                                       HashingCost{}, "",     usual_wal_reserve_bytes};
        if (options.keeps_key) environment.kept_key = find_kept_key;
        const auto open_desk = [&](const PassphraseSource& passphrase) {
            return Desk::open(options.event, passphrase, JournalAccess::write, environment);
        };
        bool is_locked = false;
        auto desk = open_desk([&] {
            auto passphrase = read_passphrase(options.passphrase_file);
            is_locked = !passphrase;
            return passphrase;
        });
        if (!desk && !is_locked) return fail(desk.error());
        WindowOptions window_options;
        if (!options.windowed.empty()) window_options.windowed = parse_size(options.windowed);
        Window window(window_options, clock);
        const ClosableWindow closable(closer, window);
        Ui ui(window.textures(), clock);
        std::optional<ScreenDescriber> describer;
        if (!options.description_file.empty()) describer.emplace(options.description_file);
        const std::unique_ptr<Speaker> speaker = options.speech_file.empty()
                                                     ? make_speaker()
                                                     : make_written_speaker(options.speech_file);
        const Hearing hearing = options.has_headphones ? Hearing::headphones : Hearing::everybody;
        if (!desk) {
            Comfort comfort(ui, languages, options.language, speaker.get(), hearing);
            UnlockRoom room(ui, comfort, std::filesystem::path(options.event).filename().string(),
                            open_desk);
            if (auto shown = show(window, ui, room, describer, [] {}); !shown) {
                return fail(shown.error());
            }
            comfort.forget();
            desk = room.take_desk();
            if (*desk == nullptr) return 0;
        }
        const EventId event = (*desk)->event();
        if (options.keeps_key) {
            auto kept = keep_key(event, (*desk)->journal().event_key());
            if (!kept) tell(kept.error());
        }
        DeskThread thread(std::move(desk).value(), [&window] { window.wake(); });
        std::unique_ptr<BackgroundSync> sync;
        if (!options.central.empty()) {
            auto started = BackgroundSync::start(thread, options.central, default_state_directory(),
                                                 clock, [&window] { window.wake(); });
            if (!started) return fail(started.error());
            sync = std::move(started).value();
        }
        std::optional<LabelQueue> label_queue;
        std::optional<DoorLabels> labels;
        if (!options.printer.empty()) {
            label_queue.emplace(connect_cups_printer(options.printer),
                                *parse_label_stock(options.label), [&window] { window.wake(); });
            labels.emplace(*label_queue, texts,
                           options.has_label_code ? CodeOnLabel::ticket : CodeOnLabel::none, clock);
            thread.read([&](const Desk& opened) { labels->print_latest(opened); });
        }
        std::unique_ptr<Camera> camera;
        if (*camera_source != nullptr) {
            camera = std::make_unique<Camera>(std::move(*camera_source), clock, CameraTiming{},
                                              [&window] { window.wake(); });
        }
        std::unique_ptr<SoundPlayer> sounds;
        if (!options.sound_file.empty()) {
            sounds = make_written_sounds(options.sound_file);
        } else if (options.sounds == "on") {
            sounds = make_sound_player();
        }
        App app(ui, thread, languages, clock,
                {options.language, options.windowed.empty(), *parse_station(options.station),
                 sync.get(), labels ? &*labels : nullptr, camera.get(), speaker.get(), sounds.get(),
                 hearing});
        CameraLog camera_log;
        auto shown = show(window, ui, app, describer, [&] {
            camera_log.update(camera.get(), texts);
            log_silence(sounds.get(), texts);
        });
        if (!shown) return fail(shown.error());
        // The evening is over, and whoever starts the kiosk again knows the passphrase.
        if (app.is_done()) forget_kept_key(event);
        return 0;
    } catch (const MachineFailure& failure) {
        return fail(failure.error());
    }
}

}  // namespace

}  // namespace stormote

int main(int count, char **words) {
    stormote::KioskOptions options;
    CLI::App command("Stormöte: the touchscreen at the entrance.", "stormote-kiosk");
    command.footer("Example:\n  stormote-kiosk mote.stormote --windowed 1280x800");
    command.add_option("EVENT", options.event, "The event file.")->required();
    command.add_option("--passphrase-file", options.passphrase_file,
                       "A file whose first line is the event's passphrase. Without it, the kiosk "
                       "asks for the passphrase on its screen.");
    command.add_flag(
        "--keep-key", options.keeps_key,
        "Keeps the event's key in the kernel's memory until staff leaves the kiosk, so "
        "that after a crash it starts without the passphrase; a power cut empties it.");
    command.add_option("--windowed", options.windowed, "A window of this size, as 1280x800.")
        ->check([](const std::string& text) {
            return stormote::parse_size(text) ? "" : "write it as 1280x800, at least 320x320";
        });
    command
        .add_option("--language", options.language,
                    "The language to begin with: sv, en, fi, ar or uk.")
        ->check(CLI::IsMember(std::set<std::string>(stormote::screen_languages.begin(),
                                                    stormote::screen_languages.end())));
    command
        .add_option("--station", options.station,
                    "What the screen is for: entrance, table, group:N or organiser.")
        ->check([](const std::string& text) {
            return stormote::parse_station(text) ? ""
                                                 : "write entrance, table, group:4 or organiser";
        });
    command.add_option("--camera", options.camera,
                       "The camera that reads tickets: a part of its name, its path as "
                       "/dev/video0, a file of pictures (MJPEG), or none. Usually the first one.");
    command.add_option("--central", options.central,
                       "The central store to keep in step with, as https://store.example.");
    command.add_option("--printer", options.printer,
                       "The printer for name labels, as CUPS calls it (lpstat -e lists them).");
    command.add_option("--label", options.label, "The labels in it: 62x29, 90x55 or a4.")
        ->check(CLI::IsMember({"62x29", "90x55", "a4"}));
    command.add_flag("--label-code", options.has_label_code,
                     "Prints the ticket's code on the label too, for coming back in.");
    command.add_option("--describe-screen", options.description_file,
                       "Writes what is on the screen to this file as JSON, for tests.");
    command.add_flag("--headphones", options.has_headphones,
                     "Speech is heard in headphones alone, and may say names.");
    command
        .add_option("--sounds", options.sounds,
                    "Short tones for who is let in, should look, or is refused: on or off.")
        ->check(CLI::IsMember({"on", "off"}));
    command.add_option(
        "--sound-file", options.sound_file,
        "Writes which tone is played to this file instead of playing it, for tests.");
    command.add_option("--speech-file", options.speech_file,
                       "Writes what is read aloud to this file instead of saying it, for tests.");
    try {
        command.parse(count, words);
    } catch (const CLI::ParseError& error) {
        return command.exit(error) == 0 ? 0 : 2;
    }
    try {
        stormote::start_crypto();
        return stormote::run(options);
    } catch (const std::exception& error) {
        std::cerr << "stormote-kiosk: " << error.what() << '\n';
        return 3;
    }
}
