// List text: the text of a list file, whatever program saved it. Pure, any thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "kiosk/lists/list_problem.h"

namespace stormote {

constexpr std::size_t most_list_bytes = 50'000'000;

// How the letters of a list were stored: all that there are, or only those of western Europe.
enum class ListEncoding : std::uint8_t { unicode, windows_1252 };

struct ListText {
    std::string text;  // UTF-8, without byte order mark; empty when there is a problem
    std::optional<ListProblem> problem;
    ListEncoding encoding = ListEncoding::unicode;
};

// UTF-8 and UTF-16 by their byte order marks; else strict UTF-8, else Windows-1252; what stands for
// no character becomes U+FFFD. A problem: the file is empty, not text but something else, or in two
// encodings at once.
[[nodiscard]] ListText decode_list(std::string_view bytes);

// Any bytes; those that stand for nothing become U+FFFD.
[[nodiscard]] std::string from_windows_1252(std::string_view bytes);

// Whether a text holds U+FFFD, which stands where a character could not be read.
[[nodiscard]] bool has_unreadable(std::string_view text);
[[nodiscard]] Error unreadable_character();

// What a cell says: trimmed, and without the apostrophe that our own exports put before what a
// spreadsheet would run as a formula.
[[nodiscard]] std::string cell_text(std::string_view cell);

// The number of the line that a position stands on; CR, LF and CRLF each end a line.
[[nodiscard]] std::size_t line_at(std::string_view text, std::size_t position);

}  // namespace stormote
