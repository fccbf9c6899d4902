// PgCopy: rows in the binary format of COPY ... FROM STDIN (FORMAT binary). Pure; one owner.
#pragma once

#include "sync/base/bytes.h"

namespace stormote {

class PgCopy {
  public:
    PgCopy() { clear(); }

    void begin_row(std::size_t columns);
    void add(ByteView bytes);
    void add(std::int64_t number);
    void add_null();

    [[nodiscard]] std::size_t rows() const { return rows_; }
    // With the end that COPY wants; nothing is added after it.
    [[nodiscard]] ByteView finish();
    void clear();

  private:
    Bytes bytes_;
    std::size_t rows_ = 0;
};

}  // namespace stormote
