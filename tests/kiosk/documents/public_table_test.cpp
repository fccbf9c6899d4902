// Tables for everybody.
#include "kiosk/documents/public_table.h"

#include <catch2/catch.hpp>

namespace stormote {

TEST_CASE("for everybody a table keeps its columns, and says nothing of who somebody is") {
    Table table;
    table.columns = {{"text", {"T"}},
                     {"name", {"N"}},
                     {"organisation", {"O"}},
                     {"reach", {"R"}},
                     {"department", {"D"}}};
    table.rows = {{std::string("hej"), std::string("Åsa"), std::string("Eken"), std::string("070"),
                   std::string("Skola")}};
    const Table shown = without_names(table);
    CHECK(shown.columns.size() == 5);
    CHECK(shown.rows ==
          std::vector<std::vector<Cell>>{{std::string("hej"), {}, {}, {}, std::string("Skola")}});
}

TEST_CASE("what a table of organisations is about stays") {
    Table table;
    table.columns = {{"organisation", {"O"}}, {"declared_by", {"D"}}, {"sector", {"S"}}};
    table.rows = {{std::string("Eken"), std::string("Åsa"), std::string("Nätverk")}};
    CHECK(without_names(table).rows ==
          std::vector<std::vector<Cell>>{{std::string("Eken"), {}, std::string("Nätverk")}});
}

}  // namespace stormote
