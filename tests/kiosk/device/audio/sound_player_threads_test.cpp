// Tones on ALSA's own devices, which need no sound card.
#include <fstream>

#include <catch2/catch.hpp>

#include "kiosk/device/audio/sound_player.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/machine/wait.h"

namespace stormote {

using testing::TemporaryFolder;

TEST_CASE("a tone reaches the sound card sample by sample") {
    const TemporaryFolder folder;
    const auto heard = folder / "heard.raw";
    const auto expected = synthesise(Tone::refusal);
    {
        // ALSA's device that writes into a file what it would play, and plays nothing.
        const auto player = make_sound_player("file:'" + heard.string() + "',raw");
        player->play(Tone::refusal);
        REQUIRE(wait_until([&] {
            std::error_code failure;
            return std::filesystem::file_size(heard, failure) >= expected.size() * 2 && !failure;
        }));
        CHECK_FALSE(player->take_failure());
    }
    std::ifstream stream(heard, std::ios::binary);
    std::vector<std::int16_t> samples(expected.size());
    // NOLINTNEXTLINE(cppcoreguidelines-pro-type-reinterpret-cast): the file holds what was played
    stream.read(reinterpret_cast<char *>(samples.data()),
                static_cast<std::streamsize>(samples.size() * 2));
    CHECK(samples == expected);
}

TEST_CASE("where there is no sound card there is silence, and it is told once") {
    const auto player = make_sound_player("no_such_device");
    player->play(Tone::welcome);
    std::optional<Error> failure;
    REQUIRE(wait_until([&] {
        failure = player->take_failure();
        return failure.has_value();
    }));
    CHECK(failure->english().starts_with("There is no sound ("));
    player->play(Tone::welcome);
    player->play(Tone::style);
    CHECK_FALSE(player->take_failure());
}

TEST_CASE("a written sound is a line") {
    const TemporaryFolder folder;
    const auto player = make_written_sounds(folder / "heard");
    player->play(Tone::welcome);
    player->play(Tone::refusal);
    std::ifstream stream(folder / "heard");
    CHECK(std::string(std::istreambuf_iterator<char>(stream), {}) == "welcome\nrefusal\n");
}

}  // namespace stormote
