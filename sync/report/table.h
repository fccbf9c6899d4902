// Table: the rows and columns of an export, in no language yet, whatever they will be written as.
// Pure values.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "sync/base/texts.h"

namespace stormote {

struct Instant {
    std::int64_t wall_ms = 0;
    bool operator==(const Instant&) const = default;
};

// A word of a closed list: its code is for programs and never changes, its sentence for people.
struct Word {
    const char *code = "";
    Sentence shown{""};
    bool operator==(const Word& other) const { return std::string(code) == other.code; }
};

// std::monostate: nothing is known, or the question does not arise.
using Cell = std::variant<std::monostate, std::string, std::int64_t, Instant, Word>;

// The key names the column in JSON, the heading in CSV.
struct Column {
    const char *key = "";
    Sentence heading{""};
};

struct Table {
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;  // each as wide as the columns
};

// An empty text is a cell with nothing in it.
[[nodiscard]] inline Cell text_cell(std::string text) {
    return text.empty() ? Cell() : Cell(std::move(text));
}

}  // namespace stormote
