// Journal: a device's append-only record of one event: one SQLite file.
//
// One writer a file, in one process and on one thread at a time; readers may join from other
// processes. Owns its connection, its lock and the device's identity. Everything that append() or
// accept() has returned is on the disk (WAL, synchronous FULL). Bodies are sealed under the event
// key. The file format is normative in sync/README.md.
#pragma once

#include <functional>
#include <memory>
#include <span>

#include "sync/base/clock.h"
#include "sync/journal/device_identity.h"
#include "sync/journal/event_key.h"
#include "sync/journal/sqlite.h"
#include "sync/journal/writer_lock.h"

namespace stormote {

enum class JournalAccess : std::uint8_t { read, write };

// What to do with a file from which confirmed operations are missing.
enum class MissingOperations : std::uint8_t { refuse, accept };

// What a journal needs from outside; the clock and the generator must outlive it.
struct JournalEnvironment {
    const Clock& clock;
    Random& random;
    std::filesystem::path state_directory = default_state_directory();
    HashingCost hashing_cost{};
    std::string device_name;  // what people call this device; the host name when empty
};

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
    std::uint64_t quarantined = 0;  // the same device and sequence with another content
};

class Journal {
  public:
    // A new event file with its first operation (the device's introduction). Error when the file
    // exists or its folder cannot be written. A given id and key make an empty copy of an existing
    // event, in which this device introduces itself when it first writes.
    static Result<std::unique_ptr<Journal>> create(
        const std::filesystem::path& file, const std::optional<std::string>& passphrase,
        const JournalEnvironment& environment,
        const std::optional<std::pair<EventId, SymmetricKey>>& existing = std::nullopt);

    // Opens a file, checks it, and hands every operation to the sink, by device and sequence.
    // Error: not an event file, wrong passphrase, open elsewhere (for writing), operations missing
    // or damaged. Nothing is written for JournalAccess::read.
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
    // This device, once it has written; nil before.
    [[nodiscard]] DeviceId device() const;

    // Commits the bodies as operations of this device, all or none, and returns them.
    // Throws MachineFailure when the disk does not take them; nothing is changed then.
    std::vector<Operation> append(std::span<const Body> bodies);

    // Takes operations of other devices, in one transaction. For each device they must continue
    // its chain here without a gap, ending at a signed head; else an error that names device and
    // sequence, and nothing is taken. `is_erased` says which bodies must not be stored. Where the
    // same device and sequence is here with another content, and for all that continues such an
    // operation, the newcomer goes to quarantine.
    Result<JournalIntake> accept(std::span<const Operation> operations,
                                 std::span<const HeadSignature> signatures,
                                 const std::function<bool(const Operation&)>& is_erased);

    // Removes the bodies of the operations that the sink says, durably and irrecoverably.
    void erase_bodies(const std::function<bool(const Operation&)>& is_erased);

    // Signs this device's head, unless it is signed already, and every 500th operation on the way
    // there, so that what lies between two signatures stays small enough to travel in one piece.
    void sign_head();
    // Ends this device's identity, after a last signature: the next operation starts a new one.
    // For a device that finds that others know more of it than it does itself.
    void renounce_identity();

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

    // A draft is one sealed row that is overwritten, not an operation. Nothing: no such draft.
    [[nodiscard]] std::optional<std::string> draft(const std::string& name) const;
    void save_draft(const std::string& name, std::string_view text);
    void remove_draft(const std::string& name);

    // SQLite's own check of the whole file; empty when it is sound.
    [[nodiscard]] std::string check_database();

  private:
    Journal(std::optional<WriterLock> lock, std::unique_ptr<Database> database,
            const JournalEnvironment& environment);

    Result<> read_about(const PassphraseSource& passphrase);
    Result<> replay(const OperationSink& sink);
    Result<Operation> read_operation(const Statement& row, const DeviceId& device) const;
    Result<> start_writing(MissingOperations missing);
    void become_new_device();
    void prepare_statements();
    [[nodiscard]] Bytes seal_body(const SaltedBody& body, ByteView header_core) const;
    void insert(const Operation& operation);
    Operation seal_next(const Body& body, ChainHead& head, std::uint64_t& lamport) const;
    Result<> take(const Operation& operation, std::span<const HeadSignature> signatures,
                  const std::function<bool(const Operation&)>& is_erased, JournalIntake& intake);
    Result<> check_next(const Operation& operation, const DeviceHead& head) const;
    Result<> check_introduction(const Operation& operation);
    void quarantine(const Operation& operation);
    [[nodiscard]] bool continues_quarantined(const OperationHeader& header) const;
    void sign(const OperationHeader& header);
    Result<> take_signatures(const OperationHeader& header,
                             std::span<const HeadSignature> signatures);
    std::size_t index_of(const DeviceId& device);
    DeviceHead& head_of(const DeviceId& device) { return known_.heads[index_of(device)]; }
    std::int64_t device_number(const DeviceId& device);
    void store_signature(const HeadSignature& signature);
    void close_cleanly();

    // Declared first, destroyed last: see WriterLock.
    std::optional<WriterLock> lock_;
    std::unique_ptr<Database> database_;
    JournalEnvironment environment_;
    EventId event_;
    SymmetricKey key_{};
    std::optional<DeviceIdentity> identity_;
    // What is known of the devices in the file, one entry each in the three lists.
    struct KnownDevices {
        std::vector<DeviceHead> heads;
        std::vector<PublicKey> keys;        // all zero until the device is introduced
        std::vector<std::int64_t> numbers;  // row numbers; 0 until it has a row
        std::uint64_t highest_lamport = 0;
    };
    KnownDevices known_;
    std::optional<Statement> insert_operation_;
    bool is_marked_open_ = false;
};

}  // namespace stormote
