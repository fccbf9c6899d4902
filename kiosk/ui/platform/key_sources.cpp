#include "kiosk/ui/platform/key_sources.h"

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <set>

#include <X11/Xlib.h>
#include <X11/extensions/XInput2.h>

#include "kiosk/ui/platform/x_display.h"

namespace stormote {

namespace {

constexpr std::uint32_t longest_wait_ms = 5'000;

}  // namespace

struct KeySources::Listener {
    struct Press {
        int x_keycode = 0;
        KeySource source;
        bool is_told = true;  // by GLFW, as a key
    };

    OwnedDisplay display = open_display();
    std::optional<int> extension;
    std::deque<Press> presses;
    std::map<int, KeyDevice> kinds;
    std::map<int, std::uint32_t> last_ms;  // by key code, of all that went down
    std::set<int> modifiers;               // key codes of Shift and its like

    Listener() {
        if (display == nullptr) return;
        extension = find_input_extension(display.get(), 21);
        if (!extension) return;
        learn_modifiers();
        // Raw events come to everybody who asks, and take no ordinary event from anybody.
        const std::array<int, 1> wanted{XI_RawKeyPress};
        select_input(display.get(), DefaultRootWindow(display.get()), wanted);
        XSync(display.get(), False);
    }

    void learn_modifiers() {
        XModifierKeymap *map = XGetModifierMapping(display.get());
        if (map == nullptr) return;
        // So many for each of eight modifiers.
        const int count = 8 * map->max_keypermod;
        modifiers.insert(map->modifiermap, map->modifiermap + count);
        XFreeModifiermap(map);
    }

    void note(int x_keycode, const KeySource& source) {
        const auto [last, is_first] = last_ms.try_emplace(x_keycode, source.server_ms);
        const bool is_told = is_first || last->second != source.server_ms;
        last->second = source.server_ms;
        presses.push_back({x_keycode, source, is_told});
    }

    // The server writes to all who listen before it answers.
    void synchronise() {
        XSync(display.get(), False);
        for (int left = XPending(display.get()); left > 0; left = XPending(display.get())) {
            XEvent event;
            XNextEvent(display.get(), &event);
            XGenericEventCookie *cookie = &event.xcookie;
            if (cookie->type != GenericEvent || cookie->extension != *extension) continue;
            if (XGetEventData(display.get(), cookie) == 0) continue;
            const auto *key = static_cast<const XIRawEvent *>(cookie->data);
            note(key->detail,
                 {key->sourceid, kind_of(key->sourceid), static_cast<std::uint32_t>(key->time)});
            XFreeEventData(display.get(), cookie);
        }
        // Keys that nobody has asked for by now went to another window.
        while (!presses.empty() &&
               presses.back().source.server_ms - presses.front().source.server_ms >
                   longest_wait_ms) {
            presses.pop_front();
        }
    }

    // What a device calls itself; asked once.
    KeyDevice kind_of(int device) {
        const auto known = kinds.find(device);
        if (known != kinds.end()) return known->second;
        int count = 0;
        XIDeviceInfo *info = XIQueryDevice(display.get(), device, &count);
        const bool is_scanner = info != nullptr && count > 0 && is_scanner_name(info[0].name);
        if (info != nullptr) XIFreeDeviceInfo(info);
        return kinds[device] = is_scanner ? KeyDevice::scanner : KeyDevice::unknown;
    }

    // GLFW did not pass on those before it.
    std::optional<KeySource> find(int x_keycode) {
        const auto found = std::ranges::find_if(presses, [x_keycode](const Press& press) {
            return press.is_told && press.x_keycode == x_keycode;
        });
        if (found == presses.end()) return std::nullopt;
        const KeySource source = found->source;
        presses.erase(presses.begin(), found + 1);
        return source;
    }
};

std::optional<UntoldKey> KeySources::take_untold() {
    if (!listener_->extension) return std::nullopt;
    auto& presses = listener_->presses;
    const auto drop_silent = [&] {
        while (!presses.empty() && !presses.front().is_told &&
               listener_->modifiers.contains(presses.front().x_keycode)) {
            presses.pop_front();
        }
    };
    drop_silent();
    if (presses.empty()) {
        listener_->synchronise();
        drop_silent();
    }
    if (presses.empty() || presses.front().is_told) return std::nullopt;
    const UntoldKey next{presses.front().x_keycode, presses.front().source};
    presses.pop_front();
    return next;
}

KeySources::KeySources() : listener_(std::make_unique<Listener>()) {}

KeySources::~KeySources() = default;

std::optional<KeySource> KeySources::take(int x_keycode) {
    if (!listener_->extension) return std::nullopt;
    if (const auto known = listener_->find(x_keycode)) return known;
    listener_->synchronise();
    return listener_->find(x_keycode);
}

}  // namespace stormote
