// List text: the text of a list file, whatever program saved it. Pure, any thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "kiosk/lists/list_problem.h"

namespace stormote {

constexpr std::size_t most_list_bytes = 50'000'000;

struct ListText {
    std::string text;  // UTF-8, without byte order mark; empty when there is a problem
    std::optional<ListProblem> problem;
};

// UTF-8 and UTF-16 by their byte order marks; else strict UTF-8, else Windows-1252. A problem: the
// file is empty, not text but something else, or in two encodings at once.
[[nodiscard]] ListText decode_list(std::string_view bytes);

// Any bytes; those that stand for nothing become U+FFFD.
[[nodiscard]] std::string from_windows_1252(std::string_view bytes);

// What a cell says: trimmed, and without the apostrophe that our own exports put before what a
// spreadsheet would run as a formula.
[[nodiscard]] std::string cell_text(std::string_view cell);

// The number of the line that a position stands on; CR, LF and CRLF each end a line.
[[nodiscard]] std::size_t line_at(std::string_view text, std::size_t position);

}  // namespace stormote
