#include "sync/report/packaged_record.h"

#include <algorithm>

namespace stormote {

namespace {

// Whether the package has what there is to pack of a device.
bool holds(const RecordPackaged& package, const EventState& state, const RecordHead& head) {
    const auto last = static_cast<std::int64_t>(
        last_to_package(state, head.device, static_cast<std::uint64_t>(head.sequence)));
    if (last == 0) return true;
    const auto packed = std::find_if(
        package.heads.begin(), package.heads.end(),
        [&head](const RecordHead& candidate) { return candidate.device == head.device; });
    if (packed == package.heads.end() || packed->sequence < last) return false;
    // Of two contents of one number, the package may hold the one that gave way.
    return packed->sequence != head.sequence || packed->chain == head.chain;
}

}  // namespace

std::uint64_t last_to_package(const EventState& state, const DeviceId& device,
                              std::uint64_t sequence) {
    while (sequence > 1 && state.packages().contains({device, sequence})) --sequence;
    // The first operation of every device is its introduction.
    return sequence == 1 ? 0 : sequence;
}

bool is_packaged(const EventState& state, std::span<const RecordHead> heads) {
    return std::any_of(
        state.packages().begin(), state.packages().end(), [&](const auto& statement) {
            return std::all_of(heads.begin(), heads.end(), [&](const RecordHead& head) {
                return holds(statement.second.content, state, head);
            });
        });
}

}  // namespace stormote
