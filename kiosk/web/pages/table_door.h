// TableDoor: who is let in to a table's page: by the table's code, and from then on by the pass
// that they got for it. Any thread; borrows the site.
#pragma once

#include <variant>

#include "kiosk/web/pages/site.h"
#include "kiosk/web/pages/table_pass.h"

namespace stormote {

// A table that a phone came in to; its rights are that table's notes and how many sit there.
struct AtTable {
    EventId event{};
    GroupNumber table = 0;
    std::shared_ptr<DeskThread> desk{};
    std::string token;  // the pass, as the cookie has it
};

struct TableEntered {
    EventId event{};
    std::string token;
};
struct TableCodeWrong {};
struct TableCodeDelayed {
    std::int64_t wait_ms = 0;
};
using TableEntry = std::variant<TableEntered, TableCodeWrong, TableCodeDelayed>;

// By the code, which is tried at every event whose codes work now, also where another process
// writes in it. A phone that has a pass for that table keeps it. Wrong ones are counted by address,
// and in all. Who came in stands in the log.
[[nodiscard]] TableEntry enter_table(const Site& site, std::string_view code,
                                     const std::string& token, const std::string& address);

struct TableEnded {};    // the pass does not hold, or no more
struct TableNotOpen {};  // its event is not open here just now
using TableAccess = std::variant<AtTable, TableEnded, TableNotOpen>;
// By the pass.
[[nodiscard]] TableAccess find_table(const Site& site, const std::string& token);

}  // namespace stormote
