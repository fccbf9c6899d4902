#include "sync/report/untold_answers.h"

#include <catch2/catch.hpp>

#include "tests/support/record/event_desk.h"
#include "tests/support/record/operation_maker.h"

namespace stormote {

using testing::EventDesk;
using testing::small_id;

namespace {

class Evening : public EventDesk {
  public:
    Evening() {
        asa = add({"Åsa", "Öberg", "", AttendeeRole::civil, "asa@example.org"});
        bo = add({"Bo", "Ek", "", AttendeeRole::civil, "bo@example.org"});
    }
    void ask(std::uint8_t id, const AttendeeId& person, const char *reach = "") {
        record(person,
               MessageLeft{small_id<MessageId>(id), MessageKind::contact, "Fråga", reach, ""});
    }
    void say(std::uint8_t id, const AttendeeId& person, FollowUpField field, const char *text) {
        record(person, MessageDescribed{small_id<MessageId>(id), {{number(field), text}}});
    }
    void queue(std::uint8_t id, const AttendeeId& person, MailStep step, const char *address) {
        record(person, MailNoted{small_id<MailId>(id), MailPurpose::answer, step, address, ""});
    }
    // "address answers" of each who is to be told.
    [[nodiscard]] std::vector<std::string> to_tell() const {
        std::vector<std::string> lines;
        for (const AnswerRecipient& found : not_told(state())) {
            std::string line = found.recipient.email;
            for (const UntoldAnswer& answer : found.answers) line += " " + answer.answer;
            lines.push_back(line);
        }
        return lines;
    }
    AttendeeId asa;
    AttendeeId bo;
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("answers are told where they were asked for: by mail, not to a telephone") {
    Evening event;
    event.ask(2, event.asa);
    event.ask(1, event.asa);
    event.ask(3, event.bo, "070-1");
    event.ask(4, event.bo, "Bo.Ek@jobbet.example");
    for (const auto& [id, person] :
         {std::pair{1, event.asa}, {2, event.asa}, {3, event.bo}, {4, event.bo}}) {
        const std::string text = std::to_string(id);
        event.say(static_cast<std::uint8_t>(id), person, FollowUpField::answer, text.c_str());
    }
    CHECK(event.to_tell() == Lines{"Bo.Ek@jobbet.example 4", "asa@example.org 2 1"});
    CHECK(count_untold_to_call(event.state()) == 1);
}

TEST_CASE("nobody is told without an answer, or of one that they have been told") {
    Evening event;
    event.ask(1, event.asa);
    CHECK(event.to_tell().empty());
    event.say(1, event.asa, FollowUpField::answer, "Ja");
    event.say(1, event.asa, FollowUpField::told, "2022-11-01");
    CHECK(event.to_tell().empty());
    event.record(MessageLeft{small_id<MessageId>(9), MessageKind::comment, "Bra"});
    event.record(
        MessageDescribed{small_id<MessageId>(9), {{number(FollowUpField::answer), "Tack"}}});
    CHECK(event.to_tell().empty());
}

TEST_CASE("a mail that waits, or was refused at the address, is not put out again") {
    Evening event;
    event.ask(1, event.asa);
    event.say(1, event.asa, FollowUpField::answer, "Ja");
    event.queue(1, event.asa, MailStep::queued, "asa@example.org");
    CHECK(event.to_tell().empty());
    const auto waiting = answers_of(event.state(), {small_id<MailId>(1), event.asa});
    REQUIRE(waiting);
    CHECK(waiting->answers.front().answer == "Ja");
    event.queue(1, event.asa, MailStep::refused, "ASA@example.org");
    CHECK(event.to_tell().empty());
    event.record(event.asa, AttendeeDescribed{{{5, "asa@ny.example"}}});
    CHECK(event.to_tell() == Lines{"asa@ny.example Ja"});
    CHECK_FALSE(answers_of(event.state(), {small_id<MailId>(1), event.asa}));
}

TEST_CASE("who was erased is told nothing") {
    Evening event;
    event.ask(1, event.asa);
    event.say(1, event.asa, FollowUpField::answer, "Ja");
    event.record(event.asa, AttendeeErased{"civil", Counted::yes});
    CHECK(event.to_tell().empty());
    CHECK(count_untold_to_call(event.state()) == 0);
}

TEST_CASE("who gave what is no address, or whose address was refused, is called") {
    Evening event;
    event.ask(1, event.asa, "@anna_k");
    event.say(1, event.asa, FollowUpField::answer, "Ja");
    event.ask(2, event.bo);
    event.say(2, event.bo, FollowUpField::answer, "Nej");
    CHECK(event.to_tell() == Lines{"bo@example.org Nej"});
    CHECK(count_untold_to_call(event.state()) == 1);
    event.queue(1, event.bo, MailStep::queued, "bo@example.org");
    CHECK(count_untold_to_call(event.state()) == 1);
    event.queue(1, event.bo, MailStep::refused, "bo@example.org");
    CHECK(count_untold_to_call(event.state()) == 2);
}

TEST_CASE("an answer that came after who asked was told of another is told") {
    Evening event;
    event.ask(1, event.asa);
    event.say(1, event.asa, FollowUpField::told, "2022-11-01");
    event.say(1, event.asa, FollowUpField::answer, "Ja");
    CHECK(event.to_tell() == Lines{"asa@example.org Ja"});
}

}  // namespace stormote
