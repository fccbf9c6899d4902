#include "sync/report/similar/note_words.h"

#include <catch2/catch.hpp>

namespace stormote::similar {

namespace {

// The words of a Swedish note; "@" marks a place, "*" a name, "-" what is denied.
std::string words_of(std::string_view note) {
    std::string text;
    for (const NoteWord& word : WordReader(swedish_words()).read(note)) {
        if (!text.empty()) text += ' ';
        text += (word.is_denied ? "-" : "") + std::string(word.is_place ? "@" : "") +
                (word.is_name ? "*" : "") + word.text;
    }
    return text;
}

}  // namespace

TEST_CASE("a note is read as its words that say something, in lower case") {
    CHECK(words_of("BÄNKAR vill vi ha, och det 2 st!") == "bänkar st");
    CHECK(words_of("😀 bänkar😀soffor \xC3\x28 torg") == "bänkar soffor torg");
    CHECK(words_of("det ska vara så").empty());
}

TEST_CASE("what follows a preposition of place says where, and capitals within are names") {
    CHECK(words_of("Bänkar i parken") == "bänkar @parken");
    CHECK(words_of("Kodlås i stället för nycklar") == "kodlås nycklar");
    CHECK(words_of("Bänkar. Lampor i Hagby") == "bänkar lampor @*hagby");
}

TEST_CASE("what stands close behind a negation is denied") {
    CHECK(words_of("Inga kameror, mer poliser") == "-kameror poliser");
    CHECK(words_of("inte bara internet") == "-internet");
    CHECK(words_of("Inga! Kameror") == "kameror");
}

TEST_CASE("a word with its article is one that is there already") {
    std::string definite;
    for (const NoteWord& word :
         WordReader(swedish_words())
             .read("Bryggan, bron, parkens bänkar: brygga, taket, cyklarna, möten, fotbollsplan"))
        if (word.is_definite) definite += word.text + ' ';
    CHECK(definite == "bryggan parkens taket cyklarna ");
    for (const NoteWord& word : WordReader(everyday_words(NoteLanguage::english)).read("a garden"))
        CHECK_FALSE(word.is_definite);
}

TEST_CASE("of a long note the first words count") {
    std::string note;
    for (int i = 0; i < 2'000; ++i) note += "bänk ";
    CHECK(WordReader(swedish_words()).read(note).size() == WordReader::most_words);
}

}  // namespace stormote::similar
