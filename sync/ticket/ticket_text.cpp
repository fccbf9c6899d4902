#include "sync/ticket/ticket_text.h"

#include <algorithm>

namespace stormote {

namespace {

constexpr std::uint8_t ticket_version = 1;
constexpr std::size_t ticket_size = 25;
constexpr std::size_t signed_size = 17;
constexpr std::string_view crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
// Longer than any scanner's prefix and suffix; what comes after is not looked at.
constexpr std::size_t longest_text = 4096;

std::string to_decimal(ByteView bytes) {
    Bytes rest(bytes.begin(), bytes.end());
    std::string digits(ticket_digit_count, '0');
    for (std::size_t place = digits.size(); place-- > 0;) {
        unsigned remainder = 0;
        for (std::uint8_t& byte : rest) {
            const unsigned value = remainder << 8 | byte;
            byte = static_cast<std::uint8_t>(value / 10);
            remainder = value % 10;
        }
        digits[place] = static_cast<char>('0' + remainder);
    }
    return digits;
}

// Nothing when the number does not fit into a ticket's 200 bits.
std::optional<ByteArray<ticket_size>> from_decimal(std::string_view digits) {
    ByteArray<ticket_size> bytes{};
    for (const char digit : digits) {
        auto carry = static_cast<unsigned>(digit - '0');
        for (std::size_t i = bytes.size(); i-- > 0;) {
            const unsigned value = bytes[i] * 10U + carry;
            bytes[i] = static_cast<std::uint8_t>(value);
            carry = value >> 8;
        }
        if (carry != 0) return std::nullopt;
    }
    return bytes;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_separator(char c) {
    return c == ' ' || c == '-' || c == '\t' || c == '\r' || c == '\n';
}

// Runs of digits that are long enough to hold a ticket; spaces and hyphens within are ignored.
std::vector<std::string> digit_runs(std::string_view text) {
    std::vector<std::string> runs(1);
    for (const char c : text.substr(0, longest_text)) {
        if (is_digit(c)) {
            runs.back() += c;
        } else if (!is_separator(c) && !runs.back().empty()) {
            runs.emplace_back();
        }
    }
    std::erase_if(runs, [](const auto& run) { return run.size() < ticket_digit_count; });
    return runs;
}

}  // namespace

TicketKey ticket_key_of(const SymmetricKey& event_key) {
    return {derive_key(event_key, "stormote ticket")};
}

TicketCodec::TicketCodec(const EventId& event, const TicketKey& key) : key_(key) {
    const Hash digest = hash_bytes(event.value.bytes);
    std::copy_n(digest.begin(), event_hash_.size(), event_hash_.begin());
}

ByteArray<8> TicketCodec::authenticate(ByteView signed_part) const {
    const Hash digest = keyed_hash(key_.key, signed_part);
    ByteArray<8> tag{};
    std::copy_n(digest.begin(), tag.size(), tag.begin());
    return tag;
}

std::string TicketCodec::write(const TicketId& ticket) const {
    Bytes bytes{ticket_version};
    bytes.insert(bytes.end(), event_hash_.begin(), event_hash_.end());
    bytes.insert(bytes.end(), ticket.bytes.begin(), ticket.bytes.end());
    const auto tag = authenticate(bytes);
    bytes.insert(bytes.end(), tag.begin(), tag.end());
    return to_decimal(bytes);
}

std::optional<TicketReading> TicketCodec::read_digits(std::string_view digits) const {
    const auto bytes = from_decimal(digits);
    if (!bytes || bytes->front() != ticket_version) return std::nullopt;
    const ByteView view(*bytes);
    TicketReading reading;
    if (!std::ranges::equal(view.subspan(1, 8), event_hash_)) {
        reading.authenticity = TicketAuthenticity::other_event;
        return reading;
    }
    const auto tag = authenticate(view.first(signed_size));
    if (!std::ranges::equal(view.subspan(signed_size), tag)) {
        reading.authenticity = TicketAuthenticity::forged;
        return reading;
    }
    reading.authenticity = TicketAuthenticity::authentic;
    reading.ticket = TicketId{*to_array<8>(view.subspan(9, 8))};
    return reading;
}

TicketReading TicketCodec::read(std::string_view text, const EventState& state) const {
    // A scanner's prefix may end in digits, so every window of a longer run is tried; the best
    // reading is kept: authentic before forged before another event's.
    std::optional<TicketReading> best;
    for (const std::string& run : digit_runs(text)) {
        for (std::size_t start = 0; start + ticket_digit_count <= run.size(); ++start) {
            const auto reading =
                read_digits(std::string_view(run).substr(start, ticket_digit_count));
            if (reading && (!best || reading->authenticity < best->authenticity)) best = reading;
            if (best && best->authenticity == TicketAuthenticity::authentic) return *best;
        }
    }
    if (best) return *best;
    const auto code = normalise_short_code(text);
    if (!code) return {};
    TicketReading found;
    for (const auto& [id, ticket] : state.tickets()) {
        if (write_short_code(id) != *code) continue;
        // Two tickets may share a code, once in a million million: then the QR code must be shown.
        if (found.ticket) return {};
        found = {TicketAuthenticity::known_code, id};
    }
    return found;
}

std::string write_short_code(const TicketId& ticket) {
    std::uint64_t bits = read_big_endian(ByteView(ticket.bytes).first(5));
    std::string code(short_code_length, '0');
    for (std::size_t place = code.size(); place-- > 0; bits >>= 5) {
        code[place] = crockford[bits & 31];
    }
    return code;
}

std::optional<std::string> normalise_short_code(std::string_view text) {
    std::string code;
    for (char c : text) {
        if (is_separator(c)) continue;
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
        if (c == 'O') c = '0';
        if (c == 'I' || c == 'L') c = '1';
        if (code.size() == short_code_length || crockford.find(c) == std::string_view::npos) {
            return std::nullopt;
        }
        code += c;
    }
    if (code.size() != short_code_length) return std::nullopt;
    return code;
}

}  // namespace stormote
