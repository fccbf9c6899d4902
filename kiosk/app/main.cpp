// stormote-kiosk: the touchscreen. Wires the real window, clock, disk and texts together.
#include <exception>
#include <future>
#include <iostream>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "kiosk/app/app.h"
#include "kiosk/app/display.h"
#include "kiosk/app/kept_label_log.h"
#include "kiosk/app/kiosk_options.h"
#include "kiosk/app/machine_trials.h"
#include "kiosk/app/wall_display.h"
#include "kiosk/desk/release_watch.h"
#include "kiosk/desk/retention/purge_watch.h"
#include "kiosk/desk/sync/background_sync.h"
#include "kiosk/desk/sync/code_join.h"
#include "kiosk/desk/sync/desk_replica.h"
#include "kiosk/device/camera/camera_choice.h"
#include "kiosk/hub/hub.h"
#include "kiosk/ui/platform/compose_cache.h"
#include "kiosk/ui/platform/window_closer.h"
#include "kiosk/ui/screens/unlock/device_name_presenter.h"
#include "kiosk/ui/screens/unlock/join_presenter.h"
#include "kiosk/ui/screens/unlock/unlock_presenter.h"
#include "kiosk/web/service/room_pages.h"
#include "sync/base/assets.h"
#include "sync/base/command_usage.h"
#include "sync/base/interrupt_watch.h"
#include "sync/base/private_file.h"
#include "sync/journal/keys/kept_key.h"
#include "sync/journal/keys/key_keeping.h"
#include "sync/journal/keys/passphrase_file.h"

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

// Which certificates count.
HttpOptions trusted_by(const KioskOptions& options) {
    HttpOptions http;
    http.certificate = options.certificate;
    http.pinned_certificate = options.pinned_certificate;
    return http;
}

Languages load_languages() {
    Languages languages;
    for (const std::string_view tag : screen_languages) {
        if (auto loaded = load_texts(tag)) languages.emplace(tag, *loaded);
    }
    return languages;
}

// English where a language could not be loaded.
const Texts& texts_in(const Languages& languages, const std::string& tag) {
    return languages.contains(tag) ? languages.at(tag) : languages.at("en");
}

// What stands before there is a window, and outlives it: the machine's clock and disk, and the
// words for whoever looks after it.
struct Ground {
    Ground(const KioskOptions& wanted, const Languages& known)
        : options(wanted),
          languages(known),
          texts(texts_in(languages, options.language)),
          environment{clock,         random, default_state_directory(),
                      HashingCost{}, "",     usual_wal_reserve_bytes} {
        if (options.keeps_key) environment.kept_key = find_kept_key;
    }
    Ground(const Ground&) = delete;
    Ground& operator=(const Ground&) = delete;

    void tell(const Error& error) const {
        std::cerr << "stormote-kiosk: " << texts.get(error) << std::endl;
    }
    // Any thread.
    [[nodiscard]] OpenedDesk open_desk(const PassphraseSource& passphrase) const {
        return Desk::open(options.event, passphrase, JournalAccess::write, environment);
    }

    const KioskOptions& options;
    SystemClock clock;
    SystemRandom random;
    const Languages& languages;
    const Texts& texts;
    JournalEnvironment environment;
};

Result<std::unique_ptr<Window>> open_window(const Ground& ground) try {
    WindowOptions wanted;
    if (!ground.options.windowed.empty()) wanted.windowed = parse_size(ground.options.windowed);
    return std::make_unique<Window>(wanted, ground.clock);
} catch (const MachineFailure& failure) {
    return failure.error();
}

struct Opened {
    std::unique_ptr<Window> window;
    std::unique_ptr<Desk> desk;  // null where its passphrase is to be asked for
};

Result<Opened> open_window_and_event(const Ground& ground) {
    bool is_locked = false;
    // The window takes longer: nobody waits for the event beside it.
    auto opening = std::async(std::launch::async, [&] {
        return ground.open_desk([&] {
            auto passphrase = read_passphrase(ground.options.passphrase_file);
            is_locked = !passphrase;
            return passphrase;
        });
    });
    auto window = open_window(ground);
    auto desk = opening.get();
    if (!desk && !is_locked) return desk.error();
    // Without a screen nobody can be asked on it.
    if (!window) return desk ? window.error() : desk.error();
    return Opened{std::move(window).value(), desk ? std::move(desk).value() : nullptr};
}

// Asks for the passphrase on the screen. Null where nobody gave it before the window closed.
OpenedDesk unlock(const Ground& ground, Display& display) {
    UserPreferences preferences(display.ui, ground.languages, ground.options.language,
                                display.speaker.get(), display.hearing);
    UnlockPresenter presenter(
        display.ui, preferences, std::filesystem::path(ground.options.event).filename().string(),
        [&ground](const PassphraseSource& passphrase) { return ground.open_desk(passphrase); });
    if (auto shown = display.show(presenter, [] {}); !shown) return shown.error();
    preferences.forget();
    return presenter.take_desk();
}

// Asks for the code of a hub, and fetches the event from there. Null where nobody showed one before
// the window closed.
OpenedDesk join(const Ground& ground, Display& display, Camera *camera) {
    const KioskOptions& options = ground.options;
    CodeJoin wanted{options.event, read_passphrase(options.passphrase_file), options.central,
                    trusted_by(options)};
    wanted.http.attempts = 2;
    UserPreferences preferences(display.ui, ground.languages, ground.options.language,
                                display.speaker.get(), display.hearing);
    JoinPresenter presenter(display.ui, preferences,
                            std::filesystem::path(ground.options.event).filename().string(), camera,
                            [&](const std::string& scanned) -> OpenedDesk {
                                auto joined = join_by_code(scanned, wanted, ground.environment);
                                if (!joined) return joined.error();
                                return ground.open_desk([&wanted] { return wanted.passphrase; });
                            });
    if (auto shown = display.show(presenter, [] {}); !shown) return shown.error();
    preferences.forget();
    return presenter.take_desk();
}

std::string proposed_name(const Station& station, const Texts& texts) {
    switch (station.kind) {
        case StationKind::entrance:
            return texts.get({"Entrance 1"});
        case StationKind::table:
            return station.group ? texts.get(Sentence{"Table {}"}, *station.group) : "";
        case StationKind::organiser:
            return texts.get({"Organiser"});
    }
    return "";
}

enum class UnlockedBy : std::uint8_t { somebody_here, options };

struct Unlocked {
    std::unique_ptr<Desk> desk;
    UnlockedBy by = UnlockedBy::options;
};

// Left: the window was closed meanwhile.
enum class Naming : std::uint8_t { done, left };

// Asks on the screen what people call it.
Result<Naming> ask_for_name(const Ground& ground, Display& display, Desk& desk) {
    UserPreferences preferences(display.ui, ground.languages, ground.options.language,
                                display.speaker.get(), display.hearing);
    DeviceNamePresenter presenter(
        display.ui, preferences, std::filesystem::path(ground.options.event).filename().string(),
        proposed_name(station_of(ground.options, desk.role()), ground.texts));
    if (auto shown = display.show(presenter, [] {}); !shown) return shown.error();
    preferences.forget();
    if (presenter.name()) desk.name_device(*presenter.name(), Actor{ActingRole::staff});
    return presenter.is_answered() ? Naming::done : Naming::left;
}

// So that others read at which screen something was done. Only who has just unlocked the event is
// asked: a kiosk that starts by itself has nobody before it who knows.
Result<Naming> name_device(const Ground& ground, Display& display, Desk& desk, UnlockedBy by) {
    if (!desk.may(OperationKind::device_named)) return Naming::done;
    if (!ground.options.name.empty()) {
        desk.name_device(ground.options.name, Actor{ActingRole::staff});
        return Naming::done;
    }
    if (by == UnlockedBy::options || desk.is_device_named()) return Naming::done;
    return ask_for_name(ground, display, desk);
}

// What the room's hub is to this kiosk.
StoreKind own_hub_kind(const KioskOptions& options) {
    return options.central.empty() ? StoreKind::own_hub : StoreKind::own_hub_beside_central;
}

// Null where this kiosk is none.
Result<std::unique_ptr<Hub>> open_hub(Ground& ground, const EventId& event,
                                      std::int64_t offset_ms) {
    if (ground.options.hub.empty()) return std::unique_ptr<Hub>();
    const auto log = [&ground, mutex = std::make_shared<std::mutex>()](const LogLine& line) {
        const std::lock_guard lock(*mutex);
        ground.tell(line);
    };
    return Hub::open(event, {ground.options.hub, default_state_directory(), offset_ms},
                     ground.clock, ground.random, log);
}

// With which stores this kiosk keeps in step; first the one that its screens speak of.
Result<std::vector<StoreToSync>> find_stores(const Ground& ground, const Hub *hub,
                                             const EventId& event) {
    std::vector<StoreToSync> stores;
    const auto state = default_state_directory();
    const bool has_central = !ground.options.central.empty();
    if (has_central || (hub == nullptr && load_hub(state, event))) {
        auto access = StoreAccess::find(state, event, ground.options.central);
        if (!access) return access.error();
        stores.push_back({*std::move(access)});
    }
    if (hub != nullptr) {
        stores.push_back({hub->own_access(), own_hub_kind(ground.options)});
    }
    return stores;
}

// Null where there is none.
Result<std::unique_ptr<BackgroundSync>> open_sync(const Ground& ground, Display& display,
                                                  DeskThread& desk,
                                                  const std::vector<StoreToSync>& stores) {
    if (stores.empty()) return std::unique_ptr<BackgroundSync>();
    return BackgroundSync::start(desk, stores, trusted_by(ground.options), ground.clock,
                                 display.waker());
}

struct LabelPrinting {
    LabelPrinting(const Ground& ground, Display& display)
        : queue(connect_cups_printer(ground.options.printer),
                *parse_label_stock(ground.options.label), display.waker()),
          labels(queue, ground.texts,
                 ground.options.has_label_code ? CodeOnLabel::ticket : CodeOnLabel::none,
                 ground.clock,
                 is_slip(*parse_label_stock(ground.options.label)) ? DoorPaper::slip
                                                                   : DoorPaper::name_label) {}

    LabelQueue queue;
    DoorLabels labels;
};

// Null where there is no printer.
std::unique_ptr<LabelPrinting> open_printer(const Ground& ground, Display& display,
                                            DeskThread& desk) {
    if (ground.options.printer.empty()) return nullptr;
    auto printing = std::make_unique<LabelPrinting>(ground, display);
    desk.read([&](const Desk& opened) { printing->labels.print_latest(opened); });
    return printing;
}

// Where lists are printed; a printer with a roll of labels in it has no paper for them.
PaperQueue find_paper_queue(const KioskOptions& options) {
    const bool is_on_a4 =
        media_name(*parse_label_stock(options.label)) == media_name(LabelStock::sheet);
    std::string queue = options.paper_printer;
    if (queue.empty() && is_on_a4) queue = options.printer;
    if (queue.empty()) queue = default_cups_queue();
    const bool has_labels = options.paper_printer.empty() && queue == options.printer && !is_on_a4;
    if (queue.empty() || has_labels) return {};
    return {queue, connect_cups_printer(queue)};
}

// Null where none is to be used.
std::unique_ptr<Camera> open_camera(const Ground& ground, Display& display,
                                    std::unique_ptr<FrameSource> source) {
    if (source == nullptr) return nullptr;
    return std::make_unique<Camera>(std::move(source), ground.clock, CameraTiming{},
                                    display.waker());
}

// Null where nothing is to be heard.
std::unique_ptr<SoundPlayer> open_sounds(const KioskOptions& options) {
    if (!options.sound_file.empty()) return make_written_sounds(options.sound_file);
    return options.sounds == "on" ? make_sound_player() : nullptr;
}

// Nothing is offered on a screen that this device may not record.
Result<> check_station(const Desk& desk, const Station& station) {
    if (desk.role() == DeviceRole::none) {
        return input_error({"This device is not let into the event, or was excluded. Have an "
                            "organiser let it in: stormote admit EVENT --device {} --role door"},
                           to_string(desk.device()));
    }
    const OperationKind needed = station.kind == StationKind::entrance ? OperationKind::checked_in
                                 : station.kind == StationKind::table
                                     ? OperationKind::note_written
                                     : OperationKind::settings_described;
    if (desk.may(needed)) return Done{};
    return input_error({"This device was let into the event as \"{0}\", which this station is not "
                        "for. Choose another --station, or have its role changed: stormote admit "
                        "EVENT --device {1} --role organiser"},
                       device_role_name(desk.role()), to_string(desk.device()));
}

// Whoever lets others in, and hears of what is due from nobody else, is an organiser.
Result<> check_hub(const KioskOptions& options, const Desk& desk) {
    if (options.hub.empty() || desk.may(OperationKind::settings_described)) return Done{};
    return input_error(
        {"Only an organiser's device can be the room's hub. Start it on the organiser's machine."});
}

// Null where no pages are wanted.
Result<std::unique_ptr<RoomPages>> open_pages(Ground& ground, DeskThread& desk) {
    const KioskOptions& options = ground.options;
    if (options.pages.empty()) return std::unique_ptr<RoomPages>();
    return RoomPages::open(desk,
                           {options.pages, options.pages_certificate, options.pages_key,
                            options.event, default_state_directory()},
                           ground.clock, ground.random, ground.texts,
                           // As one write: pages fail on several threads.
                           [](const std::string& line) {
                               std::cerr << "stormote-kiosk: " + line + '\n' << std::flush;
                           });
}

// The open event with all that serves it, until staff leaves or the window closes.
Result<> hold_evening(Ground& ground, Display& display, Unlocked unlocked,
                      std::unique_ptr<FrameSource> camera_source) {
    const KioskOptions& options = ground.options;
    auto& opened = unlocked.desk;
    const Station station = station_of(options, opened->role());
    if (auto checked = check_station(*opened, station); !checked) return checked;
    if (auto checked = check_hub(options, *opened); !checked) return checked;
    const auto naming = name_device(ground, display, *opened, unlocked.by);
    if (!naming) return naming.error();
    if (*naming == Naming::left) return Done{};
    const EventId event = opened->event();
    const std::int64_t heard_ms = last_exchange_ms(opened->journal());
    std::optional<KeyKeeping> key_keeping;
    if (options.keeps_key) {
        const auto kept = keep_key(event, opened->journal().event_key());
        if (kept) key_keeping.emplace(event, find_kept_key, ground.clock);
        if (!kept) ground.tell(kept.error());
    }
    // Before the desk, whose thread asks it.
    const auto hub = open_hub(ground, event, hub_clock_offset_ms(*opened, own_hub_kind(options)));
    if (!hub) return hub.error();
    const auto stores = find_stores(ground, hub->get(), event);
    if (!stores) return stores.error();
    const auto store = stores->empty() ? std::nullopt : std::optional(stores->front().access);
    DeskThread desk(std::move(opened), display.waker());
    const auto sync = open_sync(ground, display, desk, *stores);
    if (!sync) return sync.error();
    const auto pages = open_pages(ground, desk);
    if (!pages) return pages.error();
    const auto printing = open_printer(ground, display, desk);
    PaperPrinter paper_printer([&options] { return find_paper_queue(options); }, display.waker(),
                               ground.clock);
    const auto camera = open_camera(ground, display, std::move(camera_source));
    const auto sounds = open_sounds(options);
    TrialThread trials(
        machine_trials(options,
                       {camera.get(), sounds.get(), default_state_directory(), event, store},
                       ground.clock),
        display.waker());
    SecondWindow second_window(display.window());
    WallDisplay wall(second_window, desk, ground.clock, ground.texts);
    const Sheets sheets = read_sheets();
    App app(display.ui, desk, ground.languages, ground.clock,
            {options.language, options.windowed.empty(), station, sync->get(),
             printing ? &printing->labels : nullptr, &paper_printer, camera.get(),
             display.speaker.get(), sounds.get(), display.hearing, &trials, &second_window,
             hub->get(), heard_ms, &sheets});
    CameraLog camera_log;
    KeptLabelLog kept_label_log;
    ReleaseWatch releases(desk, ground.clock);
    PurgeWatch purges(desk, ground.clock);
    auto shown = display.show(app, [&] {
        camera_log.update(camera.get(), ground.texts);
        log_silence(sounds.get(), ground.texts);
        if (printing && printing->labels.paper() == DoorPaper::name_label) {
            kept_label_log.update(printing->queue, ground.texts);
        }
        wall.update();
        if (*hub) {
            (*hub)->set_clock_offset(desk.read([&](const Desk& opened) {
                return hub_clock_offset_ms(opened, own_hub_kind(options));
            }));
        }
        if (const auto due_ms = wall.due_ms()) display.ui.wake_at(*due_ms);
        releases.look_if_due();
        display.ui.wake_at(releases.due_ms());
        // What the hub in this machine's memory holds is nowhere else for that.
        const bool was_exchanged = *sync && stores->front().kind == StoreKind::central &&
                                   (*sync)->status().last_success_ms.has_value();
        purges.look_if_due(was_exchanged);
        if (was_exchanged) display.ui.wake_at(purges.due_ms());
        if (!key_keeping) return;
        key_keeping->look_if_due();
        display.ui.wake_at(key_keeping->due_ms());
    });
    if (!shown) return shown.error();
    if (!app.is_done()) return Done{};
    // The evening is over, and whoever starts the kiosk again knows the passphrase.
    forget_kept_key(event);
    releases.close();
    // Nobody may come back to this machine before the answers are wanted.
    if (*sync) (*sync)->finish(std::chrono::seconds(5));
    return Done{};
}

// Whether there is no event yet, and one is to be fetched.
bool is_to_join(const KioskOptions& options) {
    std::error_code error;
    return options.joins && !std::filesystem::exists(options.event, error);
}

Result<Opened> open_window_alone(const Ground& ground) {
    auto window = open_window(ground);
    if (!window) return window.error();
    return Opened{std::move(window).value(), nullptr};
}

// Of the event's passphrase or its code, whichever this kiosk lacks. Null where it was not given.
OpenedDesk ask_for_event(const Ground& ground, Display& display) {
    if (!is_to_join(ground.options)) return unlock(ground, display);
    auto source = choose_camera(ground.options.camera);
    if (!source) return source.error();
    const auto camera = open_camera(ground, display, std::move(source).value());
    return join(ground, display, camera.get());
}

Result<> run(Ground& ground, WindowCloser& closer) try {
    auto camera_source = choose_camera(ground.options.camera);
    if (!camera_source) return camera_source.error();
    auto opened =
        is_to_join(ground.options) ? open_window_alone(ground) : open_window_and_event(ground);
    if (!opened) return opened.error();
    const ClosableWindow closable(closer, *opened->window);
    Display display(ground.options, ground.clock, *opened->window);
    UnlockedBy unlocked_by = UnlockedBy::options;
    if (opened->desk == nullptr) {
        auto unlocked = ask_for_event(ground, display);
        if (!unlocked) return unlocked.error();
        if (*unlocked == nullptr) return Done{};
        opened->desk = std::move(unlocked).value();
        unlocked_by = UnlockedBy::somebody_here;
    }
    return hold_evening(ground, display, {std::move(opened->desk), unlocked_by},
                        std::move(camera_source).value());
} catch (const MachineFailure& failure) {
    return failure.error();
}

int run(const KioskOptions& options, const Languages& languages) {
    keep_compose_table(default_state_directory() / "compose");
    WindowCloser closer;
    const InterruptWatch interrupts([&closer] { closer.close(); });
    Ground ground(options, languages);
    const auto done = run(ground, closer);
    if (done) return 0;
    ground.tell(done.error());
    return done.error().kind == ErrorKind::machine ? 3 : 1;
}

int run(int count, const char *const *words) {
    const Languages languages = load_languages();
    // A call that names a language that is none is refused in the usual one.
    const std::string tag = chosen_language(count, words);
    const std::string language = languages.contains(tag) ? tag : "sv";
    const Texts& texts = texts_in(languages, language);
    KioskOptions options;
    CLI::App command(texts.get({"Stormöte: the touchscreen at the entrance."}), "stormote-kiosk");
    set_up_command(command, texts);
    command.footer(texts.get({"Example:"}) +
                   "\n  stormote-kiosk mote.stormote --windowed 1280x800\n");
    add_options(command, options, texts);
    try {
        command.parse(count, words);
    } catch (const CLI::ParseError& error) {
        return answer_unparsed(command, error, texts, std::cout, std::cerr);
    }
    if (const auto checked = check_together(options); !checked) {
        std::cerr << "stormote-kiosk: " << texts.get(checked.error()) << std::endl;
        return 2;
    }
    if (options.joins && command.count("--station") == 0) options.station.clear();
    start_crypto();
    return run(options, languages);
}

}  // namespace

}  // namespace stormote

int main(int count, char **words) {
    stormote::keep_new_files_private();
    try {
        return stormote::run(count, words);
    } catch (const std::exception& error) {
        std::cerr << "stormote-kiosk: " << error.what() << '\n';
        return 3;
    }
}
