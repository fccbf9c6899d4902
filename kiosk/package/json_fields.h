// JSON fields: values of a JSON object that somebody else may have written. Nothing where a field
// is missing or of another form. Pure. For the sources of this folder.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "sync/base/ids.h"

namespace stormote {

using Json = nlohmann::ordered_json;

[[nodiscard]] inline std::string json_text(const Json& object, std::string_view key) {
    const auto found = object.is_object() ? object.find(std::string(key)) : object.end();
    const bool is_text = object.is_object() && found != object.end() && found->is_string();
    return is_text ? found->get<std::string>() : std::string();
}

// An empty array where there is none.
[[nodiscard]] inline Json json_array(const Json& object, std::string_view key) {
    const auto found = object.is_object() ? object.find(std::string(key)) : object.end();
    const bool is_array = object.is_object() && found != object.end() && found->is_array();
    return is_array ? *found : Json::array();
}

[[nodiscard]] inline std::optional<std::uint64_t> json_number(const Json& object,
                                                              std::string_view key) {
    const auto found = object.is_object() ? object.find(std::string(key)) : object.end();
    const bool is_number =
        object.is_object() && found != object.end() && found->is_number_unsigned();
    return is_number ? std::optional(found->get<std::uint64_t>()) : std::nullopt;
}

// So many bytes, in hexadecimal.
template <std::size_t Size>
[[nodiscard]] std::optional<ByteArray<Size>> json_bytes(const Json& object, std::string_view key) {
    const auto bytes = from_hex(json_text(object, key));
    return bytes ? to_array<Size>(*bytes) : std::nullopt;
}

template <typename AnyId>
[[nodiscard]] std::optional<AnyId> json_id(const Json& object, std::string_view key) {
    return parse_id<AnyId>(json_text(object, key));
}

[[nodiscard]] inline std::string json_file(const Json& json) {
    return json.dump(1, ' ', false, Json::error_handler_t::replace) + '\n';
}

}  // namespace stormote
