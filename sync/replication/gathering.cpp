#include "sync/replication/gathering.h"

#include <algorithm>
#include <iterator>

#include "sync/journal/exchange_cursors.h"
#include "sync/journal/journal.h"

namespace stormote {

namespace {

// How far the store was shown a branch of a device, and the beginning of the chain hash there: the
// file may hold another branch by now.
std::string fork_cursor(const Uuid& store, const DeviceId& device) {
    return "forked " + to_string(device) + " at " + to_string(store);
}
std::string branch_cursor(const Uuid& store, const DeviceId& device) {
    return "branch " + to_string(device) + " at " + to_string(store);
}

std::uint64_t branch_mark(const Hash& chain_hash) {
    // Cursors are numbers that are not negative.
    return read_big_endian(ByteView(chain_hash).first(7));
}

std::uint64_t shown_of_branch(const Journal& journal, const Uuid& store, const DeviceId& device) {
    const std::uint64_t shown = journal.cursors().get(fork_cursor(store, device));
    if (shown == 0) return 0;
    const auto last = journal.operations_after(device, shown - 1, 1);
    const bool is_same = !last.empty() && branch_mark(last.front().header.chain_hash) ==
                                              journal.cursors().get(branch_cursor(store, device));
    return is_same ? shown : 0;
}

std::string renounced_cursor(const DeviceId& device) {
    return "renounced " + to_string(device);
}

// Whether the store's head of a device lies on the chain that the journal has of it, as far as the
// journal can see.
bool is_same_chain(const Journal& journal, const DeviceHead& here, const StoreHead& there) {
    if (there.sequence == 0) return true;
    if (there.sequence > here.head.sequence) {
        return here.device != journal.device() &&
               journal.cursors().get(renounced_cursor(here.device)) == 0;
    }
    const auto known = journal.operations_after(here.device, there.sequence - 1, 1);
    return !known.empty() && known.front().header.chain_hash == there.chain_hash;
}

// The last signed operation within the room; where there is none, the first one beyond it.
const HeadSignature *choose_end(const std::vector<HeadSignature>& signatures, std::uint64_t start,
                                std::uint64_t room) {
    const HeadSignature *chosen = nullptr;
    for (const HeadSignature& signature : signatures) {
        if (chosen != nullptr && signature.sequence - start > room) break;
        chosen = &signature;
    }
    return chosen;
}

std::size_t size_of(const Operation& operation) {
    return operation.body ? operation.body->bytes.size() : 0;
}

// Shortens a run to its last signed operation within the bytes; where there is none, to the first
// one beyond. The run's last operation is signed.
const HeadSignature *cut_by_bytes(std::vector<Operation>& run,
                                  const std::vector<HeadSignature>& signatures,
                                  std::size_t most_bytes) {
    const HeadSignature *chosen = nullptr;
    std::size_t bytes = 0;
    auto signature = signatures.begin();
    for (std::size_t i = 0; i < run.size(); ++i) {
        bytes += size_of(run[i]);
        while (signature != signatures.end() && signature->sequence < run[i].header.sequence) {
            ++signature;
        }
        if (signature == signatures.end() || signature->sequence != run[i].header.sequence) {
            continue;
        }
        if (chosen != nullptr && bytes > most_bytes) break;
        chosen = &*signature;
    }
    run.resize(chosen->sequence - run.front().header.sequence + 1);
    return chosen;
}

}  // namespace

const StoreHead *find_head(std::span<const StoreHead> heads, const DeviceId& device) {
    const auto found = std::find_if(heads.begin(), heads.end(), [&device](const StoreHead& head) {
        return head.device == device;
    });
    return found == heads.end() ? nullptr : &*found;
}

Outgoing gather(const Journal& journal, const Uuid& store, std::span<const StoreHead> there,
                std::span<const DeviceId> left_out) {
    Outgoing outgoing;
    auto& operations = outgoing.batch.operations;
    std::size_t bytes = 0;
    for (const DeviceHead& here : journal.heads()) {
        if (operations.size() >= usual_batch_operations || bytes >= usual_batch_bytes) break;
        if (std::find(left_out.begin(), left_out.end(), here.device) != left_out.end()) continue;
        const StoreHead *known = find_head(there, here.device);
        std::uint64_t start = known == nullptr ? 0 : known->sequence;
        const bool is_forked = known != nullptr && !is_same_chain(journal, here, *known);
        if (is_forked) start = shown_of_branch(journal, store, here.device);
        if (here.signed_sequence <= start) continue;
        const auto signatures = journal.signatures(here.device, start);
        const std::uint64_t room = usual_batch_operations - operations.size();
        const HeadSignature *end = choose_end(signatures, start, room);
        if (end == nullptr || (!operations.empty() && end->sequence - start > room)) continue;
        auto run = journal.operations_after(here.device, start, end->sequence - start);
        end = cut_by_bytes(run, signatures, usual_batch_bytes);
        const StoreHead reached{here.device, end->sequence, run.back().header.chain_hash};
        for (const Operation& operation : run) bytes += size_of(operation);
        std::move(run.begin(), run.end(), std::back_inserter(operations));
        outgoing.batch.signatures.push_back(*end);
        outgoing.reached.push_back(reached);
        if (is_forked) outgoing.forked.push_back(reached);
    }
    return outgoing;
}

std::uint64_t count_held(const Journal& journal, const Uuid& store,
                         std::span<const StoreHead> there) {
    std::uint64_t held = 0;
    for (const DeviceHead& here : journal.heads()) {
        const StoreHead *known = find_head(there, here.device);
        if (known == nullptr) continue;
        const std::uint64_t reach = is_same_chain(journal, here, *known)
                                        ? known->sequence
                                        : shown_of_branch(journal, store, here.device);
        held += std::min(reach, here.head.sequence);
    }
    return held;
}

void note_reached(std::vector<StoreHead>& there, std::span<const StoreHead> reached) {
    for (const StoreHead& head : reached) {
        const auto known = std::find_if(
            there.begin(), there.end(),
            [&head](const StoreHead& candidate) { return candidate.device == head.device; });
        if (known == there.end()) {
            there.push_back(head);
        } else {
            *known = head;
        }
    }
}

void note_given(std::vector<StoreHead>& there, std::span<const Operation> given) {
    for (std::size_t i = 0; i < given.size(); ++i) {
        const OperationHeader& header = given[i].header;
        if (i + 1 < given.size() && given[i + 1].header.device == header.device) continue;
        const StoreHead *known = find_head(there, header.device);
        if (known != nullptr && known->sequence >= header.sequence) continue;
        const StoreHead reached{header.device, header.sequence, header.chain_hash};
        note_reached(there, std::span(&reached, 1));
    }
}

void note_forked(Journal& journal, const Uuid& store, const StoreHead& shown) {
    journal.cursors().set(fork_cursor(store, shown.device), shown.sequence);
    journal.cursors().set(branch_cursor(store, shown.device), branch_mark(shown.chain_hash));
}

bool is_own_device_behind(const Journal& journal, std::span<const StoreHead> there) {
    const StoreHead *known = find_head(there, journal.device());
    if (known == nullptr) return false;
    for (const DeviceHead& here : journal.heads()) {
        if (here.device == journal.device()) return !is_same_chain(journal, here, *known);
    }
    return true;
}

Operation renounce_device(Journal& journal) {
    journal.cursors().set(renounced_cursor(journal.device()), 1);
    // What others wrote in its name was left out of what it read.
    journal.cursors().forget_positions();
    return journal.renounce_identity();
}

}  // namespace stormote
