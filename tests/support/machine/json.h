// JSON and CBOR as nlohmann's library reads and writes them. Its readers and writers take longer to
// compile than most tests, and are compiled here once: tests do not call json::parse, dump, to_cbor
// or from_cbor themselves. Any thread.
#pragma once

#include <optional>
#include <string_view>

#include <nlohmann/json.hpp>

#include "sync/base/bytes.h"

namespace stormote::testing {

// Throws nlohmann::json::exception where the text is none.
[[nodiscard]] nlohmann::json parse_json(std::string_view text);

[[nodiscard]] Bytes write_cbor(const nlohmann::json& value);

enum class CborEnd { of_bytes, anywhere };
// One value, up to the end of the bytes or with others behind it; nothing where there is none.
[[nodiscard]] std::optional<nlohmann::json> read_cbor(ByteView bytes,
                                                      CborEnd end = CborEnd::of_bytes);

}  // namespace stormote::testing
