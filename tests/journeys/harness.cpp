#include "tests/journeys/harness.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdlib>
#include <ctime>
#include <regex>
#include <sstream>

#include <fmt/format.h>

namespace stormote {

namespace {

Guest read_guest(const std::string& line) {
    std::istringstream fields(line);
    Guest guest;
    std::getline(fields, guest.id, '\t');
    std::getline(fields, guest.name, '\t');
    std::getline(fields, guest.ticket, '\t');
    std::getline(fields, guest.short_code, '\t');
    if (guest.short_code.empty()) {
        throw ExpectationFailure(
            "Expected a line \"id, name, ticket, short code\" of tickets; "
            "saw \"" +
            line + "\".");
    }
    return guest;
}

template <typename Action>
Answer measure(Action act, const Harness::Wait& wait) {
    const auto start = std::chrono::steady_clock::now();
    act();
    ScreenDescription screen = wait();
    const auto duration = std::chrono::steady_clock::now() - start;
    return {std::move(screen), std::chrono::duration_cast<Milliseconds>(duration)};
}

// The example event is today's, and its screens follow the hour: whenever it is played, it is noon
// there, long before the evening ends and the entrance becomes the way out.
void make_it_noon() {
    constexpr std::int64_t hour_s = 3'600;
    const std::int64_t utc_hour = std::time(nullptr) / hour_s % 24;
    // POSIX counts the hours to the west.
    ::setenv("TZ", fmt::format("<noon>{}", utc_hour - 12).c_str(), 1);
    tzset();
}

}  // namespace

Harness::Harness(const std::filesystem::path& directory)
    : directory_(std::filesystem::absolute(directory)),
      environment_{{"STORMOTE_STATE", (directory_ / "state").string()}} {
    make_it_noon();
    std::filesystem::create_directories(directory_);
    std::vector<std::filesystem::path> leftovers{directory_ / "pictures", directory_ / "state",
                                                 second_machine()};
    for (const auto& entry : std::filesystem::directory_iterator(directory_)) {
        // SQLite keeps files beside an event, with names that go on from its own.
        if (entry.path().filename().string().find(".event") != std::string::npos) {
            leftovers.push_back(entry);
        }
    }
    for (const auto& leftover : leftovers) std::filesystem::remove_all(leftover);
}

std::string Harness::run_stormote(std::string_view command,
                                  const std::vector<std::string>& options) {
    return run_stormote_on(event(), command, options);
}

std::string Harness::run_stormote_on(const std::filesystem::path& event, std::string_view command,
                                     const std::vector<std::string>& options) {
    Finished finished = try_stormote(event, command, options);
    if (finished.status != 0) {
        throw ExpectationFailure(
            fmt::format("Expected \"stormote {}\" to succeed; it ended with "
                        "status {}, saying: {}",
                        command, finished.status, finished.errors));
    }
    return std::move(finished.output);
}

Finished Harness::try_stormote(const std::filesystem::path& event, std::string_view command,
                               const std::vector<std::string>& options) const {
    std::vector<std::string> words{(program_directory() / "stormote").string(),
                                   std::string(command), event.string()};
    words.insert(words.end(), options.begin(), options.end());
    ProcessOptions process_options;
    process_options.environment = environment_;
    return run_program(words, process_options);
}

ProcessOptions Harness::process_options(const TouchDisplay& display) const {
    ProcessOptions options;
    options.environment = environment_;
    options.environment.emplace_back("DISPLAY", display.name());
    return options;
}

void Harness::set_environment(const std::string& name, const std::string& value) {
    std::erase_if(environment_, [&](const auto& variable) { return variable.first == name; });
    environment_.emplace_back(name, value);
}

std::vector<Guest> Harness::read_guests(const std::filesystem::path& event) {
    std::vector<Guest> guests;
    std::istringstream lines(run_stormote_on(event, "tickets", {"--text"}));
    for (std::string line; std::getline(lines, line);) guests.push_back(read_guest(line));
    return guests;
}

void Harness::load_guests() {
    guests_ = read_guests(event());
    is_guest_given_.assign(guests_.size(), false);
}

const Guest& Harness::next_guest() {
    return next_guest([](const Guest&) { return true; });
}

const Guest& Harness::next_guest(const std::function<bool(const Guest&)>& is_wanted) {
    for (std::size_t i = 0; i < guests_.size(); ++i) {
        const Guest& guest = guests_[i];
        if (is_guest_given_[i] || !is_wanted(guest)) continue;
        const auto namesakes =
            std::count_if(guests_.begin(), guests_.end(),
                          [&](const Guest& other) { return other.name == guest.name; });
        if (namesakes != 1) continue;
        is_guest_given_[i] = true;
        return guest;
    }
    throw ExpectationFailure("Expected another such guest with a ticket; there is none.");
}

std::vector<Guest> Harness::admitted_guests() const {
    std::vector<Guest> admitted;
    for (std::size_t i = 0; i < guests_.size(); ++i) {
        const bool is_in = std::find(admitted_names.begin(), admitted_names.end(),
                                     guests_[i].name) != admitted_names.end();
        if (is_guest_given_[i] && is_in) admitted.push_back(guests_[i]);
    }
    return admitted;
}

std::vector<Guest> Harness::remaining_guests() {
    std::vector<Guest> remaining;
    for (std::size_t i = 0; i < guests_.size(); ++i) {
        if (!is_guest_given_[i]) remaining.push_back(guests_[i]);
        is_guest_given_[i] = true;
    }
    return remaining;
}

void Harness::open_central_store(const std::string& store) {
    central_.emplace(std::vector<std::string>{(program_directory() / "stormote-central").string(),
                                              "serve", "--listen", "127.0.0.1:0", "--store",
                                              store});
    // It says that it has made the store, and then its port.
    std::string port;
    const bool is_listening = wait_until([&] {
        static const std::regex last_number(R"( (\d+)\.\n$)");
        const std::string said = central_->errors();
        std::smatch found;
        if (!std::regex_search(said, found, last_number)) return !central_->is_running();
        port = found[1];
        return true;
    });
    if (!is_listening || port.empty()) {
        throw ExpectationFailure("Expected a central store that listens; it said: " +
                                 central_->errors());
    }
    central_url_ = "http://127.0.0.1:" + port;
}

KioskOptions Harness::second_kiosk(const std::vector<std::string>& arguments) const {
    const auto machine = second_machine();
    return {machine / "evening.event",
            machine,
            arguments,
            {{"STORMOTE_STATE", (machine / "state").string()}}};
}

void Harness::open_kiosk_on(const std::filesystem::path& event,
                            const std::vector<std::string>& arguments) {
    if (!display_) display_.emplace();
    kiosk_.reset();
    std::vector<std::string> all = kiosk_arguments_;
    all.insert(all.end(), arguments.begin(), arguments.end());
    kiosk_.emplace(*display_, KioskOptions{event, directory_, all, environment_});
}

KioskDriver& Harness::kiosk() {
    if (!kiosk_) throw ExpectationFailure("Expected an open kiosk; it never opened.");
    return *kiosk_;
}

KioskDriver& Harness::kiosk_at_welcome() {
    constexpr std::array ways_out{"Klar", "Börja om",   "Tillbaka", "Försök igen",
                                  "Done", "Start over", "Back"};
    ScreenDescription seen = kiosk().look();
    // More steps than any screen lies away from it.
    constexpr int most_steps = 20;
    for (int step = 0; step < most_steps && seen.screen != "welcome"; ++step) {
        const auto way = std::find_if(ways_out.begin(), ways_out.end(), [&](const char *label) {
            return seen.find(label) != nullptr;
        });
        if (way == ways_out.end()) break;
        kiosk().tap(*seen.find(*way));
        seen = kiosk().wait_for_change(seen);
    }
    kiosk().wait_for_screen("welcome");
    return kiosk();
}

Answer Harness::scan(const std::string& text, const Wait& wait, std::string_view ending) {
    kiosk().display().type_on_scanner(text);
    return measure([&] { kiosk().display().type_on_scanner(ending); }, wait);
}

Answer Harness::tap(const Widget& widget, const Wait& wait) {
    return measure([&] { kiosk().tap(widget); }, wait);
}

std::filesystem::path Harness::take_picture(std::string_view name) {
    const auto path = kiosk().screenshot(fmt::format("{:02}-{}", ++picture_count_, name));
    return path.lexically_relative(directory_);
}

}  // namespace stormote
