// Repair: a new event file from one whose record was harmed: what an intake would refuse, or what
// cannot be read, is left out from there on, device by device. The old file stays as it is. What is
// left out and can be read is put aside in the new file, so that a person may take it in. So is
// what a device wrote after its last signature before the harm, since nobody else would take that.
//
// Nothing may have the file open for writing. One call; keeps nothing.
#pragma once

#include <vector>

#include "sync/journal/journal.h"

namespace stormote {

struct LeftOut {
    DeviceId device;
    std::uint64_t first = 0;
    std::uint64_t last = 0;
    std::uint64_t put_aside = 0;  // of those, the ones that can be read
    Error reason;
};

struct RepairReport {
    std::uint64_t kept = 0;
    std::vector<LeftOut> left_out;
};

// The first thing in a record that an intake would refuse, if any: a repair leaves it out.
[[nodiscard]] std::optional<Error> find_harm(const Journal& journal);

// Error: not an event file, the wrong passphrase, a new file that exists already or that the disk
// does not take.
Result<RepairReport> repair_event_file(const std::filesystem::path& file,
                                       const std::filesystem::path& repaired,
                                       const PassphraseSource& passphrase,
                                       const JournalEnvironment& environment);

}  // namespace stormote
