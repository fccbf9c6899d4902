// AboutTable: what an event file says of itself, as values under names: the event's id, its wrapped
// key, and what only some files hold. On the journal's thread; borrows the database.
#pragma once

#include <optional>

#include "sync/journal/file/sqlite.h"

namespace stormote {

class AboutTable {
  public:
    explicit AboutTable(Database& database) : database_(database) {}

    [[nodiscard]] std::optional<Bytes> find(std::string_view name) const;
    // On the disk on return, unless the caller has a transaction open.
    void set(std::string_view name, ByteView value);

  private:
    Database& database_;
};

}  // namespace stormote
