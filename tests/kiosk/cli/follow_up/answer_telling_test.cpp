// follow-up --tell: answers by a real SMTP server on this machine.
#include <algorithm>

#include <catch2/catch.hpp>

#include "tests/support/machine/json.h"
#include "tests/support/machine/json_in_failures.h"
#include "tests/support/machine/organiser_program.h"
#include "tests/support/mail/smtp_server.h"
#include "tests/support/record/event_desk.h"
#include "tests/support/record/operation_maker.h"

namespace stormote {

using Catch::Contains;
using testing::EventDesk;
using testing::OrganiserProgram;
using testing::small_id;
using testing::SmtpServer;

namespace {

const std::string from = "Ekbackens kommun <kultur@ekbacken.example>";

// An event in which people have asked for something at the kiosk.
class Evening : public OrganiserProgram {
  public:
    Evening() {
        EventDesk event;
        const auto ask = [&event](std::uint8_t id, const AttendeeId& person, const char *text,
                                  const char *reach) {
            event.record(person, MessageLeft{small_id<MessageId>(id), MessageKind::contact, text,
                                             reach, "Kultur"});
        };
        const AttendeeId asa =
            event.add({"Åsa", "Öberg", "", AttendeeRole::civil, "asa@example.org"});
        ask(1, asa, "Får vi låna lokalen?", "");
        ask(2, asa, "När öppnar stugan?", "");
        ask(3, event.add({"Bo", "Ek"}), "Ring mig", "070-1");
        ask(4, event.add({"Siv", "Ås"}), "Skriv", "siv@example.org");
        ask(5, event.add({"Rut", "Ed", "", AttendeeRole::civil, "refuse@example.org"}), "Hej", "");
        static_cast<void>(event.take());
        std::filesystem::copy_file(event.file(), folder() / "mote");
    }
    void reply(std::uint8_t id, const std::string& text) const {
        static_cast<void>(answer(
            {"follow-up", "mote", "--set", to_string(small_id<MessageId>(id)), "--answer", text}));
    }
    [[nodiscard]] Finished tell(const SmtpServer& server) const {
        return run({"follow-up", "mote", "--tell", "--from", from, "--smtp", server.url()});
    }
    [[nodiscard]] nlohmann::json told(std::uint8_t id) const {
        for (const auto& item : json({"follow-up", "mote", "--json"})) {
            if (item["id"] == to_string(small_id<MessageId>(id))) return item["told"];
        }
        return {};
    }
};

}  // namespace

TEST_CASE("who asked is told once when there is an answer, at the address that they gave") {
    const Evening evening;
    const SmtpServer server;
    CHECK_THAT(evening.tell(server).output, Contains("Handed over: 0."));
    evening.reply(1, "Ja, på måndagar.");
    evening.reply(2, "I maj.");
    evening.reply(3, "Ja.");
    evening.reply(4, "Ja.");
    const Finished sent = evening.tell(server);
    CHECK(sent.status == 0);
    CHECK_THAT(sent.output, Contains("Handed over: 2. Refused: 0. Waiting: 0."));
    CHECK_THAT(sent.errors, Contains("Answers to people who cannot be reached by e-mail: 1."));
    auto recipients = server.recipients();
    std::sort(recipients.begin(), recipients.end());
    CHECK(recipients == std::vector<std::string>{"asa@example.org", "siv@example.org"});
    CHECK(evening.told(1).is_string());
    CHECK(evening.told(4).is_string());
    CHECK(evening.told(3).is_null());
    CHECK_THAT(evening.tell(server).output, Contains("Handed over: 0."));
    // An answer that has changed is told anew, alone.
    evening.reply(2, "I juni.");
    CHECK_THAT(evening.tell(server).output, Contains("Handed over: 1."));
}

TEST_CASE("a refused answer is said so, and who asked has not been told") {
    const Evening evening;
    const SmtpServer server;
    evening.reply(5, "Hej på dig.");
    CHECK_THAT(evening.tell(server).output, Contains("Handed over: 0. Refused: 1."));
    CHECK(evening.told(5).is_null());
    const Finished again = evening.tell(server);
    CHECK_THAT(again.output, Contains("Handed over: 0. Refused: 0."));
    CHECK_THAT(again.errors, Contains("cannot be reached by e-mail: 1."));
}

TEST_CASE("the mail has what was asked and the answer; a preview sends and records nothing") {
    const Evening evening;
    evening.reply(1, "Ja, <gärna>.");
    const std::string before = evening.record();
    CHECK(evening.run({"follow-up", "mote", "--tell", "--from", from, "--preview", "svar.html"})
              .status == 0);
    const std::string page = evening.read("svar.html");
    CHECK_THAT(page, Contains("”Får vi låna lokalen?”<br>") && Contains("Ja, &lt;gärna&gt;."));
    CHECK(evening.record() == before);
    CHECK(evening.run({"follow-up", "mote", "--tell"}).status == 2);
    CHECK(evening.run({"follow-up", "mote", "--tell", "--from", "kommunen", "--preview", "x.html"})
              .status == 2);
}

TEST_CASE("a preview shows a mail that waits for the next call") {
    const Evening evening;
    evening.reply(1, "Ja, på måndagar.");
    // Nobody listens there.
    CHECK(
        evening.run({"follow-up", "mote", "--tell", "--from", from, "--smtp", "smtp://127.0.0.1:1"})
            .status == 1);
    CHECK(evening.run({"follow-up", "mote", "--tell", "--from", from, "--preview", "svar.html"})
              .status == 0);
    CHECK_THAT(evening.read("svar.html"), Contains("Ja, på måndagar."));
}

}  // namespace stormote
