// PurgedOperations: the operations that purges name. They have no effect any more, on any replica,
// whether or not their bodies are still there, so that the fold does not depend on which came
// first. Only a purge that is believed counts, and nothing that says who may what, or what was
// erased, purged or packaged, is ever purged.
//
// Pure; one owner.
#pragma once

#include <map>
#include <unordered_map>
#include <vector>

#include "sync/model/authority.h"

namespace stormote {

// Whether operations of the kind may be purged at all.
[[nodiscard]] bool may_be_purged(OperationKind kind);

class PurgedOperations {
  public:
    // Takes in a purge; other operations change nothing. Call evaluate() afterwards.
    void note(const Operation& operation);
    // After new purges, and whenever somebody else is believed than before. True where other
    // operations are purged than before: what was folded is not the fold of the record any more.
    bool evaluate(const Authority& authority);

    // The believed purges that name an operation, ascending; none where it was not purged.
    [[nodiscard]] const std::vector<OperationPlace>& purges_of(
        const OperationHeader& operation) const;

  private:
    struct Purge {
        Operation operation;  // without its body
        std::vector<OperationId> named;
    };

    std::map<OperationPlace, Purge> purges_;
    std::unordered_map<OperationId, std::vector<OperationPlace>> purged_;
};

// Whether an operation has an effect, comes from a device that may not write it, or was purged:
// then it has none any more, and its body goes. One rule for every replica and store.
enum class Belief : std::uint8_t { believed, without_effect, purged };

[[nodiscard]] Belief belief_in(const Operation& operation, const Authority& authority,
                               const PurgedOperations& purged);

}  // namespace stormote
