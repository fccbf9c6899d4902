// OperationSeal: an operation as it lies in a row of an event file: header, chain hash and the
// body, sealed under the event key. Every table that holds operations is written and read by it.
//
// On the journal's thread; borrows database, key and generator.
#pragma once

#include <functional>

#include "sync/base/error.h"
#include "sync/model/operation.h"

namespace stormote {

class Database;
class Statement;

// Says whether an operation's body must not be stored.
using ErasureTest = std::function<bool(const Operation&)>;

class OperationSeal {
  public:
    OperationSeal(const Database& database, const SymmetricKey& key, Random& random)
        : database_(database), key_(key), random_(random) {}

    // What is stored of the body; the header is the 90 bytes of encode_header_core().
    [[nodiscard]] Bytes seal_body(const Operation& operation, ByteView header_core) const;
    // What is stored of the body once it is erased; nothing where it stays, or is gone already.
    [[nodiscard]] std::optional<Bytes> seal_erased(const Operation& operation,
                                                   const ErasureTest& is_erased) const;

    // Columns: sequence, header, chain_hash, sealed. Error: damaged, or not of this device.
    [[nodiscard]] Result<Operation> read(const Statement& row, const DeviceId& device) const;

  private:
    const Database& database_;
    const SymmetricKey& key_;
    Random& random_;
};

}  // namespace stormote
