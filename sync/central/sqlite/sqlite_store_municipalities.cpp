// SqliteStore: municipalities, which this code alone keeps apart: whoever may read the file may
// read all of it.
#include "sync/central/sqlite/sqlite_audit.h"
#include "sync/central/sqlite/sqlite_rows.h"
#include "sync/central/sqlite/sqlite_store.h"
#include "sync/central/store/event_removal.h"
#include "sync/central/store/municipality_rules.h"

namespace stormote {

namespace {

std::vector<std::string> municipalities_in(const Database& database) {
    Statement rows(database, "SELECT name FROM municipality ORDER BY name");
    std::vector<std::string> names;
    while (rows.step()) names.push_back(rows.text(0));
    return names;
}

}  // namespace

std::vector<std::string> SqliteStore::municipalities() {
    const std::lock_guard lock(mutex_);
    return municipalities_in(database_);
}

Result<> SqliteStore::add_municipality(const std::string& name,
                                       const std::vector<MunicipalityRole>& roles,
                                       std::int64_t now_ms) {
    if (!roles.empty()) return roles_unknown();
    if (auto good = check_municipality_name(name); !good) return good;
    const std::lock_guard lock(mutex_);
    Transaction transaction(database_);
    Statement(database_, "INSERT OR IGNORE INTO municipality(name) VALUES(?)").bind(name).run();
    if (database_.changes() != 0) {
        write_audit(database_,
                    {now_ms, {}, StoreAuditAction::municipality_added, name, "", audit_by_store});
    }
    transaction.commit();
    return Done{};
}

Result<> SqliteStore::settle_event(const EventId& event, const std::string& municipality,
                                   std::int64_t now_ms) {
    const std::lock_guard lock(mutex_);
    Transaction transaction(database_);
    if (is_removed(event)) return event_was_removed(event);
    Statement known(database_, "SELECT municipality FROM event WHERE event = ?");
    known.bind(view(event));
    if (known.step()) return judge_known_event(known.text(0), municipality);
    known.reset();
    if (auto judged = judge_new_event(municipalities_in(database_), municipality); !judged) {
        return judged;
    }
    Statement(database_, "INSERT INTO event(event, municipality) VALUES(?, ?)")
        .bind(view(event))
        .bind(municipality)
        .run();
    if (!municipality.empty()) {
        write_audit(database_, {now_ms, event, StoreAuditAction::municipality_given, municipality,
                                "", audit_by_store});
    }
    transaction.commit();
    return Done{};
}

}  // namespace stormote
