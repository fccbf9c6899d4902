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

// What the texts of a column are where a program could take them for more than texts.
enum class ColumnTexts : std::uint8_t {
    words,
    dates,      // "2022-09-26", where they are dates at all
    numbers,    // "3", where they are numbers at all
    sectors,    // as they are stored: see sync/model/sector.h
    languages,  // by their tags, where they have any: "sv"
};

// The key names the column in JSON, the heading in files for people.
struct ReportColumn {
    const char *key = "";
    Sentence heading{""};
    Sentence meaning{""};  // in a sentence, where the heading is not enough; or ""
    ColumnTexts texts = ColumnTexts::words;
};

struct Table {
    std::vector<ReportColumn> columns;
    std::vector<std::vector<Cell>> rows;  // each as wide as the columns
};

// An empty text is a cell with nothing in it.
[[nodiscard]] inline Cell text_cell(std::string text) {
    return text.empty() ? Cell() : Cell(std::move(text));
}

}  // namespace stormote
