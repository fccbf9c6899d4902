// Mix report: a plan of the groups as CSV, as JSON and as sentences. Pure.
#pragma once

#include "kiosk/cli/command.h"
#include "kiosk/groups/problem/mix_problem.h"

namespace stormote {

// round,group,id.
[[nodiscard]] std::string mix_csv(const MixProblem& problem,
                                  const std::vector<std::vector<int>>& group_of,
                                  const std::vector<std::string>& ids);

// A line a round and group of an event: round, group, the table's name, how many people; with tabs.
[[nodiscard]] std::string mix_sizes(const MixProblem& problem,
                                    const std::vector<std::vector<int>>& group_of,
                                    const EventState& state);

// Each criterion's value beside its proven bound and the reasons, in the reader's language.
[[nodiscard]] std::string mix_json(const MixProblem& problem, const MixPlan& plan,
                                   const Texts& texts);

// The same as lines of the messages.
void print_mix(const MixProblem& problem, const MixPlan& plan, const CommandContext& context);

// Says which columns are empty for some, whom the criterion then does not count.
void print_empty_values(const MixProblem& problem, const CommandContext& context);

// An error where wishes cannot all hold, after lines that name the fewest that conflict.
[[nodiscard]] Result<> check_conflict(const MixProblem& problem, const CommandContext& context);

}  // namespace stormote
