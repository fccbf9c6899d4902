// What the programs answer to a wrong call, --help and --version, in the user's language.
#include <catch2/catch.hpp>

#include "tests/support/machine/process.h"

using namespace stormote;

namespace {

const std::vector<std::string> programs = {"stormote", "stormote-kiosk", "stormote-central"};

Finished call(const std::string& program, std::vector<std::string> words,
              const std::string& language = "en") {
    words.insert(words.begin(), program_directory() / program);
    ProcessOptions options;
    options.environment = {{"STORMOTE_LANGUAGE", language}};
    return run_program(words, options);
}

void check_refusal(const Finished& done, const std::string& errors) {
    CHECK(done.status == 2);
    CHECK(done.output.empty());
    CHECK(done.errors == errors);
}

}  // namespace

TEST_CASE("every program tells its version") {
    for (const std::string& program : programs) {
        const Finished done = call(program, {"--version"});
        CHECK(done.status == 0);
        CHECK(done.output == program + " " STORMOTE_VERSION "\n");
        CHECK(done.errors.empty());
    }
}

TEST_CASE("help without a command is no wrong call") {
    for (const std::string& program : programs) {
        INFO(program);
        for (const std::vector<std::string>& words :
             {std::vector<std::string>{"--help"}, {"--language", "sv", "--help"}}) {
            const Finished done = call(program, words);
            CHECK(done.status == 0);
            CHECK(done.output.find("--version") != std::string::npos);
            CHECK(done.errors.empty());
        }
    }
}

TEST_CASE("a command that does not exist is named, and so is the nearest one") {
    check_refusal(call("stormote", {"verfy", "mote"}),
                  "stormote: There is no command \"verfy\". The nearest is \"verify\".\n"
                  "More with: stormote --help\n");
    check_refusal(call("stormote-central", {"lst", "--store", "sqlite:x"}, "sv"),
                  "stormote-central: Kommandot \"lst\" finns inte. Närmast är \"list\".\n"
                  "Mer hjälp: stormote-central --help\n");
    // It is not help on anything that exists.
    for (const char *program : {"stormote", "stormote-central"}) {
        const Finished done = call(program, {"bogus", "--help"});
        CHECK(done.status == 2);
        CHECK(done.output.empty());
        CHECK(done.errors.find("There is no command \"bogus\".") != std::string::npos);
    }
    CHECK(call("stormote", {}).errors.find("The command is missing.") != std::string::npos);
    check_refusal(call("stormote", {"--nonsense"}),
                  "stormote: Unknown option or argument: --nonsense\n"
                  "More with: stormote --help\n");
}

TEST_CASE("the kiosk and the central store say what is wrong with a call in the user's language") {
    check_refusal(call("stormote-kiosk", {}, "sv"),
                  "stormote-kiosk: Saknas: EVENT\nMer hjälp: stormote-kiosk --help\n");
    check_refusal(call("stormote-kiosk", {"mote", "--windowed", "stor"}, "sv"),
                  "stormote-kiosk: Felaktigt anrop: --windowed: skriv det som 1280x800, minst "
                  "320x320\nMer hjälp: stormote-kiosk --help\n");
    check_refusal(call("stormote-kiosk", {"mote", "--label", "stor"}, "sv"),
                  "stormote-kiosk: Felaktigt anrop: --label: välj något av 62x29, 90x55, a4, "
                  "slip-a6, slip-a4\n"
                  "Mer hjälp: stormote-kiosk --help\n");
    check_refusal(call("stormote-kiosk", {"mote", "--language", "tlh"}, "sv"),
                  "stormote-kiosk: Felaktigt anrop: --language: välj något av sv, en, fi, ar, uk\n"
                  "Mer hjälp: stormote-kiosk --help\n");
    check_refusal(call("stormote-kiosk", {"mote", "--nonsense"}),
                  "stormote-kiosk: Unknown option or argument: --nonsense\n"
                  "More with: stormote-kiosk --help\n");
    check_refusal(
        call("stormote-central", {}, "sv"),
        "stormote-central: Kommandot saknas. De här finns: serve, enrol, revoke, list, events, "
        "devices, purge, backup, restore, migrate, municipality, report, audit\n"
        "Mer hjälp: stormote-central --help\n");
    check_refusal(call("stormote-central", {"list"}, "sv"),
                  "stormote-central: Saknas: --store\nMer hjälp: stormote-central list --help\n");
    check_refusal(
        call("stormote-central",
             {"serve", "--listen", "127.0.0.1:0", "--store", "sqlite:x", "--key", "k"}, "sv"),
        "stormote-central: Ett certifikat och dess nyckel hör ihop. Ange båda, eller ingen.\n");
}

TEST_CASE("what the parser says of options is said in the user's language") {
    const std::string more = "\nMer hjälp: stormote groups --help\n";
    check_refusal(call("stormote", {"groups", "mote", "--count"}, "sv"),
                  "stormote: --count behöver ett värde." + more);
    check_refusal(call("stormote", {"groups", "mote", "--count", "två"}, "sv"),
                  "stormote: två är inget giltigt värde för --count." + more);
    check_refusal(call("stormote",
                       {"init", "mote", "--name", "x", "--starts", "2022-10-12T18:00", "--ends",
                        "2022-10-12T21:00", "--no-passphrase", "--passphrase-file", "x"},
                       "sv"),
                  "stormote: --passphrase-file och --no-passphrase går inte att ange tillsammans."
                  "\nMer hjälp: stormote init --help\n");
}
