// Device access: which devices take part in an event, what an organiser says of them, and what they
// wrote that was put aside. On the desk's thread; keeps nothing.
#pragma once

#include <functional>

#include "kiosk/desk/desk.h"

namespace stormote {

struct DeviceLine {
    DeviceId device;
    std::string name;
    DeviceStanding standing;
    std::uint64_t operations = 0;
    std::uint64_t without_effect = 0;
    std::uint64_t put_aside = 0;  // and not settled
    // Another device showed the same pairing: a copy of its file, or a restored backup.
    bool shares_pairing = false;
};

// By name, then id.
[[nodiscard]] std::vector<DeviceLine> list_devices(const Desk& desk);

// What about devices an organiser should look at, without waiting for the disk.
enum class DeviceTroubleKind : std::uint8_t {
    not_let_in,      // it writes, and nothing lets it in
    beyond_role,     // it writes what its role does not allow
    excluded,        // what it wrote since it was excluded
    shared_pairing,  // another device showed the same pairing
};
struct DeviceTrouble {
    DeviceTroubleKind kind = DeviceTroubleKind::not_let_in;
    std::string name;
    std::uint64_t operations = 0;  // without effect
};
[[nodiscard]] std::vector<DeviceTrouble> find_device_troubles(const Desk& desk);

// The event's root key; asked for only where this device may not say something itself.
using RootSource = std::function<Result<SigningKeys>()>;

// Lets a device in, or changes what it is for.
Result<> admit_device(Desk& desk, const DeviceId& device, DeviceRole role, const RootSource& root);
// Takes out what a device wrote from a number on, on every device. Others that showed its pairing,
// and those that it let in, are out with it, but those that are named to stay.
Result<> exclude_device(Desk& desk, const DeviceId& device, std::uint64_t from,
                        const std::vector<DeviceId>& kept, const RootSource& root);
// Who goes out with a device unless they are named to stay.
[[nodiscard]] std::vector<DeviceId> out_with(const Desk& desk, const DeviceId& device);
Result<> readmit_device(Desk& desk, const DeviceId& device, const RootSource& root);
// Lets this device in as an organiser's, by the root.
Result<> recover_device(Desk& desk, const SigningKeys& root);

// Of a device, or of all where it is nil: operations that contradict the record and that nobody has
// looked at yet, by device and number.
[[nodiscard]] std::vector<Operation> operations_aside(const Desk& desk, const DeviceId& device);
// Records them anew as this device's, at the times when they happened, or says that nothing of them
// counts; all at once. Returns how many were recorded: what their own device may write, and neither
// erasures nor what is said of devices.
std::size_t settle_aside(Desk& desk, const DeviceId& device, AsideDecision decision);

}  // namespace stormote
