// Tickets on paper: what a reader of the PDF finds, and what a scanner reads from it.
#include "kiosk/documents/ticket_paper.h"

#include <fstream>

#include <catch2/catch.hpp>

#include "kiosk/device/camera/code_reader.h"
#include "kiosk/documents/pdf/pdf_canvas.h"
#include "kiosk/documents/pdf/pdf_completion.h"
#include "tests/support/documents/pgm_picture.h"
#include "tests/support/machine/pdf_objects.h"
#include "tests/support/machine/process.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/record/event_desk.h"

namespace stormote {

using testing::count_in_pdf;
using testing::EventDesk;
using testing::page_count;

namespace {

const std::string digits(61, '7');

std::vector<PaperTicket> tickets(std::size_t count, const Texts& texts) {
    std::vector<PaperTicket> made;
    for (std::size_t i = 0; i < count; ++i) {
        made.push_back({"Åsa Öberg " + std::to_string(i), "Eken", digits, "4J7K2M9X", &texts});
    }
    return made;
}

}  // namespace

TEST_CASE("there is a sheet for each ticket, for each four, or a label each") {
    const EventDesk event;
    const Texts texts;
    for (const auto& [paper, pages] :
         {std::pair{"a4", 5U}, {"a4x4", 2U}, {"62x29", 5U}, {"90x55", 5U}}) {
        CAPTURE(paper);
        int drawn = 0;
        const std::string pdf = draw_tickets(tickets(5, texts), event.state(),
                                             *parse_ticket_paper(paper), texts, [&] { ++drawn; });
        CHECK(page_count(pdf) == pages);
        CHECK(drawn == 5);
        CHECK(count_in_pdf(pdf, "/S /Figure") == 5);
        CHECK(count_in_pdf(pdf, "/Alt (Ticket for ") + count_in_pdf(pdf, "/Alt <feff") == 5);
    }
    CHECK_FALSE(parse_ticket_paper("a5"));
    CHECK(page_count(draw_tickets({}, event.state(), TicketPaper::quarter, texts)) <= 1);
}

TEST_CASE("tickets are tagged, titled, and each in its owner's language") {
    EventDesk event;
    event.record(SettingsDescribed{{{12, "17:30 Mingelfika\n18:30 Inledning"}}});
    event.record(QuestionDescribed{1, {{1, "Kontakt"}, {2, "Hur håller vi kontakten?"}}});
    const Texts english;
    const std::string pdf =
        draw_tickets(tickets(2, english), event.state(), TicketPaper::folded, english);
    CHECK(count_in_pdf(pdf, "/Marked true") == 1);
    CHECK(count_in_pdf(pdf, "/DisplayDocTitle true") == 1);
    CHECK(count_in_pdf(pdf, "/Lang (en)") == 3);
    CHECK(count_in_pdf(pdf, "/S /Sect") == 2);
    CHECK(count_in_pdf(pdf, "/S /H1") == 2);
    CHECK(count_in_pdf(pdf, "/S /L ") + count_in_pdf(pdf, "/S /L\n") >= 6);
    CHECK(pdf.find("<dc:title>") != std::string::npos);
}

TEST_CASE("a code on paper is read by what the kiosk reads codes with") {
    const EventDesk event;
    const Texts texts;
    const testing::TemporaryFolder folder;
    const std::string file = folder / "tickets.pdf";
    for (const TicketPaper paper :
         {TicketPaper::folded, TicketPaper::quarter, TicketPaper::narrow, TicketPaper::badge}) {
        std::ofstream(file) << draw_tickets(tickets(1, texts), event.state(), paper, texts);
        const std::string picture = folder / "picture";
        REQUIRE(
            run_program({"pdftoppm", "-r", "110", "-gray", "-singlefile", file, picture}).status ==
            0);
        const auto codes = CodeReader().read(read_pgm(picture + ".pgm"));
        REQUIRE(codes.size() == 1);
        CHECK(codes[0].text == digits);
    }
}

TEST_CASE("a PDF with other marks than were described is a fault that is told") {
    PdfCanvas canvas(62, 29);
    canvas.begin_mark();
    canvas.fill_box(0, 0, 10, 10, 0);
    const std::string pdf = canvas.finish();
    const PdfDescription description{.title = "<Title> & more", .language = "sv"};
    PdfStructure structure;
    CHECK_THROWS_AS(complete_pdf(pdf, structure, description), std::logic_error);
    structure.mark(0, structure.add(PdfStructure::root, "P"));
    CHECK_NOTHROW(complete_pdf(pdf, structure, description));
    structure.mark(0, std::nullopt);
    CHECK_THROWS_AS(complete_pdf(pdf, structure, description), std::logic_error);
}

}  // namespace stormote
