// Journal: writing operations of this device and taking those of others.
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

std::size_t Journal::index_of(const DeviceId& device) {
    for (std::size_t i = 0; i < known_.heads.size(); ++i) {
        if (known_.heads[i].device == device) return i;
    }
    known_.heads.push_back({device, {0, chain_start(event_, device)}, 0});
    known_.keys.emplace_back();
    known_.numbers.push_back(0);
    return known_.heads.size() - 1;
}

std::int64_t Journal::device_number(const DeviceId& device) {
    std::int64_t& number = known_.numbers[index_of(device)];
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

Bytes Journal::seal_body(const SaltedBody& body, ByteView header_core) const {
    // The salt first, then the exact bytes of the body.
    Bytes plain(body.salt.begin(), body.salt.end());
    plain.insert(plain.end(), body.bytes.begin(), body.bytes.end());
    return seal(key_, plain, header_core, environment_.random);
}

void Journal::insert(const Operation& operation) {
    const OperationHeader& header = operation.header;
    const Bytes core = encode_header_core(header);
    insert_operation_->bind(device_number(header.device))
        .bind(static_cast<std::int64_t>(header.sequence))
        .bind(ByteView(core))
        .bind(ByteView(header.chain_hash));
    if (operation.body) {
        insert_operation_->bind(ByteView(seal_body(*operation.body, core)));
    } else {
        insert_operation_->bind_null();
    }
    insert_operation_->run();
}

Operation Journal::seal_next(const Body& body, ChainHead& head, std::uint64_t& lamport) const {
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
    assert(is_marked_open_ && "opened for reading only");
    if (bodies.empty()) return {};
    if (!identity_) become_new_device();
    const DeviceId device = identity_->device();
    ChainHead head = head_of(device).head;
    std::uint64_t lamport = known_.highest_lamport;
    std::vector<Operation> operations;
    operations.reserve(bodies.size());
    Transaction transaction(*database_);
    for (const Body& body : bodies) {
        operations.push_back(seal_next(body, head, lamport));
        insert(operations.back());
    }
    transaction.commit();
    head_of(device).head = head;
    known_.highest_lamport = lamport;
    identity_->note_head(head);
    return operations;
}

void Journal::become_new_device() {
    if (identity_) return;
    identity_ =
        DeviceIdentity::make(environment_.state_directory, event_, path(), environment_.random);
    const std::string name =
        environment_.device_name.empty() ? host_name() : environment_.device_name;
    const Body introduction{
        {}, ActingRole::machine, DeviceIntroduced{identity_->public_key(), name}};
    append(std::span(&introduction, 1));
    known_.keys[index_of(identity_->device())] = identity_->public_key();
}

void Journal::store_signature(const HeadSignature& signature) {
    Statement(*database_,
              "INSERT OR IGNORE INTO signature(device, sequence, signature) VALUES(?, ?, ?)")
        .bind(device_number(signature.device))
        .bind(static_cast<std::int64_t>(signature.sequence))
        .bind(ByteView(signature.signature))
        .run();
    DeviceHead& head = head_of(signature.device);
    head.signed_sequence = std::max(head.signed_sequence, signature.sequence);
}

void Journal::sign(const OperationHeader& header) {
    store_signature(
        {header.device, header.sequence, identity_->sign(head_message(event_, header))});
}

void Journal::sign_head() {
    if (!identity_) return;
    const DeviceHead head = head_of(identity_->device());
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

void Journal::renounce_identity() {
    sign_head();
    identity_.reset();
}

}  // namespace stormote
