// Journal: writing operations of this device, signing them, and erasing bodies.
#include <array>
#include <cassert>

#include <unistd.h>

#include "sync/journal/journal_parts.h"

namespace stormote {

namespace {

std::string host_name() {
    std::array<char, 256> name{};
    gethostname(name.data(), name.size() - 1);
    return name.data();
}

// The operation of a device that comes after the head; head and counter move on to it.
Operation make_next(const Body& body, const DeviceId& device, ChainHead& head,
                    std::uint64_t& lamport, const JournalEnvironment& environment) {
    Operation operation;
    operation.body = SaltedBody{environment.random.bytes<32>(), encode_body(body)};
    OperationHeader& header = operation.header;
    header.id = make_id<OperationId>(environment.clock, environment.random);
    header.device = device;
    header.sequence = head.sequence + 1;
    header.lamport = ++lamport;
    header.wall_ms = environment.clock.wall_ms();
    header.kind = kind_of(body.content);
    header.body_hash = hash_body(*operation.body);
    header.chain_hash = chain(head.chain_hash, header);
    head = {header.sequence, header.chain_hash};
    return operation;
}

}  // namespace

std::vector<Operation> Journal::append(std::span<const Body> bodies,
                                       const std::function<void()>& written) {
    return append_beside(bodies, written, [] {});
}

std::vector<Operation> Journal::append_beside(std::span<const Body> bodies,
                                              const std::function<void()>& written,
                                              const std::function<void()>& beside) {
    assert(parts_->mark.was_set() && "opened for reading only");
    if (bodies.empty()) return {};
    KnownDevice& device = parts_->chains.find_or_add(parts_->identity->device());
    ChainHead head = device.head;
    std::uint64_t lamport = parts_->chains.highest_lamport();
    std::vector<Operation> operations;
    operations.reserve(bodies.size());
    Transaction transaction(parts_->database);
    for (const Body& body : bodies) {
        operations.push_back(make_next(body, device.device, head, lamport, parts_->environment));
        parts_->operations.insert(parts_->chains.number_of(device), operations.back());
        written();
    }
    beside();
    transaction.commit();
    parts_->chains.advance(operations.back().header, device);
    parts_->identity->note_head(head);
    return operations;
}

std::vector<Operation> Journal::release_waiting() {
    const WaitingQueue::Drawn drawn = parts_->waiting.draw();
    return append_beside(
        drawn.bodies, [] {}, [this, &drawn] { parts_->waiting.remove(drawn.names); });
}

Operation Journal::introduce() {
    KnownDevice& device = parts_->chains.find_or_add(parts_->identity->device());
    // Committed by itself: a number that a transaction takes back must not be remembered.
    static_cast<void>(parts_->chains.number_of(device));
    const std::string& chosen_name = parts_->environment.device_name;
    const Body introduction{{},
                            ActingRole::machine,
                            DeviceIntroduced{parts_->identity->public_key(),
                                             chosen_name.empty() ? host_name() : chosen_name}};
    Operation operation = append(std::span(&introduction, 1)).front();
    learn_key(operation, device);
    return operation;
}

void Journal::sign_head() {
    auto& identity = parts_->identity;
    if (!identity) return;
    const KnownDevice *known = parts_->chains.find(identity->device());
    if (known == nullptr) return;
    const KnownDevice device = *known;
    if (device.head.sequence == device.signed_sequence) return;
    // Whoever gets the signature may show it to others: never sign what a power cut may forget.
    identity->make_durable();
    // A signature that the disk does not take is none, and is made again the next time.
    DeviceChains chains = parts_->chains;
    const auto sign = [&](const OperationHeader& header) {
        parts_->signatures.sign(header, *identity, chains);
    };
    Transaction transaction(parts_->database);
    for (auto sequence = device.signed_sequence + signature_interval;
         sequence < device.head.sequence; sequence += signature_interval) {
        sign(operations_after(device.device, sequence - 1, 1).front().header);
    }
    OperationHeader header;
    header.device = device.device;
    header.sequence = device.head.sequence;
    header.chain_hash = device.head.chain_hash;
    sign(header);
    transaction.commit();
    parts_->chains = std::move(chains);
}

Operation Journal::renounce_identity() {
    sign_head();
    const JournalEnvironment& environment = parts_->environment;
    parts_->identity =
        DeviceIdentity::make(environment.state_directory, event(), path(), environment.random);
    return introduce();
}

void Journal::erase_bodies(const std::function<bool(const Operation&)>& is_erased) {
    Transaction transaction(parts_->database);
    for (const KnownDevice& known : parts_->chains.devices()) {
        parts_->operations.erase_bodies(known.number, known.device, is_erased);
    }
    parts_->quarantine.erase_bodies(is_erased);
    transaction.commit();
    // Pages that were split once may still hold pieces in what they count as free space.
    parts_->database.execute("VACUUM");
    // The WAL holds the old pages until it is emptied.
    if (!parts_->mark.empty_wal()) parts_->database.check(SQLITE_BUSY);
}

}  // namespace stormote
