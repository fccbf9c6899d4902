#include "sync/report/similar/compound_parts.h"

#include <catch2/catch.hpp>

namespace stormote::similar {

namespace {

std::string parted(std::string_view word, const std::vector<std::string>& occurring) {
    const WordStems stems(NoteLanguage::swedish);
    KnownStems known;
    for (const std::string& other : occurring) known.insert(stems.stem(other));
    const auto parts = compound_parts(word, stems, known, {"för"});
    return parts ? parts->first + "+" + parts->last : "";
}

}  // namespace

TEST_CASE("a compound is parted by the words that occur, over what joins them") {
    CHECK(parted("skollokaler", {"skolan", "lokal"}) == "skol+lokal");
    CHECK(parted("kvällstid", {"kvällar", "tiden"}) == "kväll+tid");
    CHECK(parted("kvinnojouren", {"kvinnor", "jour"}) == "kvinn+jour");
    CHECK(parted("gatukontoret", {"gata", "kontor"}) == "gat+kont");
}

TEST_CASE("one part that occurs is enough, if it is no short one") {
    CHECK(parted("skatepark", {"parken"}) == "skat+park");
    CHECK(parted("bokningssida", {"bokning"}) == "bokning+sid");
    CHECK(parted("skatepark", {"bussen"}).empty());
}

TEST_CASE("a word is not parted after a particle, or into an ending") {
    CHECK(parted("förslag", {"lag", "slag"}).empty());
    CHECK(parted("bokföring", {"ring"}).empty());
    CHECK(parted("buss", {"bus"}).empty());
    CHECK(parted(std::string(10'000, 'a'), {"aaaa"}).empty());
}

TEST_CASE("an ending is taken off where the shorter word occurs") {
    CHECK(shortest_known_stem("bokning", {"bok"}) == "bok");
    CHECK(shortest_known_stem("bokning", {"lokal"}) == "bokning");
}

}  // namespace stormote::similar
