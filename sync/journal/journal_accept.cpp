// Journal: taking operations of other devices.
#include <algorithm>
#include <cassert>

#include "sync/journal/journal.h"

namespace stormote {

namespace {

Error refuse(Sentence sentence, const OperationHeader& header) {
    return input_error(sentence, to_string(header.device), header.sequence);
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
        if (auto taken = take(operation, signatures, is_erased, intake); !taken) {
            return taken.error();
        }
    }
    for (const Operation& operation : intake.added) {
        const DeviceHead& head = head_of(operation.header.device);
        if (head.signed_sequence < head.head.sequence) {
            return input_error({"The operations of device {} from number {} on are not signed."},
                               to_string(head.device), head.signed_sequence + 1);
        }
    }
    transaction.commit();
    restore.is_wanted = false;
    return intake;
}

Result<> Journal::take(const Operation& operation, std::span<const HeadSignature> signatures,
                       const std::function<bool(const Operation&)>& is_erased,
                       JournalIntake& intake) {
    const OperationHeader& header = operation.header;
    const DeviceHead head = head_of(header.device);
    if (header.sequence <= head.head.sequence) {
        const auto here = operations_after(header.device, header.sequence - 1, 1);
        if (!here.empty() && here.front().header.chain_hash == header.chain_hash) {
            ++intake.known;
            return take_signatures(header, signatures);
        }
        quarantine(operation);
        ++intake.quarantined;
        return Done{};
    }
    if (auto checked = check_next(operation, head); !checked) {
        if (!continues_quarantined(header)) return checked;
        quarantine(operation);
        ++intake.quarantined;
        return Done{};
    }
    if (header.sequence == 1) {
        if (auto checked = check_introduction(operation); !checked) return checked;
    }
    Operation kept = operation;
    if (kept.body && is_erased(kept)) kept.body.reset();
    insert(kept);
    head_of(header.device).head = {header.sequence, header.chain_hash};
    known_.highest_lamport = std::max(known_.highest_lamport, header.lamport);
    intake.added.push_back(std::move(kept));
    return take_signatures(header, signatures);
}

Result<> Journal::take_signatures(const OperationHeader& header,
                                  std::span<const HeadSignature> signatures) {
    for (const HeadSignature& signature : signatures) {
        if (signature.device != header.device || signature.sequence != header.sequence) continue;
        if (!verify_signature(known_.keys[index_of(header.device)], head_message(event_, header),
                              signature.signature)) {
            return refuse({"The signature of device {} at number {} is false."}, header);
        }
        store_signature(signature);
    }
    return Done{};
}

Result<> Journal::check_next(const Operation& operation, const DeviceHead& head) const {
    const OperationHeader& header = operation.header;
    if (header.sequence != head.head.sequence + 1) {
        return refuse({"Operations of device {} are missing before number {}."}, header);
    }
    if (chain(head.head.chain_hash, header) != header.chain_hash) {
        return refuse({"Operation {1} of device {0} does not continue its chain: it was changed on "
                       "the way."},
                      header);
    }
    if (operation.body && hash_body(*operation.body) != header.body_hash) {
        return refuse({"The content of operation {1} of device {0} was changed on the way."},
                      header);
    }
    return Done{};
}

Result<> Journal::check_introduction(const Operation& operation) {
    const OperationHeader& header = operation.header;
    const auto body =
        operation.body ? decode_body(header.kind, operation.body->bytes) : std::nullopt;
    const auto *introduced = body ? std::get_if<DeviceIntroduced>(&body->content) : nullptr;
    if (introduced == nullptr || device_of(introduced->public_key) != header.device) {
        return refuse({"Device {} did not introduce itself at number {}."}, header);
    }
    known_.keys[index_of(header.device)] = introduced->public_key;
    return Done{};
}

bool Journal::continues_quarantined(const OperationHeader& header) const {
    Statement select(*database_,
                     "SELECT chain_hash FROM quarantine WHERE device = ? AND sequence = ?");
    select.bind(ByteView(header.device.value.bytes))
        .bind(static_cast<std::int64_t>(header.sequence - 1));
    while (select.step()) {
        const auto previous = to_array<32>(select.blob(0));
        if (previous && chain(*previous, header) == header.chain_hash) return true;
    }
    return false;
}

void Journal::quarantine(const Operation& operation) {
    const OperationHeader& header = operation.header;
    const Bytes core = encode_header_core(header);
    Statement insert(*database_,
                     "INSERT OR IGNORE INTO quarantine(device, sequence, chain_hash, header, "
                     "sealed) VALUES(?, ?, ?, ?, ?)");
    insert.bind(ByteView(header.device.value.bytes))
        .bind(static_cast<std::int64_t>(header.sequence))
        .bind(ByteView(header.chain_hash))
        .bind(ByteView(core));
    if (operation.body) {
        insert.bind(ByteView(seal_body(*operation.body, core)));
    } else {
        insert.bind_null();
    }
    insert.run();
}

}  // namespace stormote
