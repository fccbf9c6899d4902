#include "sync/report/similar/average_linkage.h"

#include <catch2/catch.hpp>

namespace stormote::similar {

namespace {

using Groups = std::vector<std::vector<std::size_t>>;

constexpr LinkageLimits limits{0.5F, 0.3F};

Groups gather(std::size_t count, const std::vector<Likeness>& pairs) {
    return average_linkage(count, pairs, limits);
}

}  // namespace

TEST_CASE("what is alike is gathered, and what is not stays alone") {
    CHECK(gather(4, {{0, 2, 0.9F}, {0, 3, 0.6F}, {2, 3, 0.6F}}) == Groups{{0, 2, 3}});
    CHECK(gather(3, {{0, 1, 0.4F}}).empty());
    CHECK(gather(0, {}).empty());
}

TEST_CASE("one that is like two groups does not join them") {
    CHECK(gather(5, {{0, 1, 0.9F}, {3, 4, 0.9F}, {1, 2, 0.8F}, {2, 3, 0.8F}}) ==
          Groups{{0, 1}, {3, 4}});
}

TEST_CASE("two members that are too unlike part a group, whatever the average") {
    CHECK(gather(3, {{0, 1, 0.9F}, {1, 2, 0.9F}, {0, 2, 0.2F}}) == Groups{{0, 1}});
    CHECK(gather(3, {{0, 1, 0.9F}, {1, 2, 0.9F}, {0, 2, 0.4F}}) == Groups{{0, 1, 2}});
}

TEST_CASE("of equal pairs the first are gathered") {
    CHECK(gather(3, {{1, 2, 0.6F}, {0, 1, 0.6F}}) == Groups{{0, 1}});
    CHECK(gather(3, {{1, 2, 0.6F}, {0, 2, 0.6F}}) == Groups{{0, 2}});
}

}  // namespace stormote::similar
