// Journal: a device's append-only record of one event: one SQLite file.
//
// One writer a file, in one process and on one thread at a time; readers may join from other
// processes. Owns its connection, its lock and the device's identity. Everything that append() or
// accept() has returned is on the disk (WAL, synchronous FULL). Bodies are sealed under the event
// key. The file format is normative in sync/README.md.
//
// Sources: journal.cpp, journal_accept.cpp, journal_append.cpp, journal_drafts.cpp,
// journal_read.cpp, journal_tables.cpp.
#pragma once

#include <functional>
#include <memory>
#include <span>

#include "sync/base/clock.h"
#include "sync/journal/device_identity.h"
#include "sync/journal/event_file.h"
#include "sync/journal/event_key.h"
#include "sync/journal/sqlite.h"
#include "sync/journal/writer_lock.h"

namespace stormote {

// What to do with a file from which confirmed operations are missing.
enum class MissingOperations : std::uint8_t { refuse, accept };

// What a journal needs from outside; the clock and the generator must outlive it.
struct JournalEnvironment {
    const Clock& clock;
    Random& random;
    std::filesystem::path state_directory = default_state_directory();
    HashingCost hashing_cost{};
    // What people call this device; the host name when empty.
    std::string device_name{};
    // Disk space to write for the WAL on opening, so that a commit takes half the time; for a
    // program that stays open through an evening.
    std::size_t wal_reserve_bytes{0};
    // Where the event's key may rest already unwrapped, looked up before the passphrase is asked
    // for; nowhere where empty.
    std::function<std::optional<SymmetricKey>(const EventId&)> kept_key{};
};
constexpr std::size_t usual_wal_reserve_bytes = 8U << 20;

// A device's signature of its chain up to one of its operations.
struct HeadSignature {
    DeviceId device;
    std::uint64_t sequence = 0;
    Signature signature{};
    bool operator==(const HeadSignature&) const = default;
};
// At most this many operations of a device lie between two of its signatures.
constexpr std::uint64_t signature_interval = 500;
// What is signed: a label, the event, the device, its sequence and its chain hash there.
[[nodiscard]] Bytes head_message(const EventId& event, const OperationHeader& header);

struct DeviceHead {
    DeviceId device;
    ChainHead head;
    std::uint64_t signed_sequence = 0;  // 0: nothing is signed yet
};

using OperationSink = std::function<void(const Operation&)>;

struct JournalIntake {
    std::vector<Operation> added;   // those that were new
    std::uint64_t known = 0;        // those that were here already
    std::uint64_t quarantined = 0;  // new ones of a fork: the same device and sequence, but other
};

class Journal {
  public:
    // A new event file with its first operation (the device's introduction), which the sink gets.
    // Error when the file exists or its folder cannot be written. A given id and key make a copy of
    // an existing event.
    static Result<std::unique_ptr<Journal>> create(
        const std::filesystem::path& file, const std::optional<std::string>& passphrase,
        const JournalEnvironment& environment,
        const std::optional<std::pair<EventId, SymmetricKey>>& existing = std::nullopt,
        const OperationSink& sink = [](const Operation&) {});

    // Opens a file, checks it, and hands every operation to the sink, by device and sequence.
    // Where this machine has no identity in the file yet, or none that may go on, writing starts
    // with a new device, whose introduction comes last. Error: not an event file, wrong passphrase,
    // open elsewhere (for writing), operations missing or damaged; the file is left as it was.
    // Nothing is written for JournalAccess::read.
    static Result<std::unique_ptr<Journal>> open(
        const std::filesystem::path& file, const PassphraseSource& passphrase, JournalAccess access,
        const JournalEnvironment& environment, const OperationSink& sink,
        MissingOperations missing = MissingOperations::refuse);

    // Closes cleanly: signs the head, clears the open mark and empties the WAL. What cannot be
    // written then stays as after a power cut, which the next opening mends.
    ~Journal();
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    [[nodiscard]] const EventId& event() const { return event_; }
    [[nodiscard]] const SymmetricKey& event_key() const { return key_; }
    [[nodiscard]] const std::filesystem::path& path() const { return database_->path(); }
    // This device; nil when opened for reading.
    [[nodiscard]] DeviceId device() const;

    // Commits the bodies as operations of this device, all or none, and returns them.
    // Throws MachineFailure when the disk does not take them; nothing is changed then.
    std::vector<Operation> append(std::span<const Body> bodies);

    // Takes operations of other devices, in one transaction. For each device they must continue
    // its chain here without a gap, ending at a signed head; else an error that names device and
    // sequence, and nothing is taken. Those that continue its chain elsewhere than here (two files
    // went on in one name) are kept apart, in quarantine. `is_erased` says which bodies must not be
    // stored.
    Result<JournalIntake> accept(std::span<const Operation> operations,
                                 std::span<const HeadSignature> signatures,
                                 const std::function<bool(const Operation&)>& is_erased);

    // The operations in quarantine, by device and sequence.
    [[nodiscard]] std::vector<Operation> quarantined() const;

    // Removes the bodies of the operations that are said to be erased, also in quarantine, durably
    // and irrecoverably. Throws MachineFailure when a reader in another program stands in the way;
    // the bodies are gone from the record then, and calling again clears their last traces.
    void erase_bodies(const std::function<bool(const Operation&)>& is_erased);

    // Signs this device's head, unless it is signed already, and every 500th operation on the way
    // there, so that what lies between two signatures stays small enough to travel in one piece.
    void sign_head();
    // Ends this device's identity, after a last signature, and starts a new one, whose introduction
    // it returns. For a device that finds that others know more of it than it does itself.
    Operation renounce_identity();

    [[nodiscard]] const std::vector<DeviceHead>& heads() const { return known_.heads; }
    [[nodiscard]] std::vector<HeadSignature> signatures(const DeviceId& device,
                                                        std::uint64_t after_sequence) const;
    // In sequence, at most `most`, starting after a sequence.
    [[nodiscard]] std::vector<Operation> operations_after(const DeviceId& device,
                                                          std::uint64_t sequence,
                                                          std::size_t most) const;

    // How far an exchange with another store has come: small numbers under a name.
    [[nodiscard]] std::uint64_t cursor(const std::string& name) const;
    void set_cursor(const std::string& name, std::uint64_t value);

    // A draft is one sealed row that is overwritten, not an operation. No name begins with
    // "waiting ": those are release_waiting()'s. Nothing: no such draft.
    [[nodiscard]] std::optional<std::string> draft(const std::string& name) const;
    void save_draft(const std::string& name, std::string_view text);
    void remove_draft(const std::string& name);

    // What would tell by its place in the record who gave it waits until it is released: sealed,
    // under random names, without a time. All that waits is sealed and named anew with each that
    // comes, in an order by chance, so that not even the pages of the file remember one. On the
    // disk on return. Bodies about nobody only.
    void let_wait(const Body& body);
    [[nodiscard]] std::size_t waiting_count() const;
    // Appends all that waits, in an order by chance, and takes it from where it waited: both or
    // neither. Throws as append().
    std::vector<Operation> release_waiting();

    // SQLite's own check of the whole file; empty when it is sound.
    [[nodiscard]] std::string check_database();

  private:
    Journal(std::optional<WriterLock> lock, std::unique_ptr<Database> database,
            const JournalEnvironment& environment);

    Result<> read_about(const PassphraseSource& passphrase);
    Result<> read_devices();
    Result<> replay(const OperationSink& sink);
    Result<Operation> read_operation(const Statement& row, const DeviceId& device) const;
    Result<> start_writing(MissingOperations missing, const OperationSink& sink);
    void mark_open(std::size_t wal_reserve_bytes);
    // False when a reader kept the WAL from being emptied.
    [[nodiscard]] bool unmark_open();
    Operation introduce();
    [[nodiscard]] Bytes seal_body(const Operation& operation, ByteView header_core) const;
    void insert(const Operation& operation);
    // Appends, and does something else to the file, in one transaction.
    std::vector<Operation> append(std::span<const Body> bodies,
                                  const std::function<void()>& beside);
    // False when a reader kept it from being emptied. The file stays marked as open.
    [[nodiscard]] bool empty_wal(std::size_t wal_reserve_bytes);
    // A kind and an encoded body that waits.
    struct WaitingRow {
        std::string name;
        Bytes plain;
    };
    [[nodiscard]] std::vector<WaitingRow> waiting_rows() const;
    void shuffle_waiting(std::vector<WaitingRow>& rows) const;
    Operation make_next(const Body& body, ChainHead& head, std::uint64_t& lamport) const;

    // Why an operation cannot come next in its device's chain here.
    enum class ChainFault : std::uint8_t { none, gap, broken, disordered, false_body };
    [[nodiscard]] ChainFault fault_of(const Operation& operation, std::size_t index) const;
    void advance(const OperationHeader& header, std::size_t index);
    // Keeps the key that the device introduces itself with. False when it is no introduction.
    bool learn_key(const Operation& operation, std::size_t index);
    Result<> check_signature(std::size_t index);

    Result<> take(const Operation& operation,
                  const std::function<bool(const Operation&)>& is_erased, JournalIntake& intake);
    Result<> check_next(const Operation& operation, ChainFault fault, std::size_t index);
    Result<> take_signatures(std::span<const HeadSignature> signatures);
    [[nodiscard]] bool is_fork(const OperationHeader& header, std::size_t index) const;
    // False when it was there already.
    bool quarantine(const Operation& operation);
    void sign(const OperationHeader& header);
    void store_signature(const HeadSignature& signature);
    [[nodiscard]] bool is_signature_true(const HeadSignature& signature, std::size_t index) const;

    [[nodiscard]] std::optional<Hash> chain_hash_at(const DeviceId& device,
                                                    std::uint64_t sequence) const;
    [[nodiscard]] std::optional<std::size_t> find(const DeviceId& device) const;
    std::size_t index_of(const DeviceId& device);
    std::int64_t device_number(const DeviceId& device);
    void close_cleanly();

    // Declared first, destroyed last: see WriterLock.
    std::optional<WriterLock> lock_;
    std::unique_ptr<Database> database_;
    JournalEnvironment environment_;
    EventId event_;
    SymmetricKey key_{};
    std::optional<DeviceIdentity> identity_;
    struct DeviceDetails {
        PublicKey key{};            // all zero until the device is introduced
        std::int64_t number = 0;    // of its row; 0 until it has one
        std::uint64_t lamport = 0;  // of its head
    };
    // The devices in the file, one entry each in both lists.
    struct KnownDevices {
        std::vector<DeviceHead> heads;
        std::vector<DeviceDetails> details;
        std::uint64_t highest_lamport = 0;
    };
    KnownDevices known_;
    std::optional<Statement> insert_operation_;
    bool is_marked_open_ = false;
};

}  // namespace stormote
