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

struct TableCodeWrong {};
struct TableCodeDelayed {
    std::int64_t wait_ms = 0;
};
using TableEntry = std::variant<AtTable, TableCodeWrong, TableCodeDelayed>;

// By the code, which is tried at every event whose codes work now. Wrong ones are counted by
// address, and in all. Who came in stands in the log.
[[nodiscard]] TableEntry enter_table(const Site& site, std::string_view code,
                                     const std::string& address);
// By the pass. Nothing where it does not hold, or no more.
[[nodiscard]] std::optional<AtTable> find_table(const Site& site, const std::string& token);

}  // namespace stormote
