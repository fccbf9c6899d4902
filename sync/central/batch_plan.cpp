#include "sync/central/batch_plan.h"

#include <algorithm>
#include <map>

namespace stormote {

namespace {

using Run = std::vector<const Operation *>;

constexpr Sentence out_of_order{
    "Operation {1} of device {0} is out of order: the device is faulty."};

Error refuse(Sentence sentence, const Operation& operation) {
    return input_error(sentence, to_string(operation.header.device), operation.header.sequence);
}

// The run itself, whatever the store has: it follows on, is chained, and its contents are whole.
Result<> check_links(const EventId& event, const Run& run) {
    const Operation *previous = nullptr;
    for (const Operation *operation : run) {
        const OperationHeader& header = operation->header;
        if (previous != nullptr && header.sequence != previous->header.sequence + 1) {
            return refuse({"Operations of device {} are missing before number {}."}, *operation);
        }
        const bool has_previous_hash = previous != nullptr || header.sequence == 1;
        const Hash previous_hash =
            previous != nullptr ? previous->header.chain_hash : chain_start(event, header.device);
        if (has_previous_hash && chain(previous_hash, header) != header.chain_hash) {
            return refuse({"Operation {1} of device {0} does not continue its chain: it was "
                           "changed in transit."},
                          *operation);
        }
        const bool is_in_order =
            (previous == nullptr || header.lamport > previous->header.lamport) &&
            header.lamport <= largest_accepted_lamport;
        if (!is_in_order) return refuse(out_of_order, *operation);
        if (operation->body && hash_body(*operation->body) != header.body_hash) {
            return refuse({"The content of operation {1} of device {0} was changed in transit."},
                          *operation);
        }
        previous = operation;
    }
    return Done{};
}

Result<PublicKey> introduced_key(const Operation& first) {
    const auto body = first.body ? decode_body(first.header.kind, first.body->bytes) : std::nullopt;
    const auto *introduced = body ? std::get_if<DeviceIntroduced>(&body->content) : nullptr;
    if (introduced == nullptr || device_of(introduced->public_key) != first.header.device) {
        return refuse({"Device {} did not introduce itself at number {}."}, first);
    }
    return introduced->public_key;
}

Result<const HeadSignature *> check_signature(const EventId& event, const Batch& batch,
                                              const Operation& last, const PublicKey& key) {
    const auto found = std::find_if(batch.signatures.begin(), batch.signatures.end(),
                                    [&last](const HeadSignature& signature) {
                                        return signature.device == last.header.device &&
                                               signature.sequence == last.header.sequence;
                                    });
    if (found == batch.signatures.end()) {
        return refuse({"The operations of device {} do not end at a signed one, but at number {}."},
                      last);
    }
    if (!verify_signature(key, head_message(event, last.header), found->signature)) {
        return refuse({"The signature of device {} at number {} is invalid."}, last);
    }
    return &*found;
}

// How many at the beginning of a run the store has already.
std::size_t count_known(const Run& run, const KnownChain& chain, KnownChains& known) {
    const DeviceId& device = run.front()->header.device;
    const std::uint64_t first = run.front()->header.sequence;
    if (first > chain.sequence) return 0;
    const auto overlap =
        static_cast<std::size_t>(std::min<std::uint64_t>(run.size(), chain.sequence - first + 1));
    const auto is_known = [&](const Operation *operation) {
        return known.hash_at(device, operation->header.sequence) == operation->header.chain_hash;
    };
    // Each hash covers all before it: where the last one is the same, all are.
    if (is_known(run[overlap - 1])) return overlap;
    std::size_t count = 0;
    while (is_known(run[count])) ++count;
    return count;
}

bool continues_quarantined(const Operation& operation, KnownChains& known) {
    const auto hashes =
        known.quarantined_at(operation.header.device, operation.header.sequence - 1);
    return std::any_of(hashes.begin(), hashes.end(), [&operation](const Hash& previous) {
        return chain(previous, operation.header) == operation.header.chain_hash;
    });
}

enum class Continuation : std::uint8_t { fresh, contradicts, gap, broken };

// What comes after the known beginning of a run.
Continuation continue_from(const Operation& next, const KnownChain& chain_there,
                           KnownChains& known) {
    const std::uint64_t sequence = next.header.sequence;
    if (sequence <= chain_there.sequence) return Continuation::contradicts;
    if (sequence == 1) return Continuation::fresh;
    if (sequence == chain_there.sequence + 1 &&
        chain(chain_there.chain_hash, next.header) == next.header.chain_hash) {
        return Continuation::fresh;
    }
    if (continues_quarantined(next, known)) return Continuation::contradicts;
    return sequence > chain_there.sequence + 1 ? Continuation::gap : Continuation::broken;
}

Result<> plan_run(const EventId& event, const Batch& batch, const Run& run, KnownChains& known,
                  BatchPlan& plan) {
    if (auto checked = check_links(event, run); !checked) return checked;
    const KnownChain there = known.chain_of(run.front()->header.device);
    PlannedRun planned{run.front()->header.device, there.key, {}, nullptr};
    if (run.front()->header.sequence == 1) {
        auto key = introduced_key(*run.front());
        if (!key) return key.error();
        planned.key = *key;
    } else if (there.sequence == 0) {
        plan.outcome = PushOutcome::gap;
        return Done{};
    }
    auto signature = check_signature(event, batch, *run.back(), planned.key);
    if (!signature) return signature.error();
    planned.signature = *signature;
    const std::size_t known_count = count_known(run, there, known);
    plan.known += known_count;
    if (known_count == run.size()) return Done{};
    const auto rest = run.begin() + static_cast<std::ptrdiff_t>(known_count);
    switch (continue_from(**rest, there, known)) {
        case Continuation::fresh:
            if ((*rest)->header.lamport <= there.lamport) return refuse(out_of_order, **rest);
            planned.fresh.assign(rest, run.end());
            plan.runs.push_back(std::move(planned));
            break;
        case Continuation::contradicts:
            plan.quarantined.insert(plan.quarantined.end(), rest, run.end());
            break;
        case Continuation::gap:
            plan.outcome = PushOutcome::gap;
            break;
        case Continuation::broken:
            return refuse({"Operation {1} of device {0} does not continue its chain: it was "
                           "changed in transit."},
                          **rest);
    }
    return Done{};
}

}  // namespace

Result<BatchPlan> plan_batch(const EventId& event, const Batch& batch, KnownChains& known) {
    std::map<DeviceId, Run> runs;
    for (const Operation& operation : batch.operations) {
        runs[operation.header.device].push_back(&operation);
    }
    BatchPlan plan;
    for (const auto& [device, run] : runs) {
        if (auto planned = plan_run(event, batch, run, known, plan); !planned) {
            return planned.error();
        }
    }
    return plan;
}

}  // namespace stormote
