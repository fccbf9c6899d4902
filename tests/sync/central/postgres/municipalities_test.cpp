// Municipalities that share one database, tried from the outside: what a server, an administrator
// and a reader of one may see and do of another's, with SQL of their own.
#include <array>
#include <sstream>

#include <catch2/catch.hpp>

#include "sync/central/central_service.h"
#include "sync/central/cli/central_command.h"
#include "sync/central/open_store.h"
#include "sync/central/postgres/pg_connection.h"
#include "sync/replication/store_client.h"
#include "tests/support/record/postgres_server.h"
#include "tests/support/record/signed_device.h"
#include "tests/support/record/start_crypto.h"
#include "tests/support/record/store_fixture.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

const EventId sundsvall_event{Uuid{{1}}};
const EventId ange_event{Uuid{{2}}};
constexpr std::int64_t now_ms = 1'665'590'400'000;

constexpr std::array roles{"sundsvall_admin", "sundsvall_reports", "ange_admin", "ange_reports"};

bool contains(const std::string& text, const std::string& words) {
    return text.find(words) != std::string::npos;
}

std::string quoted(const EventId& event) {
    return "'\\x" + to_hex(event.value.bytes) + "'::bytea";
}

// A county's store with two municipalities, an event of each, a device in each, and their roles.
struct County {
    SystemClock clock;
    SystemRandom random;
    Texts texts;
    StoreFixture place{StoreKind::postgres};
    std::unique_ptr<Store> store = place.open(random);
    std::ostringstream out;
    std::ostringstream messages;

    County() {
        for (const char *role : roles) {
            // Roles are the server's own, and stay from one test to the next.
            static_cast<void>(PostgresServer::execute(
                place.owner_url(),
                std::string("DO $$ BEGIN CREATE ROLE ") + role +
                    " LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$"));
        }
        const auto owner = std::move(open_store(place.owner_url(), random)).value();
        for (const std::string name : {"sundsvall", "ange"}) {
            REQUIRE(owner->add_municipality(name,
                                            {{name + "_admin", MunicipalityRight::enrol},
                                             {name + "_reports", MunicipalityRight::read}},
                                            now_ms));
        }
        fill(sundsvall_event, "sundsvall", Hash{1});
        fill(ange_event, "ange", Hash{2});
    }

    // Rows in every table that has some of an event.
    void fill(const EventId& event, const std::string& municipality, const Hash& token) {
        REQUIRE(store->settle_event(event, municipality, now_ms));
        REQUIRE(store->invite(event, "entrance", hash_bytes(token), now_ms));
        REQUIRE(store->join(event, hash_bytes(token), hash_bytes(token), now_ms) ==
                JoinOutcome::joined);
        SignedDevice device(event, random);
        device.add_many(4);
        SignedDevice clone = device.clone();
        device.add_about(AttendeeId{Uuid{{9}}}, AttendeeErased{"civil", Counted::yes});
        clone.add_about(AttendeeId{Uuid{{9}}}, AttendeeErased{"civil", Counted::yes});
        clone.add_many(2);
        REQUIRE(store->append(event, device.all(), hash_bytes(token), now_ms).added == 6);
        REQUIRE(store->append(event, clone.all(), hash_bytes(token), now_ms).outcome ==
                PushOutcome::taken);
        static_cast<void>(
            sql_as_owner("INSERT INTO erased VALUES(" + quoted(event) + ", '\\x09')"));
        static_cast<void>(
            sql_as_owner("INSERT INTO purged VALUES(" + quoted(event) + ", '\\x08')"));
        static_cast<void>(
            sql_as_owner("INSERT INTO authority VALUES(" + quoted(event) + ", '\\x07', 1)"));
        report(event);
    }
    // A row in every reporting table.
    void report(const EventId& event) const {
        EventReport report{event, 1, "stormoten", {}};
        for (const ReportTable& table : report_tables()) {
            std::vector<ReportCell> row;
            for (const auto& [name, type] : table.columns) {
                row.push_back(type == ReportValue::text ? ReportCell("words")
                                                        : ReportCell(std::int64_t{1}));
            }
            report.tables.push_back({row});
        }
        REQUIRE(store->write_reports({report}));
    }
    // As of events whose record is gone; no device can be let in any more.
    void note_removed() const {
        for (const EventId& event : {sundsvall_event, ange_event}) {
            static_cast<void>(sql_as_owner("INSERT INTO removed VALUES(" + quoted(event) +
                                           ", 1, 'words', false)"));
        }
    }
    [[nodiscard]] std::string sql_as_owner(const std::string& sql) const {
        return PostgresServer::execute(place.owner_url(), "SET search_path = stormote; " + sql);
    }
    [[nodiscard]] std::string address(const std::string& role) const {
        return PostgresServer::shared().address(place.owner_url(), role);
    }
    // Within one transaction of a role that says which event it works for.
    [[nodiscard]] std::string sql(const std::string& role, const std::string& scope,
                                  const std::string& statement) const {
        return PostgresServer::execute(
            address(role), "BEGIN; SET LOCAL stormote.event = '" + scope + "'; " + statement);
    }
    // How many rows the role sees in a table of an event or its municipality: "0" where it may not
    // look at all.
    [[nodiscard]] std::string rows_of(const std::string& role, const std::string& scope,
                                      const std::string& table, const EventId& event) const try {
        const std::string name = event == ange_event ? "ange" : "sundsvall";
        return sql(role, scope,
                   "SELECT count(*) FROM " + table +
                       " AS kept WHERE replace(to_jsonb(kept)::text, '-', '') LIKE '%" +
                       to_hex(event.value.bytes) + "%' OR to_jsonb(kept)::text LIKE '%\"" + name +
                       "\"%'");
    } catch (const std::runtime_error& failure) {
        REQUIRE(contains(failure.what(), "permission denied"));
        return "0";
    }
    // Every table and view that is not PostgreSQL's own, parts among them.
    [[nodiscard]] std::vector<std::string> tables(const std::string& condition = "true") const {
        std::istringstream names(sql_as_owner(
            "SELECT string_agg(format('%I.%I', nspname, relname), E'\\n' ORDER BY relname) "
            "FROM pg_class JOIN pg_namespace ON pg_namespace.oid = relnamespace "
            "WHERE nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') "
            "AND relkind IN ('r', 'p', 'v', 'm') AND " +
            condition));
        std::vector<std::string> found;
        for (std::string name; std::getline(names, name);) found.push_back(name);
        REQUIRE(found.size() > 5);
        return found;
    }
    int run(std::vector<const char *> words) {
        words.insert(words.begin(), "stormote-central");
        CentralContext context{out, messages, texts, clock, random};
        return run_central(static_cast<int>(words.size()), words.data(), context);
    }
};

const std::string sundsvall_scope = to_hex(sundsvall_event.value.bytes);

// Tables that hold rows of events.
constexpr const char *of_events =
    "NOT relispartition AND EXISTS(SELECT 1 FROM pg_attribute WHERE attrelid = pg_class.oid AND "
    "attname = 'event') AND relkind <> 'v'";

}  // namespace

TEST_CASE("a server sees the rows of the one event that its transaction names") {
    const County county;
    county.note_removed();
    for (const std::string& table : county.tables(of_events)) {
        CAPTURE(table);
        const std::string all = "SELECT count(*) FROM " + table;
        CHECK(county.rows_of("serving", sundsvall_scope, table, sundsvall_event) != "0");
        CHECK(county.rows_of("serving", sundsvall_scope, table, ange_event) == "0");
        for (const char *nothing : {"", "every event", "00"}) {
            CHECK(county.sql("serving", nothing, all) == "0");
        }
    }
    // A part of a table is not a way around.
    for (const std::string& table : county.tables("relispartition")) {
        CAPTURE(table);
        CHECK(county.rows_of("serving", sundsvall_scope, table, sundsvall_event) == "0");
    }
    // How all of them stand, and not what they say.
    CHECK(county.sql("serving", "every", "SELECT count(*) FROM stormote.head") == "2");
    CHECK(county.sql("serving", "every", "SELECT count(*) FROM stormote.operation") == "0");
}

TEST_CASE("a server writes the rows of the one event that its transaction names") {
    const County county;
    county.note_removed();
    const std::string of_other = " WHERE event = " + quoted(ange_event);
    for (const std::string& table : county.tables(of_events)) {
        CAPTURE(table);
        // A server adds to it and changes nothing of it, of whichever event.
        if (table == "stormote.audit") continue;
        for (const std::string& scope : {sundsvall_scope, std::string("every")}) {
            CHECK(county.sql("serving", scope,
                             "WITH gone AS (DELETE FROM " + table + of_other +
                                 " RETURNING 1) SELECT count(*) FROM gone") == "0");
            CHECK(county.sql("serving", scope,
                             "WITH changed AS (UPDATE " + table + " SET event = event" + of_other +
                                 " RETURNING 1) SELECT count(*) FROM changed") == "0");
        }
        // Neither can a row be given to another event.
        CHECK_THROWS_WITH(county.sql("serving", sundsvall_scope,
                                     "UPDATE " + table + " SET event = " + quoted(ange_event)),
                          Catch::Contains("row-level security"));
    }
    CHECK_THROWS_WITH(
        county.sql("serving", sundsvall_scope,
                   "INSERT INTO stormote.operation(event, device, sequence, header, chain_hash) "
                   "VALUES(" +
                       quoted(ange_event) + ", '\\x01', 1, '\\x01', '\\x01')"),
        Catch::Contains("row-level security"));
    const auto add = [&](const std::string& scope, const EventId& event) {
        return county.sql("serving", scope,
                          "INSERT INTO stormote.operation_written(event, device, sequence, header, "
                          "chain_hash) VALUES(" +
                              quoted(event) + ", '\\x01', 1, '\\x01', '\\x01')");
    };
    CHECK_NOTHROW(add(sundsvall_scope, sundsvall_event));
    for (const std::string& scope : {sundsvall_scope, std::string("every"), std::string()}) {
        CHECK_THROWS_WITH(add(scope, ange_event), Catch::Contains("of another event"));
    }
    for (const char *statement :
         {"INSERT INTO stormote.municipality VALUES('timra')",
          "INSERT INTO stormote.municipality_role VALUES('serving', 'ange', 'read')"}) {
        CAPTURE(statement);
        CHECK_THROWS(county.sql("serving", sundsvall_scope, statement));
    }
}

TEST_CASE("a server and an administrator add to the audit, and change nothing that stands in it") {
    const County county;
    for (const char *role : {"serving", "sundsvall_admin"}) {
        for (const char *statement :
             {"UPDATE stormote.audit SET device = 'nobody'", "DELETE FROM stormote.audit",
              "TRUNCATE stormote.audit", "DROP TABLE stormote.audit"}) {
            CAPTURE(role, statement);
            CHECK_THROWS(county.sql(role, sundsvall_scope, statement));
        }
    }
    const auto add = [&](const char *role, const EventId& event, const std::string& action,
                         const std::string& by) {
        return county.sql(role, sundsvall_scope,
                          "INSERT INTO stormote.audit(event, at_ms, action, device, role, done_by, "
                          "sender, operations, first_position, last_position) VALUES(" +
                              quoted(event) + ", 1, '" + action + "', 'table', '', '" + by +
                              "', '', 0, 0, 0)");
    };
    CHECK_NOTHROW(add("serving", sundsvall_event, "reading", ""));
    CHECK_THROWS(add("serving", ange_event, "reading", ""));
    // Nobody writes in another's name, nor what a server alone knows.
    CHECK_NOTHROW(add("sundsvall_admin", sundsvall_event, "revoked", "sundsvall_admin"));
    CHECK_THROWS(add("sundsvall_admin", sundsvall_event, "revoked", "store"));
    CHECK_THROWS(add("sundsvall_admin", sundsvall_event, "reading", "sundsvall_admin"));
    CHECK_THROWS(add("sundsvall_admin", ange_event, "revoked", "sundsvall_admin"));
    CHECK_THROWS(add("sundsvall_reports", sundsvall_event, "revoked", "sundsvall_reports"));
    // Granted for once, the right to change still finds no row.
    static_cast<void>(county.sql_as_owner("GRANT UPDATE, DELETE ON audit TO serving"));
    CHECK(county.sql("serving", sundsvall_scope,
                     "WITH gone AS (DELETE FROM stormote.audit RETURNING 1) "
                     "SELECT count(*) FROM gone") == "0");
    static_cast<void>(county.sql_as_owner("SELECT keep_to_adding()"));
    CHECK_THROWS(county.sql("serving", sundsvall_scope, "DELETE FROM stormote.audit"));
}

TEST_CASE("the audit says by which role of a municipality a device was let in") {
    County county;
    const std::string store = county.address("sundsvall_admin");
    const std::string event = to_string(sundsvall_event);
    REQUIRE(county.run({"enrol", "--store", store.c_str(), "--event", event.c_str(), "--device",
                        "table 1"}) == 0);
    county.out.str("");
    REQUIRE(county.run({"audit", "--store", store.c_str()}) == 0);
    CHECK(contains(county.out.str(), "enrolled\ttable 1\t-\tsundsvall_admin\t-\t"));
    CHECK(contains(county.out.str(), "enrolled\tentrance\t-\tstore\t-\t"));
    CHECK_FALSE(contains(county.out.str(), to_string(ange_event)));
}

TEST_CASE("an administrator of one municipality enrols and revokes for it alone") {
    County county;
    const std::string store = county.address("sundsvall_admin");
    const std::string own = to_string(sundsvall_event);
    const std::string other = to_string(ange_event);
    const auto enrol = [&](const std::string& event, std::vector<const char *> more = {}) {
        std::vector<const char *> words{"enrol",       "--store",  store.c_str(), "--event",
                                        event.c_str(), "--device", "table 1"};
        words.insert(words.end(), more.begin(), more.end());
        return county.run(words);
    };
    REQUIRE(enrol(own) == 0);
    REQUIRE(enrol(own) == 1);
    REQUIRE(enrol(other) == 1);
    REQUIRE(enrol(other, {"--municipality", "sundsvall"}) == 1);
    REQUIRE(contains(county.messages.str(), "not one of your municipality's"));
    REQUIRE(enrol(other, {"--municipality", "ange"}) == 1);
    const std::string fresh = to_string(EventId{Uuid{{3}}});
    REQUIRE(enrol(fresh, {"--municipality", "ange"}) == 1);
    REQUIRE(enrol(fresh) == 1);
    REQUIRE(contains(county.messages.str(), "--municipality NAME, of sundsvall."));
    REQUIRE(enrol(fresh, {"--municipality", "sundsvall"}) == 0);

    const auto revoke = [&](const std::string& event) {
        return county.run(
            {"revoke", "--store", store.c_str(), "--event", event.c_str(), "--device", "entrance"});
    };
    REQUIRE(revoke(other) == 1);
    REQUIRE(county.store->access(hash_bytes(Hash{2}), now_ms).state == AccessState::granted);
    REQUIRE(revoke(own) == 0);
    REQUIRE(county.store->access(hash_bytes(Hash{1}), now_ms).state == AccessState::revoked);

    county.out.str("");
    REQUIRE(county.run({"list", "--store", store.c_str()}) == 0);
    INFO(county.out.str());
    REQUIRE(contains(county.out.str(), own + "\toperations\t"));
    REQUIRE_FALSE(contains(county.out.str(), other));
    REQUIRE_FALSE(contains(county.out.str(), "ange"));
    // It serves nobody.
    const auto opened = std::move(open_store(store, county.random)).value();
    SignedDevice device(sundsvall_event, county.random);
    REQUIRE_THROWS_AS(opened->append(sundsvall_event, device.all(), {}, now_ms), MachineFailure);
    REQUIRE_THROWS_AS(opened->read(sundsvall_event, 0, {}), MachineFailure);
}

TEST_CASE("the roles of one municipality find nothing of another's, whatever they ask") {
    const County county;
    const std::string other_scope = to_hex(ange_event.value.bytes);
    for (const char *role : {"sundsvall_admin", "sundsvall_reports"}) {
        for (const std::string& table : county.tables()) {
            for (const std::string& scope : {sundsvall_scope, other_scope, std::string("every")}) {
                CAPTURE(role, table, scope);
                CHECK(county.rows_of(role, scope, table, ange_event) == "0");
            }
        }
        const std::string other_event = quoted(ange_event);
        for (const std::string& statement : std::vector<std::string>{
                 "INSERT INTO stormote.event VALUES('\\x05', 'ange')",
                 "UPDATE stormote.event SET municipality = 'sundsvall'",
                 "INSERT INTO stormote.enrolment(event, name, secret_hash, created_ms) VALUES(" +
                     other_event + ", 'spy', '\\x01', 1)",
                 "UPDATE stormote.enrolment SET token_hash = '\\x01'",
                 "SELECT body FROM stormote.operation",
                 "INSERT INTO stormote.municipality VALUES('timra')",
                 "INSERT INTO stormote.municipality_role VALUES('sundsvall_admin', 'ange', "
                 "'enrol')",
                 "DELETE FROM stormote.enrolment",
                 "GRANT SELECT ON stormote.operation TO sundsvall_admin",
                 "CREATE TABLE stormote.other(x int)"}) {
            CAPTURE(role, statement);
            CHECK_THROWS(county.sql(role, other_scope, statement));
        }
    }
    CHECK(county.sql("sundsvall_admin", other_scope,
                     "SELECT string_agg(name, ',') FROM stormote.municipality") == "sundsvall");
    CHECK(county.sql("sundsvall_admin", other_scope,
                     "SELECT string_agg(municipality, ',') FROM stormote.municipality_role") ==
          "sundsvall");
    // An account is a member of the role of its municipality.
    static_cast<void>(
        county.sql_as_owner("DO $$ BEGIN CREATE ROLE karin LOGIN; EXCEPTION WHEN duplicate_object "
                            "THEN NULL; END $$; GRANT sundsvall_admin TO karin"));
    CHECK(county.sql("karin", "", "SELECT count(DISTINCT event) FROM stormote.enrolment") == "1");
}

TEST_CASE("a reader of one municipality reads its reports, and nothing else") {
    County county;
    const std::string role = "sundsvall_reports";
    for (const std::string& table : county.tables()) {
        CAPTURE(table);
        const bool is_view = table.starts_with("stormote_report.");
        CHECK((county.rows_of(role, "", table, sundsvall_event) != "0") == is_view);
    }
    const std::string all = "SELECT string_agg(DISTINCT municipality, ',') FROM stormote_report.";
    for (const char *view : {"meeting", "measure", "note", "series"}) {
        CHECK(county.sql(role, "every", all + view) == "sundsvall");
    }
    // A county's own statistics are those of a role that is of all municipalities.
    const auto owner = std::move(open_store(county.place.owner_url(), county.random)).value();
    REQUIRE(owner->add_municipality("ange", {{role, MunicipalityRight::read}}, now_ms));
    CHECK(county.sql(role, "", all + "series") == "ange,sundsvall");
    // What it may is taken back.
    static_cast<void>(
        county.sql_as_owner("DELETE FROM municipality_role WHERE role = '" + role + "'"));
    CHECK(county.sql(role, "", "SELECT count(*) FROM stormote_report.meeting") == "0");
}

TEST_CASE("every column of the reports is described") {
    const County county;
    const std::string page = to_string(
        read_file(std::filesystem::path(STORMOTE_SOURCES) / "assets" / "central" / "reporting.md"));
    std::istringstream columns(
        county.sql_as_owner("SELECT string_agg(table_name || ' ' || column_name, E'\\n') FROM "
                            "information_schema.columns WHERE table_schema = 'stormote_report'"));
    std::string view;
    std::string column;
    while (columns >> view >> column) {
        CAPTURE(view, column);
        const auto begin = page.find("\n### " + view + "\n");
        REQUIRE(begin != std::string::npos);
        const std::string section = page.substr(begin, page.find("\n### ", begin + 5) - begin);
        const bool is_of_each = column == "event" || column == "municipality" ||
                                column == "meeting" || column == "starts";
        CHECK((is_of_each || contains(section, "`" + column + "`")));
    }
}

TEST_CASE("over HTTP a token of one municipality opens no event of another") {
    County county;
    const ManualClock clock(now_ms);
    CentralService service(*county.store, clock, county.random);
    const std::string of_other = "/v1/events/" + to_string(ange_event);
    for (const auto& [action, query] : {std::pair{"/status", ""}, {"/operations", "after=0"}}) {
        const StoreResponse response =
            service.handle({StoreMethod::get, of_other + action, query, write_token(Hash{1}), {}});
        REQUIRE(decode_refusal(response.body)->code == RefusalCode::other_event);
        REQUIRE(response.status == 403);
    }
}

TEST_CASE("only whoever owns the tables adds a municipality, and to roles that it can keep to it") {
    County county;
    const auto add = [&](const std::string& store, std::vector<const char *> words) {
        words.insert(words.begin(), "municipality");
        words.insert(words.end(), {"--store", store.c_str()});
        return county.run(words);
    };
    const std::string& owner = county.place.owner_url();
    CHECK(add(county.place.url(), {"timra"}) == 3);
    CHECK(add(county.address("sundsvall_admin"), {"timra"}) == 3);
    CHECK(contains(county.messages.str(), "lacks a right"));
    CHECK(add(owner, {"Timrå kommun"}) == 2);
    CHECK(add(owner, {"timrå", "--reader", "nobody_there"}) == 1);
    CHECK(contains(county.messages.str(), "CREATE ROLE \"nobody_there\" LOGIN"));
    CHECK(add(owner, {"timrå", "--reader", "serving"}) == 1);
    CHECK(contains(county.messages.str(), "may do more"));
    CHECK(county.store->municipalities() == std::vector<std::string>{"ange", "sundsvall"});
    CHECK(add(owner, {"timrå", "--enroller", "ange_admin"}) == 0);
    CHECK(county.store->municipalities() == std::vector<std::string>{"ange", "sundsvall", "timrå"});
    CHECK(std::move(open_store(county.address("ange_admin"), county.random))
              .value()
              ->municipalities() == std::vector<std::string>{"ange", "timrå"});
}
