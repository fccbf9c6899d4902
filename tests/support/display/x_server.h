// XServer: a real Xorg without a screen, with the input devices of a kiosk. Owns the server
// process and a folder for its files; both are gone with it. One thread.
//
// The server draws into memory (driver "dummy") and takes its input from sockets (driver
// "inputtest"), so that a program under test cannot tell it from a touchscreen on a wall.
#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "tests/support/display/display_kind.h"
#include "tests/support/machine/process.h"
#include "tests/support/machine/temporary_folder.h"

namespace stormote {

class XServer {
  public:
    // Starts the server on a free display number and waits until it answers. Throws
    // std::runtime_error with the server's own words when it does not.
    explicit XServer(const DisplayKind& kind);

    // For DISPLAY, such as ":1".
    [[nodiscard]] const std::string& display_name() const { return display_name_; }
    // Where the driver of a device listens.
    [[nodiscard]] std::filesystem::path socket(const std::string& device) const;

    // The names of the devices, as XInput 2 lists them too.
    static constexpr const char *touch_name = "touch";      // ten fingers
    static constexpr const char *keyboard_name = "keys";    // Swedish layout
    static constexpr const char *scanner_name = "scanner";  // US layout, as scanners come

  private:
    testing::TemporaryFolder directory_;
    std::optional<Process> process_;
    std::string display_name_;
};

}  // namespace stormote
