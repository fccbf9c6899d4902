// The groups on paper: what a reader of the PDF finds in it, page by page.
#include "kiosk/documents/group_posters.h"

#include <fstream>

#include <catch2/catch.hpp>

#include "kiosk/desk/board/group_board.h"
#include "kiosk/device/camera/code_reader.h"
#include "kiosk/documents/pdf/pdf_paper.h"
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

void describe_group(EventDesk& event, GroupNumber group, const std::string& name,
                    const std::string& place = "") {
    FieldSetter<GroupField> fields;
    fields.set(GroupField::name, name).set(GroupField::place, place);
    event.record(GroupDescribed{group, fields.take()});
}

EventDesk& with_people(EventDesk& event, int people) {
    for (int i = 0; i < people; ++i) {
        event.add({"Person" + std::to_string(i), "Ek", "Förening " + std::to_string(i)});
    }
    return event;
}

}  // namespace

TEST_CASE("without groups there is nothing to print, and that is said") {
    EventDesk event;
    const auto poster = draw_group_poster(event.state(), Texts());
    REQUIRE_FALSE(poster);
    CHECK(poster.error().kind == ErrorKind::input);
    CHECK_FALSE(draw_table_signs(event.state(), Texts()));
}

TEST_CASE("the poster is tagged, has a title, headings and lists, and no organisations") {
    EventDesk event;
    with_people(event, 8);
    event->plan_groups(2, 1, actor::organiser);
    describe_group(event, 1, "Lönnen", "Vid fönstret");
    const auto poster = draw_group_poster(event.state(), Texts());
    REQUIRE(poster);
    const std::string& pdf = poster.value();
    CHECK(pdf.starts_with("%PDF-"));
    CHECK(pdf.ends_with("%%EOF\n"));
    CHECK(count_in_pdf(pdf, "/Marked true") >= 1);
    CHECK(count_in_pdf(pdf, "/Title") >= 1);
    CHECK(count_in_pdf(pdf, "/S /H1") == 1);
    CHECK(count_in_pdf(pdf, "/S /H2") == 2);
    CHECK(count_in_pdf(pdf, "/S /LI ") == 8);
    // Letters that can be looked up from what is drawn: words can be searched.
    CHECK(count_in_pdf(pdf, "/ToUnicode") >= 1);
    CHECK(page_count(pdf) == 1);
}

TEST_CASE("each table has its sheet, and more questions than it holds go on behind it") {
    EventDesk event;
    with_people(event, 8);
    event->plan_groups(2, 1, actor::organiser);
    const auto plain = draw_table_signs(event.state(), Texts());
    REQUIRE(plain);
    CHECK(page_count(*plain) == 2);
    for (QuestionNumber number = 1; number <= 60; ++number) {
        FieldSetter<QuestionField> fields;
        fields.set(QuestionField::text,
                   "Hur håller vi kontakten med varandra under hela året, och vem gör vad av allt "
                   "det som vi har talat om i kväll?");
        event.record(QuestionDescribed{number, fields.take()});
    }
    const auto full = draw_table_signs(event.state(), Texts());
    REQUIRE(full);
    CHECK(page_count(*full) > 2);
    CHECK(page_count(*full) % 2 == 0);
}

TEST_CASE(
    "a sign has its table's code for phones where the pages' address is set, also when full") {
    EventDesk event;
    with_people(event, 4);
    event->plan_groups(1, 1, actor::organiser);
    const std::string plain = draw_table_signs(event.state(), Texts()).value();
    CHECK(draw_table_signs(event.state(), Texts(), event->table_codes()).value() == plain);
    event.record(SettingsDescribed{FieldSetter<SettingField>{}
                                       .set(SettingField::pages_address, "https://mote.ekbacken.se")
                                       .take()});
    const testing::TemporaryFolder folder;
    const std::string picture = folder / "sign";
    for (QuestionNumber number = 1; number <= 12; ++number) {
        const std::string pdf =
            draw_table_signs(event.state(), Texts(), event->table_codes()).value();
        CHECK(page_count(pdf) == 1);
        CHECK(count_in_pdf(pdf, "/S /Figure") == 1);
        std::ofstream(folder / "sign.pdf") << pdf;
        REQUIRE(run_program(
                    {"pdftoppm", "-r", "110", "-gray", "-singlefile", folder / "sign.pdf", picture})
                    .status == 0);
        const auto codes = CodeReader().read(read_pgm(picture + ".pgm"));
        REQUIRE(codes.size() == 1);
        CHECK(codes[0].text ==
              "https://mote.ekbacken.se/t/" + event->table_codes().write(event.state(), 1));
        FieldSetter<QuestionField> fields;
        fields.set(QuestionField::text, "Hur håller vi kontakten med varandra under hela året?");
        event.record(QuestionDescribed{number, fields.take()});
    }
}

TEST_CASE(
    "hundreds of people, and a group larger than a page, are printed on as many as it takes") {
    EventDesk event;
    with_people(event, 400);
    event->plan_groups(2, 1, actor::organiser);
    const auto poster = draw_group_poster(event.state(), Texts());
    REQUIRE(poster);
    CHECK(count_in_pdf(*poster, "/S /LI ") == 400);
    CHECK(page_count(*poster) > 2);
    // A group that goes on elsewhere says so in a heading of its own.
    CHECK(count_in_pdf(*poster, "/S /H2") > 2);
}

TEST_CASE("each round has pages of its own") {
    EventDesk event;
    with_people(event, 6);
    EventMix mix = event_mix(event.state(), 2);
    mix.problem.round_count = 3;
    event->record_groups(draft_of(mix, plan_mix(mix.problem)), DoorSeating::planned,
                         actor::organiser);
    const auto poster = draw_group_poster(event.state(), Texts());
    REQUIRE(poster);
    CHECK(page_count(*poster) == 3);
    CHECK(count_in_pdf(*poster, "/S /LI ") == 18);
}

TEST_CASE("whoever leads a group is named as that and not once more, namesakes are") {
    EventDesk event;
    const AttendeeId leader = event.add({"Eva", "Ek"});
    event.add({"Eva", "Ek"});
    event->plan_groups(1, 1, actor::organiser);
    event.describe(1, GroupField::facilitator, to_string(leader));
    const auto poster = draw_group_poster(event.state(), Texts());
    REQUIRE(poster);
    CHECK(count_in_pdf(*poster, "/S /LI ") == 1);
}

TEST_CASE("words take the largest letters that fit, and never more lines than they may") {
    PdfPaper paper(a4_upright, {.title = "Prov", .language = "sv"});
    const PaperText words{"100", 150, true, false, PaperTag::title, 1};
    const PaperText fitted = paper.fit(words, 80, 200, 10);
    CHECK(fitted.size_mm < 60);
    CHECK(fitted.size_mm > 20);
    CHECK(paper.height_of(fitted, 80) < 100);
    CHECK(paper.fit(words, 1000, 1000, 10).size_mm == 150);
    CHECK(paper.fit({std::string(4000, 'x'), 20}, 50, 50, 4).size_mm == 4);
}

TEST_CASE("names in any script end up on the paper") {
    EventDesk event;
    event.add({"ليلى", "حداد"});
    event.add({"Ольга", "Шевченко"});
    event.add({"王", "伟"});
    event->plan_groups(1, 1, actor::organiser);
    const auto poster = draw_group_poster(event.state(), Texts());
    REQUIRE(poster);
    CHECK(count_in_pdf(*poster, "/S /LI ") == 3);
}

}  // namespace stormote
