#include "tests/support/display/input_device.h"

#include <cerrno>
#include <chrono>
#include <cstdint>
#include <cstring>
#include <string>
#include <system_error>

#include <X11/extensions/XI2.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>
#include <xorg/xf86-input-inputtest-protocol.h>

#include "tests/support/machine/wait.h"

namespace stormote {

namespace {

// The driver's axes run from 0 to 65,535, and the server spreads these steps over the screen.
constexpr double axis_steps = 65'536;

[[noreturn]] void throw_device_error(const std::string& sentence) {
    throw std::system_error(errno, std::generic_category(), sentence);
}

enum class KeyPhase : std::uint32_t { release = 0, press = 1 };

xf86ITEventKey key_event(int key_code, KeyPhase phase) {
    xf86ITEventKey event{};
    event.header = {sizeof event, XF86IT_EVENT_KEY};
    event.key_code = key_code;
    event.is_press = static_cast<std::uint32_t>(phase);
    return event;
}

std::uint32_t touch_type(TouchPhase phase) {
    switch (phase) {
        case TouchPhase::begin:
            return XI_TouchBegin;
        case TouchPhase::move:
            return XI_TouchUpdate;
        case TouchPhase::end:
            return XI_TouchEnd;
    }
    return XI_TouchEnd;
}

}  // namespace

InputDevice::InputDevice(const std::filesystem::path& socket)
    : InputDevice(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::strncpy(address.sun_path, socket.c_str(), sizeof address.sun_path - 1);
    if (connect(socket_, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0) {
        throw_device_error("The input device " + socket.string() + " does not answer");
    }
    exchange_versions();
}

InputDevice::~InputDevice() {
    close(socket_);
}

void InputDevice::exchange_versions() const {
    xf86ITEventClientVersion version{};
    version.header = {sizeof version, XF86IT_EVENT_CLIENT_VERSION};
    version.major = XF86IT_PROTOCOL_VERSION_MAJOR;
    version.minor = XF86IT_PROTOCOL_VERSION_MINOR;
    send(&version, sizeof version);
    const timeval limit{std::chrono::duration_cast<std::chrono::seconds>(patience).count(), 0};
    setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &limit, sizeof limit);
    xf86ITResponseServerVersion answer{};
    if (recv(socket_, &answer, sizeof answer, MSG_WAITALL) != sizeof answer) {
        throw_device_error("The input device does not tell its version");
    }
}

void InputDevice::touch(int finger, TouchPhase phase, double x, double y) {
    xf86ITEventTouch event{};
    event.header = {sizeof event, XF86IT_EVENT_TOUCH};
    event.touchid = static_cast<std::uint32_t>(finger);
    event.touch_type = touch_type(phase);
    event.valuators.mask[0] = 0b11;
    event.valuators.valuators[0] = x * axis_steps;
    event.valuators.valuators[1] = y * axis_steps;
    send(&event, sizeof event);
}

void InputDevice::strike_all(std::span<const std::vector<int>> keys) {
    std::vector<xf86ITEventKey> events;
    for (const std::vector<int>& key_codes : keys) {
        for (const int key_code : key_codes) events.push_back(key_event(key_code, KeyPhase::press));
        for (std::size_t i = key_codes.size(); i-- > 0;) {
            events.push_back(key_event(key_codes[i], KeyPhase::release));
        }
    }
    // All in one write: however busy the machine, no key is held until it begins to repeat.
    send(events.data(), events.size() * sizeof(xf86ITEventKey));
}

void InputDevice::send(const void *bytes, std::size_t size) const {
    if (::send(socket_, bytes, size, MSG_NOSIGNAL) != static_cast<ssize_t>(size)) {
        throw_device_error("The input device has closed its connection");
    }
}

}  // namespace stormote
