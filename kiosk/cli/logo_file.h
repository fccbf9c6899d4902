// Logo file: a municipality's logo as it comes from a folder of theirs, PNG or SVG, made into what
// the record holds. One thread.
#pragma once

#include "sync/base/error.h"

namespace stormote {

// The setting `logo`: a PNG that shows what the file shows, without empty rims. Error in words
// where the file is missing, larger than most_logo_bytes, broken, empty, or no such picture.
[[nodiscard]] Result<std::string> read_logo_file(const std::string& file);

}  // namespace stormote
