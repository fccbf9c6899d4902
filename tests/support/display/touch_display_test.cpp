#include "tests/support/display/touch_display.h"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "tests/support/display/x11.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/machine/wait.h"

using namespace stormote;

namespace {

constexpr unsigned long petrol = 0x0B4F5C;

struct CloseConnection {
    void operator()(Display *connection) const { XCloseDisplay(connection); }
};

struct SeenTouch {
    int kind = 0;
    int touch_id = 0;
    Point point;
};

struct SeenText {
    std::string keyboard;
    std::string scanner;
};

// The least program that a kiosk could be: one window over the whole screen that remembers every
// touch, and every key by the device it came from.
class PlainWindow {
  public:
    explicit PlainWindow(const TouchDisplay& display)
        : connection_(XOpenDisplay(display.name().c_str())) {
        REQUIRE(connection_);
        int event_base = 0;
        int error_base = 0;
        REQUIRE(XQueryExtension(connection(), "XInputExtension", &extension_, &event_base,
                                &error_base) == True);
        int major = 2;
        int minor = 2;
        XIQueryVersion(connection(), &major, &minor);
        const auto [width, height] = display.size();
        window_ = XCreateSimpleWindow(connection(), DefaultRootWindow(connection()), 0, 0,
                                      static_cast<unsigned int>(width),
                                      static_cast<unsigned int>(height), 0, 0, petrol);
        select_events();
        XMapWindow(connection(), window_);
        // Shown, not only asked to be: the exposure comes when the server has painted it.
        XEvent event;
        XWindowEvent(connection(), window_, ExposureMask, &event);
    }

    // Reads what has arrived; the display promises that it is already sent.
    void read_events() {
        XSync(connection(), False);
        while (XPending(connection()) > 0) {
            XEvent event;
            XNextEvent(connection(), &event);
            if (event.xcookie.extension != extension_) continue;
            if (XGetEventData(connection(), &event.xcookie) != True) continue;
            remember(event.xcookie.evtype, *static_cast<XIDeviceEvent *>(event.xcookie.data));
            XFreeEventData(connection(), &event.xcookie);
        }
    }

    std::vector<SeenTouch> touches;
    SeenText text;

  private:
    [[nodiscard]] Display *connection() const { return connection_.get(); }

    void select_events() {
        std::vector<unsigned char> bits(static_cast<std::size_t>(XIMaskLen(XI_LASTEVENT)));
        for (const int kind : {XI_TouchBegin, XI_TouchUpdate, XI_TouchEnd, XI_KeyPress}) {
            unsigned char& bits_of_kind = bits[static_cast<std::size_t>(kind) / 8];
            bits_of_kind = static_cast<unsigned char>(bits_of_kind | 1U << (kind % 8));
        }
        XIEventMask mask{XIAllMasterDevices, static_cast<int>(bits.size()), bits.data()};
        XISelectEvents(connection(), window_, &mask, 1);
        XSelectInput(connection(), window_, ExposureMask);
    }

    void remember(int kind, const XIDeviceEvent& event) {
        if (kind == XI_KeyPress) {
            (device_name(event.sourceid) == "scanner" ? text.scanner : text.keyboard) +=
                typed_text(event);
        } else {
            touches.push_back({kind, event.detail, {event.event_x, event.event_y}});
        }
    }

    std::string device_name(int device) {
        int count = 0;
        XIDeviceInfo *devices = XIQueryDevice(connection(), device, &count);
        std::string name = devices->name;
        XIFreeDeviceInfo(devices);
        return name;
    }

    // By the layout of the keyboard itself: what the server calls the layout changes with every
    // switch from one keyboard to the other. Latin-1.
    std::string typed_text(const XIDeviceEvent& event) {
        XkbDescPtr map = XkbGetMap(connection(), XkbAllClientInfoMask,
                                   static_cast<unsigned int>(event.sourceid));
        unsigned int used_modifiers = 0;
        KeySym symbol = NoSymbol;
        XkbTranslateKeyCode(map, static_cast<KeyCode>(event.detail),
                            static_cast<unsigned int>(event.mods.effective), &used_modifiers,
                            &symbol);
        XkbFreeKeyboard(map, XkbAllComponentsMask, True);
        if (symbol == XK_Return) return "\r";
        if (symbol >= 0x100) return {};
        const bool is_control = (event.mods.effective & ControlMask) != 0;
        return {static_cast<char>(is_control ? symbol & 0x1F : symbol)};
    }

    std::unique_ptr<Display, CloseConnection> connection_;
    Window window_ = 0;
    int extension_ = 0;
};

}  // namespace

TEST_CASE("a program sees the fingers on a display off-screen") {
    TouchDisplay display(DisplayKind{{1280, 800}});
    PlainWindow window(display);

    SECTION("a tap arrives where it was made") {
        display.tap({640, 480});
        window.read_events();
        REQUIRE(window.touches.size() == 2);
        CHECK(window.touches[0].kind == XI_TouchBegin);
        CHECK(window.touches[1].kind == XI_TouchEnd);
        CHECK(window.touches[0].point.x == Approx(640).margin(0.1));
        CHECK(window.touches[0].point.y == Approx(480).margin(0.1));
    }
    SECTION("two fingers at once stay apart") {
        display.touch_down(0, {100, 100});
        display.touch_down(1, {1200, 700});
        display.touch_move(0, {150, 120});
        display.touch_up(1);
        display.touch_up(0);
        window.read_events();
        std::vector<int> kinds;
        for (const SeenTouch& touch : window.touches) kinds.push_back(touch.kind);
        REQUIRE(kinds == std::vector<int>{XI_TouchBegin, XI_TouchBegin, XI_TouchUpdate, XI_TouchEnd,
                                          XI_TouchEnd});
        const int first = window.touches[0].touch_id;
        const int second = window.touches[1].touch_id;
        CHECK(first != second);
        CHECK(window.touches[2].touch_id == first);
        CHECK(window.touches[2].point.x == Approx(150).margin(0.1));
        CHECK(window.touches[3].touch_id == second);
        CHECK(window.touches[4].touch_id == first);
    }
    SECTION("no tap of a hundred quick ones is lost") {
        for (int i = 0; i < 100; ++i) display.tap({10.0 + i * 12, 400});
        window.read_events();
        REQUIRE(window.touches.size() == 200);
        CHECK(window.touches[198].point.x == Approx(10 + 99 * 12).margin(0.1));
    }
}

TEST_CASE("a program can tell the hand scanner from the keyboard") {
    TouchDisplay display(DisplayKind{{1280, 800}});
    PlainWindow window(display);

    SECTION("letters arrive as each device's layout types them") {
        display.type("Åsa Öberg-Ädel @7");
        display.scan("]Q1020304");
        display.type_on_scanner("9\r\n");
        window.read_events();
        CHECK(window.text.keyboard ==
              "\xC5sa \xD6"
              "berg-\xC4"
              "del @7");
        CHECK(window.text.scanner == "]Q1020304\r9\r\n");
    }
    SECTION("keys between the digits of a scan stay where they belong") {
        std::string digits;
        for (int i = 0; i < 61; ++i) {
            const std::string digit(1, static_cast<char>('0' + i % 10));
            display.type("x");
            display.type_on_scanner(digit);
            digits += digit;
        }
        window.read_events();
        CHECK(window.text.keyboard == std::string(61, 'x'));
        CHECK(window.text.scanner == digits);
    }
    SECTION("keys are pressed by their names") {
        display.press_key("Return");
        display.press_key("Shift+a");
        window.read_events();
        CHECK(window.text.keyboard == "\rA");
    }
    SECTION("a letter that no key types is refused before anything is typed") {
        CHECK_THROWS_AS(display.type("aب"), ExpectationFailure);
        window.read_events();
        CHECK(window.text.keyboard.empty());
    }
}

TEST_CASE("a picture shows the window's colour, and is written as a file") {
    TouchDisplay display(DisplayKind{{640, 400}});
    CHECK(display.picture().pixel(320, 200) == 0);
    PlainWindow window(display);
    const Picture picture = display.picture();
    CHECK(picture.size == Size{640, 400});
    CHECK(picture.pixel(0, 0) == petrol);
    CHECK(picture.pixel(639, 399) == petrol);
    const testing::TemporaryFolder directory;
    display.save_picture(directory.path() / "window.png");
    CHECK(std::filesystem::file_size(directory.path() / "window.png") > 100);
    CHECK_THROWS(display.save_picture(directory.path() / "missing" / "window.png"));
}

TEST_CASE("displays stand beside each other and leave nothing behind") {
    std::string first_socket;
    {
        TouchDisplay first(DisplayKind{{640, 400}});
        TouchDisplay second(DisplayKind{{400, 640}});
        CHECK(first.name() != second.name());
        CHECK(second.picture().size == Size{400, 640});
        first_socket = "/tmp/.X11-unix/X" + first.name().substr(1);
        CHECK(std::filesystem::exists(first_socket));
    }
    CHECK(!std::filesystem::exists(first_socket));
}
