// Certificates of attendance.
#include "kiosk/documents/papers/certificates.h"

#include <cstdlib>

#include <catch2/catch.hpp>

#include "tests/kiosk/documents/papers/noted_evening.h"
#include "tests/kiosk/documents/papers/paper_outline.h"

namespace stormote {

using Catch::Contains;
using testing::NotedEvening;
using testing::outline;

namespace {

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a certificate is a page for each who came: who, what, when and how long") {
    setenv("TZ", "Europe/Stockholm", 1);
    NotedEvening evening;
    evening.event.add({"Dan", "Ask", "Bron"});
    evening.event.clock.advance_ms(-10 * 60'000);
    evening.event.come(evening.event.add({"Åsa", "Öberg", "Eken"}));
    evening.event.clock.advance_ms(25 * 60'000);
    const AttendeeId bo = evening.event.add({"Bo", "Lind"});
    evening.event.come(bo);
    evening.event.clock.advance_ms(std::int64_t{60} * 60'000);
    evening.event->check_out(bo, testing::EventDesk::staff);
    const auto paper = compose_certificates(evening.state(), Texts(), CertificateHolder::person);
    REQUIRE(paper);
    CHECK(paper->title_page->subtitle == "Certificates of attendance");
    CHECK(paper->title_page->lines.back() == "2 certificates");
    const Lines lines = outline(paper->blocks);
    const std::string line = "\n\n" + std::string(44, '_');
    const std::string sign = "Place and date, signature and name in block letters";
    CHECK(lines == Lines{"# Certificate of attendance",
                         "Bo Lind",
                         "took part in Stormöte.",
                         "Wednesday, October 12, 2022, 18:00–21:00",
                         "Matsalen",
                         "Ekbackens kommun",
                         "Present 18.15–19.15 (1 hour).",
                         line,
                         sign,
                         "---",
                         "# Certificate of attendance",
                         "Åsa Öberg",
                         "Eken",
                         "took part in Stormöte.",
                         "Wednesday, October 12, 2022, 18:00–21:00",
                         "Matsalen",
                         "Ekbackens kommun",
                         "Present 18.00–21.00 (3 hours).",
                         line,
                         sign});
}

TEST_CASE("an organisation's certificate says who came from it, and who stayed away has none") {
    NotedEvening evening;
    evening.event.add({"Dan", "Ask", "Bron"});
    evening.event.come(evening.event.add({"Åsa", "Öberg", "Ängen"}));
    evening.event.come(evening.event.add({"Cia", "Ek", "Eken"}));
    evening.event.come(evening.event.add({"Bo", "Lind", "Ängen"}));
    evening.event.come(evening.event.add({"Eva", "Utan"}));
    const auto paper =
        compose_certificates(evening.state(), Texts(), CertificateHolder::organisation);
    REQUIRE(paper);
    CHECK(paper->title_page->lines.back() == "2 certificates");
    const Lines lines = outline(paper->blocks);
    REQUIRE(lines.size() == 19);
    CHECK(lines[1] == "Eken");
    CHECK(lines[6] == "It was represented by Cia Ek.");
    CHECK(Lines(lines.begin() + 9, lines.begin() + 16) ==
          Lines{"---", "# Certificate of attendance", "Ängen", "took part in Stormöte.",
                "Wednesday, October 12, 2022, 18:00–21:00", "Matsalen", "Ekbackens kommun"});
    CHECK(lines[16] == "It was represented by Bo Lind and Åsa Öberg.");
}

TEST_CASE("where nobody came there is nothing to certify, and that is said") {
    NotedEvening evening;
    evening.event.add({"Dan", "Ask", "Bron"});
    const auto paper = compose_certificates(evening.state(), Texts(), CertificateHolder::person);
    REQUIRE_FALSE(paper);
    CHECK(paper.error().kind == ErrorKind::input);
}

TEST_CASE("a time that makes no sense is left out of a certificate") {
    setenv("TZ", "Europe/Stockholm", 1);
    NotedEvening evening;
    evening.event.clock.advance_ms(std::int64_t{5} * 60 * 60'000);
    evening.event.come(evening.event.add({"Åsa", "Öberg"}));
    const auto paper = compose_certificates(evening.state(), Texts(), CertificateHolder::person);
    REQUIRE(paper);
    for (const std::string& line : outline(paper->blocks)) CHECK_THAT(line, !Contains("Present"));
}

}  // namespace stormote
