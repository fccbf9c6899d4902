// Meetings: who met whom, over rounds and earlier meetings. One thread. Its memory grows with the
// people and those whom each met.
#pragma once

#include "kiosk/groups/search/round_task.h"

namespace stormote {

class Meetings {
  public:
    // Starts with those who met before the event.
    explicit Meetings(const MixProblem& problem);
    Meetings(const MixProblem& problem, PairSet::Form form);

    void add_round(const std::vector<int>& group_of);
    // Pairs that met again, each time counted.
    [[nodiscard]] std::int64_t repeats() const { return repeats_; }
    // Without pairs that wishes bring together every time.
    [[nodiscard]] PairSet avoidable(const RoundTask& task) const;

  private:
    PairSet met_;
    std::int64_t repeats_ = 0;
};

// The least number of repeated pairs that any plan of all rounds can have. The value stays 0.
[[nodiscard]] CriterionResult bound_repeats(const MixProblem& problem,
                                            const std::vector<RoundTask>& tasks);

}  // namespace stormote
