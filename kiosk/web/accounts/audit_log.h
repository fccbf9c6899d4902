// AuditLog: who did what with accounts and with personal data, when and from where. Rows are added
// and never changed; they go two years later, by remove_old(). What changes accounts, grants and
// sessions writes its own row in the same step. Nothing about attendees stands in a row: which kind
// of data, and of how many. Any thread; borrows the database.
#pragma once

#include <vector>

#include "kiosk/web/accounts/account.h"
#include "kiosk/web/accounts/account_database.h"
#include "sync/model/ids.h"

namespace stormote {

constexpr std::size_t most_address_bytes = 64;

// The numbers stand in files: never use one again for another meaning.
enum class AuditActorKind : std::uint8_t {
    nobody = 0,   // who has not signed in
    account = 1,  // by its id
    command = 2,  // on the server's own command line
    table = 3,    // a table's phone; its name is the table's
    attendee = 4,
};
struct AuditActor {
    AuditActorKind kind = AuditActorKind::nobody;
    AccountId account;    // of an account alone
    std::string name;     // the sign-in name as it was then, or the table; never an attendee's
    std::string address;  // where the request came from
};
// Of who stands at the server's own terminal.
[[nodiscard]] AuditActor command_line_actor();

// The numbers stand in files, too.
enum class AuditAction : std::uint16_t {
    signed_in = 1,
    sign_in_failed = 2,
    signed_out = 3,
    password_changed = 4,
    password_reset = 5,
    sessions_ended = 6,
    account_added = 10,
    account_changed = 11,
    account_removed = 12,
    account_locked = 13,
    account_unlocked = 14,
    grant_given = 20,
    grant_withdrawn = 21,
    event_added = 30,
    event_opened = 31,
    event_unlocked = 32,
    event_changed = 33,
    event_unlock_failed = 34,
    personal_data_read = 40,
    personal_data_exported = 41,
    personal_data_changed = 42,
    personal_data_erased = 43,
    device_admitted = 50,
    device_excluded = 51,
    table_code_made = 60,
    table_code_ended = 61,
    access_refused = 70,
};
// "signed-in", as commands and files say it; "" of a number that a newer version wrote.
[[nodiscard]] const char *audit_action_name(AuditAction action);

struct AuditEntry {
    std::int64_t number = 0;  // given by the log, as is the time
    std::int64_t at_ms = 0;
    AuditActor actor;
    EventId event;  // nil: of no event
    AuditAction action = AuditAction::signed_in;
    std::string detail;       // a word or two: the kind of data, the other account's sign-in name
    std::int64_t people = 0;  // of how many; 0 where it means nothing
};

// In the caller's step.
void add_audit_row(AccountDatabase& database, Database& rows, const AuditEntry& entry);
// How many rows since then say that somebody tried to sign in by a name that nobody has.
[[nodiscard]] std::int64_t count_unknown_sign_ins(Database& rows, std::int64_t since_ms);

class AuditLog {
  public:
    static constexpr std::int64_t kept_ms = 730LL * 24 * 3'600'000;
    static constexpr std::size_t most_on_a_page = 500;

    explicit AuditLog(AccountDatabase& database) : database_(database) {}

    // On the disk on return. Texts are made one line; a detail has at most 200 bytes.
    void add(const AuditEntry& entry);
    // The same of an access that was refused, of one account at most so many in an hour: nobody
    // fills the disk by asking.
    static constexpr std::int64_t most_refusals_an_hour = 100;
    void add_refusal(AuditEntry entry);
    // The newest first, from before that number on; 0: from the newest. At most most_on_a_page.
    [[nodiscard]] std::vector<AuditEntry> read_all(std::int64_t before, std::size_t count) const;
    // The same of one event.
    [[nodiscard]] std::vector<AuditEntry> read_event(const EventId& event, std::int64_t before,
                                                     std::size_t count) const;
    // How many went.
    std::int64_t remove_old();

  private:
    AccountDatabase& database_;
};

}  // namespace stormote
