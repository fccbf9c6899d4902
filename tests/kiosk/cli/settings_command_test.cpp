// Settings as a page of text, and as a template for the next event.
#include <catch2/catch.hpp>

#include "tests/support/machine/json.h"
#include "tests/support/machine/organiser_program.h"

namespace stormote {

using Catch::Contains;
using namespace testing;

namespace {

std::vector<std::string> init_from(const std::string& page, const std::string& starts) {
    return {"init", "nasta", "--template", page, "--starts", starts, "--no-passphrase"};
}

void describe(const OrganiserProgram& program) {
    static_cast<void>(program.answer({"init",
                                      "mote",
                                      "--name",
                                      "Stormöte",
                                      "--starts",
                                      "2030-03-28T18:00",
                                      "--ends",
                                      "21:00",
                                      "--doors",
                                      "17:30",
                                      "--deadline",
                                      "14 days before",
                                      "--place",
                                      "Matsalen",
                                      "--series",
                                      "Stormöten",
                                      "--programme",
                                      "17:30 Mingelfika; 18:30 Inledning: läget",
                                      "--departments",
                                      "Skola; Kultur",
                                      "--keep",
                                      "needs 30; Förslag: 400 dagar",
                                      "--legal-basis",
                                      "samtycke",
                                      "--keep-decision",
                                      "DHP 2030 § 4",
                                      "--no-passphrase"}));
}

}  // namespace

TEST_CASE("the page of settings is read in again and changes nothing") {
    const OrganiserProgram program;
    describe(program);
    const std::string record = program.record();
    for (const char *language : {"sv", "en"}) {
        program.write("sida.txt", program.answer({"settings", "mote", "--language", language}));
        static_cast<void>(program.answer({"settings", "mote", "--template", "sida.txt"}));
        CHECK(program.record() == record);
    }
}

TEST_CASE("an event is made from the template of another one, at its own date") {
    const OrganiserProgram program;
    describe(program);
    CHECK(program.answer({"settings", "mote", "--save-template", "mall.txt"}).empty());
    const std::string page = program.read("mall.txt");
    CHECK_THAT(page, Contains("Ends: 21:00\nDoors open: 17:30\n"));
    CHECK_THAT(page, Contains("Register by: 14 days before\n"));
    CHECK_THAT(page, !Contains("2030-03"));
    static_cast<void>(program.answer(init_from("mall.txt", "2031-10-14T18:30")));
    auto before = program.json({"settings", "mote", "--json"});
    auto after = program.json({"settings", "nasta", "--json"});
    CHECK(after["starts"] == "2031-10-14T18:30");
    CHECK(after["ends"] == "2031-10-14T21:00");
    CHECK(after["doors"] == "2031-10-14T17:30");
    CHECK(after["deadline"] == "2031-09-30");
    for (const char *time : {"starts", "ends", "doors", "deadline"}) {
        before.erase(time);
        after.erase(time);
    }
    CHECK(before == after);
    CHECK(after["programme"] == "17:30 Mingelfika\n18:30 Inledning: läget");
    CHECK_THAT(after["keep"].get<std::string>(), Contains("needs 30\n"));
    CHECK_THAT(after["keep"].get<std::string>(), Contains("proposals 400\n"));
    CHECK_THAT(after["keep"].get<std::string>(), Contains("statistics keep\n"));
}

TEST_CASE("an event that is moved to another day takes doors and end with it") {
    const OrganiserProgram program;
    describe(program);
    static_cast<void>(program.answer({"settings", "mote", "--starts", "2030-04-02T18:30"}));
    auto settings = program.json({"settings", "mote", "--json"});
    CHECK(settings["ends"] == "2030-04-02T21:00");
    CHECK(settings["doors"] == "2030-04-02T17:30");
    static_cast<void>(program.answer({"settings", "mote", "--starts", "19:00"}));
    settings = program.json({"settings", "mote", "--json"});
    CHECK(settings["starts"] == "2030-04-02T19:00");
    CHECK(settings["ends"] == "2030-04-02T21:00");
}

TEST_CASE("no text of a setting passes for another setting on the page") {
    const OrganiserProgram program;
    describe(program);
    static_cast<void>(program.answer({"settings", "mote", "--agreement-text",
                                      "Vi lyssnar.\n\nStarts: 2031-01-01 10:00", "--departments",
                                      "#Unga; Skola"}));
    const std::string record = program.record();
    program.write("sida.txt", program.answer({"settings", "mote"}));
    static_cast<void>(program.answer({"settings", "mote", "--template", "sida.txt"}));
    CHECK(program.record() == record);
    const auto settings = program.json({"settings", "mote", "--json"});
    CHECK(settings["starts"] == "2030-03-28T18:00");
    CHECK(settings["agreement-text"] == "Vi lyssnar. Starts: 2031-01-01 10:00");
    CHECK(settings["departments"] == "#Unga\nSkola");
}

TEST_CASE("what is kept is said with or without a colon") {
    const OrganiserProgram program;
    program.make_empty_event("mote");
    static_cast<void>(program.answer(
        {"settings", "mote", "--keep", "needs 30 days; signed comments 5; Statistik: 9 dagar"}));
    const auto keep = program.json({"settings", "mote", "--json"})["keep"].get<std::string>();
    CHECK_THAT(keep, Contains("needs 30\n"));
    CHECK_THAT(keep, Contains("signed comments 5\n"));
    CHECK_THAT(keep, Contains("statistics 9\n"));
    CHECK_THAT(keep, Contains("proposals keep\n"));
}

TEST_CASE("what is said on the command line comes before the template") {
    const OrganiserProgram program;
    program.write("mall.txt", "Namn: Stormöte\nSlutar: 21:00\nPlats: Matsalen\n");
    auto call = init_from("mall.txt", "2031-10-14T18:30");
    call.insert(call.end(), {"--place", "Aulan"});
    static_cast<void>(program.answer(call));
    CHECK(program.json({"settings", "nasta", "--json"})["place"] == "Aulan");
}

TEST_CASE("a page of Windows is read, whatever its line ends and letters") {
    const OrganiserProgram program;
    program.write("mall.txt",
                  "Namn: Storm\xF6te\r\n\r\n# Ett ord\r\nSlutar: 21.00\r\n"
                  "Program:\r\n\t17.30 Fika\r\n\t18.30 Start\r\n");
    static_cast<void>(program.answer(init_from("mall.txt", "2031-10-14T18:30")));
    const auto settings = program.json({"settings", "nasta", "--json"});
    CHECK(settings["name"] == "Stormöte");
    CHECK(settings["programme"] == "17:30 Fika\n18:30 Start");
}

TEST_CASE("a page that makes no sense is refused with its line, and nothing is made") {
    const OrganiserProgram program;
    const auto refuses = [&](const std::string& page, const std::string& words) {
        program.write("mall.txt", page);
        const Finished finished = program.run(init_from("mall.txt", "2031-10-14T18:30"));
        INFO(finished.errors);
        CHECK(finished.status == 1);
        CHECK_THAT(finished.errors, Contains(words));
        CHECK_FALSE(program.exists("nasta"));
    };
    refuses("Namn: Möte\nSlut: 21:00\n", "mall.txt:2: \"Slut\" is not a setting.");
    refuses("Namn: Möte\nSlutar: snart\n", "mall.txt:2: Slutar snart is not a date and time.");
    refuses("Namn: Möte\nSlutar: 21:00\nName: Mötet\n", "mall.txt:3: \"Name\" is said on line 1");
    refuses("  17:30 Fika\n", "mall.txt:1: \"17:30 Fika\" belongs to no setting.");
    refuses("Namn: Möte\nSlutar: 21:00\nRättslig grund: lust\n",
            "mall.txt:3: Rättslig grund lust is not a legal basis.");
    refuses("Namn: Möte\nSlutar: 21:00\nBevaras och gallras:\n    Bilder: 3 dagar\n",
            "mall.txt:3: Bevaras och gallras Bilder: 3 dagar does not say what is kept.");
    refuses("Namn: Möte\nSlutar: 21:00\nBevaras och gallras:\n    Förslag: snart\n",
            "Förslag: snart does not say how long.");
    refuses("Namn: Möte\nSlutar: 21:00\nDörrarna öppnas: 2031-10-13 17:30\n",
            "is long before the event's start");
    refuses("", "cannot be read as a page of settings");
    refuses(std::string("Namn: M\0te\n", 11), "cannot be read as a page of settings");
    program.write("mall.txt", "Slutar: 21:00\n");
    const Finished nameless = program.run(init_from("mall.txt", "2031-10-14T18:30"));
    CHECK(nameless.status == 2);
    CHECK_THAT(nameless.errors, Contains("Missing: --name"));
    CHECK(program.run(init_from("saknas.txt", "2031-10-14T18:30")).status == 1);
}

TEST_CASE("people are told what the settings say, and no day without a decision") {
    const OrganiserProgram program;
    program.make_empty_event("mote");
    const std::string proposed = program.answer({"settings", "mote", "--information"});
    CHECK_THAT(proposed, Contains("Kommunen beslutar hur länge uppgifterna sparas."));
    CHECK_THAT(proposed, !Contains("gallras"));
    CHECK_THAT(proposed, Contains("inte om ditt samtycke"));
    static_cast<void>(program.answer(
        {"settings", "mote", "--keep-decision", "DHP 2030 § 4", "--keep", "registrations 30"}));
    const std::string decided = program.answer({"settings", "mote", "--information"});
    CHECK_THAT(decided, Contains("ska gallras efter"));
    CHECK_THAT(decided, Contains("(DHP 2030 § 4)"));
    static_cast<void>(program.answer({"settings", "mote", "--keep", "registrations keep"}));
    CHECK_THAT(program.answer({"settings", "mote", "--information"}),
               Contains("Uppgifterna bevaras i kommunens arkiv (DHP 2030 § 4)."));
    static_cast<void>(program.answer({"settings", "mote", "--legal-basis", "consent"}));
    CHECK_THAT(program.answer({"settings", "mote", "--information"}),
               Contains("så vi frågar först"));
    // Other words, another version.
    const auto versions = [](const std::string& page) { return page.substr(0, page.find('\n')); };
    CHECK(versions(proposed) != versions(decided));
    CHECK(versions(decided).starts_with("# sv-"));
}

}  // namespace stormote
