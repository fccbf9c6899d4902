// SoundPlayer: plays tones, one at a time; a new one takes the place of one that has not begun.
// Calls return at once and never fail: where there is no sound card, there is silence, and whoever
// looks after the machine can ask why. One thread.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "kiosk/device/audio/tone.h"
#include "sync/base/error.h"

namespace stormote {

class SoundPlayer {
  public:
    virtual ~SoundPlayer() = default;
    virtual void play(Tone tone) = 0;
    // Why the first tone that was lost could not be heard. Told once.
    [[nodiscard]] virtual std::optional<Error> take_failure() = 0;
    // Opens the output and plays nothing; waits for it. Any thread. Error as of a lost tone.
    [[nodiscard]] virtual Result<> try_out() = 0;
};

// Through ALSA, on a device by its name there; need not exist.
[[nodiscard]] std::unique_ptr<SoundPlayer> make_sound_player(std::string device = "default");
// Writes down what would be heard, for tests: a line "welcome" for each tone.
[[nodiscard]] std::unique_ptr<SoundPlayer> make_written_sounds(const std::filesystem::path& file);

}  // namespace stormote
