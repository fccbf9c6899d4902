// Secrets that the command takes: from files, standard input and the terminal, seen by nobody.
#include <catch2/catch.hpp>

#include "sync/replication/pairing.h"
#include "tests/support/machine/organiser_program.h"
#include "tests/support/machine/terminal_program.h"

namespace stormote {

using testing::OrganiserProgram;

namespace {

// No store listens there: whoever gets so far has understood the pairing text.
const std::string nobody = "http://127.0.0.1:1";
const std::string not_reached = "127.0.0.1:1";

std::string pairing_text() {
    return write_pairing({EventId{}, PairingSecret{1, 2, 3}, SymmetricKey{4, 5, 6}});
}

std::vector<std::string> join_with(const std::vector<std::string>& more) {
    std::vector<std::string> words = {"join", "mote", "--central", nobody, "--no-passphrase"};
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

bool is_understood(const std::string& errors) {
    return errors.find(not_reached) != std::string::npos;
}

ProcessOptions in_folder_of(const OrganiserProgram& program) {
    return {
        {{"STORMOTE_STATE", (program.folder() / "state").string()}, {"STORMOTE_LANGUAGE", "en"}},
        program.folder(),
        ""};
}

std::vector<std::string> with_program(std::vector<std::string> words) {
    words.insert(words.begin(), (program_directory() / "stormote").string());
    return words;
}

}  // namespace

TEST_CASE(
    "a pairing text is read from a file or standard input, and from the arguments as before") {
    const OrganiserProgram program;
    program.write("pairing.txt", pairing_text() + "\r\n");
    CHECK(is_understood(program.run(join_with({"--pairing-file", "pairing.txt"})).errors));
    CHECK(is_understood(
        program.run(join_with({"--pairing-file", "-"}), "  " + pairing_text() + "\n").errors));
    CHECK(is_understood(program.run(join_with({"--pairing", pairing_text()})).errors));
}

TEST_CASE("a pairing text that is missing, empty or said twice is refused in words") {
    const OrganiserProgram program;
    const Finished missing = program.run(join_with({}));
    CHECK(missing.status == 2);
    CHECK(missing.errors.find("--pairing-file") != std::string::npos);
    CHECK(program.run(join_with({"--pairing-file", "-"})).status == 1);
    CHECK(program.run(join_with({"--pairing-file", "-"}), std::string(5000, 'x')).status == 1);
    const Finished no_file = program.run(join_with({"--pairing-file", "saknas.txt"}));
    CHECK(no_file.status == 1);
    CHECK(no_file.errors.find("saknas.txt") != std::string::npos);
    program.write("pairing.txt", pairing_text());
    CHECK(program.run(join_with({"--pairing", pairing_text(), "--pairing-file", "pairing.txt"}))
              .status == 2);
}

TEST_CASE("a pairing text that is scanned on the terminal is not shown there") {
    const OrganiserProgram folder;
    for (const auto& more : {std::vector<std::string>{}, {"--pairing-file", "-"}}) {
        TerminalProgram program(with_program(join_with(more)), in_folder_of(folder));
        program.wait_for("Scan or paste the pairing text:");
        program.type(pairing_text() + "\n");
        CHECK(program.wait() == 1);
        INFO(program.shown());
        CHECK(is_understood(program.shown()));
        CHECK(program.shown().find(pairing_text()) == std::string::npos);
    }
}

TEST_CASE("a token is read from standard input") {
    const OrganiserProgram program;
    program.make_empty_event("mote");
    const std::vector<std::string> words = {"sync", "mote",         "--central",
                                            nobody, "--token-file", "-"};
    CHECK(is_understood(program.run(words, write_token(Token{1, 2, 3}) + "\n").errors));
}

TEST_CASE("the staff's PIN is read from a file or standard input") {
    const OrganiserProgram program;
    program.write("pin.txt", "2580\n");
    const std::vector<std::string> init = {"init",
                                           "mote",
                                           "--name",
                                           "Stormöte",
                                           "--starts",
                                           "2022-10-12T18:00",
                                           "--ends",
                                           "2022-10-12T21:00",
                                           "--no-passphrase",
                                           "--pin-file",
                                           "pin.txt"};
    CHECK(program.run(init).errors.find("PIN at the kiosk is 2580.\n") != std::string::npos);
    const std::string before = program.record();
    CHECK(program.run({"settings", "mote", "--pin-file", "-"}, "1379\n").status == 0);
    CHECK(program.record() != before);
    CHECK(program.run({"settings", "mote", "--pin-file", "-"}, "13a9\n").status == 2);
    CHECK(program.run({"settings", "mote", "--pin-file", "saknas.txt"}).status == 1);
    CHECK(program.run({"settings", "mote", "--pin-file", "pin.txt", "--pin", "1"}).status == 2);
}

TEST_CASE("the help says of every secret among the arguments that others can see it") {
    const OrganiserProgram program;
    for (const char *command : {"join", "init", "settings"}) {
        INFO(command);
        CHECK(program.answer({command, "--help"}).find("can see it") != std::string::npos);
    }
}

}  // namespace stormote
