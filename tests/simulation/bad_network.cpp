#include "tests/simulation/bad_network.h"

namespace stormote::testing {

Result<StoreResponse> BadNetwork::send(const StoreRequest& request) {
    const Error lost = input_error({"The network lost it."});
    // What was held up earlier may arrive now, long after its sender gave up.
    if (!late_.empty() && happens()) {
        const std::size_t which = random_.below(late_.size());
        static_cast<void>(inner_.send(late_[which]));
        late_.erase(late_.begin() + static_cast<std::ptrdiff_t>(which));
    }
    if (happens()) return lost;
    if (happens()) {
        late_.push_back(request);
        return lost;
    }
    if (happens()) static_cast<void>(inner_.send(request));
    auto response = inner_.send(request);
    if (happens()) return lost;
    return response;
}

}  // namespace stormote::testing
