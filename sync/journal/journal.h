// Journal: a device's append-only record of one event: one SQLite file.
//
// One writer a file, in one process and on one thread at a time; readers may join from other
// processes. Owns its connection, its lock and the device's identity. Everything that append() or
// accept() has returned is on the disk (WAL, synchronous FULL). Bodies are sealed under the event
// key. The file format is normative in sync/README.md.
//
// What else lies in the file is of classes of its own over the same connection; the journal owns
// them, and joins them where they must change in one transaction. Sources: journal.cpp (opening and
// closing), journal_append.cpp, journal_accept.cpp, journal_read.cpp; the parts stand in
// journal_parts.h.
#pragma once

#include <memory>
#include <span>

#include "sync/journal/file/event_file.h"
#include "sync/journal/intake.h"
#include "sync/journal/journal_environment.h"
#include "sync/journal/keys/event_key.h"

namespace stormote {

class DraftStore;
class ExchangeCursors;
class Quarantine;
class WaitingQueue;
struct KnownDevice;

// What to do with a file from which confirmed operations are missing.
enum class MissingOperations : std::uint8_t { refuse, accept };

using OperationSink = std::function<void(const Operation&)>;

struct JournalIntake {
    std::vector<Operation> added;   // those that were new
    std::uint64_t known = 0;        // those that were here already
    std::uint64_t quarantined = 0;  // put aside now: the same device and sequence, but other
    // Some of those stood in the record until now, so that what was folded of it is not true any
    // more.
    bool has_replaced = false;
    // Whole runs of which nothing was taken.
    std::vector<RefusedRun> refused;
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

    [[nodiscard]] const EventId& event() const;
    [[nodiscard]] const SymmetricKey& event_key() const;
    [[nodiscard]] const std::filesystem::path& path() const;
    // This device; nil when opened for reading.
    [[nodiscard]] DeviceId device() const;

    // Commits the bodies as operations of this device, all or none, and returns them.
    // Throws MachineFailure when the disk does not take them; nothing is changed then. Calls
    // `written` for each before the commit.
    std::vector<Operation> append(
        std::span<const Body> bodies, const std::function<void()>& written = [] {});

    // Takes operations of other devices, in one transaction, as far as the intake allows
    // (intake.h). Those that contradict its chain here (two files went on in one name) are kept
    // apart, in quarantine. `is_erased` says which bodies must not be stored.
    JournalIntake accept(std::span<const Operation> operations,
                         std::span<const HeadSignature> signatures,
                         const std::function<bool(const Operation&)>& is_erased);

    // Removes the bodies of the operations that are said to be erased, also in quarantine, durably
    // and irrecoverably. Throws MachineFailure when a reader in another program stands in the way;
    // the bodies are gone from the record then, and calling again clears their last traces.
    void erase_bodies(const std::function<bool(const Operation&)>& is_erased);

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

    // Every operation, by device and sequence. Throws MachineFailure where a row is damaged.
    void read_all(const OperationSink& sink) const;

    // What else the file holds; each is described where it is declared. They live as long as this.
    [[nodiscard]] const Quarantine& quarantine() const;
    [[nodiscard]] ExchangeCursors& cursors();
    [[nodiscard]] const ExchangeCursors& cursors() const;
    [[nodiscard]] DraftStore& drafts();
    [[nodiscard]] WaitingQueue& waiting();
    // Appends all that waits, in an order by chance, and takes it from where it waited: both or
    // neither. Throws as append().
    std::vector<Operation> release_waiting();

    // SQLite's own check of the whole file; empty when it is sound.
    [[nodiscard]] std::string check_database();

  private:
    struct Parts;
    explicit Journal(std::unique_ptr<Parts> parts);

    Result<> replay(const OperationSink& sink);
    Result<> start_writing(MissingOperations missing, const OperationSink& sink);
    Operation introduce();
    // Whether the record has what this device wrote last.
    [[nodiscard]] bool continues_record() const;
    void sign(KnownDevice& device);
    // Appends, and does something else to the file, in one transaction.
    std::vector<Operation> append_beside(std::span<const Body> bodies,
                                         const std::function<void()>& written,
                                         const std::function<void()>& beside);
    void close_cleanly();

    std::unique_ptr<Parts> parts_;
};

}  // namespace stormote
