#include "tests/support/record/store_place.h"

#include <algorithm>

#include "sync/journal/file/sqlite.h"
#include "tests/support/record/postgres_server.h"

namespace stormote::testing {

std::ostream& operator<<(std::ostream& out, StoreKind kind) {
    return out << (kind == StoreKind::sqlite ? "SQLite" : "PostgreSQL");
}

StorePlace::StorePlace(StoreKind kind)
    : kind_(kind),
      url_(kind == StoreKind::sqlite ? "sqlite:" + (folder_ / "central.db").string()
                                     : PostgresServer::shared().make_database()) {}

std::unique_ptr<Store> StorePlace::open(Random& random) const {
    auto opened = open_store(url_, random);
    if (!opened) throw std::runtime_error(opened.error().english());
    return std::move(opened).value();
}

void StorePlace::execute(const std::string& sql) const {
    if (kind_ == StoreKind::sqlite) {
        Database(folder_ / "central.db", DatabaseMode::read_write).execute(sql.c_str());
    } else {
        PostgresServer::execute(url_, "SET search_path = stormote; " + sql);
    }
}

bool StorePlace::holds(std::string_view words) const {
    if (kind_ == StoreKind::postgres) {
        return PostgresServer::execute(
                   url_,
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
