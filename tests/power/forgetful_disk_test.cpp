#include "tests/support/machine/forgetful_disk.h"

#include <csignal>
#include <set>

#include <catch2/catch.hpp>

#include "tests/support/machine/process.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

struct Harness {
    ForgetfulDisk disk;

    void run(const std::string& script, std::optional<int> cut_at_sync = {}, int status = 0) const {
        const Finished done =
            run_program({"sh", "-c", script}, {.environment = disk.environment(cut_at_sync),
                                               .working_directory = disk.folder(),
                                               .standard_input = {}});
        INFO(done.errors);
        REQUIRE(done.status == status);
    }
    // "nothing" where there is no such file.
    [[nodiscard]] std::string read(const std::string& file) const {
        const auto path = disk.folder() / file;
        return std::filesystem::exists(path) ? to_string(read_file(path)) : "nothing";
    }
};

}  // namespace

TEST_CASE("a power cut takes what was not synced, and leaves what was") {
    Harness harness;
    harness.run("mkdir inner; printf one >inner/kept; sync inner/kept; printf two >lost");
    harness.run("printf before >changed; sync -d changed; printf after >changed");
    harness.disk.cut_power(Unsynced::lost);
    CHECK(harness.read("inner/kept") == "one");
    CHECK(harness.read("lost") == "nothing");
    CHECK(harness.read("changed") == "before");
    // The same disk goes on.
    harness.run("printf after >changed; sync changed; printf later >>changed");
    harness.disk.cut_power(Unsynced::lost);
    CHECK(harness.read("changed") == "after");
}

TEST_CASE("a name that was changed is durable once its folder was synced") {
    Harness harness;
    harness.run(
        "printf one >draft; sync draft; mv draft renamed; printf two >old; sync old; rm old");
    harness.disk.cut_power(Unsynced::lost);
    CHECK(harness.read("draft") == "one");
    CHECK(harness.read("renamed") == "nothing");
    CHECK(harness.read("old") == "two");
    harness.run("mv draft renamed; rm old; printf three >unsynced; sync .");
    harness.disk.cut_power(Unsynced::lost);
    CHECK(harness.read("draft") == "nothing");
    CHECK(harness.read("renamed") == "one");
    CHECK(harness.read("old") == "nothing");
    CHECK(harness.read("unsynced").empty());
    // A file that takes the place of another: the one or the other is there.
    harness.run("printf four >draft; sync draft; mv draft renamed");
    harness.disk.cut_power(Unsynced::lost);
    CHECK(harness.read("renamed") == "one");
}

TEST_CASE("a disk may also keep all of what was not synced, or some of it") {
    std::set<std::string> torn;
    for (std::uint64_t seed = 1; seed <= 30; ++seed) {
        Harness harness;
        harness.run("printf before >file; sync file; printf later >file; printf new >other");
        if (seed == 1) {
            harness.disk.cut_power(Unsynced::kept);
            CHECK(harness.read("file") == "later");
            CHECK(harness.read("other") == "new");
        } else {
            harness.disk.cut_power(Unsynced::torn, seed);
            torn.insert(harness.read("file") + ' ' + harness.read("other"));
        }
    }
    CHECK(torn.contains("before nothing"));
    CHECK(torn.contains("later new"));
    CHECK(torn.size() > 4);
}

TEST_CASE("the power is cut at a chosen moment") {
    Harness harness;
    harness.run("printf one >a; printf two >b; exec sync a b", 2, 128 + SIGKILL);
    harness.disk.cut_power(Unsynced::lost);
    CHECK(harness.read("a") == "one");
    CHECK(harness.read("b") == "nothing");
}
