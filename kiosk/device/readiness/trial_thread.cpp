#include "kiosk/device/readiness/trial_thread.h"

#include <exception>
#include <string>
#include <utility>

namespace stormote {

namespace {

// A part that a library cannot bear must not end the evening.
ReadyPoint try_guarded(const Trial& trial) {
    try {
        return trial.run();
    } catch (const std::exception& failure) {
        return {trial.name, Ready::no,
                localized({"This could not be tried: {}."}, std::string(failure.what())),
                localized({"Try all again. If that does not help, restart the computer."})};
    }
}

}  // namespace

TrialThread::TrialThread(std::vector<Trial> trials, std::function<void()> wake)
    : trials_(std::move(trials)), wake_(std::move(wake)) {
    for (const Trial& trial : trials_) answers_.answers.push_back({trial.name});
}

void TrialThread::begin() {
    {
        const std::lock_guard lock(mutex_);
        if (answers_.is_running || trials_.empty()) return;
        answers_.is_running = true;
        for (TrialAnswer& answer : answers_.answers) answer.point.reset();
    }
    // The last round has ended: nobody waits here.
    thread_ = std::jthread([this](const std::stop_token& token) { run(token); });
}

TrialAnswers TrialThread::answers() const {
    const std::lock_guard lock(mutex_);
    return answers_;
}

void TrialThread::run(const std::stop_token& token) {
    for (std::size_t i = 0; i < trials_.size() && !token.stop_requested(); ++i) {
        ReadyPoint point = try_guarded(trials_[i]);
        {
            const std::lock_guard lock(mutex_);
            answers_.answers[i].point = std::move(point);
            answers_.is_running = i + 1 < trials_.size();
        }
        wake_();
    }
}

}  // namespace stormote
