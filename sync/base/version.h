// Version: of all programs together, as the build's project has it. Any thread.
#pragma once

#include <string_view>

namespace stormote {

// "0.1.0".
[[nodiscard]] std::string_view project_version();

}  // namespace stormote
