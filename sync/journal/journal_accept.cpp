// Journal: taking operations of other devices.
#include <algorithm>
#include <cassert>

#include "sync/journal/journal_parts.h"

namespace stormote {

namespace {

// The number of a device's first operation that no device may have written; 0: there is none.
std::string refused_cursor(const DeviceId& device) {
    return "refused " + to_string(device);
}

// One transaction's taking. It learns on a copy of the chains, which counts once the transaction is
// committed.
class OperationIntake final : public KnownChains {
  public:
    OperationIntake(const EventId& event, const DeviceChains& chains, OperationTable& operations,
                    HeadSignatures& signatures, AuthorityTable& authority_rows,
                    Quarantine& quarantine, ExchangeCursors& cursors, const ErasureTest& is_erased)
        : event_(event),
          chains_(chains),
          operations_(operations),
          signatures_(signatures),
          authority_rows_(authority_rows),
          quarantine_(quarantine),
          cursors_(cursors),
          is_erased_(is_erased) {}

    Result<> take(const Run& run, std::span<const HeadSignature> signatures) {
        const auto plan = plan_run(event_, run, signatures, *this);
        if (const auto *refused = std::get_if<RefusedRun>(&plan)) return pass_over(*refused);
        take(std::get<PlannedRun>(plan));
        return Done{};
    }

    [[nodiscard]] DeviceChains& chains() { return chains_; }
    [[nodiscard]] JournalIntake& counts() { return counts_; }
    [[nodiscard]] const std::vector<DeviceId>& replaced_devices() const {
        return replaced_devices_;
    }

    [[nodiscard]] KnownChain chain_of(const DeviceId& device) override {
        const KnownDevice *known = chains_.find(device);
        return known == nullptr ? KnownChain{} : KnownChain{known->head.sequence, known->key};
    }
    [[nodiscard]] std::optional<ChainLink> link_at(const DeviceId& device,
                                                   std::uint64_t sequence) override {
        return chains_.link_at(device, sequence);
    }
    [[nodiscard]] std::vector<ChainLink> quarantined_at(const DeviceId& device,
                                                        std::uint64_t sequence) override {
        return quarantine_.links_at(device, sequence);
    }

  private:
    // What comes after a faulty operation of a device is missing here for that reason alone.
    Result<> pass_over(const RefusedRun& run) {
        const std::string name = refused_cursor(run.device);
        const bool was_refused = cursors_.get(name) != 0;
        if (run.kind == RefusalKind::changed || (run.kind == RefusalKind::gap && !was_refused)) {
            return run.reason;
        }
        if (run.kind == RefusalKind::faulty) cursors_.set(name, run.sequence);
        counts_.refused.push_back(run);
        return Done{};
    }

    void take(const PlannedRun& run) {
        counts_.known += run.known;
        switch (run.place) {
            case RunPlace::known:
                break;
            case RunPlace::contradicts:
                put_aside(run);
                break;
            case RunPlace::replaces:
                put_record_aside(run.fresh.front()->header);
                forget_added(run.fresh.front()->header);
                counts_.has_replaced = true;
                replaced_devices_.push_back(run.device);
                add(run);
                break;
            case RunPlace::continues:
                add(run);
                break;
        }
    }

    [[nodiscard]] Operation without_erased_body(const Operation& operation) const {
        Operation kept = operation;
        if (kept.body && is_erased_(kept)) kept.body.reset();
        return kept;
    }

    void add(const PlannedRun& run) {
        KnownDevice& device = chains_.find_or_add(run.device);
        device.key = run.key;
        auto signature = run.signatures.begin();
        for (const Operation *operation : run.fresh) {
            Operation kept = without_erased_body(*operation);
            operations_.insert(chains_.number_of(device), kept);
            if (has_root(event_) && Authority::concerns(kept.header.kind)) {
                authority_rows_.insert(device.number, kept.header.sequence);
            }
            device.advance(kept);
            if (signature != run.signatures.end() &&
                (*signature)->sequence == kept.header.sequence) {
                signatures_.keep(**signature++, device);
            }
            counts_.added.push_back(std::move(kept));
        }
        quarantine_.forget_recorded(device.device, device.number);
    }

    void put_aside(const PlannedRun& run) {
        for (const Operation *operation : run.fresh) {
            const bool is_new = quarantine_.keep(without_erased_body(*operation));
            ++(is_new ? counts_.quarantined : counts_.known);
        }
    }

    // What came in this very transaction may give way in it.
    void forget_added(const OperationHeader& first) {
        std::erase_if(counts_.added, [&first](const Operation& operation) {
            return operation.header.device == first.device &&
                   operation.header.sequence >= first.sequence;
        });
    }

    // The record of a device from an operation on, which gives way to another content of it.
    void put_record_aside(const OperationHeader& first) {
        KnownDevice& device = chains_.find_or_add(first.device);
        const std::size_t all = device.head.sequence - first.sequence + 1;
        for (const Operation& operation :
             operations_.after(device.number, device.device, first.sequence - 1, all)) {
            quarantine_.keep(operation);
            ++counts_.quarantined;
        }
        const auto before = *chains_.link_before(first.device, first.sequence);
        operations_.remove_from(device.number, first.sequence);
        signatures_.remove_from(device, first.sequence);
        if (has_root(event_)) authority_rows_.remove_from(device.number, first.sequence);
        device.head = {first.sequence - 1, before.chain_hash};
        device.lamport = before.lamport;
        signatures_.read_extent(device);
        // Of what is left the bytes are not known; it travels in more pieces than it need.
        device.bytes_between = signature_interval_bytes;
        device.bytes_unsigned = 0;
    }

    const EventId& event_;
    DeviceChains chains_;
    OperationTable& operations_;
    HeadSignatures& signatures_;
    AuthorityTable& authority_rows_;
    Quarantine& quarantine_;
    ExchangeCursors& cursors_;
    const ErasureTest& is_erased_;
    JournalIntake counts_;
    std::vector<DeviceId> replaced_devices_;
};

}  // namespace

Result<JournalIntake> Journal::accept(std::span<const Operation> operations,
                                      std::span<const HeadSignature> signatures,
                                      const std::function<bool(const Operation&)>& is_erased) {
    return accept_pieces([&](const PieceSink& take) { return take(operations, signatures); },
                         is_erased);
}

Result<JournalIntake> Journal::accept_pieces(
    const PieceSource& source, const std::function<bool(const Operation&)>& is_erased) {
    assert(parts_->mark.was_set() && "opened for reading only");
    OperationIntake intake(parts_->event, parts_->chains, parts_->operations, parts_->signatures,
                           parts_->authority_rows, parts_->quarantine, parts_->cursors, is_erased);
    Transaction transaction(parts_->database);
    const auto take = [&intake](std::span<const Operation> operations,
                                std::span<const HeadSignature> signatures) -> Result<> {
        for (const Run& run : split_runs(operations, signatures)) {
            if (auto taken = intake.take(run, signatures); !taken) return taken;
        }
        return Done{};
    };
    if (auto delivered = source(take); !delivered) return delivered.error();
    transaction.commit();
    parts_->chains = std::move(intake.chains());
    if (intake.counts().has_replaced) {
        const auto counts = [this](const DeviceId& device) {
            return authority().is_open() ||
                   authority().standing_of(device).role != DeviceRole::none;
        };
        const auto& devices = intake.replaced_devices();
        const bool was_folded = std::any_of(devices.begin(), devices.end(), counts);
        read_authority_again();
        // What a stranger wrote has no effect, and its giving way has none.
        const bool is_stale = was_folded || std::any_of(devices.begin(), devices.end(), counts);
        if (is_stale) ++parts_->fold_generation;
    }
    note_authority(intake.counts().added);
    if (intake.counts().has_replaced && !continues_record()) {
        // What this machine wrote gave way to what a clone of it wrote: it goes on under a name of
        // its own.
        parts_->cursors.forget_positions();
        intake.counts().added.push_back(renounce_identity());
    }
    return std::move(intake.counts());
}

bool Journal::continues_record() const {
    const DeviceIdentity& identity = *parts_->identity;
    return parts_->chains.chain_hash_at(identity.device(), identity.head().sequence) ==
           identity.head().chain_hash;
}

}  // namespace stormote
