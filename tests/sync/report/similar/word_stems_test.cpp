#include "sync/report/similar/word_stems.h"

#include <catch2/catch.hpp>

namespace stormote::similar {

TEST_CASE("the forms of a word have one stem") {
    const WordStems swedish(NoteLanguage::swedish);
    for (const std::string_view form :
         {"föreningar", "föreningarna", "föreningarnas", "föreningens"})
        CHECK(swedish.stem(form) == swedish.stem("förening"));
    CHECK(swedish.stem("biblioteket") == swedish.stem("bibliotek"));
    CHECK(swedish.stem("skolan") == swedish.stem("skolor"));
    CHECK(swedish.stem("nyckeln") == swedish.stem("nyckel"));
    CHECK(WordStems(NoteLanguage::english).stem("benches") ==
          WordStems(NoteLanguage::english).stem("bench"));
    CHECK(WordStems(NoteLanguage::finnish).stem("puistossa") ==
          WordStems(NoteLanguage::finnish).stem("puistot"));
}

TEST_CASE("the language of notes is told from a tag") {
    STATIC_REQUIRE(note_language("en-GB") == NoteLanguage::english);
    STATIC_REQUIRE(note_language("fi") == NoteLanguage::finnish);
    STATIC_REQUIRE(note_language("sv") == NoteLanguage::swedish);
    STATIC_REQUIRE(note_language("ar") == NoteLanguage::swedish);
}

}  // namespace stormote::similar
