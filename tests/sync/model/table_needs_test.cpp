#include "sync/model/table_needs.h"

#include <catch2/catch.hpp>

#include "tests/support/record/event_desk.h"

namespace stormote {

using testing::EventDesk;

namespace {

std::vector<std::string> needs(const std::string& said, const std::string& language = "") {
    EventDesk event;
    const AttendeeId id = event.add({"Åsa", "Öberg", ""});
    event.record(id, AttendeeDescribed{{{7, language}, {9, said}}});
    return needs_of(event.state().attendees().at(id));
}

using Words = std::vector<std::string>;
using Groups = std::vector<GroupNumber>;

}  // namespace

TEST_CASE("needs are understood as people write them, the most pressing first") {
    CHECK(needs("Sitter i rullstol") == Words{"accessible"});
    CHECK(needs("Hörslinga och tillgängligt bord, tack!") == Words{"accessible", "hearing_loop"});
    CHECK(needs("teckenspråkstolk") == Words{"interpreter"});
    CHECK(needs("I use a wheelchair", "ar") == Words{"accessible", "language ar"});
    CHECK(needs("", "sv").empty());
    CHECK(needs("Nej, inget särskilt").empty());
    // Not in the middle of another word.
    CHECK(needs("otillgänglig på telefon").empty());
    CHECK(need_in_words("Rullstolsplats") == "accessible");
    CHECK_FALSE(need_in_words("nära fikat"));
}

TEST_CASE("somebody is meant for the tables that offer all they need, else the most pressing") {
    EventDesk event;
    event.describe(1, GroupField::offers, "accessible");
    event.describe(2, GroupField::offers, "hearing_loop\naccessible");
    event.describe(3, GroupField::offers, "language ar");
    event.describe(4, GroupField::name, "Utan");
    CHECK(tables_for(event.state(), {"accessible"}) == Groups{1, 2});
    CHECK(tables_for(event.state(), {"accessible", "hearing_loop"}) == Groups{2});
    CHECK(tables_for(event.state(), {"accessible", "language ar"}) == Groups{1, 2});
    CHECK(tables_for(event.state(), {"interpreter"}).empty());
    CHECK(tables_for(event.state(), {}).empty());
    event.describe(2, GroupField::closed, "closed");
    CHECK(tables_for(event.state(), {"accessible", "hearing_loop"}) == Groups{1});
}

}  // namespace stormote
