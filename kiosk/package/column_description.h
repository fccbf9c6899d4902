// Column description: what the columns of tables hold, as XML by schemas/tables.xsd: derived from
// the tables as they declare themselves, and the words of closed lists from those that stand in
// them. Pure.
#pragma once

#include <string>
#include <vector>

#include "sync/report/table.h"

namespace stormote {

struct DescribedTable {
    std::string name;  // of its files, without the ending
    std::string title;
    std::string contents;
    Table table;
};

[[nodiscard]] std::string describe_columns(const std::vector<DescribedTable>& tables,
                                           const Texts& texts);

}  // namespace stormote
