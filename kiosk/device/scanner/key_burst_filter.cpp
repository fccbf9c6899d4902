#include "kiosk/device/scanner/key_burst_filter.h"

#include <algorithm>
#include <array>
#include <utility>

#include "sync/base/utf8.h"

namespace stormote {

namespace {

struct DigitKey {
    int x_keycode;
    char digit;
};

constexpr std::array<DigitKey, 20> digit_keys{
    {{10, '1'}, {11, '2'}, {12, '3'}, {13, '4'}, {14, '5'}, {15, '6'}, {16, '7'},
     {17, '8'}, {18, '9'}, {19, '0'}, {79, '7'}, {80, '8'}, {81, '9'}, {83, '4'},
     {84, '5'}, {85, '6'}, {87, '1'}, {88, '2'}, {89, '3'}, {90, '0'}}};

bool is_digits(const std::string& text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

char digit_of_key(int x_keycode) {
    const auto *found =
        std::find_if(digit_keys.begin(), digit_keys.end(),
                     [&](const DigitKey& key) { return key.x_keycode == x_keycode; });
    return found == digit_keys.end() ? '\0' : found->digit;
}

bool is_scanner_name(std::string_view name) {
    std::string letters;
    for (const char c : name) {
        const bool is_upper = c >= 'A' && c <= 'Z';
        if (is_upper || (c >= 'a' && c <= 'z')) {
            letters += is_upper ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return letters.find("scanner") != std::string::npos ||
           letters.find("barcode") != std::string::npos;
}

void KeyBurstFilter::press(const KeyPress& key) {
    advance(key.time_ms);
    // Within a machine's burst a hiccup is forgiven; before it is known, every gap must be short.
    if (!machine_ && !held_.empty() && key.time_ms - last_key_ms_ >= machine_gap_ms) release_held();
    last_key_ms_ = key.time_ms;
    if (device_ == KeyDevice::scanner) machine_ = true;
    if (machine_) {
        add_to_scan(key);
        return;
    }
    held_.push_back(key);
    if (held_.size() < machine_key_count) return;
    machine_ = true;
    for (const KeyPress& held : std::exchange(held_, {})) add_to_scan(held);
}

void KeyBurstFilter::advance(std::int64_t now_ms) {
    if (machine_ && now_ms - last_key_ms_ >= longest_silence_ms()) {
        finish_scan();
        machine_ = false;
    }
    if (!held_.empty() && now_ms - last_key_ms_ >= hold_ms) release_held();
}

std::optional<std::int64_t> KeyBurstFilter::deadline_ms() const {
    if (machine_) return last_key_ms_ + longest_silence_ms();
    if (!held_.empty()) return last_key_ms_ + hold_ms;
    return std::nullopt;
}

std::vector<KeyPress> KeyBurstFilter::take_typed() {
    return std::exchange(typed_, {});
}

std::vector<ScanText> KeyBurstFilter::take_scans() {
    return std::exchange(scans_, {});
}

void KeyBurstFilter::release_held() {
    typed_.insert(typed_.end(), held_.begin(), held_.end());
    held_.clear();
}

void KeyBurstFilter::add_to_scan(const KeyPress& key) {
    if (key.ends_scan) {
        // The machine is not believed to be over: what follows at once is its second terminator,
        // or the rest of a garbled code, and must not reach a text field either.
        finish_scan();
        return;
    }
    const char digit = digit_of_key(key.x_keycode);
    if (key.character == 0 && digit == '\0') return;
    if (scan_length_ == longest_scan) {
        scan_.over_long = true;
        return;
    }
    ++scan_length_;
    if (key.character != 0) append_utf8(scan_.text, key.character);
    if (digit != '\0') scan_.digits += digit;
}

void KeyBurstFilter::finish_scan() {
    ScanText scan = std::exchange(scan_, {});
    const std::size_t length = std::exchange(scan_length_, 0);
    // Shorter ones are crumbs between two terminators.
    if (length < machine_key_count - 1) return;
    if (!scan.text.empty() && is_digits(scan.text)) scan.digits.clear();
    scans_.push_back(std::move(scan));
}

}  // namespace stormote
