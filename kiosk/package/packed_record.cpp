#include "kiosk/package/packed_record.h"

#include "kiosk/package/json_fields.h"

namespace stormote {

namespace {

std::optional<PackedHead> read_head(const Json& json) {
    const auto device = json_id<DeviceId>(json, "device");
    const auto key = json_bytes<32>(json, "public_key");
    const auto sequence = json_number(json, "operations");
    const auto chain = json_bytes<32>(json, "chain_hash");
    if (!device || !key || !sequence || !chain) return std::nullopt;
    return PackedHead{*device, json_text(json, "name"), *key, *sequence, *chain};
}

}  // namespace

std::string write_packed_record(const PackedRecord& record) {
    Json devices = Json::array();
    for (const PackedHead& head : record.devices) {
        devices.push_back({{"device", to_string(head.device)},
                           {"name", head.name},
                           {"public_key", to_hex(head.key)},
                           {"operations", head.sequence},
                           {"chain_hash", to_hex(head.chain)}});
    }
    return json_file({{"event", to_string(record.event)}, {"devices", std::move(devices)}});
}

std::optional<PackedRecord> read_packed_record(std::string_view json) {
    const Json read = Json::parse(json, nullptr, false);
    const auto event = json_id<EventId>(read, "event");
    if (!event) return std::nullopt;
    PackedRecord record{*event, {}};
    for (const Json& device : json_array(read, "devices")) {
        auto head = read_head(device);
        if (!head) return std::nullopt;
        record.devices.push_back(std::move(*head));
    }
    return record;
}

}  // namespace stormote
