// Wish list: hard wishes for the groups as files hold them, a wish a line. Pure.
//
// --apart and --together: the ids of two people or more. --wishes: type,a,b, where the type is
// fixed (person, group or several groups parted by |), together or apart (two people), capacity
// (group, chairs) or facilitator (person, group or empty). A first line of headings may stand.
#pragma once

#include <string_view>

#include "kiosk/groups/problem/mix_problem.h"
#include "kiosk/lists/list_problem.h"

namespace stormote {

// Adds the wishes of a file to a problem whose people are known by these ids. Wishes that cannot be
// read become problems; none is dropped silently.
[[nodiscard]] ListProblems read_wishes(std::string_view bytes, const std::string& file,
                                       WishKind kind, const std::vector<std::string>& ids,
                                       MixProblem& problem);
[[nodiscard]] ListProblems read_mixed_wishes(std::string_view bytes, const std::string& file,
                                             const std::vector<std::string>& ids,
                                             MixProblem& problem);

// Who sat together in an earlier plan: round,group,id. Those who are not of these ids do not
// matter.
[[nodiscard]] ListProblems read_earlier_groups(std::string_view bytes,
                                               const std::vector<std::string>& ids,
                                               MixProblem& problem);

}  // namespace stormote
