#include "sync/replication/pairing.h"

#include "sync/base/text_folding.h"

namespace stormote {

namespace {

constexpr std::uint8_t text_version = 1;
constexpr std::size_t check_size = 4;
constexpr std::size_t pairing_size = 16 + 16;
constexpr std::size_t pairing_size_with_key = pairing_size + 32;
constexpr std::size_t event_key_size = 16 + 32;

Bytes check_of(ByteView bytes) {
    const Hash digest = hash_bytes(bytes);
    return {digest.begin(), digest.begin() + check_size};
}

// Version, parts, check.
template <typename... Parts>
std::string write_checked(const Parts&...parts) {
    Bytes bytes{text_version};
    (bytes.insert(bytes.end(), parts.begin(), parts.end()), ...);
    const Bytes check = check_of(bytes);
    bytes.insert(bytes.end(), check.begin(), check.end());
    return to_base64(bytes);
}

// The parts; nothing when the text is of another version, or its check does not agree.
std::optional<Bytes> read_checked(const Bytes& bytes) {
    if (bytes.size() < 1 + check_size || bytes.front() != text_version) return std::nullopt;
    const ByteView content = ByteView(bytes).first(bytes.size() - check_size);
    if (check_of(content) != Bytes(bytes.end() - check_size, bytes.end())) return std::nullopt;
    return Bytes(content.begin() + 1, content.end());
}

}  // namespace

std::string write_pairing(const Pairing& pairing) {
    const auto& event = pairing.event.value.bytes;
    return pairing.key ? write_checked(event, pairing.secret, *pairing.key)
                       : write_checked(event, pairing.secret);
}

Result<Pairing> read_pairing(std::string_view text) {
    const auto bytes = from_base64(trim_text(text));
    if (bytes && !bytes->empty() && bytes->front() > text_version) {
        return input_error(
            {"The pairing text was made by a newer version of Stormöte. Update this "
             "machine."});
    }
    const auto parts = bytes ? read_checked(*bytes) : std::nullopt;
    if (!parts || (parts->size() != pairing_size && parts->size() != pairing_size_with_key)) {
        return input_error(
            {"The pairing text is not whole or has a wrong character. Copy all of "
             "it, or scan its code again."});
    }
    const ByteView view(*parts);
    Pairing pairing;
    pairing.event.value.bytes = *to_array<16>(view.first(16));
    pairing.secret = *to_array<16>(view.subspan(16, 16));
    if (parts->size() == pairing_size_with_key) pairing.key = to_array<32>(view.subspan(32));
    return pairing;
}

std::string write_token(const Token& token) {
    return to_base64(token);
}

std::optional<Token> read_token(std::string_view text) {
    const auto bytes = from_base64(trim_text(text));
    return bytes ? to_array<32>(*bytes) : std::nullopt;
}

std::string write_event_key(const EventKey& key) {
    return write_checked(key.event.value.bytes, key.key);
}

std::optional<EventKey> read_event_key(std::string_view text) {
    const auto bytes = from_base64(trim_text(text));
    const auto parts = bytes ? read_checked(*bytes) : std::nullopt;
    if (!parts || parts->size() != event_key_size) return std::nullopt;
    const ByteView view(*parts);
    return EventKey{EventId{Uuid{*to_array<16>(view.first(16))}}, *to_array<32>(view.subspan(16))};
}

}  // namespace stormote
