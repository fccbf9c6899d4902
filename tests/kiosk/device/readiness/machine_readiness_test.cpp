// Each part of a machine as it may be: there, absent, in trouble.
#include "kiosk/device/readiness/machine_readiness.h"

#include <catch2/catch.hpp>

#include "kiosk/device/camera/v4l2_source.h"
#include "tests/support/devices/camera_pictures.h"
#include "tests/support/devices/fake_printer.h"
#include "tests/support/devices/fake_video.h"
#include "tests/support/devices/scripted_camera.h"
#include "tests/support/machine/temporary_folder.h"

namespace stormote {

using Catch::Contains;
using testing::CameraScript;
using testing::FakePrinter;
using testing::ScriptedCamera;
using testing::TemporaryFolder;

namespace {

constexpr std::chrono::milliseconds soon{50};
constexpr std::int64_t in_2027_ms = 1'800'000'000'000;

GreyFrame grey(std::uint8_t shade) {
    GreyFrame frame(64, 48);
    std::fill(frame.pixels.begin(), frame.pixels.end(), shade);
    return frame;
}

// A folder such as /sys.
class SystemFolder {
  public:
    void add_input(const std::string& event, const std::string& name, const std::string& keys) {
        const auto device = folder_.path() / "class" / "input" / event / "device";
        std::filesystem::create_directories(device / "capabilities");
        testing::write_file(device / "name", name + "\n");
        testing::write_file(device / "capabilities" / "key", keys + "\n");
    }
    void set_supply(const std::string& name, const std::string& attribute,
                    const std::string& value) {
        const auto supply = folder_.path() / "class" / "power_supply" / name;
        std::filesystem::create_directories(supply);
        testing::write_file(supply / attribute, value + "\n");
    }
    [[nodiscard]] const std::filesystem::path& path() const { return folder_.path(); }

  private:
    TemporaryFolder folder_;
};

// As the kernel writes them: of a keyboard, and of a power button.
constexpr const char *keyboard_keys = "1000000000007 ff9f207ac14057ff febeffdfffefffff fffffffe";
constexpr const char *scanner_keys = "e080ffdf01cfffff fffffffffffffffe";
constexpr const char *button_keys = "10000000000000 0";

}  // namespace

TEST_CASE("a disk is tried by writing to it, and nothing is left there") {
    const TemporaryFolder folder;
    CHECK(try_disk(folder.path()).ready == Ready::yes);
    CHECK(std::filesystem::is_empty(folder.path()));
    const ReadyPoint missing = try_disk(folder / "nowhere");
    CHECK(missing.ready == Ready::no);
    CHECK_THAT(missing.message.english(), Contains("nowhere"));
    CHECK(missing.remedy.has_value());
}

TEST_CASE("a clock that was never set is told") {
    CHECK(try_clock(ManualClock(0)).ready == Ready::no);
    const ReadyPoint set = try_clock(ManualClock(in_2027_ms));
    CHECK(set.ready == Ready::yes);
    CHECK_THAT(set.message.english(), Contains("2027-01-15"));
}

TEST_CASE("a printer's trouble is told by its name, and weighs more where it was asked for") {
    FakePrinter fake(PrinterCondition::ready);
    const auto printer = fake.connect();
    CHECK(try_printer(*printer, "labels", AskedFor::by_name).ready == Ready::yes);
    fake.condition = PrinterCondition::out_of_paper;
    const ReadyPoint empty = try_printer(*printer, "labels", AskedFor::by_name);
    CHECK(empty.ready == Ready::no);
    CHECK(empty.message.english() == "The printer labels is out of paper or labels.");
    CHECK(empty.remedy->english() == "Put in a new roll or paper.");
    CHECK(try_printer(*printer, "labels", AskedFor::if_there).ready == Ready::look);
    for (const PrinterCondition condition : {PrinterCondition::jammed, PrinterCondition::open,
                                             PrinterCondition::stopped, PrinterCondition::absent}) {
        fake.condition = condition;
        CHECK(try_printer(*printer, "labels", AskedFor::by_name).ready == Ready::no);
    }
    fake.condition = PrinterCondition::ready;
    REQUIRE(printer->submit("one", "", LabelStock::narrow));
    const ReadyPoint waiting = try_printer(*printer, "labels", AskedFor::by_name);
    CHECK(waiting.ready == Ready::look);
    CHECK_THAT(waiting.message.english(), Contains("still wait in it: 1."));
    CHECK(no_printer().ready == Ready::look);
}

TEST_CASE("a camera is tried until a picture comes, and is closed again") {
    CameraScript script;
    ScriptedCamera camera(script);
    script.show(grey(120));
    CHECK(try_camera(&camera, AskedFor::by_name, soon).ready == Ready::yes);
    CHECK(script.closings() == 1);
    script.show(grey(3));
    const ReadyPoint dark = try_camera(&camera, AskedFor::by_name, soon);
    CHECK(dark.ready == Ready::look);
    CHECK(dark.message.english() == "The camera's picture is dark.");
    script.go(CameraScript::Way::silent);
    CHECK(try_camera(&camera, AskedFor::by_name, soon).ready == Ready::no);
    CHECK(try_camera(&camera, AskedFor::if_there, soon).ready == Ready::look);
    script.go(CameraScript::Way::fails);
    CHECK(try_camera(&camera, AskedFor::by_name, soon).message.english() == "unplugged");
    CHECK(script.closings() == 5);
    script.go(CameraScript::Way::missing);
    CHECK(try_camera(&camera, AskedFor::by_name, soon).message.english() == "missing");
    script.go(CameraScript::Way::unplugged);
    CHECK(try_camera(&camera, AskedFor::if_there, soon).message.english() ==
          "No camera is connected.");
    FrameSource *none = nullptr;
    CHECK(try_camera(none, AskedFor::by_name).ready == Ready::yes);
}

TEST_CASE("a camera of the kernel is opened as the kiosk opens it, and left as it was found") {
    testing::FakeVideo video;
    testing::FakeDevice& device = video.devices["/dev/video0"];
    device.name = "Logitech C920 HD";
    device.pictures = {testing::encode_jpeg(grey(120))};
    V4l2Source source(video, "");
    CHECK(try_camera(&source, AskedFor::if_there, soon).ready == Ready::yes);
    CHECK(video.open_count == 0);
    CHECK(video.mapped.empty());
    device.failures[VIDIOC_S_FMT] = EBUSY;
    CHECK(try_camera(&source, AskedFor::if_there, soon).ready == Ready::look);
}

TEST_CASE("sound is tried by opening the output, in silence") {
    CHECK(try_sound(make_sound_player("null").get()).ready == Ready::yes);
    const ReadyPoint silent = try_sound(make_sound_player("no_such_device").get());
    CHECK(silent.ready == Ready::look);
    CHECK_THAT(silent.message.english(), Contains("There is no sound ("));
    CHECK(try_sound(nullptr).ready == Ready::yes);
}

TEST_CASE("a hand scanner is known by its name, and what merely types is not taken for one") {
    SystemFolder system;
    CHECK(find_scanner(system.path()).message.english() == "No hand scanner is connected.");
    system.add_input("event0", "Power Button", button_keys);
    system.add_input("mouse0", "Honeywell Barcode Reader", scanner_keys);
    CHECK(find_scanner(system.path()).message.english() == "No hand scanner is connected.");
    system.add_input("event1", "AT Translated Set 2 keyboard", keyboard_keys);
    const ReadyPoint typing = find_scanner(system.path());
    CHECK(typing.ready == Ready::look);
    CHECK_THAT(typing.message.english(), Contains("AT Translated Set 2 keyboard"));
    system.add_input("event2", "Honeywell HID USB Barcode Reader", scanner_keys);
    system.add_input("event3", "Honeywell HID USB Barcode Reader", scanner_keys);
    const ReadyPoint scanner = find_scanner(system.path());
    CHECK(scanner.ready == Ready::yes);
    CHECK(scanner.message.english() == "A scanner is connected: Honeywell HID USB Barcode Reader.");
}

TEST_CASE("a machine says whether it lasts the evening") {
    SystemFolder system;
    CHECK(find_power(system.path()).message.english() == "The machine runs on mains power.");
    system.set_supply("AC", "type", "Mains");
    system.set_supply("AC", "online", "1");
    system.set_supply("hidpp_battery_0", "type", "Battery");
    system.set_supply("hidpp_battery_0", "scope", "Device");
    system.set_supply("hidpp_battery_0", "capacity", "3");
    CHECK(find_power(system.path()).message.english() == "The machine runs on mains power.");
    system.set_supply("BAT0", "type", "Battery");
    system.set_supply("BAT0", "capacity", "64");
    system.set_supply("BAT0", "status", "Full");
    CHECK(find_power(system.path()).ready == Ready::yes);
    system.set_supply("AC", "online", "0");
    system.set_supply("BAT0", "status", "Discharging");
    const ReadyPoint battery = find_power(system.path());
    CHECK(battery.ready == Ready::look);
    CHECK_THAT(battery.message.english(), Contains("64 percent"));
    CHECK(battery.remedy->english() == "Connect the charger.");
    system.set_supply("BAT0", "capacity", "12");
    CHECK(find_power(system.path()).ready == Ready::no);
}

}  // namespace stormote
