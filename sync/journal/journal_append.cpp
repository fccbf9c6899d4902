// Journal: writing operations of this device, and what is known of all devices.
#include <algorithm>
#include <array>
#include <cassert>

#include <unistd.h>

#include "sync/journal/journal.h"

namespace stormote {

namespace {

std::string host_name() {
    std::array<char, 256> name{};
    gethostname(name.data(), name.size() - 1);
    return name.data();
}

}  // namespace

std::optional<std::size_t> Journal::find(const DeviceId& device) const {
    for (std::size_t i = 0; i < known_.heads.size(); ++i) {
        if (known_.heads[i].device == device) return i;
    }
    return std::nullopt;
}

std::size_t Journal::index_of(const DeviceId& device) {
    if (const auto index = find(device)) return *index;
    known_.heads.push_back({device, {0, chain_start(event_, device)}, 0});
    known_.details.emplace_back();
    return known_.heads.size() - 1;
}

std::int64_t Journal::device_number(const DeviceId& device) {
    std::int64_t& number = known_.details[index_of(device)].number;
    if (number == 0) {
        Statement(*database_, "INSERT OR IGNORE INTO device(id) VALUES(?)")
            .bind(ByteView(device.value.bytes))
            .run();
        Statement select(*database_, "SELECT number FROM device WHERE id = ?");
        select.bind(ByteView(device.value.bytes));
        if (select.step()) number = select.number(0);
    }
    return number;
}

Bytes Journal::seal_body(const Operation& operation, ByteView header_core) const {
    // The salt first, then the exact bytes of the body. Of an erased body, nothing is sealed: a
    // body that damage took away is told from one that was erased.
    Bytes plain;
    if (operation.body) {
        plain.reserve(sizeof(Salt) + operation.body->bytes.size());
        plain.assign(operation.body->salt.begin(), operation.body->salt.end());
        plain.insert(plain.end(), operation.body->bytes.begin(), operation.body->bytes.end());
    }
    return seal(key_, plain, header_core, environment_.random);
}

void Journal::insert(const Operation& operation) {
    const OperationHeader& header = operation.header;
    const Bytes core = encode_header_core(header);
    insert_operation_->bind(device_number(header.device))
        .bind(static_cast<std::int64_t>(header.sequence))
        .bind(ByteView(core))
        .bind(ByteView(header.chain_hash))
        .bind(ByteView(seal_body(operation, core)))
        .run();
}

Operation Journal::make_next(const Body& body, ChainHead& head, std::uint64_t& lamport) const {
    Operation operation;
    operation.body = SaltedBody{environment_.random.bytes<32>(), encode_body(body)};
    OperationHeader& header = operation.header;
    header.id = make_id<OperationId>(environment_.clock, environment_.random);
    header.device = identity_->device();
    header.sequence = head.sequence + 1;
    header.lamport = ++lamport;
    header.wall_ms = environment_.clock.wall_ms();
    header.kind = kind_of(body.content);
    header.body_hash = hash_body(*operation.body);
    header.chain_hash = chain(head.chain_hash, header);
    head = {header.sequence, header.chain_hash};
    return operation;
}

std::vector<Operation> Journal::append(std::span<const Body> bodies) {
    return append(bodies, [] {});
}

std::vector<Operation> Journal::append(std::span<const Body> bodies,
                                       const std::function<void()>& beside) {
    assert(is_marked_open_ && "opened for reading only");
    if (bodies.empty()) return {};
    const std::size_t index = index_of(identity_->device());
    ChainHead head = known_.heads[index].head;
    std::uint64_t lamport = known_.highest_lamport;
    std::vector<Operation> operations;
    operations.reserve(bodies.size());
    Transaction transaction(*database_);
    for (const Body& body : bodies) {
        operations.push_back(make_next(body, head, lamport));
        insert(operations.back());
    }
    beside();
    transaction.commit();
    advance(operations.back().header, index);
    identity_->note_head(head);
    return operations;
}

Operation Journal::introduce() {
    // Committed by itself: a number that a transaction takes back must not be remembered.
    static_cast<void>(device_number(identity_->device()));
    const std::string name =
        environment_.device_name.empty() ? host_name() : environment_.device_name;
    const Body introduction{
        {}, ActingRole::machine, DeviceIntroduced{identity_->public_key(), name}};
    Operation operation = append(std::span(&introduction, 1)).front();
    learn_key(operation, index_of(identity_->device()));
    return operation;
}

void Journal::advance(const OperationHeader& header, std::size_t index) {
    known_.heads[index].head = {header.sequence, header.chain_hash};
    known_.details[index].lamport = header.lamport;
    known_.highest_lamport = std::max(known_.highest_lamport, header.lamport);
}

Journal::ChainFault Journal::fault_of(const Operation& operation, std::size_t index) const {
    const OperationHeader& header = operation.header;
    const ChainHead& head = known_.heads[index].head;
    if (header.sequence != head.sequence + 1) return ChainFault::gap;
    if (chain(head.chain_hash, header) != header.chain_hash) return ChainFault::broken;
    if (header.lamport <= known_.details[index].lamport) return ChainFault::disordered;
    if (operation.body && hash_body(*operation.body) != header.body_hash) {
        return ChainFault::false_body;
    }
    return ChainFault::none;
}

bool Journal::learn_key(const Operation& operation, std::size_t index) {
    if (!operation.body) return false;
    const auto body = decode_body(operation.header.kind, operation.body->bytes);
    const auto *introduced = body ? std::get_if<DeviceIntroduced>(&body->content) : nullptr;
    if (introduced == nullptr || device_of(introduced->public_key) != operation.header.device) {
        return false;
    }
    known_.details[index].key = introduced->public_key;
    return true;
}

void Journal::store_signature(const HeadSignature& signature) {
    Statement(*database_,
              "INSERT OR IGNORE INTO signature(device, sequence, signature) VALUES(?, ?, ?)")
        .bind(device_number(signature.device))
        .bind(static_cast<std::int64_t>(signature.sequence))
        .bind(ByteView(signature.signature))
        .run();
    known_.heads[index_of(signature.device)].signed_sequence = signature.sequence;
}

void Journal::sign(const OperationHeader& header) {
    store_signature(
        {header.device, header.sequence, identity_->sign(head_message(event_, header))});
}

void Journal::sign_head() {
    if (!identity_) return;
    const auto index = find(identity_->device());
    if (!index) return;
    const DeviceHead head = known_.heads[*index];
    if (head.head.sequence == head.signed_sequence) return;
    // Whoever gets the signature may show it to others: never sign what a power cut may forget.
    identity_->make_durable();
    Transaction transaction(*database_);
    for (auto sequence = head.signed_sequence + signature_interval; sequence < head.head.sequence;
         sequence += signature_interval) {
        sign(operations_after(head.device, sequence - 1, 1).front().header);
    }
    OperationHeader header;
    header.device = head.device;
    header.sequence = head.head.sequence;
    header.chain_hash = head.head.chain_hash;
    sign(header);
    transaction.commit();
}

Operation Journal::renounce_identity() {
    sign_head();
    identity_ =
        DeviceIdentity::make(environment_.state_directory, event_, path(), environment_.random);
    return introduce();
}

}  // namespace stormote
