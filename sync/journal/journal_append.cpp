// Journal: writing operations of this device, signing them, and erasing bodies.
#include <array>
#include <cassert>

#include <unistd.h>

#include "sync/journal/journal_parts.h"
#include "sync/model/operation_limits.h"

namespace stormote {

// What becomes the next operation.
struct Journal::Draft {
    const Body& body;
    const DatedBody *dated;  // null: now, under a new id
};

namespace {

std::string host_name() {
    std::array<char, 256> name{};
    gethostname(name.data(), name.size() - 1);
    return name.data();
}

// The operation that comes next on a device. Throws where no other device would take it: nothing
// may be confirmed here that stays here.
Operation make_next(const EventId& event, const Journal::Draft& draft, const KnownDevice& device,
                    std::uint64_t highest_lamport, const JournalEnvironment& environment) {
    Operation operation;
    operation.body = SaltedBody{environment.random.bytes<32>(), encode_body(draft.body)};
    OperationHeader& header = operation.header;
    header.id = draft.dated != nullptr
                    ? draft.dated->id
                    : make_id<OperationId>(environment.clock, environment.random);
    header.device = device.device;
    header.sequence = device.head.sequence + 1;
    header.lamport = next_lamport(device.lamport, highest_lamport);
    header.wall_ms =
        to_wall_ms(draft.dated != nullptr ? draft.dated->wall_ms : environment.clock.wall_ms());
    header.kind = kind_of(draft.body.content);
    header.body_hash = hash_body(*operation.body);
    header.chain_hash = chain(device.head.chain_hash, header);
    if (const auto fault = fault_of(event, operation)) {
        throw MachineFailure(
            input_error(*fault, to_string(header.device), std::to_string(header.sequence)));
    }
    // Nobody could read it, and it would have no effect.
    if (!decode_body(header.kind, operation.body->bytes)) {
        throw MachineFailure(
            input_error({"The content of operation {1} of device {0} cannot be read."},
                        to_string(header.device), std::to_string(header.sequence)));
    }
    return operation;
}

std::vector<Journal::Draft> drafts_of(std::span<const Body> bodies) {
    std::vector<Journal::Draft> drafts;
    drafts.reserve(bodies.size());
    for (const Body& body : bodies) drafts.push_back({body, nullptr});
    return drafts;
}

}  // namespace

std::vector<Operation> Journal::append(std::span<const Body> bodies,
                                       const std::function<void()>& written) {
    return append_beside(drafts_of(bodies), written, [] {});
}

std::vector<Operation> Journal::append_dated(std::span<const DatedBody> bodies) {
    std::vector<Draft> drafts;
    drafts.reserve(bodies.size());
    for (const DatedBody& dated : bodies) drafts.push_back({dated.body, &dated});
    return append_beside(
        drafts, [] {}, [] {});
}

std::vector<Operation> Journal::append_beside(const std::vector<Draft>& drafts,
                                              const std::function<void()>& written,
                                              const std::function<void()>& beside) {
    assert(parts_->mark.was_set() && "opened for reading only");
    if (drafts.empty()) return {};
    parts_->is_key_needless = false;
    // A full disk may have kept an identity from introducing itself.
    const KnownDevice *own = parts_->chains.find(parts_->identity->device());
    const bool is_introduction =
        kind_of(drafts.front().body.content) == OperationKind::device_introduced;
    if ((own == nullptr || own->head.sequence == 0) && !is_introduction) {
        static_cast<void>(introduce());
    }
    DeviceChains& chains = parts_->chains;
    KnownDevice& known = chains.find_or_add(parts_->identity->device());
    // What the transaction may take back is not remembered before it is committed.
    KnownDevice device = known;
    std::vector<Operation> operations;
    operations.reserve(drafts.size());
    Transaction transaction(parts_->database);
    for (const Draft& draft : drafts) {
        operations.push_back(
            make_next(event(), draft, device, chains.highest_lamport(), parts_->environment));
        parts_->operations.insert(device.number, operations.back());
        if (!parts_->authority.is_open() && Authority::concerns(operations.back().header.kind)) {
            parts_->authority_rows.insert(device.number, operations.back().header.sequence);
        }
        device.advance(operations.back());
        if (HeadSignatures::is_due(device)) sign(device);
        written();
    }
    beside();
    // In the same transaction: what lies on the disk of a dead machine can be delivered.
    if (device.signed_sequence < device.head.sequence) sign(device);
    transaction.commit();
    known = device;
    parts_->identity->note_head(device.head);
    note_authority(operations);
    return operations;
}

void Journal::sign(KnownDevice& device) {
    parts_->signatures.sign_head(*parts_->identity, device);
}

std::vector<Operation> Journal::release_waiting() {
    const WaitingQueue::Drawn drawn = parts_->waiting.draw();
    return append_beside(
        drafts_of(drawn.bodies), [] {}, [this, &drawn] { parts_->waiting.remove(drawn.names); });
}

Operation Journal::introduce() {
    KnownDevice& device = parts_->chains.find_or_add(parts_->identity->device());
    // Committed by itself: a number that a transaction takes back must not be remembered.
    static_cast<void>(parts_->chains.number_of(device));
    const std::string& chosen_name = parts_->environment.device_name;
    const Body introduction{
        {},
        ActingRole::machine,
        DeviceIntroduced{parts_->identity->public_key(),
                         chosen_name.empty() ? host_name() : chosen_name, find_admission()}};
    device.key = parts_->identity->public_key();
    parts_->authority.set_own(device.device);
    return append(std::span(&introduction, 1)).front();
}

void Journal::sign_head() {
    if (!parts_->identity) return;
    // Whoever gets the signature may show it to others: a power cut must not make this machine
    // forget what it has written.
    parts_->identity->make_durable();
    const KnownDevice *known = parts_->chains.find(parts_->identity->device());
    if (known == nullptr || known->signed_sequence == known->head.sequence) return;
    // Of an earlier version, which signed when it closed the file.
    KnownDevice device = *known;
    Transaction transaction(parts_->database);
    sign(device);
    transaction.commit();
    parts_->chains.find_or_add(device.device) = device;
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
    parts_->about.set(erasing_name, Bytes{1});
    transaction.commit();
    parts_->finish_erasing();
}

void Journal::Parts::finish_erasing() {
    // Pages that were split once may still hold pieces in what they count as free space.
    database.execute("VACUUM");
    // The WAL holds the old pages until it is emptied.
    if (!mark.empty_wal()) database.check(SQLITE_BUSY);
    Statement(database, "DELETE FROM about WHERE name = ?").bind(erasing_name).run();
}

}  // namespace stormote
