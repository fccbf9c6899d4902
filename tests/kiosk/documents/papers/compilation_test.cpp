// The compilation: what is in it, for whom, in which order, and what is never in it.
#include "kiosk/documents/papers/compilation.h"

#include <catch2/catch.hpp>

#include "tests/kiosk/documents/papers/noted_evening.h"
#include "tests/kiosk/documents/papers/paper_outline.h"

namespace stormote {

using Catch::Contains;
using testing::headings_of;
using testing::NotedEvening;
using testing::outline;
using testing::part_of;

namespace {

using Lines = std::vector<std::string>;

Document compiled(const NotedEvening& evening, const CompilationPlan& plan = {}) {
    auto paper = compose_compilation(evening.state(), Texts(), plan);
    REQUIRE(paper);
    return std::move(paper).value();
}

std::string all_text(const Document& paper) {
    std::string text;
    for (const std::string& line : outline(paper.blocks)) text += line + "\n";
    return text;
}

void come(NotedEvening& evening) {
    evening.event.come(evening.event.add({"Åsa", "Öberg", "Eken"}));
    evening.event.come(evening.event.add({"Bo", "Lind", "", AttendeeRole::official}));
    evening.event.describe("Eken", "Studieförbund");
}

void answer_survey(NotedEvening& evening, int people) {
    evening.event.record(SurveyQuestionDescribed{1, {{1, "Kommer du igen?"}, {2, "yes_no"}}});
    for (int i = 0; i < people; ++i) {
        AnswersGiven given;
        given.sheet.value.bytes[0] = static_cast<std::uint8_t>(i);
        given.answers = {{1, i == 0 ? "no" : "yes"}};
        evening.event.record(std::move(given));
    }
}

}  // namespace

TEST_CASE("where there are only proposals nothing says that nothing was noted") {
    NotedEvening evening;
    evening.say(1, 1, NoteKind::proposal, "Fler bänkar");
    const Document paper = compiled(evening);
    CHECK_THAT(all_text(paper), !Contains("Nothing has been noted yet."));
    CHECK_THAT(all_text(paper), Contains("Fler bänkar"));
    NotedEvening nothing;
    CHECK_THAT(all_text(compiled(nothing)), Contains("Nothing has been noted yet."));
}

TEST_CASE("a compilation begins with its meeting, and leads from numbers to whom to ask") {
    NotedEvening evening;
    come(evening);
    evening.say_all();
    answer_survey(evening, 6);
    const Document paper = compiled(evening);
    CHECK(paper.title == "Stormöte");
    CHECK(paper.publisher == "Ekbackens kommun");
    CHECK(paper.footer == "Stormöte · Compilation");
    REQUIRE(paper.title_page);
    CHECK(paper.title_page->lines ==
          Lines{"Wednesday, October 12, 2022, 18:00–21:00", "Matsalen", "Ekbackens kommun",
                "Internal version, with names. It is not for publication."});
    CHECK(headings_of(paper.blocks) ==
          Lines{"# About the compilation", "# The meeting in numbers", "# What the groups noted",
                "## 1 Kontakt", "### Group 1 · Lönnen", "## 2 Vem gör vad?", "### Group 2",
                "# Proposals", "## 1 Kontakt", "## 2 Vem gör vad?", "# Commitments",
                "# Questions to the municipality", "# The survey", "## Kommer du igen?",
                "# What happens now", "# Who took part"});
    CHECK(outline(paper.blocks).front() == "contents: Contents");
}

TEST_CASE("the numbers are the municipalities' sentence, the notes by kind, and the sectors") {
    NotedEvening evening;
    come(evening);
    evening.say_all();
    CHECK(part_of(compiled(evening).blocks, "# The meeting in numbers") ==
          Lines{"1 organisation (1 person) and 1 representative of the municipality took part.",
                "The groups noted 1 point, 3 proposals, 1 question and 1 commitment.",
                "| Sector | Organisations | People |", "| Study associations | 1 | 1 |"});
}

TEST_CASE("points and questions stand by group, and proposals numbered by question") {
    NotedEvening evening;
    evening.say_all();
    const Document paper = compiled(evening);
    CHECK(part_of(paper.blocks, "# What the groups noted") ==
          Lines{"## 1 Kontakt", "Hur håller vi kontakten?", "### Group 1 · Lönnen", "- Ring oss",
                "## 2 Vem gör vad?", "### Group 2", "- Vem svarar? <Question>"});
    CHECK(part_of(paper.blocks, "# Proposals") ==
          Lines{"chart: 1 Kontakt: 2 proposals; 2 Vem gör vad?: 1 proposal.", "= 1 Kontakt = 2",
                "= 2 Vem gör vad? = 1", "## 1 Kontakt", "| Number | Proposal | Group |",
                "| 1.1 | Kontaktperson | Group 1 |", "| 1.2 | Nyhetsbrev | Group 2 |",
                "## 2 Vem gör vad?", "| Number | Proposal | Group |",
                "| 2.1 | Svar i tid | Group 1 |"});
    CHECK(part_of(paper.blocks, "# Commitments") ==
          Lines{"| Commitment | Group |", "| Vi bjuder in | Group 2 |"});
    CHECK(part_of(paper.blocks, "# Questions to the municipality") ==
          Lines{"| Question | Group |", "| Vem svarar? | Group 2 |"});
}

TEST_CASE("for the municipality, lists say what is not for the public, and what was reworded") {
    NotedEvening evening;
    const NoteId proposal = evening.say(1, 1, NoteKind::proposal, "Belys ån!!!");
    evening.describe(proposal, FollowUpField::wording, "Belys ån");
    evening.describe(evening.say(1, 1, NoteKind::commitment, "Vi bjuder in"),
                     FollowUpField::withheld, "withheld");
    const Document internal = compiled(evening);
    CHECK(part_of(internal.blocks, "# Proposals") ==
          Lines{"## 1 Kontakt", "| Number | Proposal | Group | Remark |",
                "| 1.1 | Belys ån | Group 1 | Written as: Belys ån!!! |"});
    CHECK(part_of(internal.blocks, "# Commitments") ==
          Lines{"| Commitment | Group | Remark |",
                "| Vi bjuder in | Group 1 | Not for the public |"});
    const Document everybody = compiled(evening, {.audience = Audience::everybody});
    CHECK(part_of(everybody.blocks, "# Proposals") ==
          Lines{"## 1 Kontakt", "| Number | Proposal | Group |", "| 1.1 | Belys ån | Group 1 |"});
}

TEST_CASE("for everybody, nobody who took part is named") {
    NotedEvening evening;
    come(evening);
    evening.say_all();
    const Document internal = compiled(evening);
    CHECK_THAT(all_text(internal), Contains("| Åsa Öberg | Eken | Civil society |"));
    const Document everybody = compiled(evening, {.audience = Audience::everybody});
    CHECK_THAT(all_text(everybody), !Contains("Åsa") && !Contains("Lind") && !Contains("Eken"));
    CHECK_THAT(all_text(everybody), Contains("It does not say who took part"));
    CHECK(everybody.title_page->lines.back() == "Ekbackens kommun");
    const auto refused = compose_compilation(
        evening.state(), Texts(),
        {.audience = Audience::everybody, .parts = {CompilationPart::participants}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().kind == ErrorKind::usage);
}

TEST_CASE("an owner named among other words, or registered for another meeting, is left out") {
    NotedEvening evening;
    come(evening);
    NotedEvening other("2022-11-12T18:00");
    other.event.add({"Cia", "Ek", "Bron"});
    for (const char *owner : {"Åsa Öberg, ordförande", "Cia Eks kontor", "Kanslichefen"}) {
        evening.describe(evening.say(1, 1, NoteKind::commitment, "Vi bjuder in"),
                         FollowUpField::owner, owner);
    }
    const std::string text =
        all_text(compiled(evening, {.audience = Audience::everybody, .with = {&other.state()}}));
    CHECK_THAT(text, !Contains("Öberg") && !Contains("Cia") && Contains("Kanslichefen"));
}

TEST_CASE("the organiser chooses parts and their order, and whether there is a title page") {
    NotedEvening evening;
    evening.say_all();
    const Document paper =
        compiled(evening, {.parts = {CompilationPart::commitments, CompilationPart::numbers},
                           .first_page = FirstPage::none});
    CHECK(headings_of(paper.blocks) == Lines{"# About the compilation", "# Commitments",
                                             "# The meeting in numbers", "# What happens now"});
    CHECK_FALSE(paper.title_page);
    CHECK(outline(paper.blocks).front() == "A compilation of what was said");
}

TEST_CASE("notes without lists of their own hold what those lists would have held") {
    NotedEvening evening;
    evening.say_all();
    const Document paper = compiled(evening, {.parts = {CompilationPart::notes}});
    CHECK(part_of(paper.blocks, "## 1 Kontakt") ==
          Lines{"Hur håller vi kontakten?", "### Group 1 · Lönnen", "- Ring oss",
                "- Kontaktperson <Proposal>", "### Group 2", "- Nyhetsbrev <Proposal>"});
}

TEST_CASE("versions of a note that nobody chose among are marked for the municipality alone") {
    NotedEvening evening;
    evening.say_twice(1, 1, "Ring", "Skriv");
    const Lines internal = part_of(compiled(evening).blocks, "### Group 1 · Lönnen");
    CHECK(internal ==
          Lines{"- Ring <One of several versions>", "- Skriv <One of several versions>"});
    const Document everybody = compiled(evening, {.audience = Audience::everybody});
    CHECK(part_of(everybody.blocks, "### Group 1 · Lönnen") == Lines{"- Ring", "- Skriv"});
}

TEST_CASE(
    "what an organiser has worded anew is read in those words, and the original kept inside") {
    NotedEvening evening;
    evening.describe(evening.say(1, 1, NoteKind::point, "ring oss!"), FollowUpField::wording,
                     "Ring till föreningen.");
    const Document internal = compiled(evening);
    CHECK(part_of(internal.blocks, "### Group 1 · Lönnen") ==
          Lines{"- Ring till föreningen. <Written as: ring oss!>"});
    const Document everybody = compiled(evening, {.audience = Audience::everybody});
    CHECK(part_of(everybody.blocks, "### Group 1 · Lönnen") == Lines{"- Ring till föreningen."});
    CHECK_THAT(all_text(everybody), Contains("The wording of 1 note has been edited."));
}

TEST_CASE("what says the same stands once, with all the groups") {
    NotedEvening evening;
    const NoteId one = evening.say(1, 1, NoteKind::point, "Fika");
    const NoteId other = evening.say(2, 1, NoteKind::point, "Mer fika");
    evening.describe(other, FollowUpField::same_as, to_string(one));
    const Document paper = compiled(evening);
    CHECK(part_of(paper.blocks, "## 1 Kontakt") ==
          Lines{"Hur håller vi kontakten?", "### Group 1 · Lönnen", "- Fika <Group 1 and 2>"});
    CHECK_THAT(all_text(paper), Contains("What says the same stands once"));
}

TEST_CASE("what is not for the public is marked inside and left out for everybody") {
    NotedEvening evening;
    evening.describe(evening.say(1, 1, NoteKind::point, "Grannen stör"), FollowUpField::withheld,
                     "withheld");
    CHECK(part_of(compiled(evening).blocks, "### Group 1 · Lönnen") ==
          Lines{"- Grannen stör <Not for the public>"});
    const Document everybody = compiled(evening, {.audience = Audience::everybody});
    CHECK_THAT(all_text(everybody),
               !Contains("Grannen") && Contains("1 note that is not for the public is left out."));
}

TEST_CASE("a commitment has who sees to it and by when; for everybody an office, nobody's name") {
    NotedEvening evening;
    const AttendeeId eva = evening.event.add({"Eva", "Ek", "Eken"});
    const NoteId one = evening.say(1, 1, NoteKind::commitment, "Vi bjuder in");
    evening.describe(one, FollowUpField::owner, to_string(eva));
    evening.describe(one, FollowUpField::department, "Kultur");
    evening.describe(one, FollowUpField::due, "2022-11-01");
    const NoteId other = evening.say(2, 1, NoteKind::commitment, "Vi ordnar bussar");
    evening.describe(other, FollowUpField::owner, "Fritidschefen");
    CHECK(part_of(compiled(evening).blocks, "# Commitments") ==
          Lines{"| Commitment | Responsible | State | Group |",
                "| Vi bjuder in | Eva Ek, Kultur | Still open, by Tuesday, November 1, 2022 | "
                "Group 1 |",
                "| Vi ordnar bussar | Fritidschefen |  | Group 2 |"});
    const Lines everybody =
        part_of(compiled(evening, {.audience = Audience::everybody}).blocks, "# Commitments");
    CHECK_THAT(everybody[1], Contains("| Kultur |"));
    CHECK_THAT(everybody[2], Contains("| Fritidschefen |"));
}

TEST_CASE("answers stand beside the questions that they answer") {
    NotedEvening evening;
    const NoteId question = evening.say(1, 1, NoteKind::question, "När?");
    evening.describe(question, FollowUpField::answer, "I maj.");
    CHECK(part_of(compiled(evening).blocks, "# Questions to the municipality") ==
          Lines{"| Question | Answer | Group |", "| När? | I maj. | Group 1 |"});
}

TEST_CASE("what became of an earlier meeting opens the compilation of the next") {
    NotedEvening evening;
    evening.say_all();
    evening.event.record(
        EarlierNoteTold{NoteId{}, "Vårmötet", "2022-04-15", NoteKind::commitment, "Ny lista"});
    const Document paper = compiled(evening);
    CHECK(headings_of(paper.blocks)[1] == "# What became of it");
    CHECK(part_of(paper.blocks, "# What became of it") ==
          Lines{"## Vårmötet, Friday, April 15, 2022", "| What was said | State | Answer |",
                "| Commitment: Ny lista | Still open |  |"});
}

TEST_CASE("a meeting of nobody that nothing was said at says so") {
    const NotedEvening evening;
    const Document paper = compiled(evening);
    CHECK(part_of(paper.blocks, "# The meeting in numbers") == Lines{"Nobody has come yet."});
    CHECK(part_of(paper.blocks, "# What the groups noted") == Lines{"Nothing has been noted yet."});
    CHECK(headings_of(paper.blocks) == Lines{"# About the compilation", "# The meeting in numbers",
                                             "# What the groups noted", "# What happens now"});
}

TEST_CASE("an event that nobody has described has a compilation, too") {
    const auto paper = compose_compilation(EventState(), Texts(), {});
    REQUIRE(paper);
    CHECK(paper->title == "Compilation");
    CHECK(paper->footer == "Compilation");
    CHECK(paper->dated_ms == 0);
}

TEST_CASE("answers to the survey are charts from more than five on") {
    NotedEvening evening;
    answer_survey(evening, 5);
    const Lines hidden = part_of(compiled(evening).blocks, "# The survey");
    CHECK(hidden == Lines{"5 surveys are filled in.", "## Kommer du igen?",
                          "5 answers. They are shown only when there are more than five, so that "
                          "nobody can be identified by an answer."});
    answer_survey(evening, 6);
    const Lines shown = part_of(compiled(evening).blocks, "# The survey");
    CHECK(shown == Lines{"6 surveys are filled in.", "## Kommer du igen?", "6 answers",
                         "chart: Kommer du igen? Yes: 5 (83 %); No: 1 (17 %).", "= Yes = 5 (83 %)",
                         "= No = 1 (17 %)"});
}

TEST_CASE("whom to ask stands at the end where the municipality has said so") {
    NotedEvening evening;
    CHECK_THAT(all_text(compiled(evening)), !Contains("Ask "));
    evening.event.record(SettingsDescribed{
        FieldSetter<SettingField>{}.set(SettingField::privacy_contact, "a@b.example").take()});
    CHECK(outline(compiled(evening).blocks).back() ==
          "Do you want to see what is stored about you, or have it corrected? Ask a@b.example.");
}

TEST_CASE(
    "of several meetings, everybody counts once, and what was said stands meeting by meeting") {
    NotedEvening autumn;
    come(autumn);
    autumn.say_all();
    NotedEvening spring("2022-04-15T18:00");
    spring.event.come(spring.event.add({"Åsa", "Öberg", "Eken"}));
    spring.say(2, 1, NoteKind::question, "När?");
    const Document paper = compiled(
        autumn,
        {.audience = Audience::everybody,
         .parts = {CompilationPart::numbers, CompilationPart::notes, CompilationPart::proposals},
         .with = {&spring.state()}});
    CHECK(headings_of(paper.blocks) ==
          Lines{"# About the compilation", "# The meetings in numbers",
                "# Stormöte, Friday, April 15, 2022", "## What the groups noted", "### 1 Kontakt",
                "# Stormöte, Wednesday, October 12, 2022", "## What the groups noted",
                "### 1 Kontakt", "### 2 Vem gör vad?", "## Proposals", "### 1 Kontakt",
                "### 2 Vem gör vad?", "# What happens now"});
    const Lines numbers = part_of(paper.blocks, "# The meetings in numbers");
    CHECK(numbers.front() ==
          "1 organisation (1 person) and 1 representative of the municipality took part.");
    CHECK_THAT(numbers[2],
               Contains("- Stormöte, Friday, April 15, 2022: 1 organisation (1 person)"));
    CHECK(part_of(paper.blocks, "# Stormöte, Friday, April 15, 2022").back() ==
          "- När? <Group 2 · Question>");
    CHECK(paper.title_page->lines.front() == "Stormöte, Friday, April 15, 2022");
}

TEST_CASE("parts are read by the names that the command spells, in the order given") {
    const auto parts = parse_compilation_parts("survey, notes");
    REQUIRE(parts);
    CHECK(*parts == std::vector{CompilationPart::survey, CompilationPart::notes});
    const char *known =
        "earlier, numbers, notes, proposals, commitments, questions, survey, participants";
    for (const char *text : {"", " ,", "bogus", "notes,Notes", "notes,notes"}) {
        CAPTURE(text);
        const auto refused = parse_compilation_parts(text);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == ErrorKind::usage);
    }
    CHECK_THAT(parse_compilation_parts("x").error().english(), Contains(known));
}

}  // namespace stormote
