// Journal: taking operations of other devices.
#include <algorithm>
#include <cassert>
#include <map>

#include "sync/journal/journal.h"

namespace stormote {

namespace {

Error refuse(Sentence sentence, const OperationHeader& header) {
    return input_error(sentence, to_string(header.device), header.sequence);
}

Error changed_header(const OperationHeader& header) {
    return refuse({"Operation {1} of device {0} does not continue its chain: it was changed on the "
                   "way."},
                  header);
}

Error changed_body(const OperationHeader& header) {
    return refuse({"The content of operation {1} of device {0} was changed on the way."}, header);
}

Error disordered(const OperationHeader& header) {
    return refuse({"Operation {1} of device {0} is out of order: the device is faulty."}, header);
}

}  // namespace

Result<JournalIntake> Journal::accept(std::span<const Operation> operations,
                                      std::span<const HeadSignature> signatures,
                                      const std::function<bool(const Operation&)>& is_erased) {
    assert(is_marked_open_ && "opened for reading only");
    // What is known goes back with the transaction, unless it is committed.
    struct Restore {
        KnownDevices& known;
        KnownDevices saved;
        bool is_wanted = true;
        ~Restore() {
            if (is_wanted) known = std::move(saved);
        }
    } restore{known_, known_};
    JournalIntake intake;
    Transaction transaction(*database_);
    for (const Operation& operation : operations) {
        if (auto taken = take(operation, is_erased, intake); !taken) return taken.error();
    }
    if (auto taken = take_signatures(signatures); !taken) return taken.error();
    for (const Operation& operation : intake.added) {
        const DeviceHead& head = known_.heads[index_of(operation.header.device)];
        if (head.signed_sequence < head.head.sequence) {
            return input_error({"The operations of device {} from number {} on are not signed."},
                               to_string(head.device), head.signed_sequence + 1);
        }
    }
    transaction.commit();
    restore.is_wanted = false;
    return intake;
}

Result<> Journal::take(const Operation& operation,
                       const std::function<bool(const Operation&)>& is_erased,
                       JournalIntake& intake) {
    const OperationHeader& header = operation.header;
    if (chain_hash_at(header.device, header.sequence) == header.chain_hash) {
        ++intake.known;
        return Done{};
    }
    const std::size_t index = index_of(header.device);
    const ChainFault fault = fault_of(operation, index);
    Operation kept = operation;
    if (kept.body && is_erased(kept)) kept.body.reset();
    if ((fault == ChainFault::gap || fault == ChainFault::broken) && is_fork(header, index)) {
        if (operation.body && hash_body(*operation.body) != header.body_hash) {
            return changed_body(header);
        }
        ++(quarantine(kept) ? intake.quarantined : intake.known);
        return Done{};
    }
    if (auto checked = check_next(operation, fault, index); !checked) return checked;
    insert(kept);
    advance(header, index);
    intake.added.push_back(std::move(kept));
    return Done{};
}

Result<> Journal::check_next(const Operation& operation, ChainFault fault, std::size_t index) {
    const OperationHeader& header = operation.header;
    switch (fault) {
        case ChainFault::none:
            break;
        case ChainFault::gap:
            if (header.sequence <= known_.heads[index].head.sequence) return changed_header(header);
            return refuse({"Operations of device {} are missing before number {}."}, header);
        case ChainFault::broken:
            return changed_header(header);
        case ChainFault::disordered:
            return disordered(header);
        case ChainFault::false_body:
            return changed_body(header);
    }
    if (header.lamport > largest_accepted_lamport) return disordered(header);
    if (header.sequence == 1 && !learn_key(operation, index)) {
        return refuse({"Device {} did not introduce itself at number {}."}, header);
    }
    return Done{};
}

Result<> Journal::take_signatures(std::span<const HeadSignature> signatures) {
    // The newest of each device covers the others: a verification takes its time.
    std::map<DeviceId, const HeadSignature *> newest;
    for (const HeadSignature& signature : signatures) {
        const auto index = find(signature.device);
        if (!index || signature.sequence <= known_.heads[*index].signed_sequence ||
            signature.sequence > known_.heads[*index].head.sequence) {
            continue;
        }
        const HeadSignature *& known = newest[signature.device];
        if (known == nullptr || known->sequence < signature.sequence) known = &signature;
    }
    for (const auto& [device, signature] : newest) {
        if (!is_signature_true(*signature, index_of(device))) {
            return input_error({"The signature of device {} at number {} is false."},
                               to_string(device), signature->sequence);
        }
        store_signature(*signature);
    }
    return Done{};
}

bool Journal::is_signature_true(const HeadSignature& signature, std::size_t index) const {
    const auto chain_hash = chain_hash_at(signature.device, signature.sequence);
    if (!chain_hash) return false;
    OperationHeader header;
    header.device = signature.device;
    header.sequence = signature.sequence;
    header.chain_hash = *chain_hash;
    return verify_signature(known_.details[index].key, head_message(event_, header),
                            signature.signature);
}

// Whether it continues its device's chain, but not the one here: another file wrote it in the
// same name.
bool Journal::is_fork(const OperationHeader& header, std::size_t index) const {
    if (header.sequence == 0) return false;
    const auto continues = [&header](const Hash& previous) {
        return chain(previous, header) == header.chain_hash;
    };
    if (header.sequence <= known_.heads[index].head.sequence) {
        const auto previous = header.sequence == 1
                                  ? std::optional(chain_start(event_, header.device))
                                  : chain_hash_at(header.device, header.sequence - 1);
        if (previous && continues(*previous)) return true;
    }
    Statement others(*database_,
                     "SELECT chain_hash FROM quarantine WHERE device = ? AND sequence = ?");
    others.bind(ByteView(header.device.value.bytes))
        .bind(static_cast<std::int64_t>(header.sequence - 1));
    while (others.step()) {
        const auto previous = to_array<32>(others.blob(0));
        if (previous && continues(*previous)) return true;
    }
    return false;
}

bool Journal::quarantine(const Operation& operation) {
    const OperationHeader& header = operation.header;
    const Bytes core = encode_header_core(header);
    Statement(*database_,
              "INSERT OR IGNORE INTO quarantine(device, sequence, chain_hash, header, sealed) "
              "VALUES(?, ?, ?, ?, ?)")
        .bind(ByteView(header.device.value.bytes))
        .bind(static_cast<std::int64_t>(header.sequence))
        .bind(ByteView(header.chain_hash))
        .bind(ByteView(core))
        .bind(ByteView(seal_body(operation, core)))
        .run();
    return database_->changes() > 0;
}

}  // namespace stormote
