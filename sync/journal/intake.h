// Intake: what a replica or a store does with operations that came from elsewhere, decided before
// anything is kept. One way in for both. Pure: asks what is known and writes nothing.
//
// It refuses what an operation and its own device's chain prove wrong, and nothing else, so that
// all replicas and stores refuse the same whatever else they have: operations that do not follow
// each other, are not chained, do not count on, say what no operation may (operation_limits.h), or
// do not end at a true signature of their device. Whom a device may speak for, and what it says
// about people who are unknown here, is for the fold.
#pragma once

#include <optional>
#include <span>
#include <variant>
#include <vector>

#include "sync/base/error.h"
#include "sync/journal/device_head.h"

namespace stormote {

struct KnownChain {
    std::uint64_t sequence = 0;  // of its head; 0: nothing is known of the device
    PublicKey key{};             // where the sequence is not 0
};

class KnownChains {
  public:
    virtual ~KnownChains() = default;
    [[nodiscard]] virtual KnownChain chain_of(const DeviceId& device) = 0;
    // Nothing where the record has no such operation.
    [[nodiscard]] virtual std::optional<ChainLink> link_at(const DeviceId& device,
                                                           std::uint64_t sequence) = 0;
    // Of the operations that were put aside under this number.
    [[nodiscard]] virtual std::vector<ChainLink> quarantined_at(const DeviceId& device,
                                                                std::uint64_t sequence) = 0;
};

// Operations of one device that follow each other; never empty.
using Run = std::vector<const Operation *>;

enum class RunPlace : std::uint8_t {
    known,        // all of it is here
    continues,    // the record: the fresh ones come next
    contradicts,  // the record: the fresh ones are to be put aside
    replaces,     // the record from the first fresh one on, which is to be put aside
};

struct PlannedRun {
    DeviceId device;
    RunPlace place = RunPlace::known;
    std::uint64_t known = 0;  // so many at its beginning are here
    Run fresh;
    PublicKey key{};
    // Of fresh ones, in their order; the last fresh one has one.
    std::vector<const HeadSignature *> signatures;
};

enum class RefusalKind : std::uint8_t {
    faulty,   // its device wrote what no device may: it will never be taken
    changed,  // it is not what its device wrote: it was changed on the way, or is not signed
    gap,      // operations before these are missing here: who sends them may send those first
};

// A run that is not taken.
struct RefusedRun {
    DeviceId device;
    std::uint64_t sequence = 0;  // of the operation that is to blame
    RefusalKind kind = RefusalKind::faulty;
    Error reason;

    bool operator==(const RefusedRun& other) const {
        return device == other.device && sequence == other.sequence && kind == other.kind;
    }
};

// The key that a device's first operation introduces it with. Nothing where it is no introduction
// of this device.
[[nodiscard]] std::optional<PublicKey> introduced_key(const Operation& first);

// Parts a batch into runs, by device and in the order in which they came: where numbers do not
// follow each other, and where one branch of a device ends at a signature and another goes on.
[[nodiscard]] std::vector<Run> split_runs(std::span<const Operation> operations,
                                          std::span<const HeadSignature> signatures);

// What to do with a run. It points into the operations and signatures that it was given. The
// caller applies each before it plans the next.
[[nodiscard]] std::variant<PlannedRun, RefusedRun> plan_run(
    const EventId& event, const Run& run, std::span<const HeadSignature> signatures,
    KnownChains& known);

}  // namespace stormote
