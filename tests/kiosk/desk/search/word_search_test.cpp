#include "kiosk/desk/search/word_search.h"

#include <catch2/catch.hpp>

namespace stormote {

TEST_CASE("a text is found by the beginnings of its words, in any order, without case or marks") {
    const std::string text = "Föreningarna målar bänkarna i Åkerparken, 2023";
    for (const char *typed : {"b", "bänk", "BANKAR", "aker mal", "för-bänk", "202", "  i "}) {
        CAPTURE(typed);
        CHECK(WordSearch(typed).finds(text));
    }
    for (const char *typed : {"anka", "parken", "bänk stol", "bänkarnas", "", "  ", "-"}) {
        CAPTURE(typed);
        CHECK_FALSE(WordSearch(typed).finds(text));
    }
    CHECK(WordSearch("-").is_empty());
    CHECK(WordSearch("مدر").finds("نريد مدرسة جديدة"));
}

TEST_CASE(
    "an excerpt is the whole of a short text, and of a long one what stands around the word") {
    const WordSearch search("bänk");
    CHECK(search.excerpt("Fler\nbänkar", 40) == "Fler bänkar");
    const std::string before = "Ett två tre fyra fem sex sju åtta nio tio";
    CHECK(search.excerpt(before + " bänkar vid vägen upp till torget", 40) ==
          "… åtta nio tio bänkar vid vägen upp till …");
    CHECK(search.excerpt("Bänkar " + before, 20) == "Bänkar Ett två tre …");
    // As much of the end as there is room for.
    CHECK(search.excerpt(before + " bänkar", 20) == "… åtta nio tio bänkar");
    CHECK(search.excerpt("Utan ordet, men mycket längre än så", 12) == "Utan ordet, …");
}

}  // namespace stormote
