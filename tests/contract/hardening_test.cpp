// What the compiler and the linker were told to make the programs harder to misuse, read from the
// programs as they were built.
#include <sstream>

#include <catch2/catch.hpp>

#include "tests/support/machine/process.h"
#include "tests/support/machine/skip.h"

using namespace stormote;

namespace {

constexpr std::array programs{"stormote", "stormote-central", "stormote-kiosk"};

std::string read_program(const std::string& program, const std::vector<std::string>& what) {
    std::vector<std::string> command{"readelf", "--wide"};
    command.insert(command.end(), what.begin(), what.end());
    command.push_back(program_directory() / program);
    const Finished read = run_program(command);
    INFO(read.errors);
    REQUIRE(read.status == 0);
    return read.output;
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

// The lines of a text that have that in them.
std::vector<std::string> lines_with(const std::string& text, std::string_view part) {
    std::vector<std::string> found;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        if (has(line, part)) found.push_back(line);
    }
    return found;
}

bool can_be_hardened() {
#if defined(STORMOTE_SANITIZED)
    testing::note_skipped("sanitizers are built without hardening");
    return false;
#else
    return true;
#endif
}

}  // namespace

TEST_CASE("the programs lie anywhere in memory, and their tables of addresses cannot be written") {
    if (!can_be_hardened()) return;
    for (const char *program : programs) {
        INFO(program);
        CHECK(has(read_program(program, {"--file-header"}), "DYN (Position-Independent"));
        const std::string segments = read_program(program, {"--program-headers"});
        CHECK(has(segments, "GNU_RELRO"));
        const auto stack = lines_with(segments, "GNU_STACK");
        REQUIRE(stack.size() == 1);
        CHECK_FALSE(has(stack[0], "RWE"));
        const std::string dynamic = read_program(program, {"--dynamic"});
        const auto flags = lines_with(dynamic, "(FLAGS_1)");
        REQUIRE(flags.size() == 1);
        CHECK(has(flags[0], "NOW"));
        CHECK(has(flags[0], "PIE"));
    }
}

TEST_CASE("the programs check lengths, stack and calls as far as the compiler can") {
    if (!can_be_hardened()) return;
    std::vector<std::string_view> wanted{"-fstack-protector-strong", "-fstack-clash-protection",
                                         "-ftrivial-auto-var-init=zero"};
#if defined(__x86_64__)
    wanted.emplace_back("-fcf-protection=full");
#endif
    for (const char *program : programs) {
        INFO(program);
        CHECK(has(read_program(program, {"--dyn-syms"}), "__stack_chk_fail"));
        // The compiler writes beside each of our sources what it was told.
        const auto sources =
            lines_with(read_program(program, {"--string-dump=.debug_str"}), "GNU C++20");
        CHECK_FALSE(sources.empty());
        for (const std::string& told : sources) {
            for (const std::string_view flag : wanted) {
                INFO(told);
                CHECK(has(told, flag));
            }
        }
    }
}

TEST_CASE("the C library checks the lengths that it can") {
    if (!can_be_hardened()) return;
    // The central store calls nothing whose room is known only when it runs.
    for (const char *program : {"stormote", "stormote-kiosk"}) {
        INFO(program);
        CHECK(has(read_program(program, {"--dyn-syms"}), "_chk@"));
    }
}
