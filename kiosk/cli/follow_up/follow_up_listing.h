// Follow-up listing: the follow-up on standard output, for people and for programs. Pure.
#pragma once

#include <string>
#include <vector>

#include "sync/base/texts.h"
#include "sync/report/follow_up.h"

namespace stormote {

// A line an item, parted by tabs: id, kind, state (or that it is late), due, owner, department,
// who asked, text, answer, and the earlier meeting at which it was said.
[[nodiscard]] std::string follow_up_lines(const std::vector<FollowUpItem>& items,
                                          const std::string& today, const Texts& texts);
// An array with an object an item.
[[nodiscard]] std::string follow_up_json(const std::vector<FollowUpItem>& items,
                                         const std::string& today);

struct FollowUpCounts {
    std::int64_t late = 0;
    std::int64_t open = 0;  // the late ones among them
    std::int64_t settled = 0;
};
[[nodiscard]] FollowUpCounts count_follow_up(const std::vector<FollowUpItem>& items,
                                             const std::string& today);

}  // namespace stormote
