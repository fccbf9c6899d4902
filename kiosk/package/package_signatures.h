// Package signatures: who vouches for a package. Each device has signed its record
// (device-signatures.json); and the device that made the package signs that file and METS.xml,
// which lists all others with their hashes (signature.json). Normative in sync/README.md. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/package/packed_record.h"

namespace stormote {

// A device's newest signature of its record.
struct DeviceSignature {
    DeviceId device;
    std::uint64_t sequence = 0;
    Hash chain{};
    Signature signature{};
    // What the device recorded between the last operation in the package and the signed one, all
    // but the bodies: statements about packages. Empty unless the signed one is later.
    std::vector<OperationHeader> later{};

    bool operator==(const DeviceSignature&) const = default;
};

// Of a package, by the device that made it.
struct PackageSignature {
    EventId event;
    PublicKey signer{};
    Hash mets{};     // SHA-256 of METS.xml
    Hash devices{};  // SHA-256 of device-signatures.json
    Signature signature{};

    bool operator==(const PackageSignature&) const = default;
};

// What is signed, whatever the signature says.
[[nodiscard]] Bytes signed_message(const PackageSignature& signature);

// What is read is nothing where it is no such file.
[[nodiscard]] std::string write_package_signature(const PackageSignature& signature);
[[nodiscard]] std::optional<PackageSignature> read_package_signature(std::string_view json);

// Ascending by id; without those that signed nothing.
using DeviceSignatures = std::vector<DeviceSignature>;
[[nodiscard]] std::string write_device_signatures(const DeviceSignatures& signatures);
[[nodiscard]] std::optional<DeviceSignatures> read_device_signatures(std::string_view json);

// Whether the device has signed the record that the package holds, or the beginning of it.
[[nodiscard]] bool is_true(const DeviceSignature& signature, const EventId& event,
                           const PackedHead& head);

}  // namespace stormote
