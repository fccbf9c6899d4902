#include "kiosk/web/pages/table_pass.h"

namespace stormote {

namespace {

constexpr std::size_t table_bytes = 4;
constexpr std::size_t pass_bytes = 16 + table_bytes + 16 + 32;

}  // namespace

std::string write_table_pass(const TablePass& pass) {
    Bytes bytes(pass.event.value.bytes.begin(), pass.event.value.bytes.end());
    append_big_endian(bytes, static_cast<std::uint32_t>(pass.table), table_bytes);
    bytes.insert(bytes.end(), pass.phone.begin(), pass.phone.end());
    bytes.insert(bytes.end(), pass.proof.begin(), pass.proof.end());
    return to_hex(bytes);
}

std::optional<TablePass> read_table_pass(std::string_view text) {
    if (text.size() != 2 * pass_bytes) return std::nullopt;
    const auto bytes = from_hex(text);
    if (!bytes) return std::nullopt;
    const ByteView view(*bytes);
    TablePass pass;
    pass.event = EventId{Uuid{*to_array<16>(view.first(16))}};
    pass.table = static_cast<GroupNumber>(read_big_endian(view.subspan(16, table_bytes)));
    pass.phone = *to_array<16>(view.subspan(16 + table_bytes, 16));
    pass.proof = *to_array<32>(view.last(32));
    return pass;
}

}  // namespace stormote
