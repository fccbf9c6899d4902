#include "kiosk/ui/screens/staff/pin_tries.h"

#include <algorithm>
#include <charconv>

namespace stormote {

namespace {

constexpr std::int64_t first_delay_ms = 5'000;
constexpr std::int64_t longest_delay_ms = 300'000;
constexpr int free_tries = 2;
constexpr const char *tries_draft = "wrong PINs";

}  // namespace

std::int64_t pin_delay_ms(int wrong_tries) {
    if (wrong_tries <= free_tries) return 0;
    const int doublings = std::min(wrong_tries - free_tries - 1, 10);
    return std::min(longest_delay_ms, first_delay_ms << doublings);
}

PinTries::PinTries(DeskThread& desk, const Clock& clock) : desk_(desk), clock_(clock) {
    desk_.ask(
        scope_, [](Desk& at) { return at.drafts().find(tries_draft); },
        [this](const std::optional<std::string>& text) {
            if (text) restore(*text);
        },
        [](const Error&) {});
}

void PinTries::restore(const std::string& text) {
    int wrong = 0;
    std::from_chars(text.data(), text.data() + text.size(), wrong);
    // The whole delay once more: how long the kiosk was off is the word of a clock that whoever
    // switched it off may have set.
    wrong_ = std::max(wrong_, wrong);
    free_at_ms_ = std::max(free_at_ms_, clock_.steady_ms() + pin_delay_ms(wrong_));
}

void PinTries::begin() {
    ++wrong_;
    free_at_ms_ = clock_.steady_ms() + pin_delay_ms(wrong_);
    save();
}

void PinTries::forgive() {
    wrong_ = 0;
    free_at_ms_ = 0;
    save();
}

void PinTries::save() {
    desk_.ask(
        [wrong = wrong_](Desk& at) {
            if (wrong == 0) {
                at.drafts().remove(tries_draft);
            } else {
                at.drafts().save(tries_draft, std::to_string(wrong));
            }
            return Done{};
        },
        [](Done) {}, [](const Error&) {});
}

}  // namespace stormote
