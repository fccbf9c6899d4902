#include "kiosk/ui/platform/keyboard_input.h"

#include <utility>

#include <GLFW/glfw3.h>

#include "kiosk/ui/platform/pasted_text.h"

namespace stormote {

namespace {

// What a press means that is no stroke, but many.
constexpr int paste = static_cast<int>(KeyKind::other) + 1;
// Added to what a press means where Shift goes on with a selection.
constexpr int selecting = paste + 1;

bool is_modifier(int glfw_key) {
    return (glfw_key >= GLFW_KEY_LEFT_SHIFT && glfw_key <= GLFW_KEY_RIGHT_SUPER) ||
           glfw_key == GLFW_KEY_CAPS_LOCK || glfw_key == GLFW_KEY_NUM_LOCK ||
           glfw_key == GLFW_KEY_SCROLL_LOCK;
}

KeyKind kind_with_control(int glfw_key) {
    switch (glfw_key) {
        case GLFW_KEY_A:
            return KeyKind::select_all;
        case GLFW_KEY_C:
            return KeyKind::copy;
        case GLFW_KEY_F:
            return KeyKind::find;
        case GLFW_KEY_X:
            return KeyKind::cut;
        default:
            return KeyKind::other;
    }
}

KeyKind kind_of(int glfw_key, int glfw_modifiers) {
    switch (glfw_key) {
        case GLFW_KEY_BACKSPACE:
            return KeyKind::backspace;
        case GLFW_KEY_ENTER:
        case GLFW_KEY_KP_ENTER:
            return (glfw_modifiers & GLFW_MOD_CONTROL) != 0 ? KeyKind::finish : KeyKind::enter;
        case GLFW_KEY_ESCAPE:
            return KeyKind::escape;
        case GLFW_KEY_TAB:
            return (glfw_modifiers & GLFW_MOD_SHIFT) != 0 ? KeyKind::previous : KeyKind::next;
        case GLFW_KEY_UP:
            return KeyKind::up;
        case GLFW_KEY_DOWN:
            return KeyKind::down;
        case GLFW_KEY_LEFT:
            return KeyKind::left;
        case GLFW_KEY_RIGHT:
            return KeyKind::right;
        case GLFW_KEY_HOME:
            return KeyKind::home;
        case GLFW_KEY_END:
            return KeyKind::end;
        case GLFW_KEY_PAGE_UP:
            return KeyKind::page_up;
        case GLFW_KEY_PAGE_DOWN:
            return KeyKind::page_down;
        case GLFW_KEY_F8:
            return KeyKind::pause;
        case GLFW_KEY_F9:
            return KeyKind::speech;
        case GLFW_KEY_F10:
            return KeyKind::repeat;
        case GLFW_KEY_F11:
            return KeyKind::quieter;
        case GLFW_KEY_F12:
            return KeyKind::louder;
        default:
            return (glfw_modifiers & GLFW_MOD_CONTROL) != 0 ? kind_with_control(glfw_key)
                                                            : KeyKind::other;
    }
}

// Which moves the caret, and with Shift one end of what is selected.
bool moves_caret(KeyKind kind) {
    switch (kind) {
        case KeyKind::up:
        case KeyKind::down:
        case KeyKind::left:
        case KeyKind::right:
        case KeyKind::home:
        case KeyKind::end:
            return true;
        default:
            return false;
    }
}

KeyStroke stroke_of(const KeyPress& press) {
    const bool selects = press.meaning >= selecting;
    const auto kind = static_cast<KeyKind>(press.meaning - (selects ? selecting : 0));
    if (kind == KeyKind::other && press.character >= U' ') {
        return {KeyKind::character, press.character, false};
    }
    return {kind, 0, selects};
}

}  // namespace

void KeyboardInput::key(int glfw_key, int x_keycode, int glfw_action, int glfw_modifiers,
                        std::int64_t arrival_ms) {
    if (glfw_action == GLFW_RELEASE) return;
    const auto source = sources_.take(x_keycode);
    // What the server repeats by itself, no keyboard sent. GLFW believes so of every key that goes
    // down again within 20 ms while it is late with reading: of a scanner's double digits.
    const bool repeats = glfw_action == GLFW_REPEAT && !source;
    if (is_modifier(glfw_key)) return;
    finish_press();
    const KeyKind kind = kind_of(glfw_key, glfw_modifiers);
    const bool ends_scan =
        kind == KeyKind::enter || kind == KeyKind::next || kind == KeyKind::previous;
    const std::int64_t time_ms =
        source ? server_clock_.steady_ms(source->server_ms, arrival_ms) : arrival_ms;
    source_ = source.value_or(KeySource{});
    repeats_ = repeats;
    last_time_ms_ = time_ms;
    const bool pastes = glfw_key == GLFW_KEY_V && (glfw_modifiers & GLFW_MOD_CONTROL) != 0;
    int meaning = pastes ? paste : static_cast<int>(kind);
    if ((glfw_modifiers & GLFW_MOD_SHIFT) != 0 && moves_caret(kind)) meaning += selecting;
    press_ = KeyPress{x_keycode, 0, ends_scan, meaning, time_ms};
}

void KeyboardInput::character(char32_t character) {
    // One without a key of its own is of a dead key, or of a key that GLFW did not tell of.
    const bool has_own_key = press_ && press_->character == 0;
    if (const auto untold = has_own_key ? std::nullopt : sources_.take_untold()) {
        finish_press();
        source_ = untold->source;
        press_ =
            KeyPress{untold->x_keycode, 0, false, static_cast<int>(KeyKind::other), last_time_ms_};
        repeats_ = false;
    }
    if (press_) press_->character = character;
}

void KeyboardInput::finish_press() {
    if (!press_) return;
    const KeyPress press = *std::exchange(press_, std::nullopt);
    // A key held down repeats as fast as a machine types, and is a person.
    if (repeats_) {
        type(press);
    } else {
        filters_.try_emplace(source_.device, source_.kind).first->second.press(press);
    }
}

void KeyboardInput::type(const KeyPress& press) {
    if (press.meaning != paste) {
        strokes_.push_back(stroke_of(press));
        return;
    }
    const std::vector<KeyStroke> pasted = pasted_strokes(clipboard_());
    strokes_.insert(strokes_.end(), pasted.begin(), pasted.end());
}

void KeyboardInput::advance(std::int64_t now_ms) {
    finish_press();
    for (auto& [device, filter] : filters_) {
        filter.advance(now_ms);
        for (const KeyPress& press : filter.take_typed()) type(press);
        for (ScanText& scan : filter.take_scans()) scans_.push_back(std::move(scan));
    }
}

std::optional<std::int64_t> KeyboardInput::deadline_ms() const {
    std::optional<std::int64_t> first_ms;
    for (const auto& [device, filter] : filters_) {
        const auto next_ms = filter.deadline_ms();
        if (next_ms && (!first_ms || *next_ms < *first_ms)) first_ms = next_ms;
    }
    return first_ms;
}

std::vector<KeyStroke> KeyboardInput::take_strokes() {
    return std::exchange(strokes_, {});
}

std::vector<ScanText> KeyboardInput::take_scans() {
    return std::exchange(scans_, {});
}

}  // namespace stormote
