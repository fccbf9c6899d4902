#include "kiosk/package/package_signatures.h"

#include "kiosk/package/json_fields.h"
#include "sync/journal/device_head.h"

namespace stormote {

namespace {

constexpr std::string_view format = "stormote package 1";

Json write_device(const DeviceSignature& signature) {
    Json later = Json::array();
    for (const OperationHeader& header : signature.later) {
        later.push_back(to_hex(encode_header_core(header)));
    }
    return {{"device", to_string(signature.device)},
            {"signed_operations", signature.sequence},
            {"chain_hash", to_hex(signature.chain)},
            {"signature", to_hex(signature.signature)},
            {"later_headers", std::move(later)}};
}

std::optional<OperationHeader> read_header(const Json& json) {
    if (!json.is_string()) return std::nullopt;
    const auto bytes = from_hex(json.get<std::string>());
    return bytes ? decode_header_core(*bytes) : std::nullopt;
}

std::optional<DeviceSignature> read_device(const Json& json) {
    const auto device = json_id<DeviceId>(json, "device");
    const auto sequence = json_number(json, "signed_operations");
    const auto chain = json_bytes<32>(json, "chain_hash");
    const auto signature = json_bytes<64>(json, "signature");
    if (!device || !sequence || !chain || !signature) return std::nullopt;
    DeviceSignature read{*device, *sequence, *chain, *signature};
    for (const Json& hex : json_array(json, "later_headers")) {
        const auto header = read_header(hex);
        if (!header) return std::nullopt;
        read.later.push_back(*header);
    }
    return read;
}

// Whether what came later continues the record in the package up to what is signed.
bool leads_to_signed(const DeviceSignature& signature, const PackedHead& head) {
    std::uint64_t sequence = head.sequence;
    Hash last = head.chain;
    for (const OperationHeader& header : signature.later) {
        if (header.device != head.device || header.sequence != ++sequence) return false;
        last = chain(last, header);
    }
    return sequence == signature.sequence && last == signature.chain;
}

}  // namespace

Bytes signed_message(const PackageSignature& signature) {
    const ByteView label = view_bytes(format);
    Bytes message(label.begin(), label.end());
    const auto append = [&message](const auto& part) {
        message.insert(message.end(), part.begin(), part.end());
    };
    append(signature.event.value.bytes);
    append(signature.mets);
    append(signature.devices);
    return message;
}

std::string write_package_signature(const PackageSignature& signature) {
    return json_file({{"format", format},
                      {"event", to_string(signature.event)},
                      {"signer", to_string(device_of(signature.signer))},
                      {"public_key", to_hex(signature.signer)},
                      {"mets_sha256", to_hex(signature.mets)},
                      {"device_signatures_sha256", to_hex(signature.devices)},
                      {"signature", to_hex(signature.signature)}});
}

std::optional<PackageSignature> read_package_signature(std::string_view json) {
    const Json read = Json::parse(json, nullptr, false);
    if (json_text(read, "format") != format) return std::nullopt;
    const auto event = json_id<EventId>(read, "event");
    const auto signer = json_bytes<32>(read, "public_key");
    const auto mets = json_bytes<32>(read, "mets_sha256");
    const auto devices = json_bytes<32>(read, "device_signatures_sha256");
    const auto signature = json_bytes<64>(read, "signature");
    if (!event || !signer || !mets || !devices || !signature) return std::nullopt;
    // The signer's id says nothing that the key does not, and must not say anything else.
    if (json_text(read, "signer") != to_string(device_of(*signer))) return std::nullopt;
    return PackageSignature{*event, *signer, *mets, *devices, *signature};
}

std::string write_device_signatures(const DeviceSignatures& signatures) {
    Json devices = Json::array();
    for (const DeviceSignature& signature : signatures) devices.push_back(write_device(signature));
    return json_file({{"devices", std::move(devices)}});
}

std::optional<DeviceSignatures> read_device_signatures(std::string_view json) {
    DeviceSignatures signatures;
    for (const Json& json_device : json_array(Json::parse(json, nullptr, false), "devices")) {
        auto device = read_device(json_device);
        if (!device) return std::nullopt;
        signatures.push_back(std::move(*device));
    }
    return signatures;
}

bool is_true(const DeviceSignature& signature, const EventId& event, const PackedHead& head) {
    // What an earlier version left unsigned at the end of a record stays so.
    const bool is_earlier = signature.sequence < head.sequence && signature.later.empty();
    if (!is_earlier && !leads_to_signed(signature, head)) return false;
    OperationHeader signed_head;
    signed_head.device = head.device;
    signed_head.sequence = signature.sequence;
    signed_head.chain_hash = signature.chain;
    return device_of(head.key) == head.device &&
           verify_signature(head.key, head_message(event, signed_head), signature.signature);
}

}  // namespace stormote
