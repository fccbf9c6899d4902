// stormote-kiosk: the touchscreen. Wires the real window, clock, disk and texts together.
#include <future>
#include <iostream>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "kiosk/desk/background_sync.h"
#include "kiosk/device/camera_choice.h"
#include "kiosk/ui/app.h"
#include "kiosk/ui/kiosk_options.h"
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

Result<std::unique_ptr<Window>> open_window(const KioskOptions& options, const Clock& clock) try {
    WindowOptions wanted;
    if (!options.windowed.empty()) wanted.windowed = parse_size(options.windowed);
    return std::make_unique<Window>(wanted, clock);
} catch (const MachineFailure& failure) {
    return failure.error();
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

Languages load_languages() {
    Languages languages;
    for (const std::string_view tag : screen_languages) {
        if (auto loaded = load_texts(tag)) languages.emplace(tag, *loaded);
    }
    return languages;
}

// Null where nothing is to be heard.
std::unique_ptr<SoundPlayer> open_sounds(const KioskOptions& options) {
    if (!options.sound_file.empty()) return make_written_sounds(options.sound_file);
    return options.sounds == "on" ? make_sound_player() : nullptr;
}

std::unique_ptr<Speaker> open_speaker(const KioskOptions& options) {
    return options.speech_file.empty() ? make_speaker() : make_written_speaker(options.speech_file);
}

int run(const KioskOptions& options) {
    WindowCloser closer;
    const InterruptWatch interrupts([&closer] { closer.close(); });
    SystemClock clock;
    SystemRandom random;
    const Languages languages = load_languages();
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
        // The window takes longer: nobody waits for the event beside it.
        auto opening = std::async(std::launch::async, open_desk, [&] {
            auto passphrase = read_passphrase(options.passphrase_file);
            is_locked = !passphrase;
            return passphrase;
        });
        const auto opened_window = open_window(options, clock);
        auto desk = opening.get();
        if (!desk && !is_locked) return fail(desk.error());
        // Without a screen nobody can be asked on it.
        if (!opened_window) return fail(desk ? opened_window.error() : desk.error());
        Window& window = **opened_window;
        const ClosableWindow closable(closer, window);
        Ui ui(window.textures(), clock);
        std::optional<ScreenDescriber> describer;
        if (!options.description_file.empty()) describer.emplace(options.description_file);
        const std::unique_ptr<Speaker> speaker = open_speaker(options);
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
        const std::unique_ptr<SoundPlayer> sounds = open_sounds(options);
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
    stormote::add_options(command, options);
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
