#include "kiosk/ui/platform/key_sources.h"

#include <array>
#include <deque>
#include <map>

#include <X11/Xlib.h>
#include <X11/extensions/XInput2.h>

#include "kiosk/ui/platform/x_display.h"

namespace stormote {

namespace {

constexpr std::uint32_t longest_wait_ms = 5'000;

}  // namespace

struct KeySources::Listener {
    OwnedDisplay display = open_display();
    std::optional<int> extension;
    std::deque<UntoldKey> presses;
    std::map<int, KeyDevice> kinds;
    std::map<int, std::uint32_t> last_ms;  // by key code, of those that were taken

    Listener() {
        if (display == nullptr) return;
        extension = find_input_extension(display.get(), 21);
        if (!extension) return;
        // Raw events come to everybody who asks, and take no ordinary event from anybody.
        const std::array<int, 1> wanted{XI_RawKeyPress};
        select_input(display.get(), DefaultRootWindow(display.get()), wanted);
        XSync(display.get(), False);
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
            presses.push_back(
                {key->detail,
                 {key->sourceid, kind_of(key->sourceid), static_cast<std::uint32_t>(key->time)}});
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
        for (std::size_t i = 0; i < presses.size(); ++i) {
            if (presses[i].x_keycode != x_keycode) continue;
            const KeySource source = presses[i].source;
            last_ms[x_keycode] = source.server_ms;
            presses.erase(presses.begin(), presses.begin() + static_cast<std::ptrdiff_t>(i) + 1);
            return source;
        }
        return std::nullopt;
    }
};

std::optional<UntoldKey> KeySources::take_untold() {
    if (!listener_->extension) return std::nullopt;
    auto& presses = listener_->presses;
    if (presses.empty()) listener_->synchronise();
    if (presses.empty()) return std::nullopt;
    const UntoldKey next = presses.front();
    const auto last = listener_->last_ms.find(next.x_keycode);
    if (last == listener_->last_ms.end() || last->second != next.source.server_ms) {
        return std::nullopt;
    }
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
