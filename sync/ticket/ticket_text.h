// Ticket text: what a ticket's QR code holds, and how it is read back from whatever a scanner, a
// camera or a person typed. Pure, any thread.
//
// A ticket is 25 bytes: version (1), the first 8 bytes of the event id's hash, the ticket id (8),
// and the first 8 bytes of BLAKE2b over these 17 under the event's ticket key. They are written as
// one number of 61 decimal digits: digits make the smallest QR code and survive scanners set to
// another keyboard layout, caps lock and dictation. A ticket says nothing about its owner.
#pragma once

#include "sync/base/crypto.h"
#include "sync/model/verdict.h"

namespace stormote {

constexpr std::size_t ticket_digit_count = 61;
constexpr std::size_t short_code_length = 8;

// Derived from the event key: whoever holds it can issue tickets.
struct TicketKey {
    SymmetricKey key{};
};
[[nodiscard]] TicketKey ticket_key_of(const SymmetricKey& event_key);

class TicketCodec {
  public:
    TicketCodec(const EventId& event, const TicketKey& key);

    // 61 digits.
    [[nodiscard]] std::string write(const TicketId& ticket) const;
    // Finds a ticket in a text with line ends, spaces, a prefix or a suffix around or within it;
    // else a short code that one ticket of the state has. Texts of any bytes and any length.
    [[nodiscard]] TicketReading read(std::string_view text, const EventState& state) const;

  private:
    [[nodiscard]] ByteArray<8> authenticate(ByteView signed_part) const;
    [[nodiscard]] std::optional<TicketReading> read_digits(std::string_view digits) const;

    ByteArray<8> event_hash_{};
    TicketKey key_;
};

// Eight characters of Crockford's base 32 (no I, L, O, U): the first 40 bits of the ticket id.
[[nodiscard]] std::string write_short_code(const TicketId& ticket);
// Forgives lower case, spaces, hyphens, O for 0, I and L for 1. Nothing when it is no code.
[[nodiscard]] std::optional<std::string> normalise_short_code(std::string_view text);

}  // namespace stormote
