// Remaining data: what personal data an event still holds, by kind of document, and where it lies:
// as tables, and as JSON. Pure.
#pragma once

#include <string>
#include <vector>

#include "sync/report/personal/data_places.h"
#include "sync/report/retention/retention.h"

namespace stormote {

struct RemainingData {
    std::vector<RetentionRow> rows;     // all kinds of documents
    std::vector<UnmetCondition> unmet;  // what stands in the way of destroying what is due
    DataPlaces places;
    std::vector<std::string> files;  // that the programs have saved, as far as this machine sees
};

// A row a kind: how many there are, what the decision says, the last day, and how many days it is
// until then. Without a decision of the municipality no day.
[[nodiscard]] Table remaining_table(const std::vector<RetentionRow>& rows,
                                    const LatestFields& settings);

// One object: the decision or null, and the arrays `documents`, `in_the_way` (codes), `places` and
// `files`.
[[nodiscard]] std::string write_remaining_json(const RemainingData& data,
                                               const LatestFields& settings);

}  // namespace stormote
