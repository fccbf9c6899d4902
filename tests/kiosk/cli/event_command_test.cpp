// init, demo, verify, and what every command does with files, passphrases and wrong calls.
#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "kiosk/desk/desk.h"
#include "tests/support/machine/json.h"
#include "tests/support/machine/json_in_failures.h"
#include "tests/support/machine/organiser_program.h"
#include "tests/support/record/start_crypto.h"

namespace stormote {

using Catch::Contains;
using testing::OrganiserProgram;

namespace {

const std::vector<std::string> init_words = {"init",     "mote",
                                             "--name",   "Stormöte",
                                             "--starts", "2022-10-12T18:00",
                                             "--ends",   "2022-10-12T21:00"};

std::vector<std::string> init_with(const std::vector<std::string>& more) {
    std::vector<std::string> words = init_words;
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

const std::vector<std::string> commands = {
    "init",   "settings",  "demo",          "verify",        "tickets",    "check-in",
    "undo",   "check-out", "import",        "export",        "statistics", "search",
    "groups", "note",      "import-tables", "import-survey", "release",    "import-agenda",
    "cancel", "restore",   "revoke-ticket", "reissue",       "close",      "import-answers"};

// The example event is today's, which may be over by now.
void make_coming_demo(const OrganiserProgram& program) {
    static_cast<void>(program.answer({"demo", "demo", "--people", "12", "--no-passphrase"}));
    static_cast<void>(program.answer({"settings", "demo", "--doors", "2099-10-12T17:30", "--starts",
                                      "2099-10-12T18:00", "--ends", "2099-10-12T21:00"}));
}

}  // namespace

TEST_CASE("a call that is wrong ends with 2, says what is wrong and where help is") {
    const OrganiserProgram program;
    CHECK(program.run({}).status == 2);
    CHECK(program.run({"nonsense"}).status == 2);
    CHECK(program.run({"init"}).status == 2);
    CHECK(program.run({"verify"}).status == 2);
    CHECK(program.run({"verify", "mote", "--nonsense"}).status == 2);
    const Finished missing = program.run({"init", "mote", "--name", "x"});
    CHECK(missing.status == 2);
    CHECK(missing.output.empty());
    CHECK(missing.errors == "stormote: Missing: --starts\nMore with: stormote init --help\n");
    const Finished unknown = program.run({"groups", "mote", "--count", "2", "--colour", "3"});
    CHECK(unknown.status == 2);
    CHECK(unknown.errors.find("Unknown option or argument: --colour 3") != std::string::npos);
}

TEST_CASE("every command has help with an example, in both languages") {
    const OrganiserProgram english;
    const OrganiserProgram swedish("sv");
    CHECK(english.answer({"--help"}).find("Example:") != std::string::npos);
    for (const std::string& command : commands) {
        INFO(command);
        const std::string help = english.answer({command, "--help"});
        CHECK(help.find("Example:\n  stormote ") != std::string::npos);
        const std::string hjalp = swedish.answer({command, "--help"});
        CHECK(hjalp.find("Exempel:\n  stormote ") != std::string::npos);
        CHECK(hjalp.find("ötesfil") != std::string::npos);
        CHECK(hjalp.find("Options") == std::string::npos);
    }
    CHECK(swedish.answer({"verify", "--help", "--language", "en"}).find("Usage") !=
          std::string::npos);
}

TEST_CASE("an event is made once, and a second time refused without harm") {
    const OrganiserProgram program;
    const Finished made = program.run(init_with({"--no-passphrase", "--pin", "2580"}));
    CHECK(made.status == 0);
    CHECK(made.errors.find("Made mote. The staff's PIN at the kiosk is 2580.\n") == 0);
    CHECK(made.errors.find("stormote recovery-sheet mote --pdf FILE\n") != std::string::npos);
    const std::string record = program.record();
    CHECK(program.run(init_with({"--no-passphrase"})).status == 1);
    CHECK(program.record() == record);
}

TEST_CASE("settings are changed one by one, and shown") {
    const OrganiserProgram program;
    program.write("eken.svg",
                  "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 300 100'>"
                  "<rect width='300' height='100' fill='#0b4f5c'/></svg>");
    static_cast<void>(program.answer(init_with({"--no-passphrase", "--municipality", "Ekbacken"})));
    const std::string before = program.answer({"settings", "mote"});
    CHECK(before.find("Name: Stormöte\n") != std::string::npos);
    CHECK(before.find("Invites: Ekbacken\n") != std::string::npos);
    CHECK(before.find("# There is no logo") != std::string::npos);
    const std::string after = program.answer(
        {"settings", "mote", "--colour", "#6B1030", "--logo", "eken.svg", "--municipality", ""});
    CHECK(after.find("Name: Stormöte\n") != std::string::npos);
    CHECK(after.find("Invites:\n") != std::string::npos);
    CHECK(after.find("Colour: #6B1030\n") != std::string::npos);
    CHECK(after.find("# There is a logo") != std::string::npos);
    CHECK(program.answer({"settings", "mote"}) == after);
    const std::string record = program.record();
    CHECK(program.answer({"settings", "mote", "--colour", "#6B1030"}) == after);
    CHECK(program.record() == record);
    CHECK(program.answer({"settings", "mote", "--logo", ""}).find("# There is no logo") !=
          std::string::npos);
}

TEST_CASE("a setting that makes no sense is refused in words, and nothing is changed") {
    const OrganiserProgram program;
    program.make_empty_event("mote");
    program.write("brev.txt", "Hej!");
    program.write("trasig.svg", "<svg xmlns='http://www.w3.org/2000/svg'><rect width='30'");
    program.write("tom.svg", "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'></svg>");
    program.write("stor.png", "\x89PNG\r\n" + std::string(70'000, 'x'));
    const std::string record = program.record();
    const auto refuses = [&](const std::vector<std::string>& more, const std::string& words) {
        std::vector<std::string> call{"settings", "mote", "--place", "Aulan"};
        call.insert(call.end(), more.begin(), more.end());
        const Finished finished = program.run(call);
        INFO(finished.errors);
        CHECK(finished.status == 1);
        CHECK(finished.output.empty());
        CHECK(finished.errors.find(words) != std::string::npos);
        CHECK(program.record() == record);
    };
    refuses({"--colour", "teal"}, "--colour teal is not a colour. Write it as #0B4F5C.");
    refuses({"--logo", "saknas.png"}, "There is no file saknas.png.");
    refuses({"--logo", "."}, ". is a folder, not a picture.");
    refuses({"--logo", "brev.txt"}, "brev.txt cannot be used as a logo");
    refuses({"--logo", "trasig.svg"}, "trasig.svg is a broken SVG: ");
    refuses({"--logo", "tom.svg"}, "tom.svg shows nothing");
    refuses({"--logo", "stor.png"}, "stor.png is too large: a logo may have 64 kB.");
    refuses({"--name", ""}, "--name must not be empty.");
    refuses({"--ends", "2022-10-12T17:00"}, "before it starts");
    CHECK(program.run(init_with({"--no-passphrase", "--logo", "brev.txt"})).status == 1);
}

TEST_CASE("every setting in words has a longest text, in characters") {
    const OrganiserProgram program;
    program.make_empty_event("mote");
    std::string longest;
    for (int i = 0; i < 200; ++i) longest += "å";
    for (const char *option : {"--name", "--place", "--series", "--municipality"}) {
        INFO(option);
        CHECK(program.run({"settings", "mote", option, longest}).status == 0);
        const Finished finished = program.run({"settings", "mote", option, longest + "å"});
        CHECK(finished.status == 1);
        CHECK(finished.errors.find(std::string(option) +
                                   " is longer than 200 characters: it has 201") !=
              std::string::npos);
    }
}

TEST_CASE("an SVG cannot reach for other files") {
    const OrganiserProgram program;
    program.make_empty_event("mote");
    program.write("liten.svg",
                  "<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'>"
                  "<rect width='9' height='9'/></svg>");
    program.write("lista.svg",
                  "<svg xmlns='http://www.w3.org/2000/svg' "
                  "xmlns:xlink='http://www.w3.org/1999/xlink' width='9' height='9'>"
                  "<image width='9' height='9' xlink:href='file://" +
                      (program.folder() / "liten.svg").string() + "'/></svg>");
    const Finished finished = program.run({"settings", "mote", "--logo", "lista.svg"});
    CHECK(finished.status == 1);
    CHECK(finished.errors.find("shows nothing") != std::string::npos);
}

TEST_CASE("an event that cannot be made leaves no file") {
    const OrganiserProgram program;
    CHECK(program.run(init_with({})).status == 1);
    CHECK(program.run(init_with({"--no-passphrase", "--pin", "12"})).status == 2);
    CHECK(program.run(init_with({"--no-passphrase", "--passphrase-file", "x"})).status == 2);
    CHECK(program.run(init_with({"--passphrase-file", "missing"})).status == 1);
    CHECK(program.run(init_with({"--no-passphrase", "--doors", "klockan sex"})).status == 1);
    CHECK(program.run(init_with({"--no-passphrase", "--deadline", "2022-02-30"})).status == 1);
    CHECK(program.run(init_with({"--no-passphrase", "--place", "\xE5"})).status == 2);
    CHECK(program
              .run({"init", "mote", "--name", "x", "--starts", "2022-10-12T21:00", "--ends",
                    "2022-10-12T18:00", "--no-passphrase"})
              .status == 1);
    CHECK(program.run({"demo", "mote"}).status == 1);
    CHECK_FALSE(program.exists("mote"));
    CHECK(program.run({"demo", "no/mote", "--no-passphrase"}).status == 1);
}

TEST_CASE("a passphrase opens its event, and no other does") {
    const OrganiserProgram program;
    program.write("right", "en hemlig fras\n");
    program.write("wrong", "en annan fras\n");
    program.write("empty", "");
    REQUIRE(program.run(init_with({"--passphrase-file", "right"})).status == 0);
    CHECK(program.run({"verify", "mote", "--passphrase-file", "right"}).status == 0);
    const Finished wrong = program.run({"verify", "mote", "--passphrase-file", "wrong"});
    CHECK(wrong.status == 1);
    CHECK(wrong.errors ==
          "stormote: The passphrase is wrong. Check capital letters and try "
          "again.\n");
    CHECK(program.run({"verify", "mote", "--passphrase-file", "empty"}).status == 1);
    CHECK(program.run({"verify", "mote"}).status == 1);
    CHECK(program.run({"statistics", "mote", "--passphrase-file", "right"}).status == 0);
    CHECK(program
              .run({"statistics", "mote", "mote", "mote", "--passphrase-file", "right",
                    "--passphrase-file", "right"})
              .status == 2);
}

TEST_CASE("what is no event file is said so by every command, with status 1") {
    const OrganiserProgram program;
    program.write("brev.txt", "Hej!");
    program.write("list.csv", "Namn\nBo Ek\n");
    for (const std::string file : {"brev.txt", "missing"}) {
        for (std::vector<std::string> words :
             {std::vector<std::string>{"verify", file},
              {"tickets", file, "--text"},
              {"check-in", file, "x"},
              {"import", file, "list.csv"},
              {"search", file, "bo"},
              {"export", file, "attendance"},
              {"statistics", file},
              {"groups", file, "--count", "2"},
              {"note", file, "--group", "1", "--question", "1", "--kind", "point", "x"},
              {"undo", file, "--attendee", "x"}}) {
            const Finished finished = program.run(words);
            INFO(words.front() << " " << file << ": " << finished.errors);
            CHECK(finished.status == 1);
            CHECK(finished.errors.find(file) != std::string::npos);
            CHECK(finished.output.empty());
        }
    }
    CHECK(program.read("brev.txt") == "Hej!");
}

TEST_CASE("an event that is open elsewhere is read, and not written") {
    const OrganiserProgram program;
    program.make_event();
    ManualClock clock{0};
    SeededRandom random(1);
    const auto desk =
        Desk::open(program.folder() / "mote", [] { return std::nullopt; }, JournalAccess::write,
                   {clock, random, program.folder() / "other", HashingCost{}, ""});
    REQUIRE(desk.ok());
    CHECK(program.run({"export", "mote", "attendance"}).status == 0);
    CHECK(program.run({"search", "mote", "asa"}).status == 0);
    program.write("list.csv", "Namn\nBo Ek\n");
    CHECK(program.run({"import", "mote", "list.csv", "--dry-run"}).status == 0);
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"import", "mote", "list.csv"},
          {"groups", "mote", "--size", "8"},
          {"tickets", "mote", "--text"},
          {"check-in", "mote", "x"}}) {
        const Finished finished = program.run(words);
        CHECK(finished.status == 1);
        CHECK(finished.errors.find("is open in") != std::string::npos);
    }
}

TEST_CASE("a damaged event file is the machine's fault, and said so") {
    const OrganiserProgram program;
    program.make_event();
    std::string bytes = program.read("mote");
    for (std::size_t i = bytes.size() / 2; i < bytes.size(); i += 64) bytes[i] ^= 0x55;
    program.write("mote", bytes);
    const Finished finished = program.run({"verify", "mote"});
    CHECK(finished.status == 3);
    CHECK(finished.errors.find("damaged") != std::string::npos);
}

TEST_CASE("standard output that takes nothing is the machine's fault") {
    const OrganiserProgram program;
    program.make_event();
    CHECK(program.run({"export", "mote", "attendance", "-o", "/dev/full"}).status == 3);
}

TEST_CASE("the messages are Swedish unless somebody asks for another language") {
    const OrganiserProgram program("");
    const Finished finished = program.run({"verify", "saknas"});
    CHECK(finished.errors == "stormote: Filen saknas finns inte. Kontrollera namnet och mappen.\n");
    CHECK(program.run({"verify", "saknas", "--language", "en"}).errors ==
          "stormote: There is no file saknas. Check the name and the folder.\n");
    CHECK(program.run({"verify", "saknas", "--language", "xx"}).status == 2);
}

TEST_CASE("a deadline after the event, or doors after its start, are refused with the reason") {
    const OrganiserProgram program;
    const auto check = [&program](const std::vector<std::string>& words, const std::string& why) {
        const Finished done = program.run(words);
        CHECK(done.status == 1);
        CHECK(done.errors == "stormote: " + why + "\n");
    };
    const std::vector<std::pair<std::vector<std::string>, std::string>> wrong = {
        {{"--deadline", "2023-10-12"},
         "--deadline 2023-10-12 is after the event, which ends at 2022-10-12T21:00. Choose a day "
         "before it."},
        {{"--doors", "2022-10-13T17:30"},
         "--doors 2022-10-13T17:30 is after the event's start at 2022-10-12T18:00. Choose an "
         "earlier time."},
        {{"--ends", "2022-10-12T17:00"},
         "The event ends at 2022-10-12T17:00, before it starts at 2022-10-12T18:00."}};
    for (const auto& [words, why] : wrong) {
        auto call = init_with({"--no-passphrase"});
        // The last one said would be a second one.
        if (words.front() == "--ends") call.erase(call.begin() + 6, call.begin() + 8);
        call.insert(call.end(), words.begin(), words.end());
        check(call, why);
        CHECK_FALSE(program.exists("mote"));
    }
    CHECK(program
              .run(init_with(
                  {"--no-passphrase", "--deadline", "2022-10-12", "--doors", "2022-10-12T18:00"}))
              .status == 0);
    const std::string record = program.record();
    for (const auto& [words, why] : wrong) {
        auto call = words;
        call.insert(call.begin(), {"settings", "mote"});
        check(call, why);
    }
    // Moving the event moves it past what was said of it before.
    check({"settings", "mote", "--starts", "2022-10-11T18:00", "--ends", "2022-10-11T21:00"},
          "--deadline 2022-10-12 is after the event, which ends at 2022-10-11T21:00. Choose a day "
          "before it.");
    CHECK(program.record() == record);
    CHECK(program
              .run({"settings", "mote", "--starts", "2022-10-11T18:00", "--ends",
                    "2022-10-11T21:00", "--deadline", "2022-10-01", "--doors", ""})
              .status == 0);
}

TEST_CASE("what holds personal data or keys is readable by its owner only") {
    const OrganiserProgram program;
    const mode_t before = umask(022);
    static_cast<void>(program.answer(init_with({"--no-passphrase"})));
    static_cast<void>(program.answer({"demo", "demo", "--people", "8", "--no-passphrase"}));
    static_cast<void>(program.answer({"tickets", "demo", "--png", "png", "--svg", "svg/inner"}));
    static_cast<void>(program.answer({"key", "demo", "-o", "key"}));
    static_cast<void>(program.answer({"export", "demo", "attendance", "-o", "list.csv"}));
    static_cast<void>(
        program.answer({"export", "demo", "groups", "--format", "pdf", "-o", "groups.pdf"}));
    static_cast<void>(program.answer({"groups", "demo", "--count", "2", "--out", "groups.csv"}));
    umask(before);
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(program.folder())) {
        INFO(entry.path());
        const auto permissions = entry.status().permissions();
        const bool is_folder = entry.is_directory();
        const bool is_outer =
            entry.path().filename() == "state" || entry.path().filename() == "svg";
        files += is_folder ? 0 : 1;
        if (is_outer) continue;
        // The names of the pictures are short codes, which let in.
        CHECK(permissions == (is_folder ? std::filesystem::perms::owner_all
                                        : std::filesystem::perms::owner_read |
                                              std::filesystem::perms::owner_write));
    }
    CHECK(files > 20);
}

TEST_CASE("one of anything is not said as if it were several") {
    const OrganiserProgram english;
    const OrganiserProgram swedish("sv");
    const std::vector<std::string> demo = {"demo", "mote", "--people", "1", "--no-passphrase"};
    CHECK(english.run(demo).errors.find("with 1 invented person in 1 group.") != std::string::npos);
    CHECK(swedish.run(demo).errors.find("med 1 påhittad person i 1 grupp.") != std::string::npos);
    CHECK(english.run({"verify", "mote"}).errors.find(" from 1 device, all intact.") !=
          std::string::npos);
    CHECK(swedish.run({"verify", "mote"}).errors.find(" från 1 enhet, allt är oskadat.") !=
          std::string::npos);
    const std::vector<std::string> groups = {"groups", "mote", "--count", "1"};
    CHECK(english.run(groups).errors.find("1 person in 1 group.") != std::string::npos);
    CHECK(swedish.run(groups).errors.find("1 person i 1 grupp.") != std::string::npos);
    CHECK(english.run({"groups", "mote", "--count", "2"}).errors ==
          "stormote: 2 groups are too many for 1 person. Choose at most 1.\n");
    english.write("bord.csv", "Bord;Namn\n1;Eken\n");
    CHECK(english.answer({"import-tables", "mote", "bord.csv", "--dry-run"}) ==
          "Would be changed: 1 of 1 table.\n");
    CHECK(english.answer({"import-tables", "mote", "bord.csv"}) == "Changed: 1 of 1 table.\n");
}

TEST_CASE("whether an event is ready is told point by point, and by the exit status") {
    const OrganiserProgram program;
    program.make_empty_event("tom");
    const auto empty = program.run({"ready", "tom"});
    CHECK(empty.status == 1);
    CHECK_THAT(empty.output, Contains("Missing\tNobody is registered."));
    CHECK_THAT(empty.errors, Contains("tom is not ready for the doors."));
    make_coming_demo(program);
    const auto points = program.json({"ready", "demo", "--json"});
    std::vector<std::string> names;
    for (const auto& point : points) names.push_back(point.at("point"));
    CHECK(names == std::vector<std::string>{"times", "people", "organisations", "groups", "tables",
                                            "needs", "agenda", "tickets", "invitations", "pin",
                                            "keeping", "disk", "clock", "printer", "camera",
                                            "scanner", "sound", "power", "store"});
    CHECK(points[0].at("ready") == "yes");
    CHECK_FALSE(program.exists(".stormote-ready"));
}

TEST_CASE("what is named for the evening and does not answer is missing") {
    const OrganiserProgram program;
    make_coming_demo(program);
    const auto named = program.run({"ready", "demo", "--camera", "/dev/no-camera", "--printer",
                                    "no-printer", "--central", "http://127.0.0.1:9"});
    CHECK(named.status == 1);
    CHECK_THAT(named.output, Contains("Missing\tThe camera /dev/no-camera cannot be opened"));
    CHECK_THAT(named.output, Contains("Missing\tThe printer no-printer is switched off"));
    CHECK_THAT(named.output, Contains("Missing\tThis device has no access"));
    CHECK_THAT(named.errors, Contains("demo is not ready for the doors. Missing: 3."));
    CHECK_THAT(program.run({"ready", "demo", "--camera", "none"}).output,
               Contains("Ready\tNo camera is used here."));
    program.write("pictures.mjpeg", "no pictures");
    CHECK_THAT(program.run({"ready", "demo", "--camera", "pictures.mjpeg"}).output,
               Contains("Name another one with --camera."));
}

}  // namespace stormote
