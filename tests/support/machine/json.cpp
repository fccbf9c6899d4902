#include "tests/support/machine/json.h"

#include "tests/support/machine/json_in_failures.h"

namespace stormote::testing {

nlohmann::json parse_json(std::string_view text) {
    return nlohmann::json::parse(text);
}

Bytes write_cbor(const nlohmann::json& value) {
    return nlohmann::json::to_cbor(value);
}

std::optional<nlohmann::json> read_cbor(ByteView bytes, CborEnd end) {
    constexpr bool throws = false;
    auto value =
        nlohmann::json::from_cbor(bytes.begin(), bytes.end(), end == CborEnd::of_bytes, throws);
    if (value.is_discarded()) return std::nullopt;
    return value;
}

}  // namespace stormote::testing

std::string Catch::StringMaker<nlohmann::json>::convert(const nlohmann::json& value) {
    return value.dump();
}
