#include "kiosk/device/audio/sound_player.h"

#include <condition_variable>
#include <fstream>
#include <mutex>
#include <thread>
#include <utility>

#include <alsa/asoundlib.h>

namespace stormote {

namespace {

constexpr unsigned latency_us = 100'000;

struct ClosePcm {
    void operator()(snd_pcm_t *pcm) const { snd_pcm_close(pcm); }
};

// ALSA explains a missing card in many lines on standard error; the failure is told once instead.
void stay_quiet(const char * /*file*/, int /*line*/, const char * /*function*/, int /*code*/,
                const char * /*format*/, ...) {}

using OpenedPcm = std::unique_ptr<snd_pcm_t, ClosePcm>;

// 0, or ALSA's number of what went wrong.
int open_output(const std::string& device, OpenedPcm& pcm) {
    snd_pcm_t *opened = nullptr;
    // A card that another program holds is not waited for.
    if (const int failure =
            snd_pcm_open(&opened, device.c_str(), SND_PCM_STREAM_PLAYBACK, SND_PCM_NONBLOCK);
        failure < 0) {
        return failure;
    }
    pcm.reset(opened);
    snd_pcm_nonblock(pcm.get(), 0);
    return snd_pcm_set_params(pcm.get(), SND_PCM_FORMAT_S16, SND_PCM_ACCESS_RW_INTERLEAVED, 1,
                              tone_rate, 1, latency_us);
}

// The same.
int play_samples(const std::string& device, const std::vector<std::int16_t>& samples) {
    OpenedPcm pcm;
    if (const int failure = open_output(device, pcm); failure < 0) return failure;
    std::size_t written = 0;
    while (written < samples.size()) {
        const auto taken =
            snd_pcm_writei(pcm.get(), samples.data() + written, samples.size() - written);
        if (taken >= 0) {
            written += static_cast<std::size_t>(taken);
        } else if (const int failure = snd_pcm_recover(pcm.get(), static_cast<int>(taken), 1);
                   failure < 0) {
            return failure;
        }
    }
    return snd_pcm_drain(pcm.get());
}

Error no_sound(int failure) {
    return machine_error({"There is no sound ({}). The screens show all that the tones say."},
                         snd_strerror(failure));
}

class AlsaPlayer final : public SoundPlayer {
  public:
    explicit AlsaPlayer(std::string device)
        : device_(std::move(device)),
          worker_([this](const std::stop_token& token) { work(token); }) {}

    void play(Tone tone) override {
        const std::lock_guard lock(mutex_);
        wish_ = tone;
        changed_.notify_one();
    }

    [[nodiscard]] std::optional<Error> take_failure() override {
        const std::lock_guard lock(mutex_);
        return std::exchange(failure_, std::nullopt);
    }

    [[nodiscard]] Result<> try_out() override {
        snd_lib_error_set_handler(stay_quiet);
        OpenedPcm pcm;
        if (const int failure = open_output(device_, pcm); failure < 0) return no_sound(failure);
        return Done{};
    }

  private:
    void work(const std::stop_token& token) {
        snd_lib_error_set_handler(stay_quiet);
        std::unique_lock lock(mutex_);
        while (changed_.wait(lock, token, [this] { return wish_.has_value(); })) {
            const Tone tone = *std::exchange(wish_, std::nullopt);
            lock.unlock();
            const int failure = play_samples(device_, synthesise(tone));
            lock.lock();
            // A card that is plugged in later is heard all the same.
            if (failure < 0 && !std::exchange(has_failed_, true)) {
                failure_ = no_sound(failure);
            }
        }
    }

    std::string device_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    std::optional<Tone> wish_;
    std::optional<Error> failure_;
    bool has_failed_ = false;
    std::jthread worker_;
};

class WrittenSounds final : public SoundPlayer {
  public:
    explicit WrittenSounds(const std::filesystem::path& file) : stream_(file) {}

    void play(Tone tone) override { stream_ << name_of(tone) << std::endl; }
    [[nodiscard]] std::optional<Error> take_failure() override { return std::nullopt; }
    [[nodiscard]] Result<> try_out() override { return Done{}; }

  private:
    std::ofstream stream_;
};

}  // namespace

std::unique_ptr<SoundPlayer> make_sound_player(std::string device) {
    return std::make_unique<AlsaPlayer>(std::move(device));
}

std::unique_ptr<SoundPlayer> make_written_sounds(const std::filesystem::path& file) {
    return std::make_unique<WrittenSounds>(file);
}

}  // namespace stormote
