#include "tests/support/record/store_fixture.h"

#include <algorithm>
#include <sstream>

#include "sync/base/crypto.h"
#include "sync/journal/file/sqlite.h"
#include "tests/support/record/postgres_server.h"

namespace stormote::testing {

std::ostream& operator<<(std::ostream& out, StoreKind kind) {
    return out << (kind == StoreKind::sqlite ? "SQLite" : "PostgreSQL");
}

StoreFixture::StoreFixture(StoreKind kind)
    : kind_(kind), url_("sqlite:" + (folder_ / "central.db").string()), owner_url_(url_) {
    if (kind == StoreKind::sqlite) return;
    PostgresServer& server = PostgresServer::shared();
    owner_url_ = server.make_database();
    url_ = make_served_store(server, owner_url_);
}

std::string make_served_store(PostgresServer& server, const std::string& database_address) {
    SystemRandom random;
    if (const auto made = migrate_store(database_address, random); !made) {
        throw std::runtime_error(made.error().english());
    }
    // As sync/README.md has it.
    static_cast<void>(PostgresServer::execute(
        database_address,
        "DO $$ BEGIN IF NOT EXISTS(SELECT 1 FROM pg_roles WHERE rolname = 'serving') THEN "
        "CREATE ROLE serving LOGIN; END IF; END $$;"
        "GRANT USAGE ON SCHEMA stormote TO serving;"
        "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA stormote TO serving;"
        "REVOKE INSERT, UPDATE, DELETE ON stormote.about, stormote.migration FROM serving;"
        "REVOKE SELECT, UPDATE, DELETE ON stormote.operation_written FROM serving;"
        "REVOKE UPDATE, DELETE ON stormote.audit FROM serving"));
    return server.address(database_address, "serving");
}

std::unique_ptr<Store> StoreFixture::open(Random& random) const {
    auto opened = open_store(url_, random);
    if (!opened) throw std::runtime_error(opened.error().english());
    return std::move(opened).value();
}

void StoreFixture::execute(const std::string& sql) const {
    if (kind_ == StoreKind::sqlite) {
        Database(folder_ / "central.db", DatabaseMode::read_write).execute(sql.c_str());
    } else {
        PostgresServer::execute(owner_url_, "SET search_path = stormote; " + sql);
    }
}

std::vector<std::string> StoreFixture::lines(const std::string& query) const {
    std::vector<std::string> found;
    if (kind_ == StoreKind::sqlite) {
        const Database database(folder_ / "central.db", DatabaseMode::read_only);
        Statement rows(database, query.c_str());
        while (rows.step()) found.push_back(rows.text(0));
    } else {
        std::istringstream rows(PostgresServer::execute(
            owner_url_, "SET search_path = stormote; SELECT string_agg(line, E'\\x01') FROM (" +
                            query + ") AS given(line)"));
        for (std::string row; std::getline(rows, row, '\x01');) found.push_back(row);
    }
    std::sort(found.begin(), found.end());
    return found;
}

bool StoreFixture::holds(std::string_view words) const {
    if (kind_ == StoreKind::postgres) {
        return PostgresServer::execute(
                   owner_url_,
                   "SELECT count(*) FROM (SELECT body FROM stormote.operation UNION ALL "
                   "SELECT body FROM stormote.quarantine) AS kept WHERE position('\\x" +
                       to_hex(view_bytes(words)) + "'::bytea IN body) > 0") != "0";
    }
    const auto files = std::filesystem::directory_iterator(folder_.path());
    return std::any_of(begin(files), end(files), [words](const auto& entry) {
        return to_string(read_file(entry.path())).find(words) != std::string::npos;
    });
}

}  // namespace stormote::testing
