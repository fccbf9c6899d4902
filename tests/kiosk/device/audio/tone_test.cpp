// Three tones that nobody mixes up.
#include "kiosk/device/audio/tone.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <catch2/catch.hpp>

namespace stormote {

namespace {

constexpr Tone tones[] = {Tone::welcome, Tone::style, Tone::refusal};

// How much of a pitch there is between two times, by Goertzel's algorithm.
double strength(const std::vector<std::int16_t>& samples, double hertz, double from_s,
                double to_s) {
    const auto from = static_cast<std::size_t>(from_s * tone_rate);
    const auto to = std::min(samples.size(), static_cast<std::size_t>(to_s * tone_rate));
    const double factor = 2 * std::cos(2 * std::numbers::pi * hertz / tone_rate);
    double last = 0;
    double before = 0;
    for (std::size_t i = from; i < to; ++i) {
        const double next = samples[i] + factor * last - before;
        before = last;
        last = next;
    }
    return std::sqrt(last * last + before * before - factor * last * before) /
           static_cast<double>(to - from);
}

// The loudest pitch, by half tones.
double pitch(const std::vector<std::int16_t>& samples, double from_s, double to_s) {
    double best = 0;
    double loudest = 0;
    for (double hertz = 220; hertz < 1000; hertz *= std::pow(2, 1.0 / 12)) {
        const double found = strength(samples, hertz, from_s, to_s);
        if (found > loudest) {
            loudest = found;
            best = hertz;
        }
    }
    return best;
}

int peak(const std::vector<std::int16_t>& samples, std::size_t from, std::size_t count) {
    int highest = 0;
    for (std::size_t i = from; i < std::min(samples.size(), from + count); ++i) {
        highest = std::max(highest, std::abs(static_cast<int>(samples[i])));
    }
    return highest;
}

}  // namespace

TEST_CASE("a tone is short and soft, and begins and ends without a click") {
    for (const Tone tone : tones) {
        INFO(name_of(tone));
        const auto samples = synthesise(tone);
        const double lasts_s = static_cast<double>(samples.size()) / tone_rate;
        CHECK(lasts_s > 0.2);
        CHECK(lasts_s < 0.8);
        CHECK(peak(samples, 0, samples.size()) < INT16_MAX / 3);
        CHECK(peak(samples, 0, samples.size()) > INT16_MAX / 10);
        CHECK(peak(samples, 0, 10) < 200);
        CHECK(peak(samples, samples.size() - 10, 10) < 200);
        for (std::size_t i = 1; i < samples.size(); ++i) {
            REQUIRE(std::abs(samples[i] - samples[i - 1]) < 1500);
        }
    }
}

TEST_CASE("the welcome rises, the refusal falls, and the look does neither") {
    const auto welcome = synthesise(Tone::welcome);
    CHECK(pitch(welcome, 0.34, 0.48) > pitch(welcome, 0.01, 0.11) * 1.3);
    const auto refusal = synthesise(Tone::refusal);
    CHECK(pitch(refusal, 0.4, 0.7) < pitch(refusal, 0.01, 0.2) * 0.8);
    const auto style = synthesise(Tone::style);
    CHECK(pitch(style, 0.21, 0.35) == pitch(style, 0.01, 0.13));
    // Two knocks, with silence between them.
    CHECK(peak(style, static_cast<std::size_t>(0.15 * tone_rate), tone_rate / 25) == 0);
}

TEST_CASE("the tones differ in length, too, for who hears no pitch") {
    const auto welcome = synthesise(Tone::welcome).size();
    const auto style = synthesise(Tone::style).size();
    const auto refusal = synthesise(Tone::refusal).size();
    CHECK(refusal > welcome + tone_rate / 8);
    CHECK(welcome > style + tone_rate / 10);
}

}  // namespace stormote
