#include "sync/journal/journal_environment.h"

#include <cstdlib>

#include <catch2/catch.hpp>

using namespace stormote;

TEST_CASE("the state directory is where the environment says, else in the home folder") {
    const auto with = [](const char *name, const char *value) {
        for (const char *variable : {"STORMOTE_STATE", "XDG_STATE_HOME", "HOME"}) {
            unsetenv(variable);
        }
        if (name != nullptr) setenv(name, value, 1);
        return default_state_directory().string();
    };
    const char *home = std::getenv("HOME");
    const std::string kept = home == nullptr ? "" : home;
    REQUIRE(with("STORMOTE_STATE", "/a") == "/a");
    REQUIRE(with("XDG_STATE_HOME", "/b") == "/b/stormote");
    REQUIRE(with("HOME", "/c") == "/c/.local/state/stormote");
    REQUIRE(with(nullptr, nullptr) == "/var/lib/stormote");
    setenv("HOME", kept.c_str(), 1);
}
