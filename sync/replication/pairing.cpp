#include "sync/replication/pairing.h"

#include "sync/base/text_folding.h"

namespace stormote {

namespace {

constexpr std::uint8_t pairing_version = 1;
constexpr std::size_t check_size = 4;
constexpr std::size_t size_without_key = 1 + 16 + 16 + check_size;
constexpr std::size_t size_with_key = size_without_key + 32;

Bytes check_of(ByteView bytes) {
    const Hash digest = hash_bytes(bytes);
    return {digest.begin(), digest.begin() + check_size};
}

template <std::size_t Size>
std::optional<ByteArray<Size>> read_array(std::string_view text) {
    const auto bytes = from_base64(trim_text(text));
    return bytes ? to_array<Size>(*bytes) : std::nullopt;
}

}  // namespace

std::string write_pairing(const Pairing& pairing) {
    Bytes bytes{pairing_version};
    const auto append = [&bytes](const auto& part) {
        bytes.insert(bytes.end(), part.begin(), part.end());
    };
    append(pairing.event.value.bytes);
    append(pairing.secret);
    if (pairing.key) append(*pairing.key);
    append(check_of(bytes));
    return to_base64(bytes);
}

Result<Pairing> read_pairing(std::string_view text) {
    const auto bytes = from_base64(trim_text(text));
    if (bytes && !bytes->empty() && bytes->front() > pairing_version) {
        return input_error(
            {"The pairing text was made by a newer version of Stormöte. Update this "
             "machine."});
    }
    const bool is_whole = bytes &&
                          (bytes->size() == size_without_key || bytes->size() == size_with_key) &&
                          bytes->front() == pairing_version &&
                          check_of(ByteView(*bytes).first(bytes->size() - check_size)) ==
                              Bytes(bytes->end() - check_size, bytes->end());
    if (!is_whole) {
        return input_error(
            {"The pairing text is not whole or has a wrong character. Copy all of "
             "it, or scan its code again."});
    }
    const ByteView view(*bytes);
    Pairing pairing;
    pairing.event.value.bytes = *to_array<16>(view.subspan(1, 16));
    pairing.secret = *to_array<16>(view.subspan(17, 16));
    if (bytes->size() == size_with_key) pairing.key = to_array<32>(view.subspan(33, 32));
    return pairing;
}

std::string write_token(const Token& token) {
    return to_base64(token);
}

std::optional<Token> read_token(std::string_view text) {
    return read_array<32>(text);
}

std::string write_event_key(const SymmetricKey& key) {
    return to_base64(key);
}

std::optional<SymmetricKey> read_event_key(std::string_view text) {
    return read_array<32>(text);
}

}  // namespace stormote
