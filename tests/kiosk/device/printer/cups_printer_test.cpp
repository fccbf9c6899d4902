// Against a real cupsd.
#include <future>

#include <catch2/catch.hpp>

#include "kiosk/device/printer/label_queue.h"
#include "tests/support/devices/cups_server.h"
#include "tests/support/machine/skip.h"

namespace stormote {

namespace {

std::string one_label() {
    const Label label{"Åsa Öberg", "", "Grupp 3", {}};
    return draw_labels(std::span(&label, 1), LabelStock::narrow);
}

}  // namespace

TEST_CASE("a printer says how it is, takes labels, and remembers what it took") {
    if (!CupsServer::can_run()) return testing::note_skipped("cupsd runs for root only");
    CupsServer server;
    REQUIRE(setenv("CUPS_SERVER", server.address().c_str(), 1) == 0);
    const auto printer = connect_cups_printer(CupsServer::queue);
    CHECK(printer->state() == PrinterState{PrinterCondition::ready, 0});
    CHECK_FALSE(printer->has_job("stormote 1"));
    const auto first = printer->submit("stormote 1", one_label(), LabelStock::narrow);
    REQUIRE(first.ok());
    CHECK(printer->has_job("stormote 1"));
    REQUIRE(wait_until([&] {
        return printer->state() == PrinterState{PrinterCondition::ready, 0};
    }));
    REQUIRE(server.printed().size() == 1);
    CHECK(printer->has_job("stormote 1"));
    CHECK(wait_until([&] { return printer->job_state(first.value()) == JobState::printed; }));
    CHECK(printer->job_state(first.value() + 1'000) == JobState::lost);

    const std::array<std::pair<const char *, PrinterCondition>, 3> troubles{
        {{"media-empty-error", PrinterCondition::out_of_paper},
         {"media-jam-error", PrinterCondition::jammed},
         {"cover-open-error", PrinterCondition::open}}};
    for (const auto& [reason, condition] : troubles) {
        server.set_trouble(reason);
        REQUIRE(printer->submit(std::string("stormote ") + reason, one_label(), LabelStock::narrow)
                    .ok());
        CHECK(wait_until(
            [&, expected = PrinterState{condition, 1}] { return printer->state() == expected; }));
        server.set_trouble("");
        CHECK(wait_until([&] {
            return printer->state() == PrinterState{PrinterCondition::ready, 0};
        }));
    }
    CHECK(server.printed().size() == 4);

    server.set_trouble("media-empty-error");
    const auto taken_back = printer->submit("stormote 5", one_label(), LabelStock::narrow);
    REQUIRE(taken_back.ok());
    CHECK(printer->job_state(taken_back.value()) == JobState::waiting);
    printer->withdraw("stormote 5");
    CHECK(wait_until([&] { return printer->job_state(taken_back.value()) == JobState::lost; }));
    // Only with the next job the printer says that it is well again.
    server.set_trouble("");
    REQUIRE(printer->submit("stormote 6", one_label(), LabelStock::narrow).ok());
    CHECK(wait_until([&] { return printer->state() == PrinterState{PrinterCondition::ready, 0}; }));

    CHECK(default_cups_queue().empty());
    REQUIRE(setenv("LPDEST", CupsServer::queue, 1) == 0);
    CHECK(default_cups_queue() == CupsServer::queue);
    REQUIRE(unsetenv("LPDEST") == 0);

    CHECK(connect_cups_printer("nobody")->state().condition == PrinterCondition::absent);
    const auto refused =
        connect_cups_printer("nobody")->submit("stormote 2", one_label(), LabelStock::narrow);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().english().find("nobody") != std::string::npos);

    server.stop();
    CHECK(printer->state().condition == PrinterCondition::absent);
    CHECK_FALSE(printer->submit("stormote 3", one_label(), LabelStock::narrow).ok());
    CHECK(printer->job_state(first.value()) == JobState::unknown);
    server.start();
    CHECK(wait_until([&] { return printer->state().condition == PrinterCondition::ready; }));
    CHECK(printer->has_job("stormote 1"));
}

namespace {

// What a printer says after it has printed a label.
struct AfterPrinting {
    bool kept_before = true;
    bool has_printed = false;
    bool is_kept = false;
    bool is_kept_an_hour = true;
    bool is_known = false;
    std::size_t documents = 0;  // in the server's spool
};

// Documents lie there as d00001-001, what is known of jobs as c00001.
std::size_t documents_in(const std::filesystem::path& spool) {
    std::size_t count = 0;
    for (const auto& entry : std::filesystem::directory_iterator(spool)) {
        if (entry.path().filename().string().starts_with("d")) ++count;
    }
    return count;
}

AfterPrinting print_one(const CupsServer& server, std::size_t documents_in_the_end) {
    // CUPS remembers for each thread which server it asked first.
    return std::async(
               std::launch::async,
               [&] {
                   constexpr std::chrono::seconds now{0};
                   AfterPrinting after;
                   const auto printer = connect_cups_printer(CupsServer::queue);
                   after.kept_before = printer->keeps_printed_labels(now);
                   if (!printer->submit("stormote 1", one_label(), LabelStock::narrow))
                       return after;
                   after.has_printed =
                       wait_until([&] { return server.printed().size() == 1; }) && wait_until([&] {
                           return printer->state() == PrinterState{PrinterCondition::ready, 0};
                       });
                   static_cast<void>(wait_until(
                       [&] { return documents_in(server.spool()) == documents_in_the_end; }));
                   after.documents = documents_in(server.spool());
                   after.is_kept = printer->keeps_printed_labels(now);
                   after.is_kept_an_hour = printer->keeps_printed_labels(std::chrono::hours(1));
                   after.is_known = printer->has_job("stormote 1");
                   return after;
               })
        .get();
}

}  // namespace

TEST_CASE("a server that keeps printed labels is told from one that throws them away") {
    if (!CupsServer::can_run()) return testing::note_skipped("cupsd runs for root only");
    {
        const CupsServer server;
        REQUIRE(setenv("CUPS_SERVER", server.address().c_str(), 1) == 0);
        const AfterPrinting after = print_one(server, 1);
        CHECK_FALSE(after.kept_before);
        CHECK(after.has_printed);
        CHECK(after.documents == 1);
        CHECK(after.is_kept);
        // Printed just now: it could still be on its way out.
        CHECK_FALSE(after.is_kept_an_hour);
    }
    // As a machine is set up.
    const CupsServer server("PreserveJobFiles No\nPreserveJobHistory 86400\n");
    REQUIRE(setenv("CUPS_SERVER", server.address().c_str(), 1) == 0);
    const AfterPrinting after = print_one(server, 0);
    CHECK(after.has_printed);
    CHECK(after.documents == 0);
    CHECK_FALSE(after.is_kept);
    // So that nobody gets two.
    CHECK(after.is_known);
}

TEST_CASE("a reprint while the printer is out of paper gives one label, not two") {
    if (!CupsServer::can_run()) return testing::note_skipped("cupsd runs for root only");
    CupsServer server;
    REQUIRE(setenv("CUPS_SERVER", server.address().c_str(), 1) == 0);
    server.set_trouble("media-empty-error");
    const LabelJob job{"stormote 1", {"Åsa Öberg", "", "Grupp 3", {}}, false};
    LabelJob again = job;
    again.is_again = true;
    const auto comes_to = [](const LabelQueue& queue, const LabelStatus& status) {
        return wait_until([&] { return queue.status() == status; });
    };
    const LabelStatus one_waits{PrinterCondition::out_of_paper, 1};
    {
        LabelQueue queue(connect_cups_printer(CupsServer::queue), LabelStock::narrow, [] {});
        queue.print(job);
        REQUIRE(comes_to(queue, one_waits));
        queue.print(again);
        CHECK(comes_to(queue, one_waits));
        // The name was corrected: the waiting label is replaced.
        again.label.name = "Åse Öberg";
        queue.print(again);
        CHECK(comes_to(queue, one_waits));
    }
    // The kiosk starts anew, and does not know what stands on the one that waits.
    LabelQueue queue(connect_cups_printer(CupsServer::queue), LabelStock::narrow, [] {});
    queue.print(job);
    CHECK(comes_to(queue, one_waits));
    queue.print(again);
    CHECK(comes_to(queue, one_waits));
    server.set_trouble("");
    REQUIRE(comes_to(queue, {PrinterCondition::ready, 0}));
    CHECK(server.printed().size() == 1);
    // Once it is printed, another one is another one.
    queue.print(again);
    REQUIRE(wait_until([&] { return server.printed().size() == 2; }));
}

}  // namespace stormote
