#include "kiosk/desk/search/prefix_pattern.h"

#include <algorithm>
#include <string>
#include <vector>

#include <catch2/catch.hpp>

#include "sync/base/random.h"

namespace stormote {

namespace {

// The plain dynamic programme for optimal string alignment, against every beginning of the text.
int plain_prefix_distance(const std::string& pattern, const std::string& text) {
    const std::size_t rows = pattern.size() + 1;
    const std::size_t columns = text.size() + 1;
    std::vector<std::vector<int>> cost(rows, std::vector<int>(columns));
    for (std::size_t i = 0; i < rows; ++i) cost[i][0] = static_cast<int>(i);
    for (std::size_t j = 0; j < columns; ++j) cost[0][j] = static_cast<int>(j);
    for (std::size_t i = 1; i < rows; ++i) {
        for (std::size_t j = 1; j < columns; ++j) {
            const int replaced = cost[i - 1][j - 1] + (pattern[i - 1] == text[j - 1] ? 0 : 1);
            cost[i][j] = std::min({replaced, cost[i - 1][j] + 1, cost[i][j - 1] + 1});
            if (i > 1 && j > 1 && pattern[i - 1] == text[j - 2] && pattern[i - 2] == text[j - 1]) {
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
            }
        }
    }
    return *std::min_element(cost.back().begin(), cost.back().end());
}

std::string draw_text(Random& random, std::size_t least, std::size_t most, unsigned letters) {
    std::string text(least + random.below(most - least + 1), ' ');
    for (char& c : text) c = static_cast<char>('a' + random.below(letters));
    return text;
}

}  // namespace

TEST_CASE("typing errors are told by name") {
    CHECK(prefix_distance("obe", "oberg") == 0);
    CHECK(prefix_distance("oberg", "oberg") == 0);
    CHECK(prefix_distance("obreg", "oberg") == 1);   // two swapped
    CHECK(prefix_distance("oerg", "oberg") == 1);    // one left out
    CHECK(prefix_distance("obberg", "oberg") == 1);  // one doubled
    CHECK(prefix_distance("oderg", "oberg") == 1);   // another letter
    CHECK(prefix_distance("xyz", "oberg") == 3);
    CHECK(prefix_distance("a", "") == 1);
}

TEST_CASE("the bit-parallel distance is that of the plain dynamic programme") {
    SeededRandom random(20221012);
    for (int round = 0; round < 20'000; ++round) {
        const auto letters = static_cast<unsigned>(2 + random.below(4));
        const std::string pattern = draw_text(random, 1, 12, letters);
        const std::string text = draw_text(random, 0, 16, letters);
        INFO(pattern << " against " << text);
        REQUIRE(prefix_distance(pattern, text) == plain_prefix_distance(pattern, text));
    }
}

TEST_CASE("the longest pattern fills the machine word") {
    SeededRandom random(7);
    for (int round = 0; round < 300; ++round) {
        const std::string pattern = draw_text(random, 62, PrefixPattern::longest, 3);
        const std::string text = draw_text(random, 0, 80, 3);
        REQUIRE(prefix_distance(pattern, text) == plain_prefix_distance(pattern, text));
    }
}

}  // namespace stormote
