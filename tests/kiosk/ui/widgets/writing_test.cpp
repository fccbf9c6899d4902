// What is selected in a text that somebody writes, and what typing, erasing and stepping make of
// it.
#include "kiosk/ui/widgets/writing.h"

#include <catch2/catch.hpp>

namespace stormote {

namespace {

Writing at(std::string text, std::size_t caret) {
    Writing writing = writing_of(std::move(text));
    writing.caret = caret;
    return writing;
}

std::string word_at(const std::string& text, std::size_t caret) {
    Writing writing = at(text, caret);
    select_word(writing);
    return std::string(selection(writing));
}

}  // namespace

TEST_CASE("the word at the caret is selected whole, whatever its letters are made of") {
    const std::string text = "Fler bänkar, tack";
    for (const std::size_t caret : {5U, 6U, 8U, 12U}) {
        CAPTURE(caret);
        CHECK(word_at(text, caret) == "bänkar");
    }
    CHECK(word_at(text, 0) == "Fler");
    CHECK(word_at(text, text.size()) == "tack");
    CHECK(word_at("Ett  två", 4) == "");
    CHECK(word_at("", 0) == "");
    // Marks of their own belong to their letter, and Arabic is read from the right.
    CHECK(word_at("ba\u0308nk \U0001F469\u200D\U0001F9B3 här", 2) == "ba\u0308nk");
    CHECK(word_at("نريد مدرسة جديدة", 12) == "مدرسة");
}

TEST_CASE("what is typed stands in the place of what was selected, and the eraser takes it away") {
    Writing writing = at("Fler bänkar, tack", 8);
    select_word(writing);
    Writing erased = writing;
    insert(writing, "s");
    insert(writing, "tolar");
    CHECK(writing.text == "Fler stolar, tack");
    CHECK(writing.caret == 11);
    CHECK(selection(writing).empty());
    erase(erased);
    CHECK(erased.text == "Fler , tack");
    CHECK(erased.caret == 5);
}

TEST_CASE("a step leads to the end of what is selected") {
    Writing back = at("Fler bänkar", 6);
    select_word(back);
    Writing on = back;
    step_back(back);
    CHECK(back.caret == 5);
    CHECK(selection(back).empty());
    step_on(on);
    CHECK(on.caret == std::string("Fler bänkar").size());
    CHECK(selection(on).empty());
}

TEST_CASE("a text that is full takes as much as the selection gives way to") {
    Writing full = writing_of(std::string(longest_writing, 'x'));
    insert(full, "y");
    CHECK(full.text.back() == 'x');
    select_all(full);
    insert(full, "y");
    CHECK(full.text == "y");
}

}  // namespace stormote
