// follow-up and the commands of how notes are published, by the real program.
#include <catch2/catch.hpp>

#include "tests/support/machine/json.h"
#include "tests/support/machine/json_in_failures.h"
#include "tests/support/machine/organiser_program.h"

namespace stormote {

using Catch::Contains;
using testing::OrganiserProgram;

namespace {

// An event with two notes, made with the commands.
class Evening : public OrganiserProgram {
  public:
    Evening() {
        make_event();
        static_cast<void>(answer({"groups", "mote", "--count", "3"}));
        stuga = note("1", "commitment", "Vi öppnar stugan");
        bank = note("2", "proposal", "Bänkar vid ån");
    }
    [[nodiscard]] std::string note(const std::string& group, const std::string& kind,
                                   const std::string& text) const {
        const std::string id =
            answer({"note", "mote", "--group", group, "--question", "1", "--kind", kind, text});
        return id.substr(0, id.find('\n'));
    }
    void set(const std::string& id, std::vector<std::string> words) const {
        words.insert(words.begin(), {"follow-up", "mote", "--set", id});
        static_cast<void>(answer(words));
    }
    [[nodiscard]] nlohmann::json listed() const { return json({"follow-up", "mote", "--json"}); }

    std::string stuga;
    std::string bank;
};

}  // namespace

TEST_CASE("the follow-up lists what was promised and proposed, what is late first") {
    const Evening evening;
    evening.set(evening.bank, {"--due", "2020-05-01", "--owner", "Parkchefen"});
    const auto listed = evening.listed();
    REQUIRE(listed.size() == 2);
    CHECK(listed[0]["id"] == evening.bank);
    CHECK(listed[0]["late"] == true);
    CHECK(listed[0]["owner"] == "Parkchefen");
    CHECK(listed[0]["state"] == "open");
    CHECK(listed[1]["kind"] == "commitment");
    CHECK(listed[1]["late"] == false);
    CHECK(listed[1]["due"].is_null());
    const auto late = evening.run({"follow-up", "mote", "--late"});
    CHECK(late.output ==
          evening.bank + "\tProposal\tLate\t2020-05-01\tParkchefen\t\t\tBänkar vid ån\t\t\n");
    CHECK_THAT(late.errors, Contains("Open: 2, late: 1, settled: 0."));
}

TEST_CASE("what becomes of something is said field by field, and taken back by an empty text") {
    const Evening evening;
    evening.set(evening.stuga, {"--state", "klart", "--answer", "Den är öppen."});
    auto listed = evening.listed();
    CHECK(listed[1]["state"] == "done");
    CHECK(listed[1]["answer"] == "Den är öppen.");
    CHECK(listed[1]["answered"].get<std::string>().size() == 10);
    evening.set(evening.stuga, {"--answer", ""});
    listed = evening.listed();
    CHECK(listed[1]["answer"].is_null());
    CHECK(listed[1]["answered"].is_null());
    CHECK(listed[1]["state"] == "done");
    const auto again = evening.run({"follow-up", "mote", "--set", evening.stuga, "--answer", ""});
    CHECK(again.status == 0);
    CHECK_THAT(again.errors, Contains("It stands so already"));
}

TEST_CASE("what cannot be said is refused, and nothing is recorded") {
    const Evening evening;
    const std::string before = evening.record();
    const auto refused = [&evening](const std::vector<std::string>& words) {
        std::vector<std::string> call{"follow-up", "mote"};
        call.insert(call.end(), words.begin(), words.end());
        return evening.run(call).status;
    };
    CHECK(refused({"--set", evening.bank, "--due", "snart"}) == 1);
    CHECK(refused({"--set", evening.bank, "--state", "kanske", "--owner", "X"}) == 1);
    CHECK(refused({"--set", "kalendern", "--owner", "X"}) == 1);
    CHECK(refused({"--set", evening.bank}) == 2);
    CHECK(refused({"--owner", "X"}) == 2);
    CHECK(refused({"--set", evening.bank, "--import", "lista.csv"}) == 2);
    CHECK(refused({"--set", evening.bank, "--owner", "X", "--late"}) == 2);
    CHECK(refused({"--set", evening.bank, "--owner", "X", "--dry-run"}) == 2);
    CHECK(refused({"--tell", "--from", "a@ekbacken.example", "--smtp", "smtp://127.0.0.1:1",
                   "--dry-run"}) == 2);
    for (const char *option :
         {"--from", "--preview", "--smtp", "--smtp-password-file", "--sheet"}) {
        CHECK(refused({option, "x"}) == 2);
    }
    CHECK(refused({"--per-minute", "3"}) == 2);
    CHECK(refused({"--dry-run"}) == 2);
    CHECK(refused({"--ics", "-", "--json"}) == 2);
    CHECK(evening.record() == before);
}

TEST_CASE("the exported list comes back as it is, and with what was filled in") {
    const Evening evening;
    static_cast<void>(
        evening.answer({"export", "mote", "follow-up", "--format", "csv", "-o", "lista.csv"}));
    CHECK(evening.answer({"follow-up", "mote", "--import", "lista.csv"}) ==
          "Updated: 0, unchanged: 2.\n");
    evening.write("ifylld.csv",
                  "Id;Ansvarig;Klart senast\n" + evening.bank + ";Parkchefen;1/12/2022\n");
    CHECK(evening.answer({"follow-up", "mote", "--import", "ifylld.csv", "--dry-run"}) ==
          "Would be updated: 1, unchanged: 0.\n");
    CHECK(evening.listed()[0]["owner"].is_null());
    CHECK(evening.answer({"follow-up", "mote", "--import", "ifylld.csv"}) ==
          "Updated: 1, unchanged: 0.\n");
    CHECK(evening.listed()[0]["due"] == "2022-12-01");
    evening.write("fel.csv", "Id;Ansvarig;Läge\n" + evening.bank + ";Någon annan;kanske\n");
    const auto wrong = evening.run({"follow-up", "mote", "--import", "fel.csv"});
    CHECK(wrong.status == 1);
    CHECK_THAT(wrong.errors, Contains("fel.csv, line 2, column Läge: "));
    CHECK(evening.listed()[0]["owner"] == "Parkchefen");
}

TEST_CASE("reminders are of what is open and has a date, the same each time") {
    const Evening evening;
    evening.set(evening.bank, {"--due", "2022-12-01"});
    const auto calendar = [&evening] {
        return evening.answer({"follow-up", "mote", "--ics", "-"});
    };
    const std::string first = calendar();
    CHECK_THAT(first, Contains("DTSTART;VALUE=DATE:20221201\r\n"));
    CHECK_THAT(first, Contains("SUMMARY:Proposal: Bänkar vid ån\r\n"));
    CHECK_THAT(first, Contains("BEGIN:VALARM\r\n"));
    CHECK(first.find("stugan") == std::string::npos);
    CHECK(calendar() == first);
}

TEST_CASE(
    "a calendar that takes reminders in anew loses what is settled, also at the next meeting") {
    const Evening evening;
    evening.set(evening.bank, {"--due", "2022-12-01"});
    const std::string uid = "UID:" + evening.bank + "@stormote\r\n";
    const std::string open = evening.answer({"follow-up", "mote", "--ics", "-"});
    CHECK_THAT(open, Contains(uid) && !Contains("STATUS:"));
    evening.set(evening.bank, {"--state", "done"});
    const std::string settled = evening.answer({"follow-up", "mote", "--ics", "-"});
    CHECK_THAT(settled, Contains(uid) && Contains("STATUS:CANCELLED\r\n") && !Contains("VALARM"));
    REQUIRE(evening
                .run({"carry-over", "mote", "-o", "nasta", "--starts", "2030-02-12T17:30",
                      "--no-passphrase"})
                .status == 0);
    const std::string next = evening.answer({"follow-up", "nasta", "--ics", "-"});
    CHECK_THAT(next, Contains(uid));
    const auto sequence = [](const std::string& calendar) {
        return std::stoll(calendar.substr(calendar.find("SEQUENCE:") + 9));
    };
    CHECK(sequence(open) < sequence(settled));
    CHECK(sequence(settled) < sequence(next));
}

TEST_CASE("reminders of what is late alone are written where that is asked for") {
    const Evening evening;
    evening.set(evening.bank, {"--due", "2020-05-01"});
    evening.set(evening.stuga, {"--due", "2999-05-01"});
    const std::string late = evening.answer({"follow-up", "mote", "--late", "--ics", "-"});
    CHECK_THAT(late, Contains("20200501") && !Contains("29990501"));
}

TEST_CASE("notes are worded, withheld, merged and parted by their ids") {
    const Evening evening;
    static_cast<void>(
        evening.answer({"note-wording", "mote", "--note", evening.bank, "Fler bänkar."}));
    CHECK(evening.listed()[1]["text"] == "Fler bänkar.");
    static_cast<void>(evening.answer({"note-wording", "mote", "--note", evening.bank, ""}));
    CHECK(evening.listed()[1]["text"] == "Bänkar vid ån");
    static_cast<void>(evening.answer({"merge-notes", "mote", evening.bank, evening.stuga}));
    REQUIRE(evening.listed().size() == 1);
    CHECK(evening.listed()[0]["groups"] == nlohmann::json{1, 2});
    CHECK_THAT(evening.run({"merge-notes", "mote", evening.bank, evening.stuga}).errors,
               Contains("are one already"));
    static_cast<void>(evening.answer({"part-notes", "mote", evening.stuga, evening.bank}));
    CHECK(evening.listed().size() == 2);
    CHECK(evening.run({"withhold", "mote", "--note", "kalendern"}).status == 1);
    CHECK(evening.run({"withhold", "mote", "--note", evening.bank}).errors.empty());
    CHECK_THAT(evening.run({"withhold", "mote", "--note", evening.bank}).errors,
               Contains("It stands so already"));
    CHECK(evening.run({"publish", "mote", "--note", evening.bank}).errors.empty());
}

TEST_CASE("the next meeting's follow-up begins with what was carried over") {
    const Evening evening;
    evening.set(evening.bank, {"--department", "Park"});
    const auto carried = evening.run(
        {"carry-over", "mote", "-o", "nasta", "--starts", "2030-02-12T17:30", "--no-passphrase"});
    REQUIRE(carried.status == 0);
    CHECK_THAT(carried.errors, Contains("whose follow-up goes on: 2."));
    const auto listed = evening.json({"follow-up", "nasta", "--json"});
    REQUIRE(listed.size() == 2);
    for (const auto& item : listed) CHECK(item["earlier_date"].is_string());
    CHECK(evening.run({"follow-up", "nasta", "--set", evening.bank, "--state", "done"}).status ==
          0);
    CHECK(evening.json({"follow-up", "nasta", "--json"})[1]["state"] == "done");
}

TEST_CASE("of a note that is published with another, its wording is said of that one") {
    const Evening evening;
    static_cast<void>(evening.answer({"merge-notes", "mote", evening.bank, evening.stuga}));
    const std::string before = evening.record();
    for (const auto& words : {std::vector<std::string>{"withhold", "mote", "--note", evening.bank},
                              {"note-wording", "mote", "--note", evening.bank, "Fler bänkar"}}) {
        const auto refused = evening.run(words);
        CHECK(refused.status == 1);
        CHECK_THAT(refused.errors, Contains("as one with " + evening.stuga));
    }
    CHECK(evening.record() == before);
}

TEST_CASE("who makes the next meeting hears which notes take somebody's name along") {
    const Evening evening;
    const std::string person = evening.tickets()[0][1];
    const std::string named = evening.note("1", "commitment", person + " ringer");
    const auto carried = evening.run(
        {"carry-over", "mote", "-o", "nasta", "--starts", "2030-02-12T17:30", "--no-passphrase"});
    REQUIRE(carried.status == 0);
    CHECK_THAT(carried.errors,
               Contains("Notes that go along and name somebody who is registered: 1.") &&
                   Contains("  " + named + "  " + person + " ringer"));
    // What has come to the next meeting can be worded there, too.
    CHECK(evening.run({"note-wording", "nasta", "--note", named, "Någon ringer"}).status == 0);
    const auto listed = evening.json({"follow-up", "nasta", "--json"});
    CHECK(std::any_of(listed.begin(), listed.end(),
                      [](const auto& item) { return item["text"] == "Någon ringer"; }));
}

}  // namespace stormote
