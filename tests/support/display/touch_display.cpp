#include "tests/support/display/touch_display.h"

#include <algorithm>
#include <chrono>
#include <span>
#include <stdexcept>
#include <thread>
#include <vector>

#include <fmt/format.h>

#include "tests/support/display/input_device.h"
#include "tests/support/display/key_map.h"
#include "tests/support/display/x11.h"
#include "tests/support/display/x_server.h"
#include "tests/support/machine/wait.h"
#include "tests/support/screens/letters.h"

namespace stormote {

namespace {

struct CloseConnection {
    void operator()(Display *connection) const { XCloseDisplay(connection); }
};
using Connection = std::unique_ptr<Display, CloseConnection>;

struct DestroyImage {
    void operator()(XImage *image) const { XDestroyImage(image); }
};

Connection connect(const std::string& display_name) {
    Connection connection(XOpenDisplay(display_name.c_str()));
    if (!connection) {
        throw std::runtime_error("The display " + display_name + " does not answer.");
    }
    int major = 2;
    int minor = 2;
    if (XIQueryVersion(connection.get(), &major, &minor) != Success) {
        throw std::runtime_error("The display " + display_name + " has no XInput 2.2.");
    }
    return connection;
}

int find_device(Display *connection, const std::string& name) {
    int count = 0;
    const std::unique_ptr<XIDeviceInfo, decltype(&XIFreeDeviceInfo)> devices(
        XIQueryDevice(connection, XIAllDevices, &count), XIFreeDeviceInfo);
    for (int i = 0; i < count; ++i) {
        if (devices.get()[i].name == name) return devices.get()[i].deviceid;
    }
    throw std::runtime_error("The display has no input device \"" + name + "\".");
}

}  // namespace

// Between the keys of a person who types faster than anybody.
constexpr std::chrono::milliseconds strike_pace{3};
// As many keys of a scanner as the X server surely takes at once.
constexpr std::size_t burst_length = 64;

struct TouchDisplay::Parts {
    explicit Parts(const DisplayKind& kind) : size(kind.desktop()), server(kind) {}

    // The server reads its devices before it answers a request that came after their input, so
    // an answer means: handled, and sent to the programs that listen.
    void settle() const { XSync(connection.get(), False); }

    void strike(InputDevice& device, const std::vector<std::vector<int>>& keys) const {
        for (const auto& key_codes : keys) {
            device.strike(key_codes);
            settle();
            // The same key twice within a millisecond is one press to many programs; no person is
            // that fast.
            std::this_thread::sleep_for(strike_pace);
        }
    }
    // A scanner does not wait for its turn at the processor, as this program may have to between
    // two keys: they go off together.
    void burst(InputDevice& device, std::span<const std::vector<int>> keys) const {
        while (!keys.empty()) {
            const auto now = keys.first(std::min(burst_length, keys.size()));
            device.strike_all(now);
            settle();
            keys = keys.subspan(now.size());
        }
    }

    Size size;
    XServer server;
    Connection connection = connect(server.display_name());
    InputDevice touch{server.socket(XServer::touch_name)};
    InputDevice keyboard{server.socket(XServer::keyboard_name)};
    InputDevice scanner{server.socket(XServer::scanner_name)};
    KeyMap keyboard_map{connection.get(), find_device(connection.get(), XServer::keyboard_name)};
    KeyMap scanner_map{connection.get(), find_device(connection.get(), XServer::scanner_name)};
};

TouchDisplay::TouchDisplay(const DisplayKind& kind) : parts_(std::make_unique<Parts>(kind)) {}

TouchDisplay::~TouchDisplay() = default;

const std::string& TouchDisplay::name() const {
    return parts_->server.display_name();
}

Size TouchDisplay::size() const {
    return parts_->size;
}

void TouchDisplay::touch(int finger, TouchPhase phase) {
    const Point point = fingers_.at(static_cast<std::size_t>(finger));
    parts_->touch.touch(finger, phase, point.x / parts_->size.width, point.y / parts_->size.height);
    parts_->settle();
}

void TouchDisplay::touch_down(int finger, Point point) {
    fingers_.at(static_cast<std::size_t>(finger)) = point;
    touch(finger, TouchPhase::begin);
}

void TouchDisplay::touch_move(int finger, Point point) {
    fingers_.at(static_cast<std::size_t>(finger)) = point;
    touch(finger, TouchPhase::move);
}

void TouchDisplay::touch_up(int finger) {
    touch(finger, TouchPhase::end);
}

void TouchDisplay::tap(Point point) {
    touch_down(0, point);
    touch_up(0);
}

void TouchDisplay::slide(Point from, Point to, int steps) {
    touch_down(0, from);
    for (int step = 1; step <= steps; ++step) {
        const double part = static_cast<double>(step) / steps;
        touch_move(0, {from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part});
    }
    touch_up(0);
}

namespace {

std::vector<std::vector<int>> keys_for(const KeyMap& map, std::string_view text) {
    std::vector<std::vector<int>> keys;
    for (const char32_t letter : letters_of(text)) keys.push_back(map.keys_for_letter(letter));
    return keys;
}

}  // namespace

void TouchDisplay::type(std::string_view text) {
    parts_->strike(parts_->keyboard, keys_for(parts_->keyboard_map, text));
}

void TouchDisplay::press_key(std::string_view name) {
    parts_->strike(parts_->keyboard, {parts_->keyboard_map.keys_by_name(name)});
}

void TouchDisplay::scan(std::string_view text) {
    type_on_scanner(std::string(text) + '\r');
}

void TouchDisplay::type_on_scanner(std::string_view text) {
    parts_->burst(parts_->scanner, keys_for(parts_->scanner_map, text));
}

std::uint32_t TouchDisplay::pixel(Point point) const {
    Display *connection = parts_->connection.get();
    const std::unique_ptr<XImage, DestroyImage> image(
        XGetImage(connection, DefaultRootWindow(connection), static_cast<int>(point.x),
                  static_cast<int>(point.y), 1, 1, AllPlanes, ZPixmap));
    if (!image) throw std::runtime_error("The screen could not be read.");
    return static_cast<std::uint32_t>(XGetPixel(image.get(), 0, 0) & 0xFFFFFFU);
}

Picture TouchDisplay::picture() const {
    Display *connection = parts_->connection.get();
    const auto [width, height] = parts_->size;
    const std::unique_ptr<XImage, DestroyImage> image(
        XGetImage(connection, DefaultRootWindow(connection), 0, 0, static_cast<unsigned int>(width),
                  static_cast<unsigned int>(height), AllPlanes, ZPixmap));
    if (!image) throw std::runtime_error("The screen could not be read.");
    Picture picture{parts_->size, {}};
    picture.pixels.reserve(static_cast<std::size_t>(width) * static_cast<std::size_t>(height));
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            picture.pixels.push_back(
                static_cast<std::uint32_t>(XGetPixel(image.get(), x, y) & 0xFFFFFFU));
        }
    }
    return picture;
}

void TouchDisplay::save_picture(const std::filesystem::path& path) const {
    save_png(picture(), path);
}

}  // namespace stormote
