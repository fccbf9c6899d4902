// Package check: whether a package for the archive is as it was signed, without the event: every
// file that METS.xml lists is there with its hash and no other is, the device that made the package
// has signed METS.xml, and each device its record. Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "kiosk/package/packed_record.h"
#include "sync/base/error.h"

namespace stormote {

struct CheckedDevice {
    PackedHead head;
    // How many of its operations are signed; fewer than are there only of an earlier version. 0: it
    // has signed nothing, and only who made the package vouches for it.
    std::uint64_t signed_sequence = 0;

    bool operator==(const CheckedDevice&) const = default;
};

struct PackageReport {
    std::string id;
    EventId event;
    DeviceId signer;  // the fingerprint of its key: see device_of()
    std::vector<CheckedDevice> devices;
    std::size_t files = 0;
    // Somebody has packed the files anew: they are as they were signed, the archive is not as it
    // was written.
    bool is_repacked = false;
};

// Whether the bytes are a ZIP archive, as a package is.
[[nodiscard]] bool is_package(std::string_view bytes);

// Nothing in it is unpacked beyond this, whatever the archive says.
constexpr std::size_t most_package_bytes = std::size_t{1} << 29;

// Error: what is wrong, and with which file.
[[nodiscard]] Result<PackageReport> check_package(std::string_view bytes,
                                                  std::size_t most_bytes = most_package_bytes);

}  // namespace stormote
