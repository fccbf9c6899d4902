// Attendance, organisations and statistics as papers.
#include "kiosk/documents/papers/people_blocks.h"

#include <cstdlib>

#include <catch2/catch.hpp>

#include "kiosk/documents/papers/number_blocks.h"
#include "tests/kiosk/documents/papers/noted_evening.h"
#include "tests/kiosk/documents/papers/paper_outline.h"
#include "tests/support/record/operation_maker.h"

namespace stormote {

using Catch::Contains;
using testing::NotedEvening;
using testing::OperationMaker;
using testing::outline;
using testing::part_of;
using testing::small_id;

namespace {

using Lines = std::vector<std::string>;

// Two from Eken, of whom one walks in; one who stays away; one of the municipality.
struct People {
    People() {
        setenv("TZ", "Europe/Stockholm", 1);
        asa = evening.event.add({"Åsa", "Öberg", "Eken"});
        evening.event.come(asa);
        evening.event.clock.advance_ms(20 * 60'000);
        evening.event.come(
            evening.event.add({"Cia", "Ek", "Eken", AttendeeRole::civil, "", "walk_in"}));
        evening.event.come(evening.event.add({"Bo", "Lind", "", AttendeeRole::official}));
        evening.event.add({"Dan", "Ask", "Bron", AttendeeRole::civil, "", "list", "2022-09-30"});
        evening.event.describe("Eken", "Studieförbund");
    }

    NotedEvening evening;
    AttendeeId asa;
};

}  // namespace

TEST_CASE("attendance is who came and when, how they were registered, and who did not come") {
    const People people;
    const Document paper = compose_attendance(people.evening.state(), Texts());
    CHECK(paper.title == "Stormöte · Attendance");
    CHECK(part_of(paper.blocks, "# Came") ==
          Lines{"| Name | Organisation | Role | Came | Remark |",
                "| Bo Lind |  | Municipal official | 18.20 |  |",
                "| Cia Ek | Eken | Civil society | 18.20 | Walk-in |",
                "| Åsa Öberg | Eken | Civil society | 18.00 |  |"});
    CHECK(part_of(paper.blocks, "# Did not come") ==
          Lines{"| Name | Organisation | Remark |", "| Dan Ask | Bron | Registered late |"});
}

TEST_CASE("who is still here is counted first, and listed by family name with the table") {
    People people;
    const AttendeeId bo = people.evening.event.add({"Bo", "Öman", "Eken"});
    people.evening.event.come(bo);
    static_cast<void>(people.evening.event->check_out(people.asa, testing::EventDesk::staff));
    people.evening.event.record(bo, GroupMoved{1, 1});
    people.evening.event.describe(1, GroupField::place, "Vid fönstret");
    const Document paper =
        compose_people_here(people.evening.state(), Texts(), people.evening.event.clock.wall_ms());
    const Lines lines = outline(paper.blocks);
    CHECK(paper.title == "Stormöte · Who is still here?");
    CHECK(paper.dated_ms == people.evening.event.clock.wall_ms());
    REQUIRE(lines.size() == 7);
    CHECK(lines[1] == "3 people are in the room at 18.20.");
    CHECK(Lines(lines.begin() + 3, lines.end()) ==
          Lines{"| Name | Organisation | Group | Table | Ticked off |",
                "| Ek, Cia | Eken | 2 |  |  |", "| Lind, Bo |  | 1 | Lönnen · Vid fönstret |  |",
                "| Öman, Bo | Eken | 1 | Lönnen · Vid fönstret |  |"});
}

TEST_CASE("where nobody is here any more, the list says so and is empty") {
    const NotedEvening evening;
    const Lines lines = outline(compose_people_here(evening.state(), Texts(), std::nullopt).blocks);
    REQUIRE(lines.size() == 3);
    CHECK(lines[1] == "0 people are in the room.");
}

TEST_CASE("whoever was erased is counted in the attendance, and not named") {
    People people;
    people.evening.event.record(people.asa, erasure_of(people.evening.state(), people.asa));
    const Document paper = compose_attendance(people.evening.state(), Texts());
    const Lines lines = outline(paper.blocks);
    CHECK(std::find(lines.begin(), lines.end(),
                    "Beside them 1 person came who has been erased since.") != lines.end());
    for (const std::string& line : lines) CHECK_THAT(line, !Contains("Åsa"));
}

TEST_CASE("where all who came were erased, or are unknown, nobody is said not to have come") {
    NotedEvening evening;
    const AttendeeId asa = evening.event.add({"Åsa", "Öberg", "Eken"});
    evening.event.come(asa);
    evening.event.record(asa, erasure_of(evening.state(), asa));
    const auto check = [](const EventState& state) {
        for (const Document& paper :
             {compose_attendance(state, Texts()), compose_statistics(state, Texts()),
              compose_organisations(state, Texts(), Audience::internal)}) {
            for (const std::string& line : outline(paper.blocks)) {
                CHECK(line != "Nobody has come yet.");
            }
        }
    };
    check(evening.state());
    CHECK(part_of(compose_statistics(evening.state(), Texts()).blocks, "# By sector") ==
          Lines{"chart: Erased people: 1 person.", "= Erased people = 1 (100 %)",
                "| Sector | Organisations | People |", "| Erased people |  | 1 |"});
    NotedEvening unknown;
    const TicketId ticket{{1, 2, 3, 4, 5, 6, 7, 8}};
    static_cast<void>(
        unknown.event->check_in(unknown.event->tickets().write(ticket), testing::EventDesk::staff));
    check(unknown.state());
}

TEST_CASE("attendance of nobody says so") {
    const NotedEvening evening;
    CHECK(outline(compose_attendance(evening.state(), Texts()).blocks).back() ==
          "Nobody has come yet.");
}

TEST_CASE("an organisation has who came from it, and what they wrote and wished") {
    People people;
    const auto leave = [&people](std::uint8_t number, MessageKind kind, const char *text,
                                 const char *department) {
        MessageLeft message{MessageId{}, kind, text, "", department};
        message.message.value.bytes[0] = number;
        people.evening.event.record(people.asa, message);
    };
    leave(2, MessageKind::comment, "Tack för en bra kväll.", "");
    people.evening.event.clock.advance_ms(1'000);
    leave(1, MessageKind::contact, "", "Skola");
    const Document paper =
        compose_organisations(people.evening.state(), Texts(), Audience::internal);
    CHECK(part_of(paper.blocks, "# Eken") ==
          Lines{"Study associations", "| Name | Role | Came |",
                "| Cia Ek | Civil society | 18.20 |", "| Åsa Öberg | Civil society | 18.00 |",
                "## What they left behind", "- Tack för en bra kväll. <Comment · Åsa Öberg>",
                "- Wants to be contacted <Åsa Öberg · Skola>"});
    CHECK(part_of(paper.blocks, "# Nobody came from these") == Lines{"- Bron"});
    const Document everybody =
        compose_organisations(people.evening.state(), Texts(), Audience::everybody);
    CHECK(part_of(everybody.blocks, "# Eken") == Lines{"Study associations", "2 people came."});
}

TEST_CASE("what an organisation's people left stands in the order of corrected clocks") {
    setenv("TZ", "Europe/Stockholm", 1);
    OperationMaker right(1);
    OperationMaker wrong(2);  // an hour ahead
    constexpr std::int64_t hour_ms = std::int64_t{60} * 60'000;
    const auto asa = small_id<AttendeeId>(1);
    const auto eken = small_id<OrganisationId>(2);
    const auto leave = [](std::uint8_t number, const char *text) {
        return MessageLeft{small_id<MessageId>(number), MessageKind::comment, text, "", ""};
    };
    EventState state;
    state.fold(right.make(OrganisationDescribed{
        eken, FieldSetter<OrganisationField>{}.set(OrganisationField::name, "Eken").take()}));
    state.fold(
        right.make(asa, AttendeeDescribed{FieldSetter<AttendeeField>{}
                                              .set(AttendeeField::given_name, "Åsa")
                                              .set(AttendeeField::organisation, to_string(eken))
                                              .take()}));
    state.fold(right.make(asa, CheckedIn{}, 0));
    state.fold(right.make(asa, leave(3, "sist"), 2'000));
    state.fold(wrong.make(asa, leave(4, "först"), hour_ms + 1'000));
    state.fold(right.make(ClockMeasured{wrong.device(), -hour_ms}));
    const Document paper = compose_organisations(state, Texts(), Audience::internal);
    CHECK(part_of(paper.blocks, "# Eken") ==
          Lines{"| Name | Role | Came |", "| Åsa | Civil society | 01.00 |",
                "## What they left behind", "- först <Comment · Åsa>", "- sist <Comment · Åsa>"});
}

TEST_CASE("the statistics are a sentence, every count, and charts of sectors and arrivals") {
    const People people;
    const Document paper = compose_statistics(people.evening.state(), Texts());
    CHECK_THAT(outline(paper.blocks)[1],
               Contains("1 organisation (2 people) and 1 representative of the municipality"));
    CHECK(part_of(paper.blocks, "# By sector") ==
          Lines{"chart: Study associations: 1 organisation (2 people).",
                "= Study associations = 2 (100 %)", "| Sector | Organisations | People |",
                "| Study associations | 1 | 2 |"});
    CHECK(part_of(paper.blocks, "# Arrivals") ==
          Lines{"chart: 18.00–18.15: 1 person; 18.15–18.30: 2 people.", "= 18.00–18.15 = 1",
                "= 18.15–18.30 = 2"});
    const NotedEvening empty;
    CHECK(outline(compose_statistics(empty.state(), Texts()).blocks)[1] == "Nobody has come yet.");
}

}  // namespace stormote
