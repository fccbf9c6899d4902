// bundle and merge, as somebody calls them who carries a stick.
#include <catch2/catch.hpp>

#include "tests/support/machine/json.h"
#include "tests/support/machine/organiser_program.h"

namespace stormote {

using Catch::Contains;
using testing::OrganiserProgram;

namespace {

// A copy of the first program's event on a machine of its own, that goes on under its own name.
void copy_event(const OrganiserProgram& from, const OrganiserProgram& to) {
    to.write("mote", from.read("mote"));
}

std::string ticket_of(const OrganiserProgram& program, std::size_t row) {
    return program.tickets().at(row).at(2);
}

}  // namespace

TEST_CASE("what two machines recorded apart is the same on both after a stick went to and fro") {
    const OrganiserProgram first;
    const OrganiserProgram second;
    first.make_event();
    copy_event(first, second);
    REQUIRE(first.run({"check-in", "mote", ticket_of(first, 0)}).status == 0);
    REQUIRE(second.run({"check-in", "mote", ticket_of(first, 1)}).status == 0);

    const Finished bundled = first.run({"bundle", "mote", "-o", "a.bundle"});
    CHECK(bundled.status == 0);
    CHECK(bundled.output.empty());
    CHECK_THAT(bundled.errors, Contains("a.bundle: ") && Contains("signed by the device"));
    second.write("a.bundle", first.read("a.bundle"));
    const Finished merged = second.run({"merge", "mote", "a.bundle"});
    CHECK(merged.status == 0);
    CHECK(merged.errors.empty());
    CHECK_THAT(merged.output, Contains("New: 1 operation."));
    const auto again = second.json({"merge", "mote", "a.bundle", "--json"});
    CHECK(again.at("new") == 0);
    CHECK(again.at("known").get<int>() > 0);
    CHECK(again.at("put_aside") == 0);
    CHECK(again.at("refused_devices") == 0);

    REQUIRE(second.run({"bundle", "mote", "-o", "b.bundle"}).status == 0);
    first.write("b.bundle", second.read("b.bundle"));
    CHECK(first.run({"merge", "mote", "b.bundle"}).status == 0);
    CHECK(first.record() == second.record());
}

TEST_CASE("a bundle that cannot be merged is named, and the event stays as it was") {
    const OrganiserProgram program;
    program.make_event();
    program.make_empty_event();
    REQUIRE(program.run({"bundle", "tom", "-o", "tom.bundle"}).status == 0);
    REQUIRE(program.run({"bundle", "mote", "-o", "mote.bundle"}).status == 0);
    const std::string before = program.record();
    const std::string whole = program.read("mote.bundle");
    program.write("short.bundle", whole.substr(0, whole.size() / 2));
    std::string changed = whole;
    changed[whole.size() / 2] = static_cast<char>(changed[whole.size() / 2] ^ 1);
    program.write("changed.bundle", changed);
    const auto refused = [&](const std::string& file, const std::string& words) {
        const Finished done = program.run({"merge", "mote", file});
        INFO(file);
        CHECK(done.status == 1);
        CHECK(done.output.empty());
        CHECK_THAT(done.errors, Contains(file) && Contains(words));
        CHECK(program.record() == before);
    };
    refused("tom.bundle", "belongs to another event");
    refused("short.bundle", "ends too early");
    refused("changed.bundle", "is damaged");
    refused("mote", "is not a bundle");
    refused("none.bundle", "There is no file");
    CHECK(program.run({"bundle", "mote", "-o", "-"}).status == 2);
    CHECK(program.run({"bundle", "mote", "-o", "no/a.bundle"}).status == 1);
    CHECK(program.run({"bundle", "mote", "-o", "/dev/full"}).status == 3);
    CHECK(program.run({"merge", "mote"}).status == 2);
}

TEST_CASE("a bundle is written and merged with the passphrase of the event") {
    const OrganiserProgram program;
    program.write("key", "hemligt\n");
    program.write("wrong", "fel\n");
    REQUIRE(program
                .run({"init", "mote", "--name", "Stormöte", "--starts", "2022-10-12T18:00",
                      "--ends", "2022-10-12T21:00", "--passphrase-file", "key"})
                .status == 0);
    CHECK(program.run({"bundle", "mote", "-o", "a", "--passphrase-file", "wrong"}).status == 1);
    CHECK_FALSE(program.exists("a"));
    CHECK(program.run({"bundle", "mote", "-o", "a", "--passphrase-file", "key"}).status == 0);
    CHECK(program.run({"merge", "mote", "a", "--passphrase-file", "key"}).status == 0);
}

}  // namespace stormote
