// Audience: whom a paper is for. Pure values.
#pragma once

#include <cstdint>

namespace stormote {

// For everybody, names of participants are left out, and what is not for the public. Without names,
// all that is not for the public is in it, but nobody's name: what an archive keeps after the
// people have been destroyed.
enum class Audience : std::uint8_t { internal, without_names, everybody };

}  // namespace stormote
