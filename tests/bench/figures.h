// Figures: what a benchmark prints: each measured duration beside a limit of the machine or a peer
// that was measured in the same run, and ratios beside their targets. One thread.
#pragma once

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

namespace stormote::testing {

// Durations of the same thing, in microseconds.
class Samples {
  public:
    void add(double us) { values_us_.push_back(us); }
    // Calls it once, and adds how long that took.
    template <typename Work>
    void measure(Work work) {
        const auto start = std::chrono::steady_clock::now();
        work();
        const auto duration = std::chrono::steady_clock::now() - start;
        add(std::chrono::duration<double, std::micro>(duration).count());
    }
    // The smallest value that this share of the values does not exceed; 0 without values.
    [[nodiscard]] double quantile(double share) const;
    [[nodiscard]] double median() const { return quantile(0.5); }
    [[nodiscard]] double p99() const { return quantile(0.99); }

  private:
    std::vector<double> values_us_;
};

// Prints a row as soon as it is known, and counts the targets that were missed.
class Figures {
  public:
    static void section(std::string_view title);
    // The median and the 99th percentile.
    static void times(std::string_view what, const Samples& samples);
    static void value(std::string_view what, double value, std::string_view unit);
    void at_most(std::string_view what, double value, double limit, std::string_view unit);
    void at_least(std::string_view what, double value, double limit, std::string_view unit);
    [[nodiscard]] int missed() const { return missed_; }

  private:
    void target(std::string_view what, double value, std::string_view unit, std::string_view bound,
                double limit, bool is_met);

    int missed_ = 0;
};

}  // namespace stormote::testing
