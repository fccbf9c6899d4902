// Table: the rows and columns of an export, in no language yet, before they are written as CSV or
// JSON. Pure values.
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

// UTF-8 with byte order mark, `;` and CRLF, so that a Swedish Excel opens it by double-click.
// A text that a spreadsheet would run as a formula gets a leading apostrophe. Instants are local
// time.
[[nodiscard]] std::string write_csv(const Table& table, const Texts& texts);

// An array with an object a row, keyed by the columns; null where a cell is empty, instants as
// RFC 3339 in UTC. The same table is the same bytes in every language and on every machine.
[[nodiscard]] std::string write_json(const Table& table);

}  // namespace stormote
