// OpenMark: says in an event file itself that a program writes to it, so that a copy of the main
// file alone is known for what it is: without its WAL, which holds the last commits.
//
// On the journal's thread; borrows the database. Only a file that is opened for writing is marked.
#pragma once

#include <cstddef>
#include <limits>

namespace stormote {

class Database;

class OpenMark {
  public:
    // The reserve is what a WAL that is begun has written beforehand; see reserve_wal().
    OpenMark(Database& database, std::size_t wal_reserve_bytes)
        : database_(database), wal_reserve_bytes_(wal_reserve_bytes) {}

    void set(std::size_t most_reserve_bytes = std::numeric_limits<std::size_t>::max());
    // Whether it was set: the file was opened for writing.
    [[nodiscard]] bool was_set() const { return was_set_; }
    // Takes the mark away and empties the WAL. False when a reader kept it from being emptied.
    [[nodiscard]] bool clear();
    // Empties the WAL of a file that stays marked, and begins it anew with the reserve or less.
    // False when a reader kept it from being emptied.
    [[nodiscard]] bool empty_wal(
        std::size_t most_reserve_bytes = std::numeric_limits<std::size_t>::max());

  private:
    Database& database_;
    std::size_t wal_reserve_bytes_;
    bool was_set_ = false;
};

}  // namespace stormote
