// The reporting tables of a central store, against what the organiser's own program exports of the
// same event: two programs, one fold.
#include <map>

#include <catch2/catch.hpp>

#include "tests/contract/store_and_machines.h"
#include "tests/support/machine/json.h"
#include "tests/support/record/store_fixture.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

using Lines = std::vector<std::string>;

// A cell of an export as the tables have it.
std::string cell(const nlohmann::json& row, const std::string& key) {
    const nlohmann::json& value = row.at(key);
    if (value.is_null()) return "-";
    return value.is_string() ? value.get<std::string>() : value.dump();
}

std::string joined(const nlohmann::json& row, const Lines& keys) {
    std::string line;
    for (const std::string& key : keys) line += cell(row, key) + "|";
    return line;
}

// The rows of an export with what stands in these columns.
Lines lines_of(const nlohmann::json& rows, const Lines& keys) {
    Lines lines;
    for (const nlohmann::json& row : rows) lines.push_back(joined(row, keys));
    std::sort(lines.begin(), lines.end());
    return lines;
}

// The same, each once, with how many there are.
Lines counts_of(const nlohmann::json& rows, const Lines& keys) {
    std::map<std::string, int> counts;
    for (const nlohmann::json& row : rows) ++counts[joined(row, keys)];
    Lines lines;
    for (const auto& [line, count] : counts) lines.push_back(line + std::to_string(count) + "|");
    std::sort(lines.begin(), lines.end());
    return lines;
}

// A store of each kind with an event of it that the real programs have made.
class Evening {
  public:
    Evening() : place_(GENERATE(StoreKind::sqlite, StoreKind::postgres)), machines_(place_.url()) {
        machines_.publish("40");
    }

    void must(Lines words) const {
        words.insert(words.begin() + 1, machines_.path("a"));
        static_cast<void>(machines_.must("organiser", words));
    }
    void admit(std::size_t people) const {
        Lines words{"check-in"};
        const Lines tickets = machines_.tickets();
        REQUIRE(tickets.size() >= people);
        words.insert(words.end(), tickets.begin(),
                     tickets.begin() + static_cast<std::ptrdiff_t>(people));
        must(words);
    }
    void restart() {
        machines_.stop();
        machines_.restart();
    }
    void sync_and_report() const {
        must({"sync", "--central", machines_.url()});
        const Finished done = machines_.central({"report"});
        INFO(done.errors);
        REQUIRE(done.status == 0);
    }
    [[nodiscard]] nlohmann::json exported(const Lines& what) const {
        Lines words{"export", machines_.path("a")};
        words.insert(words.end(), what.begin(), what.end());
        words.insert(words.end(), {"--format", "json"});
        return nlohmann::json::parse(machines_.must("organiser", words));
    }
    [[nodiscard]] Lines reported(const std::string& table, const Lines& columns) const {
        std::string line;
        for (const std::string& column : columns) {
            line += (line.empty() ? "" : " || ") + ("coalesce(CAST(" + column) +
                    " AS text), '-') || '|'";
        }
        return place_.lines("SELECT " + line + " FROM report_" + table);
    }
    // Every row of every reporting table.
    [[nodiscard]] std::string everything() const {
        std::string all;
        for (const ReportTable& table : report_tables()) {
            Lines columns;
            for (const ReportTableColumn& column : table.columns) columns.push_back(column.name);
            // Its name without "report_".
            for (const std::string& line : reported(std::string(table.name).substr(7), columns)) {
                all += line + "\n";
            }
        }
        return all;
    }
    void require_equal_to_exports() const {
        const Lines cube{"role", "sector", "registration", "status"};
        CHECK(reported("attendance", {"role", "sector", "registration", "status", "people"}) ==
              counts_of(exported({"attendance"}), cube));
        CHECK(reported("seating", {"round", "group_number", "group_name", "place", "role", "status",
                                   "people"}) ==
              counts_of(exported({"groups"}),
                        {"round", "group", "table", "place", "role", "status"}));
        CHECK(reported("note", {"note", "question", "question_title", "groups", "kind", "text"}) ==
              lines_of(exported({"notes", "--public"}),
                       {"note", "question", "question_title", "groups", "kind", "text"}));
        const nlohmann::json statistics = exported({"statistics"});
        const Lines measures = reported("measure", {"measure"});
        REQUIRE(measures.size() > 10);
        Lines counts;
        for (const std::string& line : measures) {
            const std::string measure = line.substr(0, line.size() - 1);
            counts.push_back(line + cell(statistics, measure) + "|");
        }
        CHECK(reported("measure", {"measure", "value"}) == counts);
        CHECK(reported("sector", {"coalesce(sector, '')", "organisations", "people"}) ==
              lines_of(statistics.at("sectors"), {"sector", "organisations", "people"}));
        const Lines organisation{"id", "organisation", "sector", "joined", "registered", "came"};
        Lines organisations = lines_of(exported({"organisations"}), organisation);
        // A row a contact there.
        organisations.erase(std::unique(organisations.begin(), organisations.end()),
                            organisations.end());
        CHECK(reported("organisation", {"organisation", "name", "sector", "joined", "registered",
                                        "came"}) == organisations);
    }

  private:
    StoreFixture place_;
    StoreAndMachines machines_;
};

}  // namespace

TEST_CASE("the reporting tables of a store say what the exports of the event say") {
    const Evening evening;
    evening.admit(25);
    evening.must(
        {"note", "--group", "1", "--question", "1", "--kind", "proposal", "En gemensam kalender"});
    evening.must({"note", "--group", "2", "--question", "1", "--kind", "question",
                  "Vem bokar \"lokalen\"?"});
    evening.sync_and_report();
    evening.require_equal_to_exports();
    const std::string note = evening.exported({"notes"}).front().at("note").get<std::string>();
    evening.must({"note-wording", "--note", note, "En kalender för alla"});
    evening.sync_and_report();
    evening.require_equal_to_exports();
    evening.must({"withhold", "--note", note});
    evening.sync_and_report();
    evening.require_equal_to_exports();
    CHECK(evening.everything().find("kalender") == std::string::npos);
}

TEST_CASE("a server reports what is new without being told to") {
    Evening evening;
    evening.restart();
    REQUIRE(wait_until([&evening] { return !evening.everything().empty(); }));
    evening.require_equal_to_exports();
}

TEST_CASE("the reporting tables of a store name nobody, before and after an erasure") {
    const Evening evening;
    evening.admit(25);
    evening.sync_and_report();
    const nlohmann::json people = evening.exported({"attendance"});
    const auto require_nobody_named = [&] {
        const std::string all = evening.everything();
        REQUIRE_FALSE(all.empty());
        for (const nlohmann::json& person : people) {
            CAPTURE(person.dump());
            CHECK(all.find(person.at("name").get<std::string>()) == std::string::npos);
            CHECK(all.find(person.at("attendee").get<std::string>()) == std::string::npos);
        }
    };
    require_nobody_named();
    const auto present =
        std::find_if(people.begin(), people.end(),
                     [](const nlohmann::json& person) { return person.at("status") == "present"; });
    REQUIRE(present != people.end());
    evening.must({"erase", "--attendee", present->at("attendee").get<std::string>(), "--decision",
                  "DHP 2024 § 12"});
    evening.sync_and_report();
    require_nobody_named();
    CHECK(evening.everything().find("|erased|1|") != std::string::npos);
    evening.require_equal_to_exports();
}

TEST_CASE("what an event has purged is in no reporting table, and its counts stay") {
    const Evening evening;
    evening.admit(25);
    evening.must(
        {"note", "--group", "1", "--question", "1", "--kind", "proposal", "En gemensam kalender"});
    evening.sync_and_report();
    const auto counts = [&evening] {
        return std::pair(evening.reported("measure", {"measure", "value"}),
                         evening.reported("sector", {"sector", "organisations", "people"}));
    };
    const auto before = counts();
    evening.must({"purge", "--decision", "DHP 2024 § 12", "--by", "Arkivarien", "--now"});
    evening.sync_and_report();
    CHECK(counts() == before);
    for (const std::string& line : evening.reported("attendance", {"status"})) {
        CHECK(line == "erased|");
    }
    evening.require_equal_to_exports();
}
