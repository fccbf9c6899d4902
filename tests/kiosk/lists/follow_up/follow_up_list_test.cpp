#include "kiosk/lists/follow_up/follow_up_list.h"

#include <catch2/catch.hpp>

#include "kiosk/documents/spreadsheet/table_writers.h"
#include "kiosk/lists/follow_up/follow_up_fields.h"
#include "sync/base/random.h"
#include "sync/report/follow_up.h"
#include "tests/support/machine/fuzz_rounds.h"
#include "tests/support/machine/harmed_text.h"
#include "tests/support/record/event_desk.h"
#include "tests/support/record/operation_maker.h"

namespace stormote {

using testing::EventDesk;
using testing::small_id;

namespace {

class Evening : public EventDesk {
  public:
    Evening() {
        asa = add({"Åsa", "Öberg", "Eken"});
        record(asa,
               MessageLeft{small_id<MessageId>(1), MessageKind::contact, "Ring", "070", "Kultur"});
        note = (*this)->write_note({1, 1, NoteKind::commitment, "Vi öppnar stugan"}, staff);
    }
    // What stands after the import: "state owner due answer" of the note; or the problems as
    // "line column".
    std::string import(const std::string& list) {
        const FollowUpPlan plan = plan_follow_up(list, state());
        std::string problems;
        for (const ListProblem& problem : plan.problems) {
            problems += std::to_string(problem.line) + " " + problem.column + "\n";
        }
        if (!problems.empty()) {
            CHECK(plan.changes.empty());
            return problems;
        }
        changed = plan.changes.size();
        (*this)->follow_up(plan.changes, actor::organiser);
        for (const FollowUpItem& item : follow_up_items(state())) {
            if (item.id() != to_string(note)) continue;
            const FollowUp& known = item.follow_up;
            return std::string(follow_up_state_word(known.state).code) + " " + known.owner + " " +
                   known.due + " " + known.answer;
        }
        return "";
    }
    [[nodiscard]] std::string exported() const {
        return write_csv(follow_up_table(state()), Texts());
    }
    [[nodiscard]] std::string row(const std::string& cells) const {
        return to_string(note) + cells + "\n";
    }

    AttendeeId asa;
    NoteId note;
    std::size_t changed = 0;
};

}  // namespace

TEST_CASE("what is filled in comes in, with words, dates and names as people write them") {
    Evening event;
    CHECK(event.import("Id;Läge;Ansvarig;Klart senast;Svar\n" +
                       event.row(";Påbörjat;Fritidschefen;1 december 2022;Vi målar först.")) ==
          "begun Fritidschefen 2022-12-01 Vi målar först.");
    CHECK(event.import("Id;Läge;Ansvarig\n" + event.row(";Klart;åsa öberg")) ==
          "done Åsa Öberg 2022-12-01 Vi målar först.");
    const LatestFields *said = event.state().note_descriptions().find(event.note);
    CHECK(said->get(FollowUpField::owner) == to_string(event.asa));
}

TEST_CASE("an emptied cell takes away what stood there, and a column left out does not") {
    Evening event;
    event.import("Id;State;Owner;Due\n" + event.row(";done;Fritidschefen;2022-12-01"));
    CHECK(event.import("Id;State;Owner\n" + event.row(";open;")) == "open  2022-12-01 ");
}

TEST_CASE("an export that nobody has written into changes nothing") {
    Evening event;
    event.import("Id;Läge;Ansvarig;Klart senast;Svar\n" +
                 event.row(";Påbörjat;Åsa Öberg;2022-12-01;\"=2 rum\nkanske 3\""));
    event.import(event.exported());
    CHECK(event.changed == 0);
    CHECK(plan_follow_up(event.exported(), event.state()).notes.empty());
    CHECK(plan_follow_up(event.exported(), event.state()).unchanged == 2);
}

TEST_CASE("every problem is named by line and column, and nothing comes in") {
    Evening event;
    CHECK(event.import("Id;Läge;Klart senast;Ansvarig\n" + event.row(";kanske;snart;") +
                       event.row(";;;") + "nej;;;\n") == "2 Klart senast\n2 Läge\n3 Id\n4 Id\n");
    CHECK(event.import("Läge\nKlart\n") == "1 Id\n");
    event.add({"Åsa", "Öberg", "Bron"});
    CHECK(event.import("Id;Ansvarig\n" + event.row(";Åsa Öberg")) == "2 Ansvarig\n");
    CHECK(event.import("Id;Svar\n" + event.row(";" + std::string(10'001, 'x'))) == "2 Svar\n");
}

TEST_CASE("a date, a state and an owner are checked whoever writes them") {
    Evening event;
    const auto check = [&event](FollowUpField field, const char *text) {
        const auto checked = check_follow_up(event.state(), field, text, "--x");
        return checked ? *checked : "error";
    };
    CHECK(check(FollowUpField::due, "2022-12-01") == "2022-12-01");
    CHECK(check(FollowUpField::due, "2022-13-01") == "error");
    CHECK(check(FollowUpField::due, "ja") == "error");
    CHECK(check(FollowUpField::state, "open").empty());
    CHECK(check(FollowUpField::state, "Blir inte av") == "declined");
    CHECK(check(FollowUpField::state, "pausat") == "error");
    CHECK(check(FollowUpField::owner, "Parkchefen") == "Parkchefen");
    CHECK(check(FollowUpField::owner, to_string(event.asa).c_str()) == to_string(event.asa));
    CHECK(check(FollowUpField::owner, to_string(small_id<AttendeeId>(99)).c_str()) == "error");
    CHECK(check(FollowUpField::answer, "").empty());
}

TEST_CASE("a list that was harmed is read, or refused in words, and never half") {
    Evening event;
    event.import("Id;Läge;Ansvarig;Klart senast;Svar\n" +
                 event.row(";Påbörjat;Åsa Öberg;2022-12-01;Vi målar först."));
    SeededRandom random(20221012);
    for (int round = 0; round < testing::round_count(300); ++round) {
        std::string list = event.exported();
        for (std::size_t harms = 1 + random.below(4); harms-- > 0;) {
            testing::harm_text(list, random);
        }
        const FollowUpPlan plan = plan_follow_up(list, event.state());
        if (!plan.problems.empty()) CHECK(plan.changes.empty());
        for (const ListProblem& problem : plan.problems) {
            CHECK_FALSE(problem.message.english().empty());
        }
        const auto bodies =
            follow_up_bodies(event.state(), plan.changes, "2022-11-01", ActingRole::organiser);
        CHECK(bodies.has_value());
    }
}

TEST_CASE("the name of an owner who was erased does not come back by a list from before") {
    Evening event;
    event.import("Id;Ansvarig;Svar\n" + event.row(";Åsa Öberg;Ja."));
    event.record(event.asa, AttendeeErased{"civil", Counted::yes});
    event.import("Id;Ansvarig;Läge\n" + event.row(";Åsa Öberg;Klart"));
    const LatestFields *said = event.state().note_descriptions().find(event.note);
    CHECK(said->get(FollowUpField::owner) == to_string(event.asa));
    CHECK(said->get(FollowUpField::state) == "done");
    const FollowUpPlan plan =
        plan_follow_up("Id;Ansvarig\n" + event.row(";Åsa Öberg"), event.state());
    CHECK(plan.changes.empty());
    CHECK(plan.unchanged == 1);
    REQUIRE(plan.notes.size() == 1);
    CHECK(plan.notes.front().line == 2);
    CHECK(plan.notes.front().column == "Ansvarig");
}

TEST_CASE("an owner is understood by the family name first, and is no change where it is they") {
    Evening event;
    event.import("Id;Ansvarig\n" + event.row(";Öberg, Åsa"));
    CHECK(event.changed == 1);
    CHECK(event.state().note_descriptions().find(event.note)->get(FollowUpField::owner) ==
          to_string(event.asa));
    event.import("Id;Ansvarig\n" + event.row(";öberg, åsa"));
    CHECK(event.changed == 0);
}

TEST_CASE("a message's own department cannot be emptied, and its line says so") {
    Evening event;
    const std::string id = to_string(small_id<MessageId>(1));
    const std::string emptied = "Id;Förvaltning\n" + id + ";\n";
    FollowUpPlan plan = plan_follow_up(emptied, event.state());
    CHECK(plan.changes.empty());
    CHECK(plan.unchanged == 1);
    REQUIRE(plan.notes.size() == 1);
    CHECK(plan.notes.front().line == 2);
    // Another one is taken, and taken away again.
    event.import("Id;Förvaltning\n" + id + ";Fritid\n");
    CHECK(event.changed == 1);
    plan = plan_follow_up(emptied, event.state());
    CHECK(plan.changes.size() == 1);
    CHECK(plan.notes.empty());
}

}  // namespace stormote
