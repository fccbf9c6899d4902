// Admission: how a device shows that it was let into an event, so that others believe what it
// writes. Pure values and functions, any thread. Normative description: sync/README.md.
//
// The event's id is the hash of a public key, the root. The root lets devices in, and organisers
// that were let in do. Who lets a device in makes a one-use key, signs it with a role for it, and
// hands both over as a pairing; the device signs its own key with the one-use key.
#pragma once

#include <cstdint>
#include <optional>

#include "sync/base/crypto.h"
#include "sync/model/device_role.h"
#include "sync/model/ids.h"

namespace stormote {

// What whoever lets a device in has signed of a one-use key.
struct PairingCertificate {
    DeviceId issuer;                // nil: the root
    std::int64_t issued_after = 0;  // operations that the issuer had written; a claim
    DeviceRole role = DeviceRole::none;
    Signature signature{};
    bool operator==(const PairingCertificate&) const = default;
};

// In a device's introduction. Without a certificate, the key is the root itself, and the role an
// organiser's.
struct DeviceAdmission {
    PublicKey key{};        // the one-use key, or the root
    Signature signature{};  // of the device's own key
    std::optional<PairingCertificate> certificate;
    bool operator==(const DeviceAdmission&) const = default;
};

// What a new device is handed: the secret of a one-use key with its certificate.
struct DevicePairing {
    SigningSeed seed{};
    PairingCertificate certificate;
    bool operator==(const DevicePairing&) const = default;
};

// 121 bytes, for a pairing text or a file.
[[nodiscard]] Bytes encode_pairing(const DevicePairing& pairing);
[[nodiscard]] std::optional<DevicePairing> decode_pairing(ByteView bytes);
constexpr std::size_t pairing_bytes = 32 + 16 + 8 + 1 + 64;

// Events of earlier versions have no root: every device that joined them is believed.
[[nodiscard]] bool has_root(const EventId& event);
[[nodiscard]] EventId event_of_root(const PublicKey& root);

[[nodiscard]] DevicePairing make_pairing(const EventId& event, const DeviceId& issuer,
                                         const SecretKey& issuer_key, std::int64_t issued_after,
                                         DeviceRole role, Random& random);
[[nodiscard]] DeviceAdmission admit_by_pairing(const EventId& event, const DevicePairing& pairing,
                                               const PublicKey& device);
[[nodiscard]] DeviceAdmission admit_by_root(const EventId& event, const SigningKeys& root,
                                            const PublicKey& device);

// Whether the key of the admission has signed the device's key.
[[nodiscard]] bool is_signed_by_its_key(const EventId& event, const DeviceAdmission& admission,
                                        const PublicKey& device);
// Whether the issuer, whose key is given, has signed the certificate.
[[nodiscard]] bool is_issued_by(const EventId& event, const DeviceAdmission& admission,
                                const PublicKey& issuer);

}  // namespace stormote
