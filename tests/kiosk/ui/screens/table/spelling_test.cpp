#include "kiosk/ui/screens/table/spelling.h"

#include <catch2/catch.hpp>

#include "tests/support/machine/wait.h"
#include "tests/support/record/event_desk.h"

namespace stormote {

namespace {

// With the dictionary read, and the names of an event with one person.
class ReadSpelling {
  public:
    ReadSpelling() {
        event.add({"Wilhelmina", "Granqvyst", "Ekbackens bouleförening"});
        spelling.know_names_of(event.state());
        REQUIRE(wait_until([this] { return spelling.is_ready(); }));
    }
    // The words that are marked, with the caret before the text.
    [[nodiscard]] std::vector<std::string> marked(const std::string& text, std::size_t caret = 0) {
        std::vector<std::string> words;
        for (const MarkedWord& word : spelling.misspelt(text, caret)) {
            words.push_back(text.substr(word.start, word.length));
        }
        return words;
    }

    testing::EventDesk event;
    Spelling spelling;
};

using Words = std::vector<std::string>;

}  // namespace

TEST_CASE("a word that is misspelt is marked, and those beside it are not") {
    ReadSpelling read;
    CHECK(read.marked("Vi vill ha fler bänkar i parken.").empty());
    CHECK(read.marked("Vi vill ha fler bänkarr i parken.") == Words{"bänkarr"});
    CHECK(read.marked("Föreningsträffar på bygdegårdarna").empty());
}

TEST_CASE("names of the evening are known, also as owners") {
    ReadSpelling read;
    CHECK(read.marked("Wilhelmina Granqvyst hör av sig till oss").empty());
    CHECK(read.marked("Vi lånar Granqvysts lokal till hösten").empty());
    CHECK(read.marked("Vi ringer Granqvyxt till hösten i stället") == Words{"Granqvyxt"});
}

TEST_CASE("the word that is being written is not marked before it is done") {
    ReadSpelling read;
    const std::string text = "Vi vill ha fler bänkk";
    CHECK(read.marked(text, text.size()).empty());
    CHECK(read.marked(text + " ", text.size() + 1) == Words{"bänkk"});
}

TEST_CASE("abbreviations, numbers, addresses and other alphabets are not marked") {
    ReadSpelling read;
    CHECK(read.marked("Mejla info@xyzklubben.se om LSSQ, rum B12x").empty());
    CHECK(read.marked("Läs www.xyzklubben.se eller t.ex. anslaget").empty());
    CHECK(read.marked("Nour heter نور på arabiska").empty());
}

TEST_CASE("a note in another language is left alone") {
    ReadSpelling read;
    CHECK(read.marked("We would like more benches along the river").empty());
}

TEST_CASE("what is marked is cut at whole words, whatever bytes the text holds") {
    ReadSpelling read;
    const std::string broken = "Fler b\xC3 och \xFF\xFE bänkarr här";
    for (std::size_t length = 0; length <= broken.size(); ++length) {
        const std::string text = broken.substr(0, length);
        for (const MarkedWord& word : read.spelling.misspelt(text, 0)) {
            CHECK(word.start + word.length <= text.size());
            CHECK(word.length > 0);
        }
    }
}

}  // namespace stormote
