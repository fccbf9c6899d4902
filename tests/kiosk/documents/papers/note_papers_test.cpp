// Notes and proposals as papers of their own.
#include "kiosk/documents/papers/note_papers.h"

#include <catch2/catch.hpp>

#include "kiosk/documents/papers/paper_notes.h"
#include "tests/kiosk/documents/papers/noted_evening.h"
#include "tests/kiosk/documents/papers/paper_outline.h"

namespace stormote {

using testing::NotedEvening;
using testing::outline;
using testing::part_of;

using Lines = std::vector<std::string>;

TEST_CASE("the notes are every note, by question and group, with its kind") {
    NotedEvening evening;
    evening.say_all();
    const Document paper = compose_notes(evening.state(), Texts(), Audience::internal);
    CHECK(paper.title == "Stormöte · Notes");
    CHECK(outline(paper.blocks) ==
          Lines{"Wednesday, October 12, 2022, 18:00–21:00, Matsalen, Ekbackens kommun",
                "# What the groups noted", "## 1 Kontakt", "Hur håller vi kontakten?",
                "### Group 1 · Lönnen", "- Ring oss", "- Kontaktperson <Proposal>", "### Group 2",
                "- Nyhetsbrev <Proposal>", "## 2 Vem gör vad?", "### Group 1 · Lönnen",
                "- Svar i tid <Proposal>", "### Group 2", "- Vem svarar? <Question>",
                "- Vi bjuder in <Commitment>"});
}

TEST_CASE("a note that was withdrawn is in no paper") {
    NotedEvening evening;
    const NoteId note = evening.say(1, 1, NoteKind::point, "Bort");
    evening.say(1, 1, NoteKind::point, "Kvar");
    REQUIRE(evening.event->withdraw_note(note, testing::EventDesk::staff));
    const Document paper = compose_notes(evening.state(), Texts(), Audience::internal);
    CHECK(part_of(paper.blocks, "### Group 1 · Lönnen") == Lines{"- Kvar"});
}

TEST_CASE("what was said under a question that is asked no more, or by no group, is not lost") {
    NotedEvening evening;
    evening.say(0, 9, NoteKind::point, "Ute");
    evening.say(1, 0, NoteKind::point, "Fritt");
    const Document paper = compose_notes(evening.state(), Texts(), Audience::internal);
    CHECK(part_of(paper.blocks, "# What the groups noted") ==
          Lines{"## Without a question", "### Group 1 · Lönnen", "- Fritt", "## Question 9",
                "### Without a group", "- Ute"});
}

TEST_CASE("without proposals, their paper says so") {
    NotedEvening evening;
    evening.say(1, 1, NoteKind::point, "Ring oss");
    const Document paper = compose_proposals(evening.state(), Texts(), Audience::internal);
    CHECK(outline(paper.blocks).back() == "Nothing has been proposed yet.");
    evening.say(1, 1, NoteKind::proposal, "Nyhetsbrev");
    const Document one = compose_proposals(evening.state(), Texts(), Audience::internal);
    // Of one question there is nothing to compare in a chart.
    CHECK(part_of(one.blocks, "# Proposals") ==
          Lines{"## 1 Kontakt", "| Number | Proposal | Group |", "| 1.1 | Nyhetsbrev | Group 1 |"});
}

}  // namespace stormote
