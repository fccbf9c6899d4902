// Bad network: loses, doubles and delays what it carries, as the seed says. One thread; borrows the
// connection and the chance.
#pragma once

#include <vector>

#include "tests/support/record/central_harness.h"

namespace stormote::testing {

class BadNetwork final : public StoreConnection {
  public:
    BadNetwork(StoreConnection& inner, Random& random) : inner_(inner), random_(random) {}
    // Of a hundred requests, how many meet each mishap.
    void set_mishaps(std::uint64_t percent) { percent_ = percent; }
    // What is still under way does not arrive any more.
    void lose_late() { late_.clear(); }

    Result<StoreResponse> send(const StoreRequest& request) override;

  private:
    bool happens() { return random_.below(100) < percent_; }

    StoreConnection& inner_;
    Random& random_;
    std::uint64_t percent_ = 0;
    std::vector<StoreRequest> late_;
};

}  // namespace stormote::testing
