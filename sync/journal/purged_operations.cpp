#include "sync/journal/purged_operations.h"

namespace stormote {

bool may_be_purged(OperationKind kind) {
    switch (kind) {
        case OperationKind::device_introduced:
        case OperationKind::device_authorised:
        case OperationKind::attendee_erased:
        case OperationKind::record_packaged:
        case OperationKind::record_purged:
            return false;
        default:
            return true;
    }
}

void PurgedOperations::note(const Operation& operation) {
    const OperationHeader& header = operation.header;
    if (header.kind != OperationKind::record_purged || !operation.body) return;
    const auto body = decode_body(header.kind, operation.body->bytes);
    const auto *content = body ? std::get_if<RecordPurged>(&body->content) : nullptr;
    if (content == nullptr || !is_about_allowed_persons(*body)) return;
    purges_.insert_or_assign({header.device, header.sequence},
                             Purge{{header, std::nullopt}, content->operations});
}

bool PurgedOperations::evaluate(const Authority& authority) {
    std::unordered_map<OperationId, std::vector<OperationPlace>> purged;
    for (const auto& [place, purge] : purges_) {
        if (!authority.believes(purge.operation)) continue;
        for (const OperationId& id : purge.named) purged[id].push_back(place);
    }
    const bool is_changed = purged != purged_;
    purged_ = std::move(purged);
    return is_changed;
}

const std::vector<OperationPlace>& PurgedOperations::purges_of(
    const OperationHeader& operation) const {
    static const std::vector<OperationPlace> none;
    const auto found = purged_.find(operation.id);
    return found == purged_.end() || !may_be_purged(operation.kind) ? none : found->second;
}

Belief belief_in(const Operation& operation, const Authority& authority,
                 const PurgedOperations& purged) {
    if (!authority.believes(operation)) return Belief::without_effect;
    return purged.purges_of(operation.header).empty() ? Belief::believed : Belief::purged;
}

}  // namespace stormote
