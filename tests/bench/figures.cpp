#include "tests/bench/figures.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include <fmt/format.h>

namespace stormote::testing {

double Samples::quantile(double share) const {
    if (values_us_.empty()) return 0;
    std::vector<double> sorted = values_us_;
    std::sort(sorted.begin(), sorted.end());
    const auto last = static_cast<double>(sorted.size() - 1);
    return sorted[static_cast<std::size_t>(std::lround(share * last))];
}

void Figures::section(std::string_view title) {
    fmt::print("\n{}\n{:-<{}}\n", title, "", title.size());
}

void Figures::times(std::string_view what, const Samples& samples) {
    fmt::print("  {:<58} median {:>10.1f} us   p99 {:>10.1f} us\n", what, samples.median(),
               samples.p99());
    std::fflush(stdout);
}

void Figures::value(std::string_view what, double value, std::string_view unit) {
    fmt::print("  {:<58} {:>17.2f} {}\n", what, value, unit);
    std::fflush(stdout);
}

void Figures::at_most(std::string_view what, double value, double limit, std::string_view unit) {
    target(what, value, unit, "at most", limit, value <= limit);
}

void Figures::at_least(std::string_view what, double value, double limit, std::string_view unit) {
    target(what, value, unit, "at least", limit, value >= limit);
}

void Figures::target(std::string_view what, double value, std::string_view unit,
                     std::string_view bound, double limit, bool is_met) {
    if (!is_met) ++missed_;
    fmt::print("  {:<58} {:>17.2f} {:<8} {} {:g}: {}\n", what, value, unit, bound, limit,
               is_met ? "met" : "MISSED");
    std::fflush(stdout);
}

}  // namespace stormote::testing
