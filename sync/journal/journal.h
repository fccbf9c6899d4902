// Journal: a device's append-only record of one event: one SQLite file.
//
// One writer a file, in one process and on one thread at a time; readers may join from other
// processes. Owns its connection, its lock and the device's identity. Everything that append() or
// accept() has returned is on the disk (WAL, synchronous FULL). Bodies are sealed under the event
// key. The file format is normative in sync/README.md.
//
// What else lies in the file is of classes of its own over the same connection; the journal owns
// them, and joins them where they must change in one transaction. Sources: journal.cpp (opening and
// closing), journal_append.cpp, journal_accept.cpp, journal_authority.cpp, journal_read.cpp; the
// parts stand in journal_parts.h.
#pragma once

#include <memory>
#include <span>

#include "sync/journal/file/event_file.h"
#include "sync/journal/intake.h"
#include "sync/journal/journal_environment.h"
#include "sync/journal/keys/event_key.h"
#include "sync/journal/purged_operations.h"
#include "sync/model/authority.h"

namespace stormote {

class DeviceIdentity;
class DraftStore;
class ErasureDates;
class ExchangeCursors;
class Quarantine;
class WaitingQueue;
struct KnownDevice;

// What to do with a file from which confirmed operations are missing.
enum class MissingOperations : std::uint8_t { refuse, accept };

using OperationSink = std::function<void(const Operation&, Belief)>;

// An event that exists elsewhere, for a copy of it.
struct JoinedEvent {
    EventId event;
    SymmetricKey key{};
    // What lets this device in; nothing: an organiser has to admit it.
    std::optional<DevicePairing> pairing{};
};

// A body that is recorded under an id and a time of its own.
struct DatedBody {
    Body body;
    OperationId id;
    std::int64_t wall_ms = 0;
};

// Operations come in pieces: who delivers them hands over each, with its signatures, and ends where
// one is not taken, or where there is nothing to be had from where they come.
using PieceSink =
    std::function<Result<>(std::span<const Operation>, std::span<const HeadSignature>)>;
using PieceSource = std::function<Result<>(const PieceSink&)>;

struct JournalIntake {
    std::vector<Operation> added;   // those that were new
    std::uint64_t known = 0;        // those that were here already
    std::uint64_t quarantined = 0;  // put aside now: the same device and sequence, but other
    // Some of those stood in the record until now.
    bool has_replaced = false;
    // Whole runs of which nothing was taken.
    std::vector<RefusedRun> refused;
};

class Journal {
  public:
    // A new event file with its first operation (the device's introduction), which the sink gets. A
    // new event has a root key of its own, which lies in this file alone. Error when the file
    // exists or its folder cannot be written.
    static Result<std::unique_ptr<Journal>> create(
        const std::filesystem::path& file, const std::optional<std::string>& passphrase,
        const JournalEnvironment& environment,
        const std::optional<JoinedEvent>& existing = std::nullopt,
        const OperationSink& sink = [](const Operation&, Belief) {});

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

    [[nodiscard]] const EventId& event() const;
    [[nodiscard]] const SymmetricKey& event_key() const;
    [[nodiscard]] const std::filesystem::path& path() const;
    // This device; nil when opened for reading.
    [[nodiscard]] DeviceId device() const;
    // Its key, for what it signs besides its record. Not when opened for reading.
    [[nodiscard]] const DeviceIdentity& identity() const;

    // Who may what in this event, as its record says.
    [[nodiscard]] const Authority& authority() const;
    [[nodiscard]] Belief belief_in(const Operation& operation) const;
    // What its purges name.
    [[nodiscard]] const PurgedOperations& purged_operations() const;
    // Grows where what was folded before is not the fold of the record any more: fold all of it
    // again then (read_all).
    [[nodiscard]] std::uint64_t fold_generation() const;

    // A pairing that lets a device in, signed by this machine's device, or by the root where this
    // file holds it and the device may not. Error: neither may, or the passphrase is missing.
    [[nodiscard]] Result<DevicePairing> issue_pairing(DeviceRole role,
                                                      const PassphraseSource& passphrase) const;
    // The event's root key. Error: it lies in another file, or the passphrase is wrong or missing.
    [[nodiscard]] Result<SigningKeys> unwrap_root(const PassphraseSource& passphrase) const;
    // This device, which nothing has let in, goes on under a new identity that the pairing lets in;
    // returns its introduction. Nothing where the file has that pairing already.
    std::optional<Operation> adopt_pairing(const DevicePairing& pairing);

    // Commits the bodies as operations of this device, all or none, and returns them.
    // Throws MachineFailure when the disk does not take them; nothing is changed then. Calls
    // `written` for each before the commit.
    std::vector<Operation> append(
        std::span<const Body> bodies, const std::function<void()>& written = [] {});

    // The same with times and ids that are given: what is recorded anew keeps when it happened.
    std::vector<Operation> append_dated(std::span<const DatedBody> bodies);

    // Takes operations of other devices, in one transaction, as far as the intake allows
    // (intake.h): those of a device that wrote what no device may are refused, and the others are
    // taken. Error where they are not what their devices wrote, or some are missing: then nothing
    // is taken, since whoever sent them may send them whole. Those that contradict the record of
    // their device here (two files went on in one name) are kept apart, in quarantine. `is_erased`
    // says which bodies must not be stored.
    Result<JournalIntake> accept(std::span<const Operation> operations,
                                 std::span<const HeadSignature> signatures,
                                 const std::function<bool(const Operation&)>& is_erased);
    // The same of many pieces: all of them, or, where the source ends with an error, none.
    Result<JournalIntake> accept_pieces(const PieceSource& source,
                                        const std::function<bool(const Operation&)>& is_erased);

    // Removes the bodies of the operations that are said to be erased, also in quarantine, durably
    // and irrecoverably. Throws MachineFailure when a reader in another program stands in the way;
    // the bodies are gone from the record then, and calling again clears their last traces.
    void erase_bodies(const std::function<bool(const Operation&)>& is_erased);

    // When this closes, the file's key is destroyed, unless something is appended before: nobody
    // opens the file any more, this program neither.
    void destroy_key_on_closing();

    // Before anything leaves the device: makes its head durable outside the file, and signs what an
    // earlier version has left unsigned.
    void sign_head();
    // Ends this device's identity, after a last signature, and starts a new one, whose introduction
    // it returns. For a device that finds that others know more of it than it does itself.
    Operation renounce_identity();

    [[nodiscard]] std::vector<DeviceHead> heads() const;
    [[nodiscard]] std::vector<HeadSignature> signatures(const DeviceId& device,
                                                        std::uint64_t after_sequence) const;
    // In sequence, at most `most`, starting after a sequence.
    [[nodiscard]] std::vector<Operation> operations_after(const DeviceId& device,
                                                          std::uint64_t sequence,
                                                          std::size_t most) const;

    // Every operation that the file holds, by device and sequence. Throws MachineFailure where a
    // row is damaged.
    void read_all(const OperationSink& sink) const;

    // What else the file holds; each is described where it is declared. They live as long as this.
    [[nodiscard]] const Quarantine& quarantine() const;
    [[nodiscard]] ExchangeCursors& cursors();
    [[nodiscard]] const ExchangeCursors& cursors() const;
    [[nodiscard]] ErasureDates& erasure_dates();
    [[nodiscard]] DraftStore& drafts();
    [[nodiscard]] WaitingQueue& waiting();
    // Appends all that waits, in an order by chance, and takes it from where it waited: both or
    // neither. Throws as append().
    std::vector<Operation> release_waiting();

    // SQLite's own check of the whole file; empty when it is sound.
    [[nodiscard]] std::string check_database();

    struct Draft;  // for the journal's own sources

  private:
    struct Parts;
    explicit Journal(std::unique_ptr<Parts> parts);

    static Result<std::unique_ptr<Journal>> open_as(
        const std::filesystem::path& file, const PassphraseSource& passphrase, JournalAccess access,
        const JournalEnvironment& environment, const OperationSink& sink, MissingOperations missing,
        const std::optional<SigningKeys>& new_root);
    Result<> replay(const OperationSink& sink);
    Result<> read_authority();
    Result<> read_purges();
    // After some of it has given way to something else; and of purges.
    void read_authority_again();
    Result<> start_writing(MissingOperations missing, const OperationSink& sink);
    Operation introduce();
    [[nodiscard]] std::optional<DeviceAdmission> find_admission() const;
    [[nodiscard]] std::optional<DevicePairing> find_pairing() const;
    // Takes in what the operations say of who may what and of what was purged, and what counts of
    // them.
    void note_authority(std::span<const Operation> operations);
    // Whether the record has what this device wrote last.
    [[nodiscard]] bool continues_record() const;
    void sign(KnownDevice& device);
    // Appends, and does something else to the file, in one transaction.
    std::vector<Operation> append_beside(const std::vector<Draft>& drafts,
                                         const std::function<void()>& written,
                                         const std::function<void()>& beside);
    void close_cleanly();

    std::unique_ptr<Parts> parts_;
};

}  // namespace stormote
