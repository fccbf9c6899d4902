#include "kiosk/device/audio/tone.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

namespace stormote {

namespace {

constexpr double loudness = 0.22;
constexpr double attack_s = 0.012;
constexpr double release_s = 0.05;

// Of equal temperament, a = 440 Hz.
constexpr double c5 = 523.25;
constexpr double g5 = 783.99;
constexpr double e5 = 659.26;
constexpr double g4 = 392.00;
constexpr double d4 = 293.66;

// Swells without a click, fades as a bell does, and is gone at the end.
double envelope(double at_s, double lasts_s) {
    const double swell = std::min(1.0, at_s / attack_s);
    const double end = std::min(1.0, (lasts_s - at_s) / release_s);
    return swell * end * std::exp(-3.5 * at_s / lasts_s);
}

}  // namespace

std::string_view name_of(Tone tone) {
    switch (tone) {
        case Tone::welcome:
            return "welcome";
        case Tone::style:
            return "look";
        case Tone::refusal:
            break;
    }
    return "refusal";
}

const std::vector<Pitch>& melody_of(Tone tone) {
    static const std::array<std::vector<Pitch>, 3> melodies{{{{c5, 0, 0.22}, {g5, 0.12, 0.36}},
                                                             {{e5, 0, 0.14}, {e5, 0.2, 0.16}},
                                                             {{g4, 0, 0.28}, {d4, 0.22, 0.5}}}};
    return melodies.at(static_cast<std::size_t>(tone));
}

std::vector<std::int16_t> synthesise(Tone tone) {
    double lasts_s = 0;
    for (const Pitch& note : melody_of(tone))
        lasts_s = std::max(lasts_s, note.starts_s + note.lasts_s);
    std::vector<double> sum(static_cast<std::size_t>(std::lround(lasts_s * tone_rate)), 0);
    for (const Pitch& note : melody_of(tone)) {
        const auto first = static_cast<std::size_t>(std::lround(note.starts_s * tone_rate));
        for (std::size_t i = first; i < sum.size(); ++i) {
            const double at_s = static_cast<double>(i - first) / tone_rate;
            if (at_s >= note.lasts_s) break;
            const double turn = 2 * std::numbers::pi * note.hertz * at_s;
            // A little of the octave makes it warm.
            sum[i] += envelope(at_s, note.lasts_s) * (std::sin(turn) + 0.2 * std::sin(2 * turn));
        }
    }
    std::vector<std::int16_t> samples;
    samples.reserve(sum.size());
    for (const double value : sum) {
        samples.push_back(static_cast<std::int16_t>(std::lround(value * loudness * INT16_MAX)));
    }
    return samples;
}

}  // namespace stormote
