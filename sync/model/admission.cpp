#include "sync/model/admission.h"

#include <algorithm>

namespace stormote {

namespace {

Bytes labelled(std::string_view label, const EventId& event) {
    const ByteView text = view_bytes(label);
    Bytes message(text.begin(), text.end());
    message.insert(message.end(), event.value.bytes.begin(), event.value.bytes.end());
    return message;
}

void append(Bytes& message, ByteView part) {
    message.insert(message.end(), part.begin(), part.end());
}

Bytes admission_message(const EventId& event, const PublicKey& device) {
    Bytes message = labelled("stormote admission 1", event);
    append(message, device);
    return message;
}

Bytes certificate_message(const EventId& event, const PublicKey& key,
                          const PairingCertificate& certificate) {
    Bytes message = labelled("stormote pairing 1", event);
    append(message, key);
    append(message, certificate.issuer.value.bytes);
    append_big_endian(message, static_cast<std::uint64_t>(certificate.issued_after), 8);
    append_big_endian(message, static_cast<std::uint64_t>(certificate.role), 1);
    return message;
}

}  // namespace

Bytes encode_pairing(const DevicePairing& pairing) {
    const PairingCertificate& certificate = pairing.certificate;
    Bytes bytes(pairing.seed.begin(), pairing.seed.end());
    append(bytes, certificate.issuer.value.bytes);
    append_big_endian(bytes, static_cast<std::uint64_t>(certificate.issued_after), 8);
    append_big_endian(bytes, static_cast<std::uint64_t>(certificate.role), 1);
    append(bytes, certificate.signature);
    return bytes;
}

std::optional<DevicePairing> decode_pairing(ByteView bytes) {
    if (bytes.size() != pairing_bytes) return std::nullopt;
    DevicePairing pairing;
    pairing.seed = *to_array<32>(bytes.first(32));
    PairingCertificate& certificate = pairing.certificate;
    certificate.issuer.value.bytes = *to_array<16>(bytes.subspan(32, 16));
    certificate.issued_after = static_cast<std::int64_t>(read_big_endian(bytes.subspan(48, 8)));
    if (bytes[56] > static_cast<std::uint8_t>(DeviceRole::last)) return std::nullopt;
    certificate.role = static_cast<DeviceRole>(bytes[56]);
    certificate.signature = *to_array<64>(bytes.subspan(57));
    return pairing;
}

bool has_root(const EventId& event) {
    return event.value.bytes[6] >> 4 == 8;
}

EventId event_of_root(const PublicKey& root) {
    return EventId{make_named_uuid(root, "stormote event 1")};
}

DevicePairing make_pairing(const EventId& event, const DeviceId& issuer,
                           const SecretKey& issuer_key, std::int64_t issued_after, DeviceRole role,
                           Random& random) {
    DevicePairing pairing{random.bytes<32>(), {issuer, issued_after, role, {}}};
    const PublicKey key = signing_keys_of(pairing.seed).public_key;
    pairing.certificate.signature =
        sign(issuer_key, certificate_message(event, key, pairing.certificate));
    return pairing;
}

DeviceAdmission admit_by_pairing(const EventId& event, const DevicePairing& pairing,
                                 const PublicKey& device) {
    const SigningKeys keys = signing_keys_of(pairing.seed);
    return {keys.public_key, sign(keys.secret_key, admission_message(event, device)),
            pairing.certificate};
}

DeviceAdmission admit_by_root(const EventId& event, const SigningKeys& root,
                              const PublicKey& device) {
    return {root.public_key, sign(root.secret_key, admission_message(event, device)), std::nullopt};
}

bool is_signed_by_its_key(const EventId& event, const DeviceAdmission& admission,
                          const PublicKey& device) {
    return verify_signature(admission.key, admission_message(event, device), admission.signature);
}

bool is_issued_by(const EventId& event, const DeviceAdmission& admission, const PublicKey& issuer) {
    if (!admission.certificate) return admission.key == issuer;
    return verify_signature(issuer,
                            certificate_message(event, admission.key, *admission.certificate),
                            admission.certificate->signature);
}

}  // namespace stormote
