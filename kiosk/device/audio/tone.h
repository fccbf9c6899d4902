// Tones: three short, soft melodies that say before the eye has found the words whether somebody is
// in, should look at the screen, or cannot come in. Made here, from sines. Whatever is heard is
// seen: a tone never says more than the screen. Pure, any thread.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace stormote {

enum class Tone : std::uint8_t {
    welcome,  // rises
    style,    // knocks twice
    refusal,  // falls
};

constexpr int tone_rate = 48'000;  // samples a second

// "welcome", "look", "refusal".
[[nodiscard]] std::string_view name_of(Tone tone);

struct Pitch {
    double hertz = 0;
    double starts_s = 0;
    double lasts_s = 0;
};
[[nodiscard]] const std::vector<Pitch>& melody_of(Tone tone);

// One channel; begins and ends in silence, and never reaches more than a third of what is loudest.
[[nodiscard]] std::vector<std::int16_t> synthesise(Tone tone);

}  // namespace stormote
