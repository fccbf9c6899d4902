// TablePass: what a phone shows that came in by a table's code: which table of which event, and a
// proof out of the event's key that ends with the code (sync/ticket/table_code.h). No server keeps
// it: every process that has the event knows it again. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "sync/ticket/table_code.h"

namespace stormote {

struct TablePass {
    EventId event{};
    GroupNumber table = 0;
    ByteArray<16> phone{};  // by chance, so that two phones have different forms
    Hash proof{};
};

[[nodiscard]] std::string write_table_pass(const TablePass& pass);
// Nothing where the text is none; whether it holds is another question.
[[nodiscard]] std::optional<TablePass> read_table_pass(std::string_view text);

}  // namespace stormote
