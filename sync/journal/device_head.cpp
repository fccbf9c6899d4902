#include "sync/journal/device_head.h"

namespace stormote {

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
