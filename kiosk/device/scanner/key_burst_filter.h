// KeyBurstFilter: tells a hand scanner, which types like a keyboard, from a person, by timing.
//
// A key is held back for a moment. Eight keys in a row, each soon after the last, are a machine:
// none of them comes out as typed; all of them come out as one scan, at Enter, Tab or silence. A
// keyboard that calls itself a scanner is one from its first key.
// Pure: time comes with each call, in milliseconds of any steady clock. One thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace stormote {

// One key going down. `meaning` is the caller's own, handed back with a typed key.
struct KeyPress {
    int x_keycode = 0;       // the physical key, as X numbers it
    char32_t character = 0;  // 0 where the key types nothing
    bool ends_scan = false;  // Enter or Tab
    int meaning = 0;
    std::int64_t time_ms = 0;
};

struct ScanText {
    std::string text;  // UTF-8, at most KeyBurstFilter::longest_scan characters
    // What the physical digit keys say, where the characters say something else: a scanner that
    // believes in another keyboard layout, or Caps Lock. Empty where the text is digits already.
    std::string digits;
    bool over_long = false;  // the rest was thrown away

    bool operator==(const ScanText&) const = default;
};

enum class KeyDevice : std::uint8_t {
    unknown,
    scanner,  // says so itself: all that it types is a scan, however slowly it comes through
};

class KeyBurstFilter {
  public:
    explicit KeyBurstFilter(KeyDevice device = KeyDevice::unknown) : device_(device) {}

    static constexpr int machine_key_count = 8;
    static constexpr std::int64_t machine_gap_ms = 35;
    static constexpr std::int64_t hold_ms = 60;
    static constexpr std::int64_t silence_ms = 150;
    static constexpr std::int64_t scanner_silence_ms = 600;
    static constexpr std::size_t longest_scan = 4096;

    void press(const KeyPress& key);
    // Lets time pass without a key. Call at `deadline_ms()` at the latest.
    void advance(std::int64_t now_ms);
    // When something held back will come out by itself.
    [[nodiscard]] std::optional<std::int64_t> deadline_ms() const;

    // What has come out since the last call, in order.
    [[nodiscard]] std::vector<KeyPress> take_typed();
    [[nodiscard]] std::vector<ScanText> take_scans();

  private:
    void release_held();
    void add_to_scan(const KeyPress& key);
    void finish_scan();
    [[nodiscard]] std::int64_t longest_silence_ms() const {
        return device_ == KeyDevice::scanner ? scanner_silence_ms : silence_ms;
    }

    KeyDevice device_;
    bool machine_ = false;
    std::int64_t last_key_ms_ = 0;
    std::vector<KeyPress> held_;
    ScanText scan_;
    std::size_t scan_length_ = 0;
    std::vector<KeyPress> typed_;
    std::vector<ScanText> scans_;
};

// Whether a keyboard of that name is a hand scanner: makers call them so, in some spelling.
[[nodiscard]] bool is_scanner_name(std::string_view name);
// The digit on a physical key, on the top row or the keypad, whatever the layout; 0 for others.
[[nodiscard]] char digit_of_key(int x_keycode);

}  // namespace stormote
