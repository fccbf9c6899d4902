#include "sync/central/postgres/pg_connection.h"

#include <catch2/catch.hpp>

#include "sync/central/postgres/pg_copy.h"
#include "tests/support/record/postgres_server.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

struct Harness {
    PgConnection connection{
        *PgAddress::parse(PostgresServer::shared().make_database(), std::string())};
};

}  // namespace

TEST_CASE("what is bound comes back as it was") {
    Harness harness;
    for (const std::int64_t number : {std::int64_t{0}, std::int64_t{-1}, INT64_MIN, INT64_MAX}) {
        REQUIRE(harness.connection.query("SELECT $1", PgValues().add(number)).number(0, 0) ==
                number);
    }
    for (const std::string text : {"", "Åsa", "'; DROP TABLE operation; --", "$1"}) {
        REQUIRE(harness.connection.query("SELECT $1", PgValues().add(std::string_view(text)))
                    .text(0, 0) == text);
    }
    for (const Bytes& bytes : {Bytes{}, Bytes{0}, Bytes{0, 255, 0, '\\'}, Bytes(100'000, 7)}) {
        const PgRows rows = harness.connection.query("SELECT $1", PgValues().add(ByteView(bytes)));
        REQUIRE(Bytes(rows.blob(0, 0).begin(), rows.blob(0, 0).end()) == bytes);
        REQUIRE_FALSE(rows.is_null(0, 0));
    }
    // Numbers of any width.
    const PgRows rows = harness.connection.query("SELECT (-2)::smallint, (-3)::integer, true");
    REQUIRE(rows.number(0, 0) == -2);
    REQUIRE(rows.number(0, 1) == -3);
    REQUIRE(rows.number(0, 2) == 1);
}

TEST_CASE("arrays are rows, and nothing in them is null") {
    Harness harness;
    const char *sql = "SELECT * FROM unnest($1::bytea[], $2::bigint[])";
    const std::vector<std::optional<Bytes>> blobs{Bytes{1}, std::nullopt, Bytes{}};
    const PgRows rows = harness.connection.query(
        sql, PgValues().add_all(blobs).add_all(std::vector<std::int64_t>{7, -8, 9}));
    REQUIRE(rows.count() == 3);
    REQUIRE(rows.blob(0, 0).size() == 1);
    REQUIRE(rows.is_null(1, 0));
    REQUIRE_FALSE(rows.is_null(2, 0));
    REQUIRE(rows.number(1, 1) == -8);
    REQUIRE(
        harness.connection
            .query(sql,
                   PgValues().add_all(std::vector<Bytes>{}).add_all(std::vector<std::int64_t>{}))
            .empty());
}

TEST_CASE("what is copied in is there, also empty and null") {
    Harness harness;
    harness.connection.execute("CREATE TABLE public.copied(name bytea, number bigint)");
    PgCopy rows;
    rows.begin_row(2);
    rows.add(ByteView(Bytes{0, 1}));
    rows.add(std::int64_t{-5});
    rows.begin_row(2);
    rows.add_null();
    rows.add(std::int64_t{6});
    harness.connection.copy_in("COPY public.copied FROM STDIN (FORMAT binary)", rows.finish());
    const PgRows read =
        harness.connection.query("SELECT name, number FROM public.copied ORDER BY number");
    REQUIRE(read.count() == 2);
    REQUIRE(read.blob(0, 0).size() == 2);
    REQUIRE(read.number(0, 1) == -5);
    REQUIRE(read.is_null(1, 0));
}

TEST_CASE("a transaction that is not committed leaves nothing, and one that failed cannot be") {
    Harness harness;
    harness.connection.execute("CREATE TABLE public.kept(number bigint PRIMARY KEY)");
    const auto insert = [&] { harness.connection.query("INSERT INTO public.kept VALUES(1)"); };
    {
        const PgTransaction transaction(harness.connection, PgTransaction::Kind::write);
        insert();
    }
    REQUIRE(harness.connection.query("SELECT 1 FROM public.kept").empty());
    {
        PgTransaction transaction(harness.connection, PgTransaction::Kind::write);
        insert();
        REQUIRE_THROWS_AS(insert(), MachineFailure);
        REQUIRE_FALSE(harness.connection.is_usable());
        REQUIRE_THROWS_AS(transaction.commit(), MachineFailure);
    }
    REQUIRE(harness.connection.is_usable());
    REQUIRE(harness.connection.query("SELECT 1 FROM public.kept").empty());
    // A copy that fails leaves the connection as it was, too.
    REQUIRE_THROWS_AS(harness.connection.copy_in("COPY public.kept FROM STDIN (FORMAT binary)",
                                                 ByteView(Bytes{1, 2, 3})),
                      MachineFailure);
    REQUIRE(harness.connection.is_usable());
}
