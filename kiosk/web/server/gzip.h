// A text as every browser unpacks it. Pure, any thread.
#pragma once

#include <string>
#include <string_view>

namespace stormote {

[[nodiscard]] std::string gzip(std::string_view text);

}  // namespace stormote
