// Audience: whom a paper is for. Pure values.
#pragma once

#include <cstdint>

namespace stormote {

// For everybody, names of participants are left out, and what is not for the public.
enum class Audience : std::uint8_t { internal, everybody };

}  // namespace stormote
