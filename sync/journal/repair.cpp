#include "sync/journal/repair.h"

#include <map>

#include "sync/base/durable_folder.h"
#include "sync/journal/device_chains.h"
#include "sync/journal/file/about_table.h"
#include "sync/journal/file/event_file.h"
#include "sync/journal/file/journal_schema.h"
#include "sync/journal/file/writer_lock.h"
#include "sync/journal/intake.h"
#include "sync/journal/operation_table.h"
#include "sync/journal/quarantine.h"
#include "sync/model/authority.h"
#include "sync/model/operation_limits.h"

namespace stormote {

namespace fs = std::filesystem;

namespace {

// What is copied row by row; the rest of the new file is written from what can be read.
constexpr const char *copy_rows = R"sql(
INSERT INTO main.about SELECT name, value FROM harmed.about WHERE name <> 'open';
INSERT INTO main.device SELECT number, id FROM harmed.device;
INSERT INTO main.draft SELECT name, sealed FROM harmed.draft;
INSERT INTO main.cursor SELECT name, value FROM harmed.cursor WHERE name LIKE 'erasure %';
INSERT INTO main.quarantine(device, sequence, chain_hash, header, sealed)
    SELECT device, sequence, chain_hash, header, sealed FROM harmed.quarantine;
)sql";

constexpr const char *read_operations =
    "SELECT sequence, header, chain_hash, sealed FROM harmed.operation "
    "WHERE device = ? ORDER BY sequence";

Error cannot_read(const DeviceId& device, std::uint64_t sequence) {
    return input_error({"Operation {1} of device {0} is damaged: it cannot be read."},
                       to_string(device), sequence);
}

class FileRepair {
  public:
    FileRepair(Database& database, const EventId& event, const SymmetricKey& key, Random& random)
        : database_(database), event_(event), seal_(database, key, random) {}

    RepairReport run() {
        Statement devices(database_, "SELECT number, id FROM main.device ORDER BY number");
        while (devices.step()) {
            const auto id = to_array<16>(devices.blob(1));
            if (id) repair(devices.number(0), DeviceId{Uuid{*id}});
        }
        return std::move(report_);
    }

  private:
    void repair(std::int64_t number, const DeviceId& id) {
        KnownDevice device{id, {0, chain_start(event_, id)}};
        device.number = number;
        auto left_out = find_fault(device);
        // Nobody takes what no signature covers.
        if (left_out) left_out->first = signed_before(number, left_out->first) + 1;
        Statement rows(database_, read_operations);
        rows.bind(number);
        while (rows.step()) {
            const auto sequence = static_cast<std::uint64_t>(rows.number(0));
            const auto operation = seal_.read(rows, id);
            if (!left_out || sequence < left_out->first) {
                keep(*operation, device);
                continue;
            }
            left_out->last = sequence;
            if (operation && quarantine_.keep(*operation)) ++left_out->put_aside;
        }
        keep_signatures(device);
        if (left_out) report_.left_out.push_back(*left_out);
    }

    // What is left out of a device: from the first operation on that an intake would refuse.
    std::optional<LeftOut> find_fault(KnownDevice device) {
        Statement rows(database_, read_operations);
        rows.bind(device.number);
        while (rows.step()) {
            const auto sequence = static_cast<std::uint64_t>(rows.number(0));
            const auto operation = seal_.read(rows, device.device);
            const auto fault =
                operation ? fault_in(*operation, device) : cannot_read(device.device, sequence);
            if (fault) return LeftOut{device.device, sequence, sequence, 0, *fault};
            device.advance(*operation);
        }
        return std::nullopt;
    }

    // The last number of a device before this one that has a signature; 0 where none has.
    std::uint64_t signed_before(std::int64_t device, std::uint64_t sequence) {
        Statement row(database_,
                      "SELECT max(sequence) FROM harmed.signature "
                      "WHERE device = ? AND sequence < ?");
        row.bind(device).bind(static_cast<std::int64_t>(sequence));
        return row.step() ? static_cast<std::uint64_t>(row.number(0)) : 0;
    }

    // Why an intake would not take it as the next operation of its device.
    [[nodiscard]] std::optional<Error> fault_in(const Operation& operation,
                                                const KnownDevice& device) const {
        const OperationHeader& header = operation.header;
        const auto because = [&header](Sentence sentence) {
            return input_error(sentence, to_string(header.device), header.sequence);
        };
        const bool is_chained = header.sequence == device.head.sequence + 1 &&
                                chain(device.head.chain_hash, header) == header.chain_hash &&
                                (!operation.body || hash_body(*operation.body) == header.body_hash);
        if (!is_chained) return cannot_read(header.device, header.sequence);
        if (header.sequence == 1 && !introduced_key(operation)) {
            return because({"Device {0} did not introduce itself at number {1}."});
        }
        if (!is_next_lamport(device.lamport, header.lamport)) {
            return because(out_of_order);
        }
        if (const auto fault = fault_of(event_, operation)) return because(*fault);
        return std::nullopt;
    }

    void keep(const Operation& operation, KnownDevice& device) {
        table_.insert(device.number, operation);
        if (has_root(event_) && Authority::concerns(operation.header.kind)) {
            Statement(database_, "INSERT INTO main.authority(device, sequence) VALUES(?, ?)")
                .bind(device.number)
                .bind(static_cast<std::int64_t>(operation.header.sequence))
                .run();
        }
        device.advance(operation);
        ++report_.kept;
    }

    void keep_signatures(const KnownDevice& device) {
        Statement(database_,
                  "INSERT INTO main.signature SELECT device, sequence, signature "
                  "FROM harmed.signature WHERE device = ? AND sequence <= ?")
            .bind(device.number)
            .bind(static_cast<std::int64_t>(device.head.sequence))
            .run();
    }

    Database& database_;
    EventId event_;
    OperationSeal seal_;
    OperationTable table_{database_, seal_};
    Quarantine quarantine_{database_, seal_};
    RepairReport report_;
};

// Under a draft's name until it is whole.
class RepairedFile {
  public:
    explicit RepairedFile(fs::path target)
        : target_(std::move(target)), draft_(target_.string() + ".new") {
        remove();
    }
    ~RepairedFile() { remove(); }
    RepairedFile(const RepairedFile&) = delete;
    RepairedFile& operator=(const RepairedFile&) = delete;

    [[nodiscard]] const fs::path& draft() const { return draft_; }
    void keep() {
        std::error_code error;
        fs::rename(draft_, target_, error);
        if (error) fail_to_write(target_);
        make_folder_durable(fs::absolute(target_).parent_path());
    }

  private:
    void remove() const {
        std::error_code error;
        for (const char *part : {"", "-journal", "-wal", "-shm"}) {
            fs::remove(draft_.string() + part, error);
        }
    }

    fs::path target_;
    fs::path draft_;
};

}  // namespace

std::optional<Error> find_harm(const Journal& journal) {
    std::optional<Error> harm;
    std::map<DeviceId, std::uint64_t> lamports;
    journal.read_all([&](const Operation& operation, Belief) {
        if (harm) return;
        const OperationHeader& header = operation.header;
        std::uint64_t& lamport = lamports[header.device];
        auto fault = fault_of(journal.event(), operation);
        if (!is_next_lamport(lamport, header.lamport)) fault = out_of_order;
        lamport = header.lamport;
        if (fault) harm = input_error(*fault, to_string(header.device), header.sequence);
    });
    return harm;
}

Result<RepairReport> repair_event_file(const fs::path& file, const fs::path& repaired,
                                       const PassphraseSource& passphrase,
                                       const JournalEnvironment& environment) try {
    if (auto checked = check_event_file(file); !checked) return checked.error();
    std::error_code error;
    if (fs::exists(repaired, error)) {
        return input_error({"{} exists already. Choose another name, or remove the file first."},
                           repaired.string());
    }
    // Whoever writes it meanwhile would not be in the new one.
    auto lock = WriterLock::take(file);
    if (!lock) return lock.error();
    RepairedFile target(repaired);
    RepairReport report;
    {
        Database database(target.draft(), DatabaseMode::create);
        database.attach_for_reading(file, "harmed");
        const auto value = [&database](const char *sql) -> std::optional<Bytes> {
            Statement row(database, sql);
            if (!row.step()) return std::nullopt;
            return Bytes(row.blob(0).begin(), row.blob(0).end());
        };
        const auto id = value("SELECT value FROM harmed.about WHERE name = 'event'");
        const auto wrapping = value("SELECT value FROM harmed.about WHERE name = 'key'");
        const auto event_bytes = id ? to_array<16>(*id) : std::nullopt;
        if (!event_bytes || !wrapping) return not_an_event_file(file);
        const EventId event{Uuid{*event_bytes}};
        auto key = unwrap_event_key(*wrapping, passphrase);
        if (!key) return key.error();
        Transaction transaction(database);
        database.execute(event_file_schema);
        if (has_root(event)) database.execute(authority_schema);
        database.execute(copy_rows);
        report = FileRepair(database, event, *key, environment.random).run();
        wipe(*key);
        transaction.commit();
        database.execute("DETACH DATABASE harmed");
    }
    target.keep();
    return report;
} catch (const MachineFailure& failure) {
    return failure.error();
}

}  // namespace stormote
