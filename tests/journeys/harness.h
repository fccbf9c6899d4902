// Harness: what the scenes of an evening, and tests with the real programs, play with: an event of
// invented people, their tickets, a kiosk at the entrance, and the folder that pictures and exports
// go to. One thread; owns the display and the kiosk.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tests/support/display/kiosk_driver.h"
#include "tests/support/display/touch_display.h"
#include "tests/support/machine/process.h"

namespace stormote {

struct Guest {
    std::string id;
    std::string name;
    std::string ticket;
    std::string short_code;
};

struct Answer {
    ScreenDescription screen;
    Milliseconds after{0};  // from the last thing that the person did
};

class Harness {
  public:
    using Wait = std::function<ScreenDescription()>;

    // `directory` is made when missing; what an earlier evening left in it is taken away.
    explicit Harness(const std::filesystem::path& directory);

    [[nodiscard]] const std::filesystem::path& directory() const { return directory_; }
    // Where the lists are that an evening is prepared from.
    void set_prepared_lists(std::filesystem::path folder) { prepared_lists_ = std::move(folder); }
    [[nodiscard]] const std::filesystem::path& prepared_lists() const { return prepared_lists_; }
    [[nodiscard]] std::filesystem::path event() const { return directory_ / "evening.event"; }

    // Runs `stormote` to its end, with the event file after the name of the command, and gives
    // what it printed. Throws ExpectationFailure when its exit status is not 0.
    std::string run_stormote(std::string_view command, const std::vector<std::string>& options);
    // The same for another event file.
    std::string run_stormote_on(const std::filesystem::path& event, std::string_view command,
                                const std::vector<std::string>& options);
    // The same, however it ends.
    [[nodiscard]] Finished try_stormote(const std::filesystem::path& event,
                                        std::string_view command,
                                        const std::vector<std::string>& options) const;
    // How programs are started here, on a display.
    [[nodiscard]] ProcessOptions process_options(const TouchDisplay& display) const;
    // Given to every kiosk that is opened from now on.
    void set_kiosk_arguments(std::vector<std::string> arguments) {
        kiosk_arguments_ = std::move(arguments);
    }
    // Set for every program that is started from now on.
    void set_environment(const std::string& name, const std::string& value);

    void load_guests();
    // Everybody with a ticket of an event.
    std::vector<Guest> read_guests(const std::filesystem::path& event);
    // Somebody new each time, whose name nobody else has.
    const Guest& next_guest();
    // The same, of those whom `is_wanted` wants; throws ExpectationFailure when nobody is left.
    const Guest& next_guest(const std::function<bool(const Guest&)>& is_wanted);
    // Those whom scenes have had and who were let in for good, in the order of their tickets.
    [[nodiscard]] std::vector<Guest> admitted_guests() const;
    // All who were not given away yet, namesakes too; nobody is left afterwards.
    std::vector<Guest> remaining_guests();

    // Serves a central store from now on, on a free port of this machine.
    void open_central_store(const std::string& store);
    [[nodiscard]] const std::string& central_url() const { return central_url_; }
    // A second machine's folder, for its event and its state.
    [[nodiscard]] std::filesystem::path second_machine() const {
        return directory_ / "second-machine";
    }
    // A kiosk there, once it has joined the event.
    [[nodiscard]] KioskOptions second_kiosk(const std::vector<std::string>& arguments = {}) const;

    // `arguments` are handed on to the kiosk, after the event.
    void open_kiosk(const std::vector<std::string>& arguments = {}) {
        open_kiosk_on(event(), arguments);
    }
    void open_kiosk_on(const std::filesystem::path& event,
                       const std::vector<std::string>& arguments = {});
    void close_kiosk() { kiosk_.reset(); }
    [[nodiscard]] bool has_kiosk() const { return kiosk_.has_value(); }
    // Throws ExpectationFailure when it is not open.
    KioskDriver& kiosk();
    // The kiosk, back at its welcome screen.
    KioskDriver& kiosk_at_welcome();

    // The hand scanner reads a ticket and ends with `ending`; the answer is what `wait` waits for.
    Answer scan(const std::string& text, const Wait& wait, std::string_view ending = "\r");
    // Somebody taps; the answer is what `wait` waits for.
    Answer tap(const Widget& widget, const Wait& wait);

    // Takes a numbered picture of the kiosk; returns its path within the folder.
    std::filesystem::path take_picture(std::string_view name);

    // Those who must be counted as present when all is over.
    std::vector<std::string> admitted_names;

  private:
    std::filesystem::path directory_;
    std::filesystem::path prepared_lists_;
    std::vector<std::pair<std::string, std::string>> environment_;
    std::vector<std::string> kiosk_arguments_;
    std::vector<Guest> guests_;
    std::vector<bool> is_guest_given_;
    std::optional<TouchDisplay> display_;
    std::optional<KioskDriver> kiosk_;
    std::optional<Process> central_;
    std::string central_url_;
    int picture_count_ = 0;
};

}  // namespace stormote
