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

TEST_CASE("the pages' address is a server's alone, and renewing codes says what is to be printed") {
    const OrganiserProgram program;
    program.make_empty_event("mote");
    const auto address = [&program] {
        return program.json({"settings", "mote", "--json"})["pages-address"].get<std::string>();
    };
    static_cast<void>(
        program.answer({"settings", "mote", "--pages-address", "https://mote.ekbacken.se/"}));
    CHECK(address() == "https://mote.ekbacken.se");
    for (const char *wrong : {"mote.ekbacken.se", "https://", "https://a.se/t", "ftp://a.se",
                              "https://a.se?x", "https://<b>"}) {
        CHECK(program.run({"settings", "mote", "--pages-address", wrong}).status != 0);
    }
    CHECK(address() == "https://mote.ekbacken.se");
    static_cast<void>(
        program.answer({"settings", "mote", "--pages-address", "http://192.168.0.2:8080"}));
    CHECK(address() == "http://192.168.0.2:8080");
    const std::string before = program.record();
    const auto renewed = program.run({"settings", "mote", "--renew-table-codes"});
    CHECK(renewed.status == 0);
    CHECK_THAT(renewed.errors, Contains("stormote export mote signs"));
    CHECK(program.record() != before);
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

TEST_CASE("what attendees read is said in further languages, by option and on the page") {
    const OrganiserProgram program;
    describe(program);
    static_cast<void>(program.answer({"settings", "mote", "--translation", "name.en=Open meeting",
                                      "--translation", "programme.en=17:30 Coffee; 18:30 Welcome",
                                      "--translation", "departments.fi=Koulu; Kulttuuri"}));
    auto settings = program.json({"settings", "mote", "--json"});
    CHECK(settings["name.en"] == "Open meeting");
    CHECK(settings["programme.en"] == "17:30 Coffee\n18:30 Welcome");
    CHECK(settings["departments.fi"] == "Koulu\nKulttuuri");
    CHECK_FALSE(settings.contains("name.fi"));
    CHECK_THAT(program.answer({"settings", "mote"}),
               Contains("Name: Stormöte\nName (en): Open meeting\n") &&
                   Contains("Programme (en):\n    17:30 Coffee\n    18:30 Welcome\n"));
    const std::string record = program.record();
    program.write("sida.txt", program.answer({"settings", "mote", "--language", "sv"}));
    static_cast<void>(program.answer({"settings", "mote", "--template", "sida.txt"}));
    CHECK(program.record() == record);
    // Of another name there is no translation; said together, both count.
    static_cast<void>(program.answer({"settings", "mote", "--name", "Vårmöte"}));
    CHECK_FALSE(program.json({"settings", "mote", "--json"}).contains("name.en"));
    static_cast<void>(program.answer(
        {"settings", "mote", "--name", "Stormöte", "--translation", "name.en=Open meeting"}));
    CHECK(program.json({"settings", "mote", "--json"})["name.en"] == "Open meeting");
    static_cast<void>(program.answer({"settings", "mote", "--translation", "name.en="}));
    CHECK_FALSE(program.json({"settings", "mote", "--json"}).contains("name.en"));
}

TEST_CASE("a translation of a setting that makes no sense is refused, with what to do") {
    const OrganiserProgram program;
    describe(program);
    const std::string record = program.record();
    const auto refuses = [&](const std::string& said, const std::string& words) {
        const Finished finished = program.run({"settings", "mote", "--translation", said});
        INFO(finished.errors);
        CHECK(finished.status != 0);
        CHECK_THAT(finished.errors, Contains(words));
        CHECK(program.record() == record);
    };
    refuses("name.xx=Y",
            "--translation name.xx: \"xx\" is no further language here. Write one of "
            "en, fi, uk, ar");
    refuses("series.en=Y",
            "--translation series.en is nothing that can be said in further "
            "languages. These can: name, place, programme");
    refuses("name=Y", "is nothing that can be said in further languages");
    refuses("name.en", "does not say what. Write it as name.en=\"Open meeting\"");
    refuses("agreement.en=Y",
            "--translation agreement.en translates nothing: --agreement is not "
            "said.");
    refuses("name.en=" + std::string(201, 'x'), "--translation name.en is longer than 200");
    refuses("departments.fi=Koulu",
            "--translation departments.fi has 1 names, and --departments "
            "has 2.");
    refuses("programme.en=17:30 Coffee; 18:35 Welcome",
            "--translation programme.en has other times than --programme.");
    program.write("mall.txt", "Namn: Möte\nSlutar: 21:00\nPlats (xx): Hall\n");
    const Finished page = program.run(init_from("mall.txt", "2031-10-14T18:30"));
    CHECK(page.status == 1);
    CHECK_THAT(page.errors,
               Contains("mall.txt:3: Plats (xx): \"xx\" is no further language here."));
    program.write("mall.txt", "Namn: Möte\nSlutar: 21:00\nPlats (en): Hall\n");
    CHECK_THAT(program.run(init_from("mall.txt", "2031-10-14T18:30")).errors,
               Contains("mall.txt:3: Plats (en) translates nothing"));
}

}  // namespace stormote
