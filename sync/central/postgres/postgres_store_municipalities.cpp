// PostgresStore: municipalities, and the roles of the database that are of one.
#include "sync/central/postgres/postgres_audit.h"
#include "sync/central/postgres/postgres_rows.h"
#include "sync/central/postgres/postgres_store.h"
#include "sync/central/store/event_removal.h"
#include "sync/central/store/municipality_rules.h"

namespace stormote {

namespace {

std::vector<std::string> municipalities_in(PgConnection& connection) {
    const PgRows rows = connection.query("SELECT name FROM municipality ORDER BY name");
    std::vector<std::string> names;
    for (int row = 0; row < rows.count(); ++row) names.push_back(rows.text(row, 0));
    return names;
}

// A role that may do more than a municipality's would not be kept to it.
std::optional<Error> find_role_fault(PgConnection& connection, const std::string& role) {
    const PgRows rows = connection.query(
        "SELECT rolsuper OR rolbypassrls OR has_table_privilege(oid, 'operation', 'INSERT') "
        "FROM pg_roles WHERE rolname = $1",
        PgValues().add(std::string_view(role)));
    if (rows.empty()) {
        return input_error({"The database's server has no role {0}. Make it as the server's "
                            "administrator: CREATE ROLE \"{0}\" LOGIN"},
                           role);
    }
    if (rows.number(0, 0) == 0) return std::nullopt;
    return input_error({"The role {} may do more than one municipality takes. Use a role of its "
                        "own."},
                       role);
}

const char *name_of(MunicipalityRight right) {
    return right == MunicipalityRight::enrol ? "enrol" : "read";
}

}  // namespace

std::vector<std::string> PostgresStore::municipalities() {
    const PgPool::Lease connection = pool_.lease();
    return municipalities_in(*connection);
}

Result<> PostgresStore::add_municipality(const std::string& name,
                                         const std::vector<MunicipalityRole>& roles,
                                         std::int64_t now_ms) {
    if (auto good = check_municipality_name(name); !good) return good;
    const PgPool::Lease connection = pool_.lease();
    PgTransaction transaction(*connection, PgTransaction::Kind::write);
    const PgRows made =
        connection->query("INSERT INTO municipality(name) VALUES($1) ON CONFLICT DO NOTHING",
                          PgValues().add(std::string_view(name)));
    if (made.changes() != 0) {
        write_audit(*connection,
                    {now_ms, {}, StoreAuditAction::municipality_added, name, "", audit_by_store});
    }
    for (const auto& [role, right] : roles) {
        if (auto fault = find_role_fault(*connection, role)) return *std::move(fault);
        connection->query(
            "INSERT INTO municipality_role(role, municipality, may) VALUES($1, $2, $3) "
            "ON CONFLICT DO NOTHING",
            PgValues()
                .add(std::string_view(role))
                .add(std::string_view(name))
                .add(std::string_view(name_of(right))));
    }
    connection->query("SELECT grant_roles()");
    transaction.commit();
    return Done{};
}

Result<> PostgresStore::settle_event(const EventId& event, const std::string& municipality,
                                     std::int64_t now_ms) {
    const PgPool::Lease connection = pool_.lease();
    PgTransaction transaction(*connection, PgTransaction::Kind::write, PgScope::of(event.value));
    if (PostgresRows(*connection, event).is_removed()) return event_was_removed(event);
    const PgRows known = connection->query("SELECT municipality FROM event WHERE event = $1",
                                           PgValues().add(ByteView(event.value.bytes)));
    if (!known.empty()) return judge_known_event(known.text(0, 0), municipality);
    if (auto judged = judge_new_event(municipalities_in(*connection), municipality); !judged) {
        return judged;
    }
    const PgRows made = connection->query(
        "INSERT INTO event(event, municipality) VALUES($1, $2) ON CONFLICT DO NOTHING",
        PgValues().add(ByteView(event.value.bytes)).add(std::string_view(municipality)));
    // There, and not to be seen by this role.
    if (made.changes() == 0) return event_elsewhere();
    if (!municipality.empty()) {
        write_audit(*connection, {now_ms, event, StoreAuditAction::municipality_given, municipality,
                                  "", audit_by_store});
    }
    transaction.commit();
    return Done{};
}

}  // namespace stormote
