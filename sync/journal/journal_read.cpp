// Journal: reading the operations back.
#include <algorithm>

#include "sync/journal/journal.h"

namespace stormote {

namespace {

Error damaged_operation(const std::filesystem::path& file, const DeviceId& device,
                        std::uint64_t sequence) {
    return machine_error(
        {"{} is damaged at operation {} of device {}. Keep the file, and join the event again from "
         "the central store or another device's file."},
        file.string(), sequence, to_string(device));
}

}  // namespace

// Columns: sequence, header, chain_hash, sealed.
Result<Operation> Journal::read_operation(const Statement& row, const DeviceId& device) const {
    const auto sequence = static_cast<std::uint64_t>(row.number(0));
    const ByteView core = row.blob(1);
    const auto header = decode_header_core(core);
    const auto chain_hash = to_array<32>(row.blob(2));
    auto plain = unseal(key_, row.blob(3), core);
    if (!header || !chain_hash || !plain || header->device != device ||
        header->sequence != sequence) {
        return damaged_operation(path(), device, sequence);
    }
    Operation operation{*header, std::nullopt};
    operation.header.chain_hash = *chain_hash;
    if (plain->empty()) return operation;
    if (plain->size() < sizeof(Salt)) return damaged_operation(path(), device, sequence);
    SaltedBody& body = operation.body.emplace();
    std::copy_n(plain->begin(), body.salt.size(), body.salt.begin());
    plain->erase(plain->begin(), plain->begin() + static_cast<std::ptrdiff_t>(body.salt.size()));
    body.bytes = std::move(*plain);
    return operation;
}

Result<> Journal::read_devices() {
    Statement devices(*database_, "SELECT number, id FROM device ORDER BY number");
    while (devices.step()) {
        const auto id = to_array<16>(devices.blob(1));
        if (!id) return damaged_operation(path(), {}, 0);
        known_.details[index_of(DeviceId{Uuid{*id}})].number = devices.number(0);
    }
    return Done{};
}

Result<> Journal::replay(const OperationSink& sink) {
    if (auto read = read_devices(); !read) return read;
    Statement rows(*database_,
                   "SELECT sequence, header, chain_hash, sealed, device FROM operation "
                   "ORDER BY device, sequence");
    auto current = known_.details.end();
    while (rows.step()) {
        const std::int64_t number = rows.number(4);
        if (current == known_.details.end() || current->number != number) {
            current = std::find_if(known_.details.begin(), known_.details.end(),
                                   [number](const auto& known) { return known.number == number; });
        }
        const auto sequence = static_cast<std::uint64_t>(rows.number(0));
        if (current == known_.details.end()) return damaged_operation(path(), {}, sequence);
        const auto index = static_cast<std::size_t>(current - known_.details.begin());
        auto operation = read_operation(rows, known_.heads[index].device);
        if (!operation) return operation.error();
        if (fault_of(*operation, index) != ChainFault::none) {
            return damaged_operation(path(), known_.heads[index].device, sequence);
        }
        advance(operation->header, index);
        if (operation->header.kind == OperationKind::device_introduced) {
            learn_key(*operation, index);
        }
        sink(*operation);
    }
    for (std::size_t index = 0; index < known_.heads.size(); ++index) {
        if (auto checked = check_signature(index); !checked) return checked;
    }
    return Done{};
}

// A signature beyond the head says that operations are gone from the end of the chain.
Result<> Journal::check_signature(std::size_t index) {
    DeviceHead& head = known_.heads[index];
    Statement row(*database_,
                  "SELECT sequence, signature FROM signature WHERE device = ? "
                  "ORDER BY sequence DESC LIMIT 1");
    row.bind(known_.details[index].number);
    if (!row.step()) return Done{};
    const auto sequence = static_cast<std::uint64_t>(row.number(0));
    const auto signature = to_array<64>(row.blob(1));
    if (sequence > head.head.sequence || !signature ||
        !is_signature_true({head.device, sequence, *signature}, index)) {
        return damaged_operation(path(), head.device, std::min(sequence, head.head.sequence + 1));
    }
    head.signed_sequence = sequence;
    return Done{};
}

std::vector<Operation> Journal::operations_after(const DeviceId& device, std::uint64_t sequence,
                                                 std::size_t most) const {
    const auto index = find(device);
    if (!index) return {};
    Statement rows(*database_,
                   "SELECT sequence, header, chain_hash, sealed FROM operation "
                   "WHERE device = ? AND sequence > ? ORDER BY sequence LIMIT ?");
    rows.bind(known_.details[*index].number)
        .bind(static_cast<std::int64_t>(sequence))
        .bind(static_cast<std::int64_t>(most));
    std::vector<Operation> operations;
    while (rows.step()) {
        auto operation = read_operation(rows, device);
        if (!operation) throw MachineFailure(operation.error());
        operations.push_back(std::move(operation).value());
    }
    return operations;
}

std::optional<Hash> Journal::chain_hash_at(const DeviceId& device, std::uint64_t sequence) const {
    const auto index = find(device);
    if (!index || sequence == 0 || sequence > known_.heads[*index].head.sequence) {
        return std::nullopt;
    }
    if (sequence == known_.heads[*index].head.sequence) return known_.heads[*index].head.chain_hash;
    Statement row(*database_, "SELECT chain_hash FROM operation WHERE device = ? AND sequence = ?");
    row.bind(known_.details[*index].number).bind(static_cast<std::int64_t>(sequence));
    return row.step() ? to_array<32>(row.blob(0)) : std::nullopt;
}

std::vector<HeadSignature> Journal::signatures(const DeviceId& device,
                                               std::uint64_t after_sequence) const {
    const auto index = find(device);
    if (!index) return {};
    Statement rows(*database_,
                   "SELECT sequence, signature FROM signature "
                   "WHERE device = ? AND sequence > ? ORDER BY sequence");
    rows.bind(known_.details[*index].number).bind(static_cast<std::int64_t>(after_sequence));
    std::vector<HeadSignature> signatures;
    while (rows.step()) {
        const auto sequence = static_cast<std::uint64_t>(rows.number(0));
        const auto signature = to_array<64>(rows.blob(1));
        if (!signature) throw MachineFailure(damaged_operation(path(), device, sequence));
        signatures.push_back({device, sequence, *signature});
    }
    return signatures;
}

std::vector<Operation> Journal::quarantined() const {
    Statement rows(*database_,
                   "SELECT sequence, header, chain_hash, sealed, device FROM quarantine "
                   "ORDER BY device, sequence, chain_hash");
    std::vector<Operation> operations;
    while (rows.step()) {
        const auto device = to_array<16>(rows.blob(4));
        auto operation = read_operation(rows, DeviceId{Uuid{device.value_or(ByteArray<16>{})}});
        if (!operation) throw MachineFailure(operation.error());
        operations.push_back(std::move(operation).value());
    }
    return operations;
}

}  // namespace stormote
