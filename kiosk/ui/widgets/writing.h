// Writing: a text of several lines while somebody writes it, with its caret. Plain values and what
// typing does to them; knows no screen. Any thread.
#pragma once

#include <cstddef>
#include <cstdint>
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
    // The other end of what is selected, where a letter begins; nothing is selected where it is the
    // caret.
    std::optional<std::size_t> anchor = std::nullopt;
    // A finger moves the caret, and the anchor stays: how far the caret stands from the finger.
    bool selecting = false;
    float grip_across = 0;
    float grip_down = 0;
    std::int64_t tapped_ms = 0;  // when a finger put the caret there, on the steady clock

    bool operator==(const Writing&) const = default;
};

// With the caret at its end.
[[nodiscard]] Writing writing_of(std::string text);

// Puts letters in at the caret, in the place of what is selected; none where there would be too
// many. A line feed begins a line.
void insert(Writing& writing, std::string_view letters);
// Takes away what is selected, or the letter before the caret.
void erase(Writing& writing);
// To the end of what is selected, or by a letter.
void step_back(Writing& writing);
void step_on(Writing& writing);

[[nodiscard]] std::string_view selection(const Writing& writing);
// The word at the caret, which stands behind it then; nothing where none is there.
void select_word(Writing& writing);
void select_all(Writing& writing);
void select_nothing(Writing& writing);

// Whether the next letter begins a sentence, and so is a capital.
[[nodiscard]] bool is_sentence_start(const Writing& writing);
// Without the spaces and empty lines behind the last word.
[[nodiscard]] std::string text_of(const Writing& writing);
// Whether there is anything to keep.
[[nodiscard]] bool is_blank(const Writing& writing);

}  // namespace stormote
