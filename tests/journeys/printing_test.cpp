// Name labels, slips and lists through a real cupsd, from the real kiosk: until the job has ended,
// and what came out of the printer read back.
#include <algorithm>
#include <csignal>
#include <fstream>
#include <iterator>

#include <catch2/catch.hpp>
#include <fmt/format.h>

#include "tests/journeys/steps.h"
#include "tests/support/devices/cups_server.h"
#include "tests/support/documents/poppler.h"
#include "tests/support/machine/json.h"
#include "tests/support/machine/skip.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/machine/wait.h"

namespace stormote {

namespace {

using testing::TemporaryFolder;

void prepare(Harness& harness, const CupsServer& printing) {
    harness.run_stormote("demo", {"--people", "24", "--seed", "5", "--no-passphrase"});
    harness.load_guests();
    harness.set_environment("CUPS_SERVER", printing.address());
}

void open_kiosk(Harness& harness) {
    harness.open_kiosk({"--printer", CupsServer::queue, "--label", "62x29", "--label-code"});
}

// How many jobs the printing system says it has completed.
std::ptrdiff_t completed_jobs(const CupsServer& printing) {
    const Finished told = run_program({"lpstat", "-W", "completed", "-o", CupsServer::queue},
                                      {{{"CUPS_SERVER", printing.address()}}, {}, ""});
    return std::count(told.output.begin(), told.output.end(), '\n');
}

std::string read_file(const std::filesystem::path& path) {
    std::ifstream stream(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

// What lies in the printer's tray, which is one job's paper.
std::string only_print(const CupsServer& printing) {
    REQUIRE(wait_until([&] { return completed_jobs(printing) == 1; }));
    REQUIRE(printing.printed().size() == 1);
    return read_file(printing.printed().front());
}

std::string family_name(const Guest& guest) {
    return guest.name.substr(guest.name.rfind(' ') + 1);
}

// The first one; "" where there is none.
std::string line_with(const std::string& text, const std::string& word) {
    const std::size_t at = text.find(word);
    if (at == std::string::npos) return "";
    const std::size_t start = text.rfind('\n', at) + 1;
    return text.substr(start, text.find('\n', at) - start);
}

int group_of(Harness& harness, const Guest& guest) {
    const auto rows = testing::parse_json(
        harness.run_stormote("export", {"groups", "--format", "json", "--output", "-"}));
    const auto row = std::find_if(rows.begin(), rows.end(),
                                  [&](const auto& each) { return each.at("name") == guest.name; });
    REQUIRE(row != rows.end());
    return row->at("group");
}

}  // namespace

TEST_CASE("everybody gets one label, also when the kiosk dies and starts again") {
    if (!CupsServer::can_run()) return testing::note_skipped("cupsd runs for root only");
    const TemporaryFolder folder;
    const CupsServer printing;
    Harness harness(folder / "stage");
    prepare(harness, printing);
    open_kiosk(harness);
    const Guest& first = harness.next_guest();
    harness.scan(first.ticket, verdict(harness));
    REQUIRE(wait_until([&] { return printing.printed().size() == 1; }));

    harness.kiosk().process().send_signal(SIGKILL);
    REQUIRE(harness.kiosk().process().wait() == 128 + SIGKILL);
    open_kiosk(harness);
    const Guest& second = harness.next_guest();
    harness.scan(second.ticket, verdict(harness));
    REQUIRE(wait_until([&] { return printing.printed().size() == 2; }));
    harness.kiosk_at_welcome();
    harness.scan(first.ticket, words(harness, "Du är redan incheckad"));
    harness.close_kiosk();
    CHECK(printing.printed().size() == 2);
}

TEST_CASE("a printer without paper holds nobody up, and prints when it has some") {
    if (!CupsServer::can_run()) return testing::note_skipped("cupsd runs for root only");
    const TemporaryFolder folder;
    CupsServer printing;
    printing.set_trouble("media-empty-error");
    Harness harness(folder / "stage");
    prepare(harness, printing);
    open_kiosk(harness);
    for (int i = 0; i < 3; ++i) {
        const Guest& guest = harness.next_guest();
        harness.scan(guest.ticket, words(harness, guest.name));
    }
    CHECK(printing.printed().empty());
    printing.set_trouble("");
    CHECK(wait_until([&] { return printing.printed().size() == 3; }));
}

TEST_CASE("a slip of paper has group and table, and no name of whoever was let in") {
    if (!CupsServer::can_run()) return testing::note_skipped("cupsd runs for root only");
    const TemporaryFolder folder;
    const CupsServer printing;
    Harness harness(folder / "stage");
    prepare(harness, printing);
    harness.open_kiosk({"--printer", CupsServer::queue, "--label", "slip-a6"});
    const Guest& guest = harness.next_guest();
    const Answer answer = harness.scan(guest.ticket, verdict(harness));
    expect_words(answer.screen, "En lapp med din grupp och ditt bord skrivs ut");
    const std::string pdf = only_print(printing);
    const std::string slip = testing::poppler_text(pdf);
    CHECK_THAT(slip, Catch::Contains(fmt::format("Grupp {}", group_of(harness, guest))));
    CHECK_THAT(slip, !Catch::Contains(first_name(guest)));
    // A6, in points.
    CHECK_THAT(testing::poppler_answer("pdfinfo", {}, pdf), Catch::Contains("297.638 x 419.528"));
}

TEST_CASE("the list of who is here is printed by one tap, and the page says so once it is") {
    if (!CupsServer::can_run()) return testing::note_skipped("cupsd runs for root only");
    const TemporaryFolder folder;
    const CupsServer printing;
    Harness harness(folder / "stage");
    prepare(harness, printing);
    harness.open_kiosk();
    const Guest& here = harness.next_guest();
    harness.scan(here.ticket, verdict(harness));
    const Guest& away = harness.next_guest();
    harness.close_kiosk();

    harness.open_kiosk({"--station", "organiser", "--paper-printer", CupsServer::queue});
    KioskDriver& kiosk = harness.kiosk();
    kiosk.wait_for_screen("pin");
    kiosk.type_on_screen(demo_pin);
    harness.tap(kiosk.wait_for_widget("Lås upp"), screen(harness, "organiser"));
    harness.tap(kiosk.wait_for_widget("Visa vilka som är här"), screen(harness, "people_here"));
    kiosk.tap("Skriv ut listan");
    const ScreenDescription page = kiosk.wait_for_text("Listan skrevs ut kl. ");
    expect_words(page, CupsServer::queue);
    const std::string list = testing::poppler_text(only_print(printing));
    CHECK_THAT(list, !Catch::Contains(family_name(away)));
    CHECK_THAT(line_with(list, family_name(here)),
               Catch::Contains(std::to_string(group_of(harness, here))));
}

}  // namespace stormote
