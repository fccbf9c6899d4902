// Meetings: who met whom, over rounds and earlier meetings. One thread.
#pragma once

#include "kiosk/groups/search/round_task.h"

namespace stormote {

class Meetings {
  public:
    // Starts with those who met before the event.
    explicit Meetings(const MixProblem& problem);

    void add_round(const std::vector<int>& group_of);
    // Pairs that met again, each time counted.
    [[nodiscard]] std::int64_t repeats() const { return repeats_; }
    // By person and person, without pairs that wishes bring together every time.
    [[nodiscard]] std::vector<std::uint8_t> avoidable(const RoundTask& task) const;

  private:
    [[nodiscard]] std::size_t pair(int left, int right) const {
        return static_cast<std::size_t>(left) * static_cast<std::size_t>(person_count_) +
               static_cast<std::size_t>(right);
    }
    void meet(int left, int right);

    int person_count_ = 0;
    std::vector<std::uint8_t> met_;
    std::int64_t repeats_ = 0;
};

// The least number of repeated pairs that any plan of all rounds can have. The value stays 0.
[[nodiscard]] CriterionResult bound_repeats(const MixProblem& problem,
                                            const std::vector<RoundTask>& tasks);

}  // namespace stormote
