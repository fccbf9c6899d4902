// Belief in: whether an operation of the record has an effect. One rule for every replica and
// store. Pure.
#pragma once

#include "sync/journal/journal.h"
#include "sync/journal/purged_operations.h"

namespace stormote {

[[nodiscard]] inline Belief belief_in(const Operation& operation, const Authority& authority,
                                      const PurgedOperations& purged) {
    if (!authority.believes(operation)) return Belief::without_effect;
    return purged.purges_of(operation.header).empty() ? Belief::believed : Belief::purged;
}

}  // namespace stormote
