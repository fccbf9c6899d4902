// Journal: reading the file back, and the small tables beside the operations.
#include <algorithm>

#include "sync/journal/journal.h"

namespace stormote {

namespace {

Error damaged_operation(const std::filesystem::path& file, const DeviceId& device,
                        std::int64_t sequence) {
    return machine_error(
        {"{} is damaged at operation {} of device {}. Keep the file, and join the event again from "
         "the central store or another device's file."},
        file.string(), sequence, to_string(device));
}

Bytes draft_label(const std::string& name) {
    const std::string label = "draft " + name;
    const ByteView bytes = view_bytes(label);
    return {bytes.begin(), bytes.end()};
}

}  // namespace

// Columns: sequence, header, chain_hash, sealed.
Result<Operation> Journal::read_operation(const Statement& row, const DeviceId& device) const {
    const auto damaged = [&] { return damaged_operation(path(), device, row.number(0)); };
    const ByteView core = row.blob(1);
    const auto header = decode_header_core(core);
    const auto chain_hash = to_array<32>(row.blob(2));
    if (!header || !chain_hash || header->device != device ||
        header->sequence != static_cast<std::uint64_t>(row.number(0))) {
        return damaged();
    }
    Operation operation{*header, std::nullopt};
    operation.header.chain_hash = *chain_hash;
    if (row.is_null(3)) return operation;
    const auto plain = unseal(key_, row.blob(3), core);
    if (!plain || plain->size() < sizeof(Salt)) return damaged();
    SaltedBody body;
    std::copy_n(plain->begin(), body.salt.size(), body.salt.begin());
    body.bytes.assign(plain->begin() + body.salt.size(), plain->end());
    operation.body = std::move(body);
    return operation;
}

Result<> Journal::replay(const OperationSink& sink) {
    Statement devices(*database_, "SELECT number, id FROM device ORDER BY number");
    std::vector<std::pair<std::int64_t, DeviceId>> known;
    while (devices.step()) {
        const auto id = to_array<16>(devices.blob(1));
        if (!id) return damaged_operation(path(), {}, 0);
        known.emplace_back(devices.number(0), DeviceId{Uuid{*id}});
    }
    Statement rows(*database_,
                   "SELECT sequence, header, chain_hash, sealed FROM operation "
                   "WHERE device = ? ORDER BY sequence");
    Statement last_signature(*database_, "SELECT max(sequence) FROM signature WHERE device = ?");
    for (const auto& [number, device] : known) {
        ChainHead head = head_of(device).head;
        const std::size_t index = index_of(device);
        known_.numbers[index] = number;
        rows.reset();
        rows.bind(number);
        while (rows.step()) {
            auto operation = read_operation(rows, device);
            if (!operation) return operation.error();
            const OperationHeader& header = operation->header;
            const bool is_whole =
                header.sequence == head.sequence + 1 &&
                chain(head.chain_hash, header) == header.chain_hash &&
                (!operation->body || hash_body(*operation->body) == header.body_hash);
            if (!is_whole) return damaged_operation(path(), device, rows.number(0));
            head = {header.sequence, header.chain_hash};
            known_.highest_lamport = std::max(known_.highest_lamport, header.lamport);
            if (header.kind == OperationKind::device_introduced && operation->body) {
                const auto body = decode_body(header.kind, operation->body->bytes);
                const auto *introduced =
                    body ? std::get_if<DeviceIntroduced>(&body->content) : nullptr;
                if (introduced != nullptr && device_of(introduced->public_key) == device) {
                    known_.keys[index] = introduced->public_key;
                }
            }
            sink(*operation);
        }
        known_.heads[index].head = head;
        last_signature.reset();
        last_signature.bind(number);
        if (last_signature.step()) {
            known_.heads[index].signed_sequence =
                static_cast<std::uint64_t>(last_signature.number(0));
        }
        if (known_.heads[index].signed_sequence > head.sequence) {
            return damaged_operation(path(), device, static_cast<std::int64_t>(head.sequence + 1));
        }
    }
    return Done{};
}

std::vector<Operation> Journal::operations_after(const DeviceId& device, std::uint64_t sequence,
                                                 std::size_t most) const {
    Statement rows(*database_,
                   "SELECT sequence, header, chain_hash, sealed FROM operation WHERE device = "
                   "(SELECT number FROM device WHERE id = ?) AND sequence > ? "
                   "ORDER BY sequence LIMIT ?");
    rows.bind(ByteView(device.value.bytes))
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

std::vector<HeadSignature> Journal::signatures(const DeviceId& device,
                                               std::uint64_t after_sequence) const {
    Statement rows(*database_,
                   "SELECT sequence, signature FROM signature WHERE device = "
                   "(SELECT number FROM device WHERE id = ?) AND sequence > ? ORDER BY sequence");
    rows.bind(ByteView(device.value.bytes)).bind(static_cast<std::int64_t>(after_sequence));
    std::vector<HeadSignature> signatures;
    while (rows.step()) {
        const auto signature = to_array<64>(rows.blob(1));
        if (!signature) throw MachineFailure(damaged_operation(path(), device, rows.number(0)));
        signatures.push_back({device, static_cast<std::uint64_t>(rows.number(0)), *signature});
    }
    return signatures;
}

void Journal::erase_bodies(const std::function<bool(const Operation&)>& is_erased) {
    Statement update(*database_,
                     "UPDATE operation SET sealed = NULL WHERE device = ? AND sequence = ?");
    Transaction transaction(*database_);
    const std::vector<DeviceHead> heads = known_.heads;
    for (const DeviceHead& head : heads) {
        for (const Operation& operation : operations_after(head.device, 0, SIZE_MAX >> 1)) {
            if (!operation.body || !is_erased(operation)) continue;
            update.bind(device_number(head.device))
                .bind(static_cast<std::int64_t>(operation.header.sequence))
                .run();
        }
    }
    transaction.commit();
    // The WAL holds the old pages until it starts again.
    database_->execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

std::uint64_t Journal::cursor(const std::string& name) const {
    Statement select(*database_, "SELECT value FROM cursor WHERE name = ?");
    select.bind(name);
    return select.step() ? static_cast<std::uint64_t>(select.number(0)) : 0;
}

void Journal::set_cursor(const std::string& name, std::uint64_t value) {
    Statement(*database_, "INSERT OR REPLACE INTO cursor(name, value) VALUES(?, ?)")
        .bind(name)
        .bind(static_cast<std::int64_t>(value))
        .run();
}

std::optional<std::string> Journal::draft(const std::string& name) const {
    Statement select(*database_, "SELECT sealed FROM draft WHERE name = ?");
    select.bind(name);
    if (!select.step()) return std::nullopt;
    const auto plain = unseal(key_, select.blob(0), draft_label(name));
    return plain ? std::optional(to_string(*plain)) : std::nullopt;
}

void Journal::save_draft(const std::string& name, std::string_view text) {
    const Bytes sealed = seal(key_, view_bytes(text), draft_label(name), environment_.random);
    Statement(*database_, "INSERT OR REPLACE INTO draft(name, sealed) VALUES(?, ?)")
        .bind(name)
        .bind(ByteView(sealed))
        .run();
}

void Journal::remove_draft(const std::string& name) {
    Statement(*database_, "DELETE FROM draft WHERE name = ?").bind(name).run();
}

}  // namespace stormote
