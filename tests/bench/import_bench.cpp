#include <future>

#include <fmt/format.h>

#include "kiosk/desk/desk.h"
#include "kiosk/lists/csv_reader.h"
#include "kiosk/lists/registrations/registration_import.h"
#include "sync/journal/file/sqlite.h"
#include "tests/bench/benches.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/record/invented_names.h"

namespace stormote::testing {

namespace {

constexpr std::size_t row_count = 100'000;
constexpr std::size_t organisation_count = 5'000;
constexpr std::size_t sector_count = 7;

std::string write_list() {
    std::string list = "Förnamn;Efternamn;Förening;Sektor;Roll;E-post;Telefon;Anmäld\n";
    SeededRandom random(7);
    std::size_t number = 0;
    for (const std::string& name : invent_names(row_count, 3)) {
        const auto space = name.find(' ');
        const std::size_t organisation = random.below(organisation_count);
        ++number;
        list += fmt::format(
            "{};{};Föreningen {};Sektor {};Förtroendevald;p{}@exempel.se;070-{};2022-09-20\n",
            name.substr(0, space), name.substr(space + 1), organisation,
            organisation % sector_count, number, number);
    }
    return list;
}

// What the command does, from opening the event to closing it.
ImportPlan import_list(const std::filesystem::path& file, const std::string& list,
                       const JournalEnvironment& environment) {
    auto people =
        std::async(std::launch::async, read_listed_people, ListSource(list), KeepRows::no);
    const auto desk =
        std::move(Desk::open(
                      file, [] { return std::nullopt; }, JournalAccess::write, environment))
            .value();
    const ImportIds ids{
        [&desk](std::string_view name) { return desk->new_organisation_id(name); },
        [&environment] { return make_id<AttendeeId>(environment.clock, environment.random); }};
    ImportPlan plan = plan_import(people.get(), desk->state(), ids);
    if (!plan.bodies.empty()) desk->record(plan.bodies);
    return plan;
}

// As many rows of as many bytes as an attendee's, in one transaction that is on the disk at last.
void write_rows(const std::filesystem::path& file) {
    constexpr std::size_t row_bytes = 300;
    Database database(file, DatabaseMode::create);
    database.execute(
        "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
        "CREATE TABLE row(number INTEGER PRIMARY KEY, bytes BLOB NOT NULL)");
    const Bytes bytes(row_bytes);
    Transaction transaction(database);
    Statement insert(database, "INSERT INTO row VALUES(?, ?)");
    for (std::size_t i = 0; i < row_count; ++i) {
        insert.bind(static_cast<std::int64_t>(i)).bind(ByteView(bytes)).run();
    }
    transaction.commit();
}

}  // namespace

void measure_import(Figures& figures, const std::filesystem::path& folder) {
    Figures::section("Importing a list");
    const TemporaryFolder work(folder);
    const SystemClock clock;
    SystemRandom random;
    const JournalEnvironment environment{clock, random, work.path() / "state", HashingCost{}, "A"};
    const std::string list = write_list();
    Samples parsing;
    Samples transaction;
    Samples first;
    Samples again;
    constexpr int rounds = 3;
    for (int round = 0; round < rounds; ++round) {
        const std::string number = std::to_string(round);
        parsing.measure([&] {
            if (read_csv(list, ';').rows.size() != row_count + 1) {
                throw std::runtime_error("rows are missing from the list");
            }
        });
        transaction.measure([&] { write_rows(work.path() / ("rows" + number)); });
        const auto file = work.path() / ("event" + number);
        Desk::create(file, std::nullopt, environment, {}).value().reset();
        ImportPlan plan;
        first.measure([&] { plan = import_list(file, list, environment); });
        const auto is_whole = [](std::int64_t count) {
            return count == static_cast<std::int64_t>(row_count);
        };
        if (!is_whole(plan.added)) throw std::runtime_error("people are missing from the import");
        again.measure([&] { plan = import_list(file, list, environment); });
        if (!is_whole(plan.unchanged)) throw std::runtime_error("a list again changed something");
    }
    Figures::value("rows", static_cast<double>(row_count), "");
    Figures::times("limit: the rows parsed", parsing);
    Figures::times("limit: as many rows in one SQLite transaction", transaction);
    Figures::times("imported: opened, compared, recorded, folded, closed", first);
    Figures::times("the same list again", again);
    constexpr double us_a_second = 1e6;
    figures.at_most("imported", first.median() / us_a_second, 2, "s");
    figures.at_most("the same list again", again.median() / us_a_second, 1, "s");
}

}  // namespace stormote::testing
