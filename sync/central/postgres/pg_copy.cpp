#include "sync/central/postgres/pg_copy.h"

namespace stormote {

void PgCopy::clear() {
    using namespace std::string_view_literals;
    const ByteView signature = view_bytes("PGCOPY\n\xFF\r\n\0"sv);
    bytes_.assign(signature.begin(), signature.end());
    // No flags, and no extension of the head.
    append_big_endian(bytes_, 0, 8);
    rows_ = 0;
}

void PgCopy::begin_row(std::size_t columns) {
    append_big_endian(bytes_, columns, 2);
    ++rows_;
}

void PgCopy::add(ByteView bytes) {
    append_big_endian(bytes_, bytes.size(), 4);
    bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
}

void PgCopy::add(std::int64_t number) {
    append_big_endian(bytes_, 8, 4);
    append_big_endian(bytes_, static_cast<std::uint64_t>(number), 8);
}

void PgCopy::add_null() {
    append_big_endian(bytes_, 0xFFFF'FFFF, 4);
}

ByteView PgCopy::finish() {
    append_big_endian(bytes_, 0xFFFF, 2);
    return bytes_;
}

}  // namespace stormote
