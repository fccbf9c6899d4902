#include "sync/journal/intake.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "sync/model/operation_limits.h"

namespace stormote {

namespace {

constexpr Sentence missing_before{"Operations of device {0} are missing before number {1}."};
constexpr Sentence changed_header{
    "Operation {1} of device {0} does not continue its chain: it was changed in transit."};
constexpr Sentence changed_body{
    "The content of operation {1} of device {0} was changed in transit."};
constexpr Sentence not_introduced{"Device {0} did not introduce itself at number {1}."};
constexpr Sentence not_signed{
    "The operations of device {0} do not end at a signed one, but at number {1}."};
constexpr Sentence false_signature{"The signature of device {0} at number {1} is invalid."};

class RunPlanner {
  public:
    RunPlanner(const EventId& event, const Run& run, std::span<const HeadSignature> signatures,
               KnownChains& known)
        : event_(event),
          run_(run),
          signatures_(signatures),
          known_(known),
          device_(run.front()->header.device),
          there_(known.chain_of(device_)) {}

    std::variant<PlannedRun, RefusedRun> plan() {
        PlannedRun planned{device_, RunPlace::known, count_known(), {}, there_.key, {}};
        if (planned.known == run_.size()) return planned;
        planned.fresh.assign(run_.begin() + static_cast<std::ptrdiff_t>(planned.known), run_.end());
        // What the device has not signed is not held against it.
        const bool is_sound = check_chain(planned) && find_key(planned) &&
                              find_signatures(planned) && check_limits(planned);
        if (!is_sound) return refused_;
        return planned;
    }

  private:
    // How many at the beginning of the run are here already.
    [[nodiscard]] std::size_t count_known() {
        const auto is_known = [this](const Operation *operation) {
            const auto link = known_.link_at(device_, operation->header.sequence);
            return link && link->chain_hash == operation->header.chain_hash;
        };
        const std::uint64_t first = run_.front()->header.sequence;
        if (first > there_.sequence) return 0;
        const auto overlap = static_cast<std::size_t>(
            std::min<std::uint64_t>(run_.size(), there_.sequence - first + 1));
        // Each hash covers all before it: where the last one is the same, all are.
        if (is_known(run_[overlap - 1])) return overlap;
        std::size_t count = 0;
        while (is_known(run_[count])) ++count;
        return count;
    }

    // The checks below give false, and keep the reason, where the run is refused.
    bool refuse(RefusalKind kind, Sentence sentence, const OperationHeader& header) {
        refused_ = {device_, header.sequence, kind,
                    input_error(sentence, to_string(device_), header.sequence)};
        return false;
    }

    bool check_chain(PlannedRun& planned) {
        ChainLink link;
        if (!find_place(planned.fresh.front()->header, planned.place, link)) return false;
        lamport_before_ = link.lamport;
        return std::all_of(
            planned.fresh.begin(), planned.fresh.end(),
            [this, &link](const Operation *operation) { return check_next(*operation, link); });
    }

    // Where the first fresh operation goes, and the link that it continues.
    bool find_place(const OperationHeader& first, RunPlace& place, ChainLink& before) {
        const auto continues = [&first](const ChainLink& link) {
            return chain(link.chain_hash, first) == first.chain_hash;
        };
        const std::uint64_t sequence = first.sequence - 1;
        const auto link = sequence == 0 ? std::optional(ChainLink{chain_start(event_, device_), 0})
                                        : known_.link_at(device_, sequence);
        if (link && continues(*link)) {
            before = *link;
            place = place_after(sequence, first);
            return true;
        }
        for (const ChainLink& aside : known_.quarantined_at(device_, sequence)) {
            if (!continues(aside)) continue;
            before = aside;
            place = RunPlace::contradicts;
            return true;
        }
        if (link) return refuse(RefusalKind::changed, changed_header, first);
        return refuse(RefusalKind::gap, missing_before, first);
    }

    // Of an operation that continues the one of this number in the record.
    RunPlace place_after(std::uint64_t sequence, const OperationHeader& first) {
        if (sequence == there_.sequence) return RunPlace::continues;
        const auto rival = known_.link_at(device_, first.sequence);
        return rival && first.chain_hash < rival->chain_hash ? RunPlace::replaces
                                                             : RunPlace::contradicts;
    }

    // Moves on to the link that the operation is.
    bool check_next(const Operation& operation, ChainLink& link) {
        const OperationHeader& header = operation.header;
        if (chain(link.chain_hash, header) != header.chain_hash) {
            return refuse(RefusalKind::changed, changed_header, header);
        }
        if (operation.body && hash_body(*operation.body) != header.body_hash) {
            return refuse(RefusalKind::changed, changed_body, header);
        }
        link = {header.chain_hash, header.lamport};
        return true;
    }

    bool check_limits(const PlannedRun& planned) {
        std::uint64_t lamport = lamport_before_;
        for (const Operation *operation : planned.fresh) {
            const OperationHeader& header = operation->header;
            if (!is_next_lamport(lamport, header.lamport)) {
                return refuse(RefusalKind::faulty, out_of_order, header);
            }
            if (const auto fault = fault_of(event_, *operation)) {
                return refuse(RefusalKind::faulty, *fault, header);
            }
            lamport = header.lamport;
        }
        return true;
    }

    // A device's first operation introduces its key.
    bool find_key(PlannedRun& planned) {
        const Operation& first = *planned.fresh.front();
        if (first.header.sequence > 1) return true;
        const auto key = introduced_key(first);
        if (!key) return refuse(RefusalKind::faulty, not_introduced, first.header);
        planned.key = *key;
        return true;
    }

    // Those of the fresh operations, in their order; the last operation must have one. Two
    // branches of one device may have signatures of one number, of which one is true here.
    bool find_signatures(PlannedRun& planned) {
        // More branches than that do not end at one number; each attempt takes its time.
        constexpr int most_attempts = 4;
        bool is_signed = false;
        int attempts = 0;
        for (const Operation *operation : planned.fresh) {
            const OperationHeader& header = operation->header;
            is_signed = false;
            attempts = 0;
            for (const HeadSignature& signature : signatures_) {
                if (signature.sequence != header.sequence || signature.device != header.device) {
                    continue;
                }
                is_signed = verify_signature(planned.key, head_message(event_, header),
                                             signature.signature);
                if (is_signed) planned.signatures.push_back(&signature);
                if (is_signed || ++attempts == most_attempts) break;
            }
        }
        if (is_signed) return true;
        return refuse(RefusalKind::changed, attempts > 0 ? false_signature : not_signed,
                      planned.fresh.back()->header);
    }

    const EventId& event_;
    const Run& run_;
    std::span<const HeadSignature> signatures_;
    KnownChains& known_;
    DeviceId device_;
    KnownChain there_;
    std::uint64_t lamport_before_ = 0;  // of what the first fresh operation continues
    RefusedRun refused_;
};

}  // namespace

std::vector<Run> split_runs(std::span<const Operation> operations,
                            std::span<const HeadSignature> signatures) {
    std::set<std::pair<DeviceId, std::uint64_t>> signed_places;
    for (const HeadSignature& signature : signatures) {
        signed_places.emplace(signature.device, signature.sequence);
    }
    // An operation that was changed on the way belongs to the run whose chain it breaks.
    const auto goes_on_from = [&signed_places](const OperationHeader& last,
                                               const OperationHeader& next) {
        return last.sequence + 1 == next.sequence &&
               (chain(last.chain_hash, next) == next.chain_hash ||
                !signed_places.contains({last.device, last.sequence}));
    };
    std::map<DeviceId, std::vector<Run>> runs_of;
    for (const Operation& operation : operations) {
        const OperationHeader& header = operation.header;
        std::vector<Run>& runs = runs_of[header.device];
        const bool goes_on = !runs.empty() && goes_on_from(runs.back().back()->header, header);
        if (!goes_on) runs.emplace_back();
        runs.back().push_back(&operation);
    }
    std::vector<Run> all;
    for (auto& [device, runs] : runs_of) {
        std::move(runs.begin(), runs.end(), std::back_inserter(all));
    }
    return all;
}

std::optional<PublicKey> introduced_key(const Operation& first) {
    const auto body = first.body ? decode_body(first.header.kind, first.body->bytes) : std::nullopt;
    const auto *introduced = body ? std::get_if<DeviceIntroduced>(&body->content) : nullptr;
    if (introduced == nullptr || device_of(introduced->public_key) != first.header.device) {
        return std::nullopt;
    }
    return introduced->public_key;
}

std::variant<PlannedRun, RefusedRun> plan_run(const EventId& event, const Run& run,
                                              std::span<const HeadSignature> signatures,
                                              KnownChains& known) {
    return RunPlanner(event, run, signatures, known).plan();
}

}  // namespace stormote
