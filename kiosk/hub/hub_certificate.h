// Hub certificate: what a hub is known by in the room: self-signed, made once on each machine, and
// kept in its state. Nobody vouches for it; the pairing text says which one it is. Any thread.
#pragma once

#include <filesystem>

#include "sync/replication/store_place.h"

namespace stormote {

struct HubCertificate {
    std::filesystem::path certificate;  // PEM
    std::filesystem::path key;          // PEM, readable by its owner only
    CertificatePrint print{};
};

// That of the folder, or a new one where there is none or it cannot be read: devices that know the
// old one scan a new code then. Throws MachineFailure.
[[nodiscard]] HubCertificate find_hub_certificate(const std::filesystem::path& folder);

}  // namespace stormote
