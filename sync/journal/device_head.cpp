#include "sync/journal/device_head.h"

namespace stormote {

std::vector<RecordHead> record_heads(std::span<const DeviceHead> heads) {
    std::vector<RecordHead> stated;
    stated.reserve(heads.size());
    for (const DeviceHead& known : heads) {
        stated.push_back(
            {known.device, static_cast<std::int64_t>(known.head.sequence), known.head.chain_hash});
    }
    return stated;
}

Bytes head_message(const EventId& event, const OperationHeader& header) {
    const ByteView label = view_bytes("stormote head 1");
    Bytes message(label.begin(), label.end());
    const auto append = [&message](const auto& part) {
        message.insert(message.end(), part.begin(), part.end());
    };
    append(event.value.bytes);
    append(header.device.value.bytes);
    append_big_endian(message, header.sequence, 8);
    append(header.chain_hash);
    return message;
}

}  // namespace stormote
