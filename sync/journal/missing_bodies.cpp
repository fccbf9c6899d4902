#include "sync/journal/missing_bodies.h"

#include <algorithm>
#include <unordered_set>
#include <vector>

namespace stormote {

std::optional<OperationPlace> find_missing_body(const Journal& journal) {
    bool is_anybody_erased = false;
    std::unordered_set<OperationId> purged;
    std::vector<OperationHeader> bare;
    journal.read_all([&](const Operation& operation, Belief) {
        const OperationHeader& header = operation.header;
        is_anybody_erased |= header.kind == OperationKind::attendee_erased;
        if (!operation.body) {
            bare.push_back(header);
            return;
        }
        if (header.kind != OperationKind::record_purged) return;
        const auto body = decode_body(header.kind, operation.body->bytes);
        const auto *purge = body ? std::get_if<RecordPurged>(&body->content) : nullptr;
        if (purge != nullptr) purged.insert(purge->operations.begin(), purge->operations.end());
    });
    if (is_anybody_erased) return std::nullopt;
    const auto missing = std::find_if(
        bare.begin(), bare.end(),
        [&purged](const OperationHeader& header) { return !purged.contains(header.id); });
    if (missing == bare.end()) return std::nullopt;
    return OperationPlace{missing->device, missing->sequence};
}

}  // namespace stormote
