#include "kiosk/device/audio/speaker.h"

#include <algorithm>
#include <condition_variable>
#include <csignal>
#include <fstream>
#include <mutex>
#include <optional>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sync/base/private_file.h"

namespace stormote {

namespace {

// The program's standard input: not its arguments, which everybody on the machine can read.
int open_text(const std::string& text) {
    const int file = memfd_create("speech", MFD_CLOEXEC);
    if (file < 0) return file;
    const auto written = write(file, text.data(), text.size());
    if (written < 0 || lseek(file, 0, SEEK_SET) != 0) {
        close(file);
        return -1;
    }
    return file;
}

class SpawnOrders {
  public:
    explicit SpawnOrders(int standard_input) {
        posix_spawn_file_actions_init(&files_);
        posix_spawn_file_actions_adddup2(&files_, standard_input, STDIN_FILENO);
        for (const int output : {STDOUT_FILENO, STDERR_FILENO}) {
            posix_spawn_file_actions_addopen(&files_, output, "/dev/null", O_WRONLY, 0);
        }
    }
    ~SpawnOrders() { posix_spawn_file_actions_destroy(&files_); }
    SpawnOrders(const SpawnOrders&) = delete;
    SpawnOrders& operator=(const SpawnOrders&) = delete;

    // Nothing where the program cannot be started.
    std::optional<pid_t> start(std::vector<std::string> words) const {
        std::vector<char *> arguments;
        arguments.reserve(words.size() + 1);
        for (std::string& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        pid_t child = 0;
        const int failure =
            posix_spawnp(&child, arguments.front(), &files_, nullptr, arguments.data(), environ);
        return failure == 0 ? std::optional(child) : std::nullopt;
    }

  private:
    posix_spawn_file_actions_t files_{};
};

class ProgramSpeaker final : public Speaker {
  public:
    explicit ProgramSpeaker(std::string program)
        : program_(std::move(program)),
          worker_([this](const std::stop_token& token) { work(token); }) {}
    ~ProgramSpeaker() override {
        worker_.request_stop();
        stop();
    }
    ProgramSpeaker(const ProgramSpeaker&) = delete;
    ProgramSpeaker& operator=(const ProgramSpeaker&) = delete;

    void speak(const Utterance& utterance) override {
        const std::lock_guard lock(mutex_);
        end_child();
        volume_percent_ = utterance.volume_percent;
        sentences_.clear();
        for (const SpokenPart& part : utterance.parts) {
            for (std::string& sentence : sentences_of(part.text)) {
                sentences_.push_back({std::move(sentence), part.language});
            }
        }
        next_ = 0;
        is_paused_ = false;
        changed_.notify_one();
    }

    void stop() override {
        const std::lock_guard lock(mutex_);
        sentences_.clear();
        next_ = 0;
        end_child();
    }

    void pause() override {
        const std::lock_guard lock(mutex_);
        if (std::exchange(is_paused_, true) || !child_) return;
        // That sentence is said once more: half of it makes no sense.
        --next_;
        end_child();
    }

    void go_on() override {
        const std::lock_guard lock(mutex_);
        is_paused_ = false;
        changed_.notify_one();
    }

  private:
    void work(const std::stop_token& token) {
        std::unique_lock lock(mutex_);
        const auto has_work = [this] { return !is_paused_ && next_ < sentences_.size(); };
        while (changed_.wait(lock, token, has_work)) {
            child_ = start(sentences_[next_++]);
            if (!child_) continue;
            const auto child = static_cast<id_t>(*child_);
            lock.unlock();
            siginfo_t ended{};
            // It stays a zombie until the lock is held: its number must not become another's.
            waitid(P_PID, child, &ended, WEXITED | WNOWAIT);
            lock.lock();
            waitpid(*child_, nullptr, 0);
            child_.reset();
        }
    }

    [[nodiscard]] std::optional<pid_t> start(const SpokenPart& sentence) const {
        const int text = open_text(sentence.text);
        if (text < 0) return std::nullopt;
        const auto child = SpawnOrders(text).start(
            {program_, "-v", sentence.language, "-a", std::to_string(volume_percent_), "--stdin"});
        close(text);
        return child;
    }

    void end_child() {
        // By force: it inherits which signals this program holds back.
        if (child_) kill(*child_, SIGKILL);
    }

    std::string program_;
    std::mutex mutex_;
    std::condition_variable_any changed_;
    int volume_percent_ = 100;
    std::vector<SpokenPart> sentences_;
    std::size_t next_ = 0;  // to be said
    bool is_paused_ = false;
    std::optional<pid_t> child_;
    std::jthread worker_;
};

class WrittenSpeaker final : public Speaker {
  public:
    explicit WrittenSpeaker(const std::filesystem::path& file) {
        create_private_file(file);
        stream_.open(file);
    }

    void speak(const Utterance& utterance) override {
        for (const SpokenPart& part : utterance.parts) {
            std::string line = part.text;
            std::replace(line.begin(), line.end(), '\n', ' ');
            stream_ << part.language << ' ' << utterance.volume_percent << ' ' << line << std::endl;
        }
    }
    void stop() override { stream_ << "stop" << std::endl; }
    void pause() override { stream_ << "pause" << std::endl; }
    void go_on() override { stream_ << "go on" << std::endl; }

  private:
    std::ofstream stream_;
};

}  // namespace

std::vector<std::string> sentences_of(const std::string& text) {
    constexpr std::string_view ends = ".!?:";
    std::vector<std::string> sentences;
    std::size_t start = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool is_end = ends.find(text[at]) != std::string_view::npos;
        // Times and abbreviations have their marks within a word.
        if (!is_end || at + 1 >= text.size() || text[at + 1] != ' ') continue;
        sentences.push_back(text.substr(start, at + 1 - start));
        start = at + 2;
    }
    if (start < text.size()) sentences.push_back(text.substr(start));
    return sentences;
}

std::unique_ptr<Speaker> make_speaker(std::string program) {
    return std::make_unique<ProgramSpeaker>(std::move(program));
}

std::unique_ptr<Speaker> make_written_speaker(const std::filesystem::path& file) {
    return std::make_unique<WrittenSpeaker>(file);
}

}  // namespace stormote
