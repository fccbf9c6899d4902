#include "sync/report/follow_up.h"

#include <catch2/catch.hpp>

#include "kiosk/documents/spreadsheet/table_writers.h"
#include "tests/support/machine/json.h"
#include "tests/support/machine/json_in_failures.h"
#include "tests/support/record/event_desk.h"
#include "tests/support/record/operation_maker.h"

namespace stormote {

using testing::EventDesk;
using testing::small_id;

namespace {

const auto ring = small_id<MessageId>(1);

nlohmann::json rows_of(const Table& table) {
    return testing::parse_json(write_json(table));
}

class Evening : public EventDesk {
  public:
    NoteId note(NoteKind kind, const char *text) {
        clock.advance_ms(60'000);
        return (*this)->write_note({1, 2, kind, text}, staff);
    }
    void say(const NoteId& note, FollowUpField field, const std::string& text) {
        record(NoteDescribed{note, {{number(field), text}}});
    }
    void say(const AttendeeId& person, FollowUpField field, const std::string& text) {
        record(person, MessageDescribed{ring, {{number(field), text}}});
    }
    [[nodiscard]] std::vector<std::string> texts() const {
        std::vector<std::string> texts;
        for (const FollowUpItem& item : follow_up_items(state())) texts.push_back(item.text);
        return texts;
    }
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("the dates of a follow-up are dates in a spreadsheet, too") {
    for (const ReportColumn& column : follow_up_table(Evening().state()).columns) {
        const std::string_view key = column.key;
        const bool is_date = key == "due" || key == "answered" || key == "told";
        CHECK((column.texts == ColumnTexts::dates) == is_date);
    }
}

TEST_CASE("commitments, proposals and wishes to be contacted are followed up; a point is not") {
    Evening event;
    event.note(NoteKind::point, "Det är mörkt vid ån");
    event.note(NoteKind::commitment, "Vi öppnar stugan");
    event.note(NoteKind::proposal, "Bänkar");
    const NoteId question = event.note(NoteKind::question, "När kommer bänkarna?");
    const AttendeeId asa = event.add({"Åsa", "Öberg"});
    event.record(asa, MessageLeft{ring, MessageKind::contact, "Ring", "070", "Kultur"});
    event.record(asa, MessageLeft{small_id<MessageId>(2), MessageKind::comment, "Gott fika"});
    CHECK(event.texts() == Lines{"Vi öppnar stugan", "Bänkar", "Ring"});
    event.say(question, FollowUpField::department, "Park");
    CHECK(event.texts() == Lines{"Vi öppnar stugan", "Bänkar", "När kommer bänkarna?", "Ring"});
}

TEST_CASE("what is late is first, and what is settled last") {
    Evening event;
    event.note(NoteKind::proposal, "Utan dag");
    const NoteId done = event.note(NoteKind::proposal, "Klar");
    const NoteId later = event.note(NoteKind::proposal, "Senare");
    const NoteId late = event.note(NoteKind::commitment, "Sen");
    event.say(done, FollowUpField::due, "2022-01-01");
    event.say(done, FollowUpField::state, "done");
    event.say(later, FollowUpField::due, "2022-12-01");
    event.say(late, FollowUpField::due, "2022-11-01");
    CHECK(event.texts() == Lines{"Sen", "Senare", "Utan dag", "Klar"});
    const auto items = follow_up_items(event.state());
    CHECK(is_late(items[0].follow_up, "2022-11-02"));
    CHECK_FALSE(is_late(items[0].follow_up, "2022-11-01"));
    CHECK_FALSE(is_late(items[2].follow_up, "2022-11-02"));
    CHECK_FALSE(is_late(items[3].follow_up, "2022-11-02"));
}

TEST_CASE("what was carried over is first, whatever its date") {
    Evening event;
    const NoteId late = event.note(NoteKind::commitment, "Sen");
    event.say(late, FollowUpField::due, "2022-01-01");
    event.record(EarlierNoteTold{small_id<NoteId>(1), "Vårmötet", "", NoteKind::proposal, "Förr"});
    CHECK(event.texts() == Lines{"Förr", "Sen"});
}

TEST_CASE("an owner is a function, or somebody registered until they are erased") {
    Evening event;
    const AttendeeId asa = event.add({"Åsa", "Öberg", "Eken"});
    const NoteId id = event.note(NoteKind::commitment, "Vi öppnar stugan");
    event.say(id, FollowUpField::owner, "Fritidschefen");
    CHECK(follow_up_items(event.state())[0].follow_up.owner == "Fritidschefen");
    event.say(id, FollowUpField::owner, to_string(asa));
    CHECK(follow_up_items(event.state())[0].follow_up.owner == "Åsa Öberg");
    event.record(asa, AttendeeErased{"civil", Counted::yes});
    CHECK(follow_up_items(event.state())[0].follow_up.owner.empty());
}

TEST_CASE("the table has who asked and what became of it") {
    Evening event;
    const AttendeeId asa = event.add({"Åsa", "Öberg"});
    event.record(asa, MessageLeft{ring, MessageKind::contact, "Ring", "070", "Kultur"});
    event.say(asa, FollowUpField::state, "begun");
    event.say(asa, FollowUpField::due, "2022-11-01");
    const NoteId note = event.note(NoteKind::commitment, "Vi öppnar stugan");
    auto rows = rows_of(follow_up_table(event.state()));
    REQUIRE(rows.size() == 2);
    CHECK(rows[0]["kind"] == "contact");
    CHECK(rows[0]["asked_by"] == "Åsa Öberg");
    CHECK(rows[0]["reach"] == "070");
    CHECK(rows[0]["department"] == "Kultur");
    CHECK(rows[0]["state"] == "begun");
    CHECK(rows[0]["due"] == "2022-11-01");
    CHECK(rows[0]["question"].is_null());
    CHECK(rows[0]["id"] == to_string(ring));
    CHECK(rows[1]["kind"] == "commitment");
    CHECK(rows[1]["question"] == 2);
    CHECK(rows[1]["groups"] == "1");
    CHECK(rows[1]["state"] == "open");
    CHECK(rows[1]["asked_by"].is_null());
    CHECK(rows[1]["id"] == to_string(note));
    event.record(asa, AttendeeErased{"civil", Counted::yes});
    rows = rows_of(follow_up_table(event.state()));
    REQUIRE(rows.size() == 1);
    CHECK(rows[0]["kind"] == "commitment");
}

TEST_CASE("a state that a later version writes counts as open") {
    CHECK(parse_follow_up_state("paused") == FollowUpState::open);
    CHECK(parse_follow_up_state("declined") == FollowUpState::declined);
}

}  // namespace stormote
