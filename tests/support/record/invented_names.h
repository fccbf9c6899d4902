// Invented names: any number of people with Swedish-sounding names, and typing errors in them. The
// same seed gives the same names everywhere.
#pragma once

#include <string>
#include <vector>

#include "sync/base/random.h"

namespace stormote::testing {

// A few common names and many rare ones, as in a real population: about 600 given names and 7,000
// family names, every tenth a double one.
[[nodiscard]] std::vector<std::string> invent_names(std::size_t count, std::uint64_t seed);

// The name with one typing error (left out, doubled, another letter, two swapped) in one of its
// words of four letters or more; two errors in words of seven letters or more.
[[nodiscard]] std::string misspell(const std::string& name, Random& random);

}  // namespace stormote::testing
