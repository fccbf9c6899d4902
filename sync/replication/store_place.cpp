#include "sync/replication/store_place.h"

#include <algorithm>
#include <optional>

#include <arpa/inet.h>

#include "sync/base/crypto.h"
#include "sync/base/network.h"

namespace stormote {

namespace {

constexpr std::uint8_t place_version = 1;
constexpr std::size_t place_check_size = 4;
constexpr std::size_t longest_name = 255;

enum class HostKind : std::uint8_t { name = 0, ipv4 = 4, ipv6 = 6 };

template <std::size_t Size>
std::optional<ByteArray<Size>> numbers_of(int family, const std::string& host) {
    ByteArray<Size> bytes{};
    if (inet_pton(family, host.c_str(), bytes.data()) != 1) return std::nullopt;
    return bytes;
}

std::string text_of(int family, ByteView bytes) {
    std::string text(INET6_ADDRSTRLEN, '\0');
    inet_ntop(family, bytes.data(), text.data(), INET6_ADDRSTRLEN);
    text.resize(text.find('\0'));
    return text;
}

void append_host(Bytes& bytes, const StoreHost& host) {
    const auto begin = [&bytes](HostKind kind) {
        bytes.push_back(static_cast<std::uint8_t>(kind));
    };
    if (const auto ipv4 = numbers_of<4>(AF_INET, host.host)) {
        begin(HostKind::ipv4);
        bytes.insert(bytes.end(), ipv4->begin(), ipv4->end());
    } else if (const auto ipv6 = numbers_of<16>(AF_INET6, host.host)) {
        begin(HostKind::ipv6);
        bytes.insert(bytes.end(), ipv6->begin(), ipv6->end());
    } else {
        begin(HostKind::name);
        bytes.push_back(static_cast<std::uint8_t>(host.host.size()));
        bytes.insert(bytes.end(), host.host.begin(), host.host.end());
    }
    append_big_endian(bytes, host.port, 2);
}

bool is_letter_of_name(std::uint8_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
           c == '.';
}

// Takes bytes from the front; nothing where they do not suffice.
class ByteReader {
  public:
    explicit ByteReader(ByteView bytes) : bytes_(bytes) {}

    [[nodiscard]] bool is_empty() const { return bytes_.empty(); }
    std::optional<ByteView> take(std::size_t count) {
        if (bytes_.size() < count) return std::nullopt;
        const ByteView taken = bytes_.first(count);
        bytes_ = bytes_.subspan(count);
        return taken;
    }

  private:
    ByteView bytes_;
};

std::optional<std::string> take_name(ByteReader& reader) {
    const auto length = reader.take(1);
    const auto name = length ? reader.take(length->front()) : std::nullopt;
    const bool is_name = name && !name->empty() && std::ranges::all_of(*name, is_letter_of_name);
    if (!is_name) return std::nullopt;
    std::string text = to_string(*name);
    // It would be written otherwise.
    return is_numeric_address(text) ? std::nullopt : std::optional(std::move(text));
}

std::optional<StoreHost> take_host(ByteReader& reader) {
    const auto kind = reader.take(1);
    if (!kind) return std::nullopt;
    std::optional<std::string> host;
    switch (static_cast<HostKind>(kind->front())) {
        case HostKind::name:
            host = take_name(reader);
            break;
        case HostKind::ipv4:
            if (const auto bytes = reader.take(4)) host = text_of(AF_INET, *bytes);
            break;
        case HostKind::ipv6:
            if (const auto bytes = reader.take(16)) host = text_of(AF_INET6, *bytes);
            break;
    }
    const auto port = reader.take(2);
    if (!host || !port || read_big_endian(*port) == 0) return std::nullopt;
    return StoreHost{*std::move(host), static_cast<std::uint16_t>(read_big_endian(*port))};
}

std::optional<StorePlace> take_place(ByteView parts) {
    ByteReader reader(parts);
    StorePlace place;
    const auto certificate = reader.take(place.certificate.size());
    if (!certificate) return std::nullopt;
    std::ranges::copy(*certificate, place.certificate.begin());
    while (!reader.is_empty()) {
        auto host = take_host(reader);
        if (!host || place.hosts.size() == most_store_hosts) return std::nullopt;
        place.hosts.push_back(*std::move(host));
    }
    if (place.hosts.empty()) return std::nullopt;
    return place;
}

}  // namespace

std::string url_of(const StoreHost& host) {
    const bool is_bracketed = host.host.find(':') != std::string::npos;
    return "https://" + (is_bracketed ? "[" + host.host + "]" : host.host) + ":" +
           std::to_string(host.port);
}

std::string write_place(const StorePlace& place) {
    Bytes bytes{place_version};
    bytes.insert(bytes.end(), place.certificate.begin(), place.certificate.end());
    std::size_t count = 0;
    for (const StoreHost& host : place.hosts) {
        if (host.host.size() > longest_name || count == most_store_hosts) continue;
        append_host(bytes, host);
        ++count;
    }
    const Hash digest = hash_bytes(bytes);
    bytes.insert(bytes.end(), digest.begin(), digest.begin() + place_check_size);
    return to_base64(bytes);
}

Result<StorePlace> read_place(std::string_view text) {
    const auto bytes = from_base64(text);
    const bool is_whole =
        bytes && bytes->size() > place_check_size &&
        std::equal(bytes->end() - place_check_size, bytes->end(),
                   hash_bytes(ByteView(*bytes).first(bytes->size() - place_check_size)).begin());
    if (is_whole && bytes->front() > place_version) {
        return input_error(
            {"The pairing text was made by a newer version of Stormöte. Update this machine."});
    }
    auto place = is_whole && bytes->front() == place_version
                     ? take_place(ByteView(*bytes).subspan(1, bytes->size() - 1 - place_check_size))
                     : std::nullopt;
    if (!place) {
        return input_error(
            {"The end of the pairing text, behind the full stop, is not whole: it says where the "
             "store is. Copy all of it, or scan its code again."});
    }
    return *std::move(place);
}

}  // namespace stormote
