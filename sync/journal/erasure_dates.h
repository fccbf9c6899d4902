// ErasureDates: when this replica has heard of each erasure. What it erases is hidden at once and
// destroyed a day later, so that an exclusion of its writer within the day brings it back; an
// organiser's own device destroys at once.
//
// On the journal's thread; borrows the database. On the disk on return.
#pragma once

#include <map>

#include "sync/model/operation.h"

namespace stormote {

class Database;

// From when a replica hears of an erasure until it destroys.
constexpr std::int64_t erasure_grace_ms = std::int64_t{24} * 3'600'000;

class ErasureDates {
  public:
    explicit ErasureDates(Database& database) : database_(database) {}

    // Of the operation that erases; milliseconds since 1970, 0 for one of this device. What was
    // noted first stays.
    void note(const OperationPlace& erasure, std::int64_t heard_ms);
    [[nodiscard]] std::map<OperationPlace, std::int64_t> all() const;

  private:
    Database& database_;
};

}  // namespace stormote
