#include <malloc.h>

#include "kiosk/desk/desk.h"
#include "sync/journal/file/sqlite.h"
#include "tests/bench/benches.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/record/invented_names.h"

namespace stormote::testing {

namespace {

constexpr std::size_t attendee_count = 33'333;
constexpr int rounds = 5;

std::size_t heap_bytes() {
    malloc_trim(0);
    const auto heap = mallinfo2();
    return heap.uordblks + heap.hblkhd;
}

std::vector<Body> describe_people(const Clock& clock, Random& random) {
    std::vector<Body> bodies;
    for (const std::string& name : invent_names(attendee_count, 3)) {
        const auto space = name.find(' ');
        FieldSetter<AttendeeField> fields;
        fields.set(AttendeeField::given_name, name.substr(0, space))
            .set(AttendeeField::family_name, name.substr(space + 1))
            .set(AttendeeField::role, role_name(AttendeeRole::civil))
            .set(AttendeeField::origin, "list");
        const auto id = make_id<AttendeeId>(clock, random);
        bodies.push_back({{id}, ActingRole::organiser, AttendeeDescribed{fields.take()}});
    }
    return bodies;
}

// Everybody described, with a ticket, checked in: about 100,000 operations. How many exactly.
std::size_t write_event(const std::filesystem::path& file, const JournalEnvironment& environment) {
    const auto desk = std::move(Desk::create(file, std::nullopt, environment, {})).value();
    const auto people = describe_people(environment.clock, environment.random);
    std::size_t count = 1 + desk->record(people).size();
    std::vector<Body> check_ins;
    for (const IssuedTicket& issued : desk->issue_tickets({ActingRole::organiser})) {
        check_ins.push_back({{issued.attendee},
                             ActingRole::staff,
                             CheckedIn{CheckInMethod::ticket, issued.ticket, {}}});
    }
    count += 2 * check_ins.size();
    desk->record(check_ins);
    return count;
}

// The least that anybody must do who wants to know what is in the file.
std::size_t read_rows(const std::filesystem::path& file) {
    const Database database(file, DatabaseMode::read_only);
    Statement rows(database, "SELECT header, chain_hash, sealed FROM operation");
    std::size_t bytes = 0;
    while (rows.step()) {
        bytes += rows.blob(0).size() + rows.blob(1).size() + rows.blob(2).size();
    }
    return bytes;
}

}  // namespace

void measure_opening(Figures& figures, const std::filesystem::path& folder) {
    Figures::section("Opening an event");
    const TemporaryFolder work(folder);
    const SystemClock clock;
    SystemRandom random;
    const JournalEnvironment environment{clock, random, work.path() / "state", HashingCost{}, "A"};
    const auto file = work.path() / "event";
    const std::size_t count = write_event(file, environment);
    Samples reading;
    Samples opening;
    std::size_t file_bytes = 0;
    std::size_t memory_bytes = 0;
    for (int round = 0; round < rounds; ++round) {
        reading.measure([&] { file_bytes = read_rows(file); });
        const std::size_t before = heap_bytes();
        std::unique_ptr<Desk> desk;
        opening.measure([&] {
            desk =
                std::move(Desk::open(
                              file, [] { return std::nullopt; }, JournalAccess::write, environment))
                    .value();
        });
        memory_bytes = heap_bytes() - before;
        if (desk->state().attendees().size() != attendee_count) {
            throw std::runtime_error("attendees are missing after opening");
        }
    }
    Figures::value("operations", static_cast<double>(count), "");
    Figures::value("their bytes", static_cast<double>(file_bytes) / 1e6, "MB");
    Figures::times("limit: SQLite reads the rows", reading);
    Figures::times("opened: checked, unsealed, folded, names indexed", opening);
    figures.at_most("the same", opening.median() / 1e6, 1, "s");
    figures.at_most("memory for an attendee",
                    static_cast<double>(memory_bytes) / attendee_count / 1000, 1, "kB");
}

}  // namespace stormote::testing
