#include "tests/bench/central/store_filling.h"

#include <algorithm>

#include "sync/central/postgres/pg_connection.h"
#include "sync/central/postgres/pg_copy.h"
#include "sync/central/store/store_rows.h"
#include "sync/journal/file/sqlite.h"
#include "tests/bench/central/load_record.h"
#include "tests/support/record/signed_device.h"

namespace stormote::testing {

namespace {

constexpr std::size_t devices_of_event = 4;
constexpr std::size_t operations_of_run = 10;
constexpr std::size_t rows_of_copy = 100'000;
constexpr std::int64_t first_position = 1'665'590'400'000;

// Where rows go.
class Filling {
  public:
    Filling() = default;
    virtual ~Filling() = default;
    Filling(const Filling&) = delete;
    Filling& operator=(const Filling&) = delete;
    virtual void add_operation(const EventId& event, const Operation& operation) = 0;
    virtual void add_head(const EventId& event, const OperationHeader& last,
                          const PublicKey& key) = 0;
    virtual void add_run(const EventId& event, const LogRun& run) = 0;
};

class DatabaseFilling final : public Filling {
  public:
    explicit DatabaseFilling(const std::string& address)
        : connection_(PgAddress::parse(address, "").value()) {
        // Without the trigger that keeps a server to the event of its transaction.
        connection_.execute("SET session_replication_role = replica");
    }
    void add_operation(const EventId& event, const Operation& operation) override {
        const OperationHeader& header = operation.header;
        begin(operations_, 6, event, header.device);
        operations_.add(static_cast<std::int64_t>(header.sequence));
        operations_.add(ByteView(encode_header_core(header)));
        operations_.add(ByteView(header.chain_hash));
        operations_.add(ByteView(join_body(*operation.body)));
        if (operations_.rows() == rows_of_copy) flush();
    }
    void add_head(const EventId& event, const OperationHeader& last,
                  const PublicKey& key) override {
        begin(heads_, 7, event, last.device);
        heads_.add(static_cast<std::int64_t>(last.sequence));
        heads_.add(ByteView(last.chain_hash));
        heads_.add(static_cast<std::int64_t>(last.lamport));
        heads_.add(ByteView(key));
        heads_.add(static_cast<std::int64_t>(last.sequence * 200));
        begin(authorities_, 3, event, last.device);
        authorities_.add(std::int64_t{1});
    }
    void add_run(const EventId& event, const LogRun& run) override {
        begin(runs_, 7, event, run.device);
        runs_.add(static_cast<std::int64_t>(run.position));
        runs_.add(static_cast<std::int64_t>(run.first));
        runs_.add(static_cast<std::int64_t>(run.last));
        runs_.add(ByteView(run.signature));
        runs_.add(ByteView(run.tip));
    }
    void finish() {
        flush();
        connection_.execute(
            "SET statement_timeout = 0; "
            "INSERT INTO event(event) SELECT DISTINCT event FROM head ON CONFLICT DO NOTHING");
    }

  private:
    static void begin(PgCopy& rows, std::size_t columns, const EventId& event,
                      const DeviceId& device) {
        rows.begin_row(columns);
        rows.add(ByteView(event.value.bytes));
        rows.add(ByteView(device.value.bytes));
    }
    void copy(const std::string& into, PgCopy& rows) {
        connection_.copy_in(("COPY " + into + " FROM STDIN (FORMAT binary)").c_str(),
                            rows.finish());
        rows.clear();
    }
    void flush() {
        copy("operation", operations_);
        copy("head(event, device, sequence, chain_hash, lamport, public_key, bytes)", heads_);
        copy("authority", authorities_);
        copy("run(event, device, position, first_sequence, last_sequence, signature, tip)", runs_);
    }

    PgConnection connection_;
    PgCopy operations_;
    PgCopy heads_;
    PgCopy authorities_;
    PgCopy runs_;
};

class FileFilling final : public Filling {
  public:
    explicit FileFilling(const std::filesystem::path& file)
        : database_(file, DatabaseMode::read_write), transaction_(database_) {}
    void add_operation(const EventId& event, const Operation& operation) override {
        const OperationHeader& header = operation.header;
        begin(operation_, event, header.device).bind(static_cast<std::int64_t>(header.sequence));
        operation_.bind(ByteView(encode_header_core(header)))
            .bind(ByteView(header.chain_hash))
            .bind(ByteView(join_body(*operation.body)));
        operation_.run();
    }
    void add_head(const EventId& event, const OperationHeader& last,
                  const PublicKey& key) override {
        begin(head_, event, last.device).bind(static_cast<std::int64_t>(last.sequence));
        head_.bind(ByteView(last.chain_hash))
            .bind(static_cast<std::int64_t>(last.lamport))
            .bind(ByteView(key))
            .bind(static_cast<std::int64_t>(last.sequence * 200));
        head_.run();
        begin(authority_, event, last.device).run();
        event_.bind(ByteView(event.value.bytes)).run();
    }
    void add_run(const EventId& event, const LogRun& run) override {
        begin(run_, event, run.device).bind(static_cast<std::int64_t>(run.position));
        run_.bind(static_cast<std::int64_t>(run.first))
            .bind(static_cast<std::int64_t>(run.last))
            .bind(ByteView(run.signature))
            .bind(ByteView(run.tip));
        run_.run();
    }
    void finish() { transaction_.commit(); }

  private:
    static Statement& begin(Statement& statement, const EventId& event, const DeviceId& device) {
        return statement.bind(ByteView(event.value.bytes)).bind(ByteView(device.value.bytes));
    }

    Database database_;
    Transaction transaction_;
    Statement operation_{database_, "INSERT INTO operation VALUES(?, ?, ?, ?, ?, ?)"};
    Statement head_{database_,
                    "INSERT INTO head(event, device, sequence, chain_hash, lamport, public_key, "
                    "bytes) VALUES(?, ?, ?, ?, ?, ?, ?)"};
    Statement authority_{database_, "INSERT INTO authority VALUES(?, ?, 1)"};
    Statement event_{database_, "INSERT OR IGNORE INTO event VALUES(?, '')"};
    Statement run_{database_,
                   "INSERT INTO run(event, device, position, first_sequence, last_sequence, "
                   "signature, tip) VALUES(?, ?, ?, ?, ?, ?, ?)"};
};

// The operations of one device again, as those of another one in another event.
void add_device(Filling& filling, const EventId& event, const SignedDevice& pattern,
                std::size_t count, SeededRandom& random) {
    const DeviceId device{Uuid{random.bytes<16>()}};
    Hash chain_hash = chain_start(event, device);
    OperationHeader last;
    std::uint64_t position = first_position + random.below(1'000'000);
    for (std::size_t i = 0; i < count; ++i) {
        Operation operation = pattern.operations()[i];
        OperationHeader& header = operation.header;
        header.id = OperationId{Uuid{random.bytes<16>()}};
        header.device = device;
        header.chain_hash = chain(chain_hash, header);
        chain_hash = header.chain_hash;
        filling.add_operation(event, operation);
        last = header;
        const std::uint64_t in_run = (header.sequence - 1) % operations_of_run + 1;
        if (in_run == operations_of_run || i + 1 == count) {
            position += 1'000;
            filling.add_run(event, {position,
                                    device,
                                    header.sequence - in_run + 1,
                                    header.sequence,
                                    {},
                                    header.chain_hash});
        }
    }
    filling.add_head(event, last, pattern.keys().public_key);
}

void fill(Filling& filling, const FillingSize& size, const EventId *named) {
    SeededRandom random(1);
    const std::size_t of_device = size.of_event / devices_of_event;
    SignedDevice pattern(EventId{}, random);
    pattern.add_many(of_device - 1);
    for (std::size_t filled = 0; filled < size.operations; filled += size.of_event) {
        const EventId event = named != nullptr ? *named : make_rooted_event(random);
        for (std::size_t i = 0; i < devices_of_event; ++i) {
            add_device(filling, event, pattern, of_device, random);
        }
    }
}

}  // namespace

void fill_database(const std::string& database_address, const FillingSize& size,
                   const EventId *event) {
    DatabaseFilling filling(database_address);
    fill(filling, size, event);
    filling.finish();
}

void fill_file(const std::filesystem::path& file, const FillingSize& size) {
    FileFilling filling(file);
    fill(filling, size, nullptr);
    filling.finish();
}

}  // namespace stormote::testing
