// What the kernel lists of this machine: keyboards and scanners, mains and batteries.
#include <algorithm>
#include <charconv>
#include <fstream>

#include "kiosk/device/readiness/machine_readiness.h"
#include "kiosk/device/scanner/key_burst_filter.h"

namespace stormote {

namespace {

namespace fs = std::filesystem;

// A machine on battery should last the evening.
constexpr int low_battery_percent = 20;

// The first line; empty where there is none.
std::string line_of(const fs::path& file) {
    std::ifstream stream(file);
    std::string line;
    std::getline(stream, line);
    return line;
}

std::vector<fs::path> folders_in(const fs::path& folder) {
    std::vector<fs::path> found;
    std::error_code error;
    for (fs::directory_iterator each(folder, error), end; !error && each != end;
         each.increment(error)) {
        found.push_back(each->path());
    }
    std::sort(found.begin(), found.end());
    return found;
}

// Whether it has the keys of all digits, and Enter. The kernel writes the keys as words of 64 bits,
// the lowest last; their numbers are those of its input event codes.
bool types_digits(const std::string& keys) {
    constexpr std::uint64_t digits = 0x3FFU << 2;  // KEY_1 to KEY_0
    constexpr std::uint64_t enter = std::uint64_t{1} << 28;
    const std::size_t space = keys.find_last_of(' ');
    const char *begin = keys.data() + (space == std::string::npos ? 0 : space + 1);
    std::uint64_t lowest = 0;
    const auto read = std::from_chars(begin, keys.data() + keys.size(), lowest, 16);
    return read.ec == std::errc() && (lowest & (digits | enter)) == (digits | enter);
}

struct Supplies {
    bool has_battery = false;
    bool is_on_mains = false;
    int percent = 0;  // of the emptiest
};

Supplies read_supplies(const fs::path& folder) {
    Supplies supplies;
    supplies.percent = 100;
    for (const fs::path& each : folders_in(folder)) {
        const std::string type = line_of(each / "type");
        if (type == "Battery") {
            // That of a mouse or a scanner does not feed the machine.
            if (line_of(each / "scope") == "Device") continue;
            const std::string capacity = line_of(each / "capacity");
            int percent = 0;
            const auto read =
                std::from_chars(capacity.data(), capacity.data() + capacity.size(), percent);
            if (read.ec != std::errc()) continue;
            supplies.has_battery = true;
            supplies.percent = std::min(supplies.percent, percent);
            supplies.is_on_mains |= line_of(each / "status") == "Charging";
        } else if (line_of(each / "online") == "1") {
            supplies.is_on_mains = true;
        }
    }
    return supplies;
}

}  // namespace

ReadyPoint find_scanner(const fs::path& system_folder) {
    std::string scanners;
    std::string keyboards;
    for (const fs::path& each : folders_in(system_folder / "class" / "input")) {
        if (!each.filename().string().starts_with("event")) continue;
        if (!types_digits(line_of(each / "device" / "capabilities" / "key"))) continue;
        const std::string name = line_of(each / "device" / "name");
        std::string& list = is_scanner_name(name) ? scanners : keyboards;
        // One of several parts of a device has the same name.
        if (list.find(name) == std::string::npos) list += (list.empty() ? "" : ", ") + name;
    }
    if (!scanners.empty()) {
        return {"scanner", Ready::yes, localized({"A scanner is connected: {}."}, scanners)};
    }
    if (!keyboards.empty()) {
        return {"scanner", Ready::look,
                localized({"What types is connected, and calls itself no scanner: {}."}, keyboards),
                localized({"Read a ticket at the kiosk: only that shows whether it is a "
                           "scanner."})};
    }
    return {"scanner", Ready::look, localized({"No hand scanner is connected."}),
            localized({"Connect one, or use the camera. People can also type their name."})};
}

ReadyPoint find_power(const fs::path& system_folder) {
    const Supplies supplies = read_supplies(system_folder / "class" / "power_supply");
    if (!supplies.has_battery) {
        return {"power", Ready::yes, localized({"The machine runs on mains power."})};
    }
    if (supplies.is_on_mains) {
        return {
            "power", Ready::yes,
            localized({"The machine runs on mains power. Battery: {} percent."}, supplies.percent)};
    }
    return {"power", supplies.percent < low_battery_percent ? Ready::no : Ready::look,
            localized({"The machine runs on its battery: {} percent are left."}, supplies.percent),
            localized({"Connect the charger."})};
}

}  // namespace stormote
