// Missing bodies: whether the record says why each body that is gone is gone. One call; keeps
// nothing. Not while somebody writes.
#pragma once

#include <optional>

#include "sync/journal/journal.h"

namespace stormote {

// The first operation without a body that no purge names, in a record in which nobody was erased:
// an erasure does not say which operations were about the person. Erasures and purges that are not
// believed count, too, since they may have destroyed before. Nothing: each is accounted for.
[[nodiscard]] std::optional<OperationPlace> find_missing_body(const Journal& journal);

}  // namespace stormote
