// Journal: taking operations of other devices.
#include <algorithm>
#include <cassert>

#include "sync/journal/journal_parts.h"

namespace stormote {

namespace {

Error refuse(Sentence sentence, const OperationHeader& header) {
    return input_error(sentence, to_string(header.device), header.sequence);
}

Error changed_header(const OperationHeader& header) {
    return refuse(
        {"Operation {1} of device {0} does not continue its chain: it was changed in transit."},
        header);
}

Error changed_body(const OperationHeader& header) {
    return refuse({"The content of operation {1} of device {0} was changed in transit."}, header);
}

Error disordered(const OperationHeader& header) {
    return refuse({"Operation {1} of device {0} is out of order: the device is faulty."}, header);
}

// One transaction's taking. It learns on a copy of the chains, which counts once the transaction is
// committed.
class OperationIntake {
  public:
    OperationIntake(const DeviceChains& chains, OperationTable& operations,
                    HeadSignatures& signatures, Quarantine& quarantine,
                    const ErasureTest& is_erased)
        : chains_(chains),
          operations_(operations),
          signatures_(signatures),
          quarantine_(quarantine),
          is_erased_(is_erased) {}

    Result<> take(const Operation& operation);
    Result<> take(std::span<const HeadSignature> signatures);

    [[nodiscard]] DeviceChains& chains() { return chains_; }
    [[nodiscard]] JournalIntake& counts() { return counts_; }

  private:
    [[nodiscard]] bool is_fork(const OperationHeader& header, const KnownDevice& device) const;

    DeviceChains chains_;
    OperationTable& operations_;
    HeadSignatures& signatures_;
    Quarantine& quarantine_;
    const ErasureTest& is_erased_;
    JournalIntake counts_;
};

Result<> check_next(const Operation& operation, ChainFault fault, KnownDevice& device) {
    const OperationHeader& header = operation.header;
    switch (fault) {
        case ChainFault::none:
            break;
        case ChainFault::gap:
            if (header.sequence <= device.head.sequence) return changed_header(header);
            return refuse({"Operations of device {} are missing before number {}."}, header);
        case ChainFault::broken:
            return changed_header(header);
        case ChainFault::disordered:
            return disordered(header);
        case ChainFault::false_body:
            return changed_body(header);
    }
    if (header.lamport > largest_accepted_lamport) return disordered(header);
    if (header.sequence == 1 && !learn_key(operation, device)) {
        return refuse({"Device {} did not introduce itself at number {}."}, header);
    }
    return Done{};
}

Result<> OperationIntake::take(const Operation& operation) {
    const OperationHeader& header = operation.header;
    if (chains_.chain_hash_at(header.device, header.sequence) == header.chain_hash) {
        ++counts_.known;
        return Done{};
    }
    KnownDevice& device = chains_.find_or_add(header.device);
    const ChainFault fault = fault_of(operation, device);
    Operation kept = operation;
    if (kept.body && is_erased_(kept)) kept.body.reset();
    if ((fault == ChainFault::gap || fault == ChainFault::broken) && is_fork(header, device)) {
        if (operation.body && hash_body(*operation.body) != header.body_hash) {
            return changed_body(header);
        }
        ++(quarantine_.keep(kept) ? counts_.quarantined : counts_.known);
        return Done{};
    }
    if (auto checked = check_next(operation, fault, device); !checked) return checked;
    operations_.insert(chains_.number_of(device), kept);
    chains_.advance(header, device);
    counts_.added.push_back(std::move(kept));
    return Done{};
}

Result<> OperationIntake::take(std::span<const HeadSignature> signatures) {
    if (auto taken = signatures_.take(signatures, chains_); !taken) return taken;
    for (const Operation& operation : counts_.added) {
        const KnownDevice& device = *chains_.find(operation.header.device);
        if (device.signed_sequence < device.head.sequence) {
            return input_error({"The operations of device {} from number {} on are not signed."},
                               to_string(device.device), device.signed_sequence + 1);
        }
    }
    return Done{};
}

// Whether it continues its device's chain, but not the one here: another file wrote it in the
// same name.
bool OperationIntake::is_fork(const OperationHeader& header, const KnownDevice& device) const {
    if (header.sequence == 0) return false;
    const auto continues = [&header](const Hash& previous) {
        return chain(previous, header) == header.chain_hash;
    };
    if (header.sequence <= device.head.sequence) {
        const auto previous = chains_.chain_hash_before(header.device, header.sequence);
        if (previous && continues(*previous)) return true;
    }
    const auto others = quarantine_.chain_hashes_at(header.device, header.sequence - 1);
    return std::any_of(others.begin(), others.end(), continues);
}

}  // namespace

Result<JournalIntake> Journal::accept(std::span<const Operation> operations,
                                      std::span<const HeadSignature> signatures,
                                      const std::function<bool(const Operation&)>& is_erased) {
    assert(parts_->mark.was_set() && "opened for reading only");
    OperationIntake intake(parts_->chains, parts_->operations, parts_->signatures,
                           parts_->quarantine, is_erased);
    Transaction transaction(parts_->database);
    for (const Operation& operation : operations) {
        if (auto taken = intake.take(operation); !taken) return taken.error();
    }
    if (auto taken = intake.take(signatures); !taken) return taken.error();
    transaction.commit();
    parts_->chains = std::move(intake.chains());
    return std::move(intake.counts());
}

}  // namespace stormote
