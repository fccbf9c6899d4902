#include "kiosk/ui/screens/unlock/unlock_presenter.h"

#include <chrono>
#include <utility>

#include "kiosk/ui/widgets/keyboard.h"
#include "sync/base/match.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

constexpr std::size_t longest_passphrase = 200;  // characters
constexpr std::size_t most_bytes_of_a_character = 4;
// Opening takes some tenths of a second; nobody wakes the screen when it is done.
constexpr std::int64_t look_again_ms = 30;

}  // namespace

UnlockPresenter::UnlockPresenter(Ui& ui, UserPreferences& preferences, std::string event_line,
                                 Open open)
    : ui_(ui), frame_(ui, preferences, std::move(event_line)), open_(std::move(open)) {
    keys_.open = true;
    keys_.use = KeyboardUse::passphrase;
    // Never moved while it grows: no copy of it is left behind.
    passphrase_.reserve(longest_passphrase * most_bytes_of_a_character);
}

UnlockPresenter::~UnlockPresenter() {
    wipe(passphrase_);
}

void UnlockPresenter::draw() {
    collect();
    if (ui_.input().close_wanted) is_left_ = true;
    frame_.draw([this](FrameView frame) { draw_locked(std::move(frame)); });
}

void UnlockPresenter::draw_locked(FrameView frame) {
    UnlockView view;
    view.frame = std::move(frame);
    view.length = count_code_points(passphrase_);
    view.is_shown = is_shown_;
    if (is_shown_) {
        view.written = passphrase_;
    } else {
        for (std::size_t i = 0; i < view.length; ++i) view.written += "•";
    }
    view.keys = keys_;
    view.is_opening = opening_.valid();
    if (problem_) view.problem = ui_.texts().get(*problem_);
    const auto intent = draw_unlock(ui_, view);
    if (is_shown_) wipe(view.written);
    if (intent) follow(*intent);
}

void UnlockPresenter::follow(const UnlockIntent& intent) {
    if (const auto *chosen = std::get_if<FrameIntent>(&intent)) return frame_.follow(*chosen);
    if (opening_.valid()) return;
    if (!std::holds_alternative<TurnKeys>(intent)) problem_.reset();
    std::visit(Match{[this](const AddLetters& letters) {
                         const std::size_t length =
                             count_code_points(passphrase_) + count_code_points(letters.letters);
                         if (length <= longest_passphrase) passphrase_ += letters.letters;
                         keys_.capitals = Capitals::automatic;
                     },
                     [this](const EraseLetter&) { erase_last(passphrase_); },
                     [this](const EraseLetters&) { wipe(passphrase_); },
                     [this](const ShowLetters&) { is_shown_ = !is_shown_; },
                     [this](const TurnKeys& turned) { keys_ = turned.keys; },
                     [this](const OpenEvent&) { open(); }, [](const FrameIntent&) {}},
               intent);
}

void UnlockPresenter::open() {
    is_shown_ = false;
    // Its own copy: this one is wiped at once, and keeps its room.
    std::string tried = passphrase_;
    wipe(passphrase_);
    opening_ = std::async(std::launch::async,
                          [open = open_, passphrase = std::move(tried)]() mutable -> OpenedDesk {
                              auto opened = open([&passphrase] { return passphrase; });
                              wipe(passphrase);
                              return opened;
                          });
}

void UnlockPresenter::collect() {
    if (!opening_.valid()) return;
    if (opening_.wait_for(std::chrono::seconds(0)) != std::future_status::ready) {
        return ui_.wake_at(ui_.now_ms() + look_again_ms);
    }
    auto opened = opening_.get();
    if (opened) {
        desk_ = std::move(opened).value();
    } else {
        problem_ = opened.error();
    }
}

}  // namespace stormote
