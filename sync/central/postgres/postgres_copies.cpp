#include "sync/central/postgres/postgres_copies.h"

#include "sync/base/durable_folder.h"
#include "sync/base/private_file.h"
#include "sync/central/postgres/pg_program.h"
#include "sync/central/postgres/postgres_audit.h"
#include "sync/central/postgres/postgres_schema.h"
#include "sync/central/postgres/postgres_versions.h"

namespace stormote {

namespace fs = std::filesystem;

namespace {

// Another id is one that no device has met.
Result<> set_database_id(PgConnection& connection, Random& random) {
    const PgRows changed = connection.query("UPDATE about SET value = $1 WHERE name = 'store'",
                                            PgValues().add(ByteView(random.bytes<16>())));
    if (changed.changes() == 1) return Done{};
    return input_error({"There is no store in the database. Check the address."});
}

// Before the copy is made, so that none is made unseen, and the copy has the row, too.
Result<> note_backup(const PgAddress& address, std::int64_t now_ms) {
    PgConnection connection(address);
    const std::int64_t version = stored_version(connection);
    if (version == 0) {
        return input_error({"There is no store in the database. Check the address."});
    }
    // One of an earlier version has no audit yet.
    if (version != postgres_store_version) return Done{};
    PgTransaction transaction(connection, PgTransaction::Kind::write, PgScope::of({}));
    write_audit(connection, {now_ms, {}, StoreAuditAction::backed_up, "", "", audit_by_store});
    transaction.commit();
    return Done{};
}

}  // namespace

Result<> back_up_database(const PostgresLocation& location, const fs::path& copy,
                          std::int64_t now_ms) {
    auto address = PgAddress::parse(location.url, location.password);
    if (!address) return address.error();
    std::error_code error;
    if (fs::exists(copy, error)) {
        return input_error({"{} is there already, and is not overwritten. Choose another name."},
                           copy.string());
    }
    if (auto noted = note_backup(*address, now_ms); !noted) return noted;
    const fs::path part = copy.string() + ".part";
    // pg_dump writes into what is there.
    create_private_file(part);
    const auto dumped =
        run_pg_program({"pg_dump", "--dbname=" + location.url, "--schema=stormote",
                        "--schema=stormote_report", "--format=custom", "--load-via-partition-root",
                        "--no-password", "--file=" + part.string()},
                       location.password);
    if (!dumped) {
        fs::remove(part, error);
        return dumped;
    }
    fs::rename(part, copy, error);
    if (error) return machine_error({"{} could not be written. Check the disk."}, copy.string());
    make_folder_durable(fs::absolute(copy).parent_path());
    return Done{};
}

Result<> restore_database(const PostgresLocation& location, const fs::path& copy, Random& random) {
    auto address = PgAddress::parse(location.url, location.password);
    if (!address) return address.error();
    std::error_code error;
    if (!fs::exists(copy, error)) {
        return input_error({"There is no file {}. Check the name and the folder."}, copy.string());
    }
    PgConnection connection(*address);
    if (stored_version(connection) != 0) {
        return input_error(
            {"There is a store in the database already, which is not overwritten. Restore into a "
             "new database."});
    }
    const auto restored =
        run_pg_program({"pg_restore", "--dbname=" + location.url, "--single-transaction",
                        "--exit-on-error", "--no-owner", "--no-password", copy.string()},
                       location.password);
    if (!restored) return restored;
    try {
        // That of before may have been cut off while it had nothing to say.
        PgConnection fresh(*address);
        return set_database_id(fresh, random);
    } catch (const MachineFailure&) {
        return machine_error(
            {"The copy was put into the database, but has the id of the store that it was made "
             "of: the devices would miss what it lacks. Before it is served: stormote-central "
             "restore --store STORE --recovered"});
    }
}

Result<> renew_database(const PostgresLocation& location, Random& random) {
    auto address = PgAddress::parse(location.url, location.password);
    if (!address) return address.error();
    PgConnection connection(*address);
    if (stored_version(connection) == 0) {
        return input_error({"There is no store in the database. Check the address."});
    }
    return set_database_id(connection, random);
}

}  // namespace stormote
