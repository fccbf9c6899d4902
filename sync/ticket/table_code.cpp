#include "sync/ticket/table_code.h"

#include <sodium.h>

#include "sync/base/local_time.h"
#include "sync/model/agenda.h"
#include "sync/model/presence.h"
#include "sync/ticket/ticket_text.h"

namespace stormote {

namespace {

constexpr std::uint8_t code_purpose = 1;
constexpr std::uint8_t pass_purpose = 2;

}  // namespace

TableCodeKey table_code_key_of(const SymmetricKey& event_key) {
    return {derive_key(event_key, "stormote table code")};
}

Hash TableCodes::hash_of(std::uint8_t purpose, const EventState& state, GroupNumber table,
                         ByteView more) const {
    const std::string& round = state.setting(SettingField::table_codes);
    Bytes bytes{purpose};
    bytes.insert(bytes.end(), event_.value.bytes.begin(), event_.value.bytes.end());
    append_big_endian(bytes, static_cast<std::uint32_t>(table), 4);
    // Of another length in front of it no text means the same.
    append_big_endian(bytes, round.size(), 4);
    const ByteView round_bytes = view_bytes(round);
    bytes.insert(bytes.end(), round_bytes.begin(), round_bytes.end());
    bytes.insert(bytes.end(), more.begin(), more.end());
    return keyed_hash(key_.key, bytes);
}

std::string TableCodes::write(const EventState& state, GroupNumber table) const {
    const Hash hash = hash_of(code_purpose, state, table, {});
    TicketId id;
    std::copy_n(hash.begin(), id.bytes.size(), id.bytes.begin());
    return write_short_code(id);
}

std::optional<GroupNumber> TableCodes::find(std::string_view text, const EventState& state) const {
    const auto wanted = normalise_short_code(text);
    if (!wanted) return std::nullopt;
    std::optional<GroupNumber> found;
    for (const auto& [table, fields] : state.groups()) {
        if (table == 0 || is_closed(fields)) continue;
        const std::string code = write(state, table);
        // Two tables may share a code, once in ten thousand million: then neither is opened.
        if (sodium_memcmp(code.data(), wanted->data(), table_code_length) != 0) continue;
        if (found) return std::nullopt;
        found = table;
    }
    return found;
}

Hash TableCodes::pass(const EventState& state, GroupNumber table, ByteView phone) const {
    return hash_of(pass_purpose, state, table, phone);
}

std::string spaced_table_code(const std::string& code) {
    return code.substr(0, table_code_length / 2) + ' ' + code.substr(table_code_length / 2);
}

bool is_time_of_table_codes(std::string_view starts, std::string_view ends, std::int64_t wall_ms) {
    const auto starts_ms = instant_of(starts);
    const auto ends_ms = instant_of(ends);
    return starts_ms && ends_ms && wall_ms >= *starts_ms - table_codes_before_ms &&
           wall_ms < *ends_ms + table_codes_after_ms;
}

bool are_table_codes_live(const EventState& state, std::int64_t wall_ms) {
    return !meeting_ended_ms(state) &&
           is_time_of_table_codes(state.setting(SettingField::starts),
                                  state.setting(SettingField::ends), wall_ms);
}

}  // namespace stormote
