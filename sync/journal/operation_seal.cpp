#include "sync/journal/operation_seal.h"

#include <algorithm>

#include "sync/journal/file/event_file.h"
#include "sync/journal/file/sqlite.h"

namespace stormote {

Bytes OperationSeal::seal_body(const Operation& operation, ByteView header_core) const {
    // The salt first, then the exact bytes of the body. Of an erased body, nothing is sealed: a
    // body that damage took away is told from one that was erased.
    Bytes plain;
    if (operation.body) {
        plain.reserve(sizeof(Salt) + operation.body->bytes.size());
        plain.assign(operation.body->salt.begin(), operation.body->salt.end());
        plain.insert(plain.end(), operation.body->bytes.begin(), operation.body->bytes.end());
    }
    return seal(key_, plain, header_core, random_);
}

std::optional<Bytes> OperationSeal::seal_erased(const Operation& operation,
                                                const ErasureTest& is_erased) const {
    if (!operation.body || !is_erased(operation)) return std::nullopt;
    return seal_body({operation.header, std::nullopt}, encode_header_core(operation.header));
}

Result<Operation> OperationSeal::read(const Statement& row, const DeviceId& device) const {
    const auto sequence = static_cast<std::uint64_t>(row.number(0));
    const ByteView core = row.blob(1);
    const auto header = decode_header_core(core);
    const auto chain_hash = to_array<32>(row.blob(2));
    auto plain = unseal(key_, row.blob(3), core);
    if (!header || !chain_hash || !plain || header->device != device ||
        header->sequence != sequence) {
        return damaged_operation(database_.path(), device, sequence);
    }
    Operation operation{*header, std::nullopt};
    operation.header.chain_hash = *chain_hash;
    if (plain->empty()) return operation;
    if (plain->size() < sizeof(Salt)) {
        return damaged_operation(database_.path(), device, sequence);
    }
    SaltedBody& body = operation.body.emplace();
    std::copy_n(plain->begin(), body.salt.size(), body.salt.begin());
    plain->erase(plain->begin(), plain->begin() + static_cast<std::ptrdiff_t>(body.salt.size()));
    body.bytes = std::move(*plain);
    return operation;
}

}  // namespace stormote
