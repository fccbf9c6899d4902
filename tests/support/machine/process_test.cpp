#include "tests/support/machine/process.h"

#include <csignal>
#include <fstream>

#include <catch2/catch.hpp>

using namespace stormote;

namespace {

// Neither gone nor a zombie that nobody has buried yet.
bool is_alive(const std::string& process_id) {
    std::ifstream file("/proc/" + process_id + "/stat");
    std::string number;
    std::string name;
    char state = 'Z';
    file >> number >> name >> state;
    return state != 'Z';
}

}  // namespace

TEST_CASE("a program's words and exit status come back") {
    const Finished finished =
        run_program({"sh", "-c", "cat; echo oj >&2; exit 3"},
                    {.environment = {}, .working_directory = {}, .standard_input = "Hej Åsa"});
    CHECK(finished.status == 3);
    CHECK(finished.output == "Hej Åsa");
    CHECK(finished.errors == "oj\n");
}

TEST_CASE("a program starts in the folder and with the variables it is given") {
    const Finished finished = run_program({"sh", "-c", "echo $MEETING in $PWD"},
                                          {.environment = {{"MEETING", "stormöte"}},
                                           .working_directory = "/usr",
                                           .standard_input = {}});
    CHECK(finished.output == "stormöte in /usr\n");
}

TEST_CASE("a program that does not exist is refused at once") {
    CHECK_THROWS_WITH(Process({"/nowhere/stormote"}),
                      Catch::Contains("/nowhere/stormote could not be started"));
}

TEST_CASE("a program that a signal ended says which one") {
    Process process({"sleep", "60"});
    process.send_signal(SIGINT);
    CHECK(process.wait() == 128 + SIGINT);
}

TEST_CASE("a program that takes too long is reported and ended") {
    CHECK_THROWS_AS(run_program({"sleep", "60"}, {}, Milliseconds{10}), ExpectationFailure);
}

TEST_CASE("what a program started goes with it, even where it refuses to end politely") {
    std::string child;
    {
        Process process({"sh", "-c", "trap '' TERM; sleep 60 & echo $!; while :; do wait; done"});
        REQUIRE(wait_until([&] { return process.output().ends_with('\n'); }));
        child = process.output();
        child.pop_back();
        CHECK(is_alive(child));
    }
    CHECK(wait_until([&] { return !is_alive(child); }));
}
