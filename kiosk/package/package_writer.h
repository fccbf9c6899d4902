// Package writer: the bytes of a package for the archive: an E-ARK SIP (CSIP and SIP 2.1.0), one
// folder in a ZIP archive, signed. The same record, signed by the same device, is the same bytes.
// Pure but for the program's assets; any thread.
#pragma once

#include <functional>
#include <span>

#include "kiosk/documents/exports.h"
#include "kiosk/package/package_file.h"
#include "kiosk/package/package_signatures.h"

namespace stormote {

// What is packed. State and operations are those of the record up to its heads, without what has
// no effect.
struct PackageSource {
    const PackedRecord& record;
    const EventState& state;
    std::span<const Operation> operations;
    std::int64_t began_ms = 0;    // when the first operation was recorded
    std::int64_t created_ms = 0;  // when the last one was
    const Texts& texts;
};

struct PackageSigner {
    PublicKey key{};
    std::function<Signature(ByteView)> sign;
    DeviceSignatures devices;
};

// Error: a paper could not be written, or the program's assets cannot be read.
[[nodiscard]] Result<std::string> write_package(const PackageSource& source,
                                                const PackageSigner& signer);

// The bytes of the files in a package's folder, with their checksum.
[[nodiscard]] std::string pack_files(const std::string& folder, PackageFiles files);

}  // namespace stormote
