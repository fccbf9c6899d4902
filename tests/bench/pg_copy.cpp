#include "tests/bench/pg_copy.h"

#include <stdexcept>

namespace stormote::testing {

PgCopy::PgCopy() {
    using namespace std::string_view_literals;
    const ByteView signature = view_bytes("PGCOPY\n\xFF\r\n\0"sv);
    bytes_.assign(signature.begin(), signature.end());
    // No flags, and no extension of the head.
    append_big_endian(bytes_, 0, 8);
}

void PgCopy::begin_row(std::size_t columns) {
    append_big_endian(bytes_, columns, 2);
}

void PgCopy::add(ByteView bytes) {
    append_big_endian(bytes_, bytes.size(), 4);
    bytes_.insert(bytes_.end(), bytes.begin(), bytes.end());
}

void PgCopy::add(std::int64_t number) {
    append_big_endian(bytes_, 8, 4);
    append_big_endian(bytes_, static_cast<std::uint64_t>(number), 8);
}

void PgCopy::send(PgConnection& connection, const char *sql) {
    append_big_endian(bytes_, 0xFFFF, 2);
    PGconn *handle = connection.handle();
    PQclear(PQexec(handle, sql));
    const auto *bytes = reinterpret_cast<const char *>(bytes_.data());
    bool is_taken = PQputCopyData(handle, bytes, static_cast<int>(bytes_.size())) == 1 &&
                    PQputCopyEnd(handle, nullptr) == 1;
    while (PGresult *result = PQgetResult(handle)) {
        is_taken &= PQresultStatus(result) == PGRES_COMMAND_OK;
        PQclear(result);
    }
    if (!is_taken) throw std::runtime_error(PQerrorMessage(handle));
}

}  // namespace stormote::testing
