// Store: what the central store keeps: the operations of many events, and which devices may
// exchange them. One interface, so that SQLite and larger databases fit behind it.
//
// Every key begins with the event, so that a large store can be parted by event. Any thread may
// call everything; each call is one transaction, and what it returned is on the disk. Throws
// MachineFailure when disk or database fail.
#pragma once

#include <functional>
#include <memory>

#include "sync/central/store/audit.h"
#include "sync/central/store/event_report.h"
#include "sync/replication/wire.h"

namespace stormote {

struct EventSummary {
    EventId event;
    std::uint64_t devices = 0;
    std::uint64_t operations = 0;
    std::uint64_t quarantined = 0;
    std::string municipality{};  // empty: none
};

// What an event takes, and when something new came last.
struct EventActivity {
    EventId event;
    std::int64_t bytes = 0;
    std::int64_t last_ms = 0;
};

// A device that the record knows, whoever brought what it wrote.
struct StoredDevice {
    DeviceId device;
    std::string name;  // by which it introduced itself
    std::uint64_t operations = 0;
    std::int64_t bytes = 0;
};

// An event whose record left the store whole.
struct RemovedEvent {
    EventId event;
    std::int64_t removed_ms = 0;
    std::string decision;
    bool is_override = false;  // something stood in the way of it
};

enum class RemovalTiming : std::uint8_t {
    when_signed,  // only where nothing stands in the way of it
    now,          // whatever does, which is noted
};

struct RemovalAnswer {
    bool is_removed = false;
    std::uint64_t operations = 0;  // that were there
    std::vector<Error> unmet;      // what stands, or stood, in the way of it
};

enum class EnrolmentState : std::uint8_t { invited, joined, revoked };

struct Enrolment {
    EventId event;
    std::string name;
    std::string role;  // what it was enrolled for; empty where nobody has said
    EnrolmentState state = EnrolmentState::invited;
    std::string municipality{};
    std::int64_t created_ms = 0;  // the pairing text
    std::int64_t used_ms = 0;     // the token, last; to ten minutes. 0: it has none
    std::int64_t bytes_brought = 0;
    std::int64_t token_ms = 0;  // when the token was made
};

// What a role of the database may in a municipality, and nowhere else: enrol and revoke devices of
// its events, or read its reports.
enum class MunicipalityRight : std::uint8_t { enrol, read };
struct MunicipalityRole {
    std::string role;
    MunicipalityRight right = MunicipalityRight::read;
};

enum class JoinOutcome : std::uint8_t { joined, unknown, used, revoked, other_event, expired };

enum class AccessState : std::uint8_t { unknown, granted, revoked, expired };
struct Access {
    AccessState state = AccessState::unknown;
    EventId event;       // the one event that the token is for
    std::string device;  // what its device is called
    std::string role;    // and what it was enrolled for
    // The last third of the longest time has begun: a new one is taken in its place.
    bool is_renewal_due = false;
};

// By the store's clock: how long a pairing text that nobody has used is good, a token since it was
// used last, and a token that is used all the time, from when it was made.
constexpr std::int64_t pairing_lifetime_ms = std::int64_t{14} * 24 * 3'600'000;
constexpr std::int64_t token_lifetime_ms = std::int64_t{60} * 24 * 3'600'000;
constexpr std::int64_t longest_token_ms = std::int64_t{400} * 24 * 3'600'000;

// What a store keeps for one event: more than any evening writes.
constexpr std::uint64_t most_device_operations = 500'000;
constexpr std::int64_t most_device_bytes = std::int64_t{256} << 20;
constexpr std::int64_t most_event_bytes = std::int64_t{2} << 30;
constexpr std::int64_t most_event_devices = 20'000;
// What one token may bring of that, so that a stolen one leaves room for the others. A device
// brings others only where it carries what a dead machine wrote, or a store has lost.
constexpr std::int64_t most_token_bytes = std::int64_t{512} << 20;
constexpr std::int64_t most_token_devices = 500;

class StoreRows;
using RowsReader = std::function<void(StoreRows&)>;
using AppendListener = std::function<void(const std::optional<EventId>&)>;

class Store {
  public:
    virtual ~Store() = default;

    // Whether opening it made it.
    [[nodiscard]] virtual bool is_new() const = 0;
    // What an administrator should put right in how the store is kept.
    [[nodiscard]] virtual std::vector<Error> warnings() { return {}; }
    // Tells, on any thread, of each event to which something was appended: by this program after
    // its commit, or by another one that shares the store, soon after. Where no event is named, any
    // may have changed. Empty: tells nobody, not even of what is under way.
    virtual void on_append(AppendListener listener) = 0;

    // Asks whether the store answers, as cheaply as it can be asked. Throws where it does not.
    virtual void check() = 0;
    // How many connections to its database stand open.
    [[nodiscard]] virtual std::size_t connections() { return 1; }

    // --- The record ---
    // The clock's reading is left 0.
    virtual StoreStatus status(const EventId& event) = 0;
    // Takes what is new, knows again what it has, and puts aside what contradicts it; all or
    // nothing. Nothing is taken where the answer is a gap or refused. What is new counts against
    // what the token may bring.
    virtual PushAnswer append(const EventId& event, const Batch& batch, const Hash& token_hash,
                              std::int64_t now_ms) = 0;
    // Whole batches as they were appended, after a position of the log and without the operations
    // of one device; about 500 operations.
    virtual PullPage read(const EventId& event, std::uint64_t after, const DeviceId& without) = 0;
    virtual std::vector<EventSummary> events() = 0;
    // Of the same events.
    virtual std::vector<EventActivity> activities() = 0;
    virtual std::vector<StoredDevice> devices(const EventId& event) = 0;
    // Destroys what was erased a day ago or longer, by a device that may erase. Others are not kept
    // from reading meanwhile. Call it now and then.
    virtual void destroy_erased(std::int64_t now_ms) = 0;
    // Takes everything of an event out of the store, its reports and its devices' access included,
    // and notes by which decision. Nothing of the event is taken in afterwards. Error: nothing is
    // known of it.
    virtual Result<RemovalAnswer> remove_event(const EventId& event, const std::string& decision,
                                               RemovalTiming timing, std::int64_t now_ms) = 0;
    virtual std::vector<RemovedEvent> removed_events() = 0;

    // --- Reports (sync/central/reporting) ---
    // How far that of each event has come that the store holds something of.
    virtual std::vector<ReportStanding> report_standings() = 0;
    // All that there is of an event, of one moment; others write meanwhile.
    virtual void read_rows(const EventId& event, const RowsReader& read) = 0;
    // Puts reports in the place of those that there are: all or, where one of the events was
    // reported with something newer meanwhile, none; then false.
    virtual bool write_reports(const std::vector<EventReport>& reports) = 0;
    // Null: another process has the turn.
    virtual std::unique_ptr<ReportTurn> take_report_turn() = 0;

    // --- Municipalities, which know nothing of each other ---
    // By name; those of which the role is, where it is one of a municipality.
    virtual std::vector<std::string> municipalities() = 0;
    // Adds it where it is not there yet, and its roles. Error: no such name, or no such role.
    virtual Result<> add_municipality(const std::string& name,
                                      const std::vector<MunicipalityRole>& roles,
                                      std::int64_t now_ms) = 0;
    // Before a device is invited: whose the event is from now on. Empty: as it is, or of no
    // municipality where the store has none. Error: it is another's, or that is to be said, or its
    // record was removed.
    virtual Result<> settle_event(const EventId& event, const std::string& municipality,
                                  std::int64_t now_ms) = 0;

    // --- Who may exchange ---
    // Each of these leaves a row of the audit in the same transaction, with the address of whoever
    // asked, where somebody asked from elsewhere.
    //
    // Secrets and tokens are kept as hashes only. Error when the event has an active device of
    // this name, or was removed.
    virtual Result<> invite(const EventId& event, const std::string& name, const Hash& secret_hash,
                            std::int64_t now_ms, const std::string& role = {}) = 0;
    // Turns a secret into a token. May be repeated until the device confirms; the last token
    // counts.
    virtual JoinOutcome join(const EventId& event, const Hash& secret_hash, const Hash& token_hash,
                             std::int64_t now_ms, const std::string& sender = {}) = 0;
    // The device has what it needs: its secret is used up.
    virtual void confirm(const Hash& token_hash, std::int64_t now_ms,
                         const std::string& sender = {}) = 0;
    // Using a token prolongs it. The first use of one that was named by renew() ends the one
    // before.
    virtual Access access(const Hash& token_hash, std::int64_t now_ms) = 0;
    // A device names the token that it shows from now on. Both are good until the new one was used;
    // to name it again changes nothing, and of several the last counts. False: the token is not
    // good, or too far from its end.
    virtual bool renew(const EventId& event, const Hash& token_hash, const Hash& next_token_hash,
                       std::int64_t now_ms, const std::string& sender = {}) = 0;
    // False: the event has no active device of this name.
    virtual bool revoke(const EventId& event, const std::string& name, std::int64_t now_ms) = 0;
    virtual std::vector<Enrolment> enrolments() = 0;

    // --- The audit (audit.h) ---
    // Adds a row. Who did it is what the store knows of its role, where a command says
    // audit_by_store.
    virtual void add_audit(const StoreAuditEntry& entry) = 0;
    // In the order in which they were added; of one event, where one is named.
    virtual std::vector<StoreAuditEntry> audit(const std::optional<EventId>& event,
                                               std::int64_t since_ms) = 0;
    // Takes away what has been kept long enough. Call it now and then.
    virtual void forget_audit(std::int64_t now_ms) = 0;
};

// What is done where there is no store yet: a slip in its name must not make a second one.
enum class MissingStore : std::uint8_t { refuse, make };

// Thrown where the store cannot be reached for now: nothing was taken, and whoever asks comes
// again.
class StoreUnavailable : public MachineFailure {
  public:
    // Known: this failure was reported before, and nobody tried again since.
    enum class Report : std::uint8_t { fresh, known };

    StoreUnavailable(Error error, Report report)
        : MachineFailure(std::move(error)), report_(report) {}
    [[nodiscard]] Report report() const { return report_; }

  private:
    Report report_;
};

}  // namespace stormote
