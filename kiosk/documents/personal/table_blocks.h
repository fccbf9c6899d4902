// Table blocks: a table of a report as a part of a paper, in words. Pure.
#pragma once

#include <string>
#include <vector>

#include "kiosk/documents/content/document.h"
#include "sync/base/texts.h"
#include "sync/report/table.h"

namespace stormote {

// As a person reads it: "12 oktober 2022 17.36", "Avanmäld"; nothing where the cell has nothing.
[[nodiscard]] std::string cell_in_words(const Cell& cell, ColumnTexts texts_of_column,
                                        const Texts& texts);

// Row by row, its columns by name; those that say nothing anywhere are left out, and so are ids.
// Nothing where there are no rows.
void add_table(std::vector<Block>& blocks, const Table& table, const Texts& texts);

// The same rows as lines, "E-post · asa@example.org · Ja".
[[nodiscard]] std::vector<std::string> rows_in_words(const Table& table, const Texts& texts);

}  // namespace stormote
