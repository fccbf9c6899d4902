#include "sync/replication/pairing.h"

#include <algorithm>

#include "sync/base/text_folding.h"

namespace stormote {

namespace {

// Without and with what lets the device in.
constexpr std::uint8_t plain_version = 1;
constexpr std::uint8_t admitting_version = 2;
// Of a recovery code, which is no pairing.
constexpr std::uint8_t recovery_version = 3;
constexpr std::size_t check_size = 4;
// Before where the store is; base 64 has no such character.
constexpr char place_mark = '.';
constexpr std::size_t pairing_size = 16 + 16;
constexpr std::size_t key_size = 32;
constexpr std::size_t event_key_size = 16 + key_size;

Bytes check_of(ByteView bytes) {
    const Hash digest = hash_bytes(bytes);
    return {digest.begin(), digest.begin() + check_size};
}

// Version, parts, check.
template <typename... Parts>
std::string write_checked(std::uint8_t version, const Parts&...parts) {
    Bytes bytes{version};
    (bytes.insert(bytes.end(), parts.begin(), parts.end()), ...);
    const Bytes check = check_of(bytes);
    bytes.insert(bytes.end(), check.begin(), check.end());
    return to_base64(bytes);
}

bool has_check(ByteView bytes) {
    return bytes.size() > check_size &&
           std::ranges::equal(check_of(bytes.first(bytes.size() - check_size)),
                              bytes.last(check_size));
}

struct CheckedText {
    std::uint8_t version = plain_version;
    Bytes parts;
};

// Nothing when the text is of another version, or its check does not agree.
std::optional<CheckedText> read_checked(const Bytes& bytes) {
    if (bytes.empty() || bytes.front() < plain_version || bytes.front() > recovery_version ||
        !has_check(bytes)) {
        return std::nullopt;
    }
    return CheckedText{bytes.front(), Bytes(bytes.begin() + 1, bytes.end() - check_size)};
}

// Of what lets a device in.
std::size_t admission_size(std::uint8_t version) {
    return version == admitting_version ? pairing_bytes : 0;
}

// Characters of a text whose parts have this many bytes: base 64 without padding.
constexpr std::size_t text_size(std::size_t parts) {
    return ((1 + parts + check_size) * 8 + 5) / 6;
}

// The first character that base 64 for URLs does not have, with all of its bytes; empty: none.
std::string foreign_character(std::string_view text) {
    const auto is_known = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ||
               c == '-' || c == '_';
    };
    const auto *const start = std::find_if_not(text.begin(), text.end(), is_known);
    if (start == text.end()) return {};
    const auto *const end = std::find_if(start + 1, text.end(), [](char c) {
        return (static_cast<unsigned char>(c) & 0xC0) != 0x80;  // UTF-8 goes on
    });
    return {start, end};
}

// What is wrong with a text that is not a pairing text of this version.
Error unreadable_pairing(const std::string& text, const std::optional<Bytes>& bytes) {
    if (text.empty()) return input_error({"The pairing text is empty. Copy all of it."});
    if (const std::string found = foreign_character(text); !found.empty()) {
        return input_error({"\"{}\" is not a character of a pairing text. Copy all of it, and "
                            "nothing else, or scan its code again."},
                           found);
    }
    // Later versions keep the version at the beginning and the check at the end. Without the check
    // it would be a slip in the first letters.
    if (bytes && has_check(*bytes) && bytes->front() > recovery_version) {
        return input_error(
            {"The pairing text was made by a newer version of Stormöte. Update this "
             "machine."});
    }
    // The version stands in the first two characters; four are whole bytes.
    const auto start = from_base64(std::string_view(text).substr(0, 4));
    const std::uint8_t version = start && !start->empty() ? start->front() : plain_version;
    const std::size_t parts = pairing_size + admission_size(version);
    const std::size_t without_key = text_size(parts);
    const std::size_t with_key = text_size(parts + key_size);
    if (text.size() < without_key) {
        return input_error({"The pairing text is not whole: it has {} characters, and a whole one "
                            "has {} or {}. Copy all of it, or scan its code again."},
                           text.size(), without_key, with_key);
    }
    if (text.size() != without_key && text.size() != with_key) {
        return input_error({"The pairing text has {} characters, and a whole one has {} or {}. "
                            "Copy all of it, and nothing else, or scan its code again."},
                           text.size(), without_key, with_key);
    }
    return input_error(
        {"The pairing text is mistyped: its check characters do not match. Copy all of it, or scan "
         "its code again."});
}

std::string write_without_place(const Pairing& pairing) {
    const auto& event = pairing.event.value.bytes;
    const Bytes key = pairing.key ? Bytes(pairing.key->begin(), pairing.key->end()) : Bytes();
    if (!pairing.device) return write_checked(plain_version, event, pairing.secret, key);
    return write_checked(admitting_version, event, pairing.secret, encode_pairing(*pairing.device),
                         key);
}

Result<Pairing> read_without_place(const std::string& trimmed) {
    const auto bytes = from_base64(trimmed);
    const auto checked = bytes ? read_checked(*bytes) : std::nullopt;
    const std::size_t admission = checked ? admission_size(checked->version) : 0;
    const std::size_t without_key = pairing_size + admission;
    const bool is_whole =
        checked && checked->version != recovery_version &&
        (checked->parts.size() == without_key || checked->parts.size() == without_key + key_size);
    if (!is_whole) return unreadable_pairing(trimmed, bytes);
    const ByteView view(checked->parts);
    Pairing pairing;
    pairing.event.value.bytes = *to_array<16>(view.first(16));
    pairing.secret = *to_array<16>(view.subspan(16, 16));
    if (admission > 0) {
        pairing.device = decode_pairing(view.subspan(pairing_size, admission));
        if (!pairing.device) return unreadable_pairing(trimmed, bytes);
    }
    if (view.size() > without_key) pairing.key = to_array<key_size>(view.subspan(without_key));
    return pairing;
}

}  // namespace

std::string write_pairing(const Pairing& pairing) {
    const std::string text = write_without_place(pairing);
    return pairing.place ? text + place_mark + write_place(*pairing.place) : text;
}

Result<Pairing> read_pairing(std::string_view text) {
    const std::string trimmed = trim_text(text);
    const auto mark = trimmed.find(place_mark);
    auto pairing = read_without_place(trimmed.substr(0, mark));
    if (!pairing || mark == std::string::npos) return pairing;
    auto place = read_place(std::string_view(trimmed).substr(mark + 1));
    if (!place) return place.error();
    pairing->place = *std::move(place);
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
    const auto& event = key.event.value.bytes;
    if (!key.device) return write_checked(plain_version, event, key.key);
    return write_checked(admitting_version, event, key.key, encode_pairing(*key.device));
}

std::optional<EventKey> read_event_key(std::string_view text) {
    const auto bytes = from_base64(trim_text(text));
    const auto checked = bytes ? read_checked(*bytes) : std::nullopt;
    if (!checked || checked->version == recovery_version) return std::nullopt;
    const std::size_t admission = admission_size(checked->version);
    if (checked->parts.size() != event_key_size + admission) return std::nullopt;
    const ByteView view(checked->parts);
    EventKey key{EventId{Uuid{*to_array<16>(view.first(16))}},
                 *to_array<key_size>(view.subspan(16, key_size))};
    if (admission > 0) {
        key.device = decode_pairing(view.subspan(event_key_size));
        if (!key.device) return std::nullopt;
    }
    return key;
}

std::string write_recovery_code(const RecoveryCode& code) {
    return write_checked(recovery_version, code.event.value.bytes, code.root);
}

std::optional<RecoveryCode> read_recovery_code(std::string_view text) {
    // A sheet shows it in groups and on several lines.
    std::string characters = trim_text(text);
    std::erase(characters, ' ');
    const auto bytes = from_base64(characters);
    const auto checked = bytes ? read_checked(*bytes) : std::nullopt;
    if (!checked || checked->version != recovery_version ||
        checked->parts.size() != 16 + sizeof(SigningSeed)) {
        return std::nullopt;
    }
    const ByteView view(checked->parts);
    return RecoveryCode{EventId{Uuid{*to_array<16>(view.first(16))}},
                        *to_array<32>(view.subspan(16))};
}

}  // namespace stormote
