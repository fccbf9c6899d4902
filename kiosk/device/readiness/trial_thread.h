// TrialThread: tries the parts of this machine one after another, on a thread of its own, so that
// the screen shows each answer as it comes and never waits. One thread calls it; the trials run on
// its own, and what they refer to outlives it.
#pragma once

#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

#include "sync/report/readiness.h"

namespace stormote {

// One that throws gives a point that says so.
struct Trial {
    const char *name = "";  // as of the point that it gives
    std::function<ReadyPoint()> run;
};

struct TrialAnswer {
    const char *name = "";
    std::optional<ReadyPoint> point{};  // nothing while it has still to be tried
};

struct TrialAnswers {
    std::vector<TrialAnswer> answers;  // of every trial
    bool is_running = false;
};

class TrialThread {
  public:
    // `wake` is called on the thread of the trials after each answer, and must not block.
    TrialThread(std::vector<Trial> trials, std::function<void()> wake);
    // Waits for the trial that is running, and leaves out the others.
    ~TrialThread() = default;
    TrialThread(const TrialThread&) = delete;
    TrialThread& operator=(const TrialThread&) = delete;

    // Tries all of them anew; nothing while that is being done.
    void begin();
    [[nodiscard]] TrialAnswers answers() const;

  private:
    void run(const std::stop_token& token);

    std::vector<Trial> trials_;
    std::function<void()> wake_;
    mutable std::mutex mutex_;
    TrialAnswers answers_;
    std::jthread thread_;  // last: it ends before what it uses goes
};

}  // namespace stormote
