// Table code: what lets a phone write a table's notes, without an account: eight letters that stand
// on the table's sign and in its QR code. Made from the event's key, so that every device that
// holds the event makes the same; an organiser's renewal makes all of them others. Pure, any
// thread; the state must stand still meanwhile.
#pragma once

#include "sync/base/crypto.h"
#include "sync/model/event_state.h"

namespace stormote {

constexpr std::size_t table_code_length = 8;
constexpr std::size_t table_codes_round_bytes = 8;
// Codes work from so long before the event's start until so long after its end.
constexpr std::int64_t table_codes_before_ms = 24LL * 3'600'000;
constexpr std::int64_t table_codes_after_ms = 3LL * 3'600'000;

// Derived from the event key: whoever holds it can write at every table.
struct TableCodeKey {
    SymmetricKey key{};
};
[[nodiscard]] TableCodeKey table_code_key_of(const SymmetricKey& event_key);

class TableCodes {
  public:
    TableCodes(const EventId& event, const TableCodeKey& key) : event_(event), key_(key) {}

    // Eight characters of Crockford's base 32, as a ticket's short code.
    [[nodiscard]] std::string write(const EventState& state, GroupNumber table) const;
    // The open table whose code it is, as people type it (normalise_short_code). Takes as long
    // wherever a code differs.
    [[nodiscard]] std::optional<GroupNumber> find(std::string_view text,
                                                  const EventState& state) const;
    // What a phone that came in by the code shows from then on; `phone` tells it from others. It
    // holds for as long as the code does.
    [[nodiscard]] Hash pass(const EventState& state, GroupNumber table, ByteView phone) const;

  private:
    [[nodiscard]] Hash hash_of(std::uint8_t purpose, const EventState& state, GroupNumber table,
                               ByteView more) const;

    EventId event_;
    TableCodeKey key_;
};

// For people to read: "ABCD EFGH".
[[nodiscard]] std::string spaced_table_code(const std::string& code);
// From the day before an event starts until some hours after its end; its local times.
[[nodiscard]] bool is_time_of_table_codes(std::string_view starts, std::string_view ends,
                                          std::int64_t wall_ms);
// Whether the codes of the event work at that time: from the day before it starts until some hours
// after its end, or until an organiser ends the meeting.
[[nodiscard]] bool are_table_codes_live(const EventState& state, std::int64_t wall_ms);

}  // namespace stormote
