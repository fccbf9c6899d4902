// Writing: a text of several lines while somebody writes it, with its caret. Plain values and what
// typing does to them; knows no screen. Any thread.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace stormote {

constexpr std::size_t longest_writing = 2000;  // characters

struct Writing {
    std::string text;
    std::size_t caret = 0;  // in bytes, where a letter begins, or the text's end
    // Which line stands uppermost in the field, and whether the field moves so that the caret
    // shows: it does, until a finger has moved the text.
    std::size_t first_line = 0;
    bool follows_caret = true;
    // A finger holds the text: where it came down, and the uppermost line then.
    std::optional<float> held_y = std::nullopt;
    std::size_t held_line = 0;
    bool dragged = false;  // so it did not ask for the caret

    bool operator==(const Writing&) const = default;
};

// With the caret at its end.
[[nodiscard]] Writing writing_of(std::string text);

// Puts letters in at the caret; none where there would be too many. A line feed begins a line.
void insert(Writing& writing, std::string_view letters);
// Takes away the letter before the caret.
void erase(Writing& writing);
void step_back(Writing& writing);
void step_on(Writing& writing);

// Whether the next letter begins a sentence, and so is a capital.
[[nodiscard]] bool is_sentence_start(const Writing& writing);
// Without the spaces and empty lines behind the last word.
[[nodiscard]] std::string text_of(const Writing& writing);
// Whether there is anything to keep.
[[nodiscard]] bool is_blank(const Writing& writing);

}  // namespace stormote
