#include "tests/support/display/x_server.h"

#include <fstream>
#include <stdexcept>

#include <fmt/format.h>

namespace stormote {

namespace {

// Timing that no monitor has to like: 60 pictures a second with some blanking at each edge.
std::string mode_line(const std::string& name, Size size) {
    const auto [width, height] = size;
    const double clock_mhz = (width + 160) * (height + 45) * 60 / 1e6;
    return fmt::format("\"{}\" {:.2f} {} {} {} {} {} {} {} {}", name, clock_mhz, width, width + 40,
                       width + 80, width + 160, height, height + 4, height + 10, height + 45);
}

std::string device_section(const std::string& name, const std::filesystem::path& socket,
                           const std::string& options) {
    return fmt::format(R"(
Section "InputDevice"
  Identifier "{}"
  Driver "inputtest"
  Option "SocketPath" "{}"
  {}
EndSection
)",
                       name, socket.string(), options);
}

// Of a second output of the driver, which is plugged in by being switched on.
std::string second_section(const DisplayKind& kind) {
    if (!kind.second) return "";
    return fmt::format(R"(
Section "Monitor"
  Identifier "second"
  HorizSync 5-1000
  VertRefresh 5-200
  Modeline {}
  Option "Enable" "true"
  Option "PreferredMode" "wall"
  Option "Position" "{} 0"
EndSection
)",
                       mode_line("wall", *kind.second), kind.size.width);
}

std::string screen_sections(const DisplayKind& kind) {
    return fmt::format(R"(
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "AutoEnableDevices" "false"
  Option "DontVTSwitch" "true"
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5-1000
  VertRefresh 5-200
  Modeline {}
EndSection
Section "Device"
  Identifier "card"
  Driver "dummy"
  Option "Monitor-DUMMY1" "second"
  VideoRam 256000
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "monitor"
  DefaultDepth {}
  SubSection "Display"
    Depth {}
    Modes "kiosk"
    Virtual {} {}
  EndSubSection
EndSection
)",
                       mode_line("kiosk", kind.size), kind.depth, kind.depth, kind.desktop().width,
                       kind.desktop().height);
}

std::string layout_section() {
    return fmt::format(R"(
Section "ServerLayout"
  Identifier "layout"
  Screen "screen"
  InputDevice "{}" "SendCoreEvents"
  InputDevice "{}" "CoreKeyboard"
  InputDevice "{}" "SendCoreEvents"
EndSection
)",
                       XServer::touch_name, XServer::keyboard_name, XServer::scanner_name);
}

}  // namespace

std::filesystem::path XServer::socket(const std::string& device) const {
    return directory_.path() / (device + ".socket");
}

XServer::XServer(const DisplayKind& kind) {
    const auto configuration = directory_.path() / "xorg.conf";
    std::ofstream(configuration) << screen_sections(kind) << second_section(kind)
                                 << device_section(touch_name, socket(touch_name),
                                                   R"(Option "DeviceType" "Touch"
  Option "TouchCount" "10")")
                                 << device_section(keyboard_name, socket(keyboard_name),
                                                   R"(Option "DeviceType" "Keyboard"
  Option "XkbLayout" "se")")
                                 << device_section(scanner_name, socket(scanner_name),
                                                   R"(Option "DeviceType" "Keyboard"
  Option "XkbLayout" "us")") << layout_section();

    // The server chooses a free number itself, so that two that start at once cannot choose the
    // same, and writes it to the descriptor named, here its standard output, once it is ready.
    std::vector<std::string> command{"Xorg",
                                     "-displayfd",
                                     "1",
                                     "-config",
                                     configuration.string(),
                                     "-logfile",
                                     (directory_.path() / "xorg.log").string(),
                                     "-noreset",
                                     "-novtswitch",
                                     "-sharevts",
                                     "-nolisten",
                                     "tcp",
                                     "-s",
                                     "0"};
    if (!kind.shares_memory) command.insert(command.end(), {"-extension", "MIT-SHM"});
    process_.emplace(command);
    const auto is_ready = [this] { return process_->output().ends_with('\n'); };
    const bool has_settled = wait_until([&] { return is_ready() || !process_->is_running(); });
    if (!has_settled || !is_ready()) {
        throw std::runtime_error("The X server did not start:\n" + process_->errors());
    }
    display_name_ = ":" + process_->output();
    display_name_.pop_back();
}

}  // namespace stormote
