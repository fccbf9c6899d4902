#include "sync/report/similar/spelling.h"

#include <catch2/catch.hpp>

namespace stormote::similar {

namespace {

std::string meant(const NoteCounts& counts) {
    std::string text;
    for (const Misspelt& misspelt : misspelt_words(counts))
        text += misspelt.word + ">" + misspelt.meant + " ";
    return text;
}

}  // namespace

TEST_CASE("a word of one note is taken for the commoner one that it is most like") {
    CHECK(meant({{"bokningssystem", 3}, {"bokningssytem", 1}, {"bokningsregler", 2}}) ==
          "bokningssytem>bokningssystem ");
    CHECK(meant({{"föreningar", 5}, {"foreningar", 1}}) == "foreningar>föreningar ");
}

TEST_CASE("words that are common, short, or begin otherwise are what they are") {
    CHECK(meant({{"bokningssystem", 3}, {"bokningssytem", 2}}).empty());
    CHECK(meant({{"bänken", 3}, {"banken", 1}}).empty());
    CHECK(meant({{"lokalbuss", 3}, {"bokalbuss", 1}}).empty());
    CHECK(meant({{"idrottshall", 3}, {"idrottsförening", 1}}).empty());
}

}  // namespace stormote::similar
