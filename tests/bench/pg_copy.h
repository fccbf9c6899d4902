// PgCopy: rows in the binary format of COPY ... FROM STDIN (FORMAT binary): how fast PostgreSQL
// takes rows when nothing is asked. One owner.
#pragma once

#include "sync/central/postgres/pg_connection.h"

namespace stormote::testing {

class PgCopy {
  public:
    PgCopy();

    void begin_row(std::size_t columns);
    void add(ByteView bytes);
    void add(std::int64_t number);
    // Ends the rows. Throws std::runtime_error where the server does not take them.
    void send(PgConnection& connection, const char *sql);

  private:
    Bytes bytes_;
};

}  // namespace stormote::testing
