#include "sync/replication/wire.h"

#include <type_traits>

#include "sync/base/cbor.h"

namespace stormote {

namespace {

// Of the abilities that a status names; others are of later versions.
constexpr std::string_view waiting_ability = "wait";
constexpr std::string_view renewing_ability = "renew";

constexpr std::size_t full_header_size = header_core_size + sizeof(Hash);

// A reader that has opened an array of at least so many items and closes it at the end.
class MessageReader {
  public:
    MessageReader(CborReader& in, std::size_t least_items)
        : in_(in), least_items_(least_items), items_(in.array()) {
        if (items_ < least_items) in_.fail();
    }
    // For an item that a later version has added: whether there is one more.
    [[nodiscard]] bool next() {
        if (least_items_ >= items_ || !in_.ok()) return false;
        ++least_items_;
        return true;
    }
    // Steps over what a newer version has added.
    void close() {
        for (std::size_t i = least_items_; i < items_ && in_.ok(); ++i) in_.skip();
    }

  private:
    CborReader& in_;
    std::size_t least_items_;
    std::size_t items_;
};

std::uint64_t read_count(CborReader& in) {
    const std::int64_t value = in.integer();
    if (value < 0) in.fail();
    return in.ok() ? static_cast<std::uint64_t>(value) : 0;
}

template <typename Enum>
Enum read_enum(CborReader& in, Enum last) {
    const std::int64_t value = in.integer();
    if (value < 0 || value > static_cast<std::int64_t>(last)) in.fail();
    return in.ok() ? static_cast<Enum>(value) : Enum{};
}

void write_count(CborWriter& out, std::uint64_t value) {
    out.integer(static_cast<std::int64_t>(value));
}

void write_operation(CborWriter& out, const Operation& operation) {
    out.array(2);
    Bytes header = encode_header_core(operation.header);
    header.insert(header.end(), operation.header.chain_hash.begin(),
                  operation.header.chain_hash.end());
    out.bytes(header);
    if (!operation.body) return out.null();
    Bytes body(operation.body->salt.begin(), operation.body->salt.end());
    body.insert(body.end(), operation.body->bytes.begin(), operation.body->bytes.end());
    out.bytes(body);
}

Operation read_operation(CborReader& in) {
    Operation operation;
    MessageReader message(in, 2);
    const ByteView header = in.bytes();
    if (header.size() == full_header_size) {
        const auto core = decode_header_core(header.first(header_core_size));
        if (!core || core->sequence == 0) in.fail();
        operation.header = core.value_or(OperationHeader{});
        operation.header.chain_hash = *to_array<32>(header.subspan(header_core_size));
    } else {
        in.fail();
    }
    if (!in.null()) {
        const ByteView body = in.bytes();
        if (body.size() < sizeof(Salt)) {
            in.fail();
        } else {
            operation.body.emplace();
            operation.body->salt = *to_array<32>(body.first(sizeof(Salt)));
            operation.body->bytes.assign(body.begin() + sizeof(Salt), body.end());
        }
    }
    message.close();
    return operation;
}

void write_batch(CborWriter& out, const Batch& batch) {
    out.array(2);
    out.array(batch.operations.size());
    for (const Operation& operation : batch.operations) write_operation(out, operation);
    out.array(batch.signatures.size());
    for (const HeadSignature& signature : batch.signatures) {
        out.array(3);
        out.bytes(signature.device.value.bytes);
        write_count(out, signature.sequence);
        out.bytes(signature.signature);
    }
}

Batch read_batch(CborReader& in) {
    Batch batch;
    MessageReader message(in, 2);
    const std::size_t operations = in.array();
    if (operations > most_batch_operations) in.fail();
    if (in.ok()) batch.operations.reserve(operations);
    for (std::size_t i = 0; i < operations && in.ok(); ++i) {
        batch.operations.push_back(read_operation(in));
    }
    const std::size_t signatures = in.array();
    if (signatures > most_batch_operations) in.fail();
    for (std::size_t i = 0; i < signatures && in.ok(); ++i) {
        MessageReader item(in, 3);
        HeadSignature& signature = batch.signatures.emplace_back();
        signature.device.value.bytes = in.fixed_bytes<16>();
        signature.sequence = read_count(in);
        signature.signature = in.fixed_bytes<64>();
        item.close();
    }
    message.close();
    return batch;
}

void write_heads(CborWriter& out, const std::vector<StoreHead>& heads) {
    out.array(heads.size());
    for (const StoreHead& head : heads) {
        out.array(3);
        out.bytes(head.device.value.bytes);
        write_count(out, head.sequence);
        out.bytes(head.chain_hash);
    }
}

std::vector<StoreHead> read_heads(CborReader& in) {
    std::vector<StoreHead> heads;
    const std::size_t count = in.array();
    if (count > most_heads) in.fail();
    for (std::size_t i = 0; i < count && in.ok(); ++i) {
        MessageReader item(in, 3);
        StoreHead& head = heads.emplace_back();
        head.device.value.bytes = in.fixed_bytes<16>();
        head.sequence = read_count(in);
        head.chain_hash = in.fixed_bytes<32>();
        item.close();
    }
    return heads;
}

// Reads one message that fills the bytes exactly. What a later version has added is read only by
// who asks for the array, too.
template <typename Message, typename Read>
std::optional<Message> decode(ByteView bytes, std::size_t least_items, Read read) {
    if (bytes.size() > most_message_bytes) return std::nullopt;
    CborReader in(bytes);
    MessageReader array(in, least_items);
    Message message;
    if constexpr (std::is_invocable_v<Read, CborReader&, MessageReader&>) {
        message = read(in, array);
    } else {
        message = read(in);
    }
    array.close();
    if (!in.ok() || !in.at_end()) return std::nullopt;
    return message;
}

}  // namespace

Bytes encode_batch(const Batch& batch) {
    CborWriter out;
    out.array(1);
    write_batch(out, batch);
    return out.take();
}

std::optional<Batch> decode_batch(ByteView bytes) {
    return decode<Batch>(bytes, 1, read_batch);
}

Bytes encode_status(const StoreStatus& status) {
    CborWriter out;
    out.array(5);
    out.bytes(status.store.bytes);
    out.integer(status.now_ms);
    write_count(out, status.quarantined);
    write_heads(out, status.heads);
    out.array(std::size_t{status.can_wait} + std::size_t{status.is_renewal_due});
    if (status.can_wait) out.text(waiting_ability);
    if (status.is_renewal_due) out.text(renewing_ability);
    return out.take();
}

std::optional<StoreStatus> decode_status(ByteView bytes) {
    return decode<StoreStatus>(bytes, 4, [](CborReader& in, MessageReader& message) {
        StoreStatus status;
        status.store.bytes = in.fixed_bytes<16>();
        status.now_ms = in.integer();
        status.quarantined = read_count(in);
        status.heads = read_heads(in);
        const std::size_t abilities = message.next() ? in.array() : 0;
        for (std::size_t i = 0; i < abilities && in.ok(); ++i) {
            const std::string_view ability = in.text();
            status.can_wait |= ability == waiting_ability;
            status.is_renewal_due |= ability == renewing_ability;
        }
        return status;
    });
}

Bytes encode_heads(const std::vector<StoreHead>& heads) {
    CborWriter out;
    out.array(1);
    write_heads(out, heads);
    return out.take();
}

std::optional<std::vector<StoreHead>> decode_heads(ByteView bytes) {
    return decode<std::vector<StoreHead>>(bytes, 1, read_heads);
}

Bytes encode_push_answer(const PushAnswer& answer) {
    CborWriter out;
    out.array(4);
    out.integer(static_cast<std::int64_t>(answer.outcome));
    write_count(out, answer.added);
    write_count(out, answer.known);
    write_count(out, answer.quarantined);
    return out.take();
}

std::optional<PushAnswer> decode_push_answer(ByteView bytes) {
    return decode<PushAnswer>(bytes, 4, [](CborReader& in) {
        PushAnswer answer;
        answer.outcome = read_enum(in, last_push_outcome);
        answer.added = read_count(in);
        answer.known = read_count(in);
        answer.quarantined = read_count(in);
        return answer;
    });
}

Bytes encode_page(const PullPage& page) {
    CborWriter out;
    out.array(3);
    out.integer(static_cast<std::int64_t>(page.state));
    write_count(out, page.next);
    write_batch(out, page.batch);
    return out.take();
}

std::optional<PullPage> decode_page(ByteView bytes) {
    return decode<PullPage>(bytes, 3, [](CborReader& in) {
        PullPage page;
        page.state = read_enum(in, PageState::lost_position);
        page.next = read_count(in);
        page.batch = read_batch(in);
        return page;
    });
}

Bytes encode_join_request(const JoinRequest& request) {
    CborWriter out;
    out.array(1);
    out.bytes(request.secret);
    return out.take();
}

std::optional<JoinRequest> decode_join_request(ByteView bytes) {
    return decode<JoinRequest>(bytes, 1,
                               [](CborReader& in) { return JoinRequest{in.fixed_bytes<16>()}; });
}

Bytes encode_join_answer(const JoinAnswer& answer) {
    CborWriter out;
    out.array(1);
    out.bytes(answer.token);
    return out.take();
}

std::optional<JoinAnswer> decode_join_answer(ByteView bytes) {
    return decode<JoinAnswer>(bytes, 1,
                              [](CborReader& in) { return JoinAnswer{in.fixed_bytes<32>()}; });
}

Bytes encode_renew_request(const RenewRequest& request) {
    CborWriter out;
    out.array(1);
    out.bytes(request.next_token_hash);
    return out.take();
}

std::optional<RenewRequest> decode_renew_request(ByteView bytes) {
    return decode<RenewRequest>(bytes, 1,
                                [](CborReader& in) { return RenewRequest{in.fixed_bytes<32>()}; });
}

Bytes encode_refusal(const Refusal& refusal) {
    CborWriter out;
    const bool names_operation = refusal.sequence != 0;
    out.array(names_operation ? 4 : 2);
    out.integer(static_cast<std::int64_t>(refusal.code));
    out.text(refusal.detail);
    if (names_operation) {
        out.bytes(refusal.device.value.bytes);
        write_count(out, refusal.sequence);
    }
    return out.take();
}

std::optional<Refusal> decode_refusal(ByteView bytes) {
    // Not decode(): what an earlier version leaves out at the end is read where it is there.
    if (bytes.size() > most_message_bytes) return std::nullopt;
    CborReader in(bytes);
    const std::size_t items = in.array();
    Refusal refusal;
    refusal.code = read_enum(in, last_refusal_code);
    refusal.detail = std::string(in.text());
    const bool names_operation = items >= 4;
    if (names_operation) {
        refusal.device.value.bytes = in.fixed_bytes<16>();
        refusal.sequence = read_count(in);
    }
    for (std::size_t i = names_operation ? 4 : 2; i < items && in.ok(); ++i) in.skip();
    if (items < 2 || !in.ok() || !in.at_end()) return std::nullopt;
    return refusal;
}

namespace {

std::string event_path(const EventId& event, const char *what) {
    return "/v1/events/" + to_string(event) + what;
}

}  // namespace

std::string status_path(const EventId& event) {
    return event_path(event, "/status");
}
std::string operations_path(const EventId& event) {
    return event_path(event, "/operations");
}
std::string join_path(const EventId& event) {
    return event_path(event, "/join");
}
std::string joined_path(const EventId& event) {
    return event_path(event, "/joined");
}
std::string renew_path(const EventId& event) {
    return event_path(event, "/renew");
}

}  // namespace stormote
