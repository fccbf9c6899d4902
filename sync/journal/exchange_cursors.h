// ExchangeCursors: how far exchanges with stores have come: small numbers under names, kept in the
// event file. What a name means is the exchange's.
//
// On the journal's thread; borrows the database. On the disk on return.
#pragma once

#include <cstdint>
#include <string>

namespace stormote {

class Database;

class ExchangeCursors {
  public:
    explicit ExchangeCursors(Database& database) : database_(database) {}

    // 0 where it was never set.
    [[nodiscard]] std::uint64_t get(const std::string& name) const;
    void set(const std::string& name, std::uint64_t value);
    // Of every store: its log is read again from the beginning.
    void forget_positions();

  private:
    Database& database_;
};

}  // namespace stormote
