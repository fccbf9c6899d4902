// Catch2 3, which Debian 13 has, under the header and the names of Catch2 2, which Debian 12 has and
// the tests are written for. tests/CMakeLists.txt adds this folder where Catch2 3 is found.
#pragma once

#include <string>

#include <catch2/catch_all.hpp>

namespace Catch {

// In Catch2 3 it is about ranges.
inline Matchers::StringContainsMatcher Contains(const std::string& part) {
    return Matchers::ContainsSubstring(part);
}

}  // namespace Catch

using Catch::Approx;
