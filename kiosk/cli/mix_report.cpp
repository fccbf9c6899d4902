#include "kiosk/cli/mix_report.h"

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "kiosk/desk/count_words.h"
#include "kiosk/desk/mix_words.h"
#include "kiosk/groups/conflict.h"
#include "kiosk/groups/search/bounds.h"

namespace stormote {

namespace {

std::string quoted(const std::string& id) {
    if (id.find_first_of(",\"\r\n") == std::string::npos) return id;
    std::string text = "\"";
    for (const char c : id) {
        if (c == '"') text += c;
        text += c;
    }
    return text + '"';
}

const Criterion *criterion_of(const MixProblem& problem, const CriterionResult& result) {
    const auto found = std::find_if(problem.criteria.begin(), problem.criteria.end(),
                                    [&](const auto& each) { return each.name == result.name; });
    return found == problem.criteria.end() ? nullptr : &*found;
}

// The name that scripts know a criterion by.
std::string key_of(const MixProblem& problem, const CriterionResult& result) {
    const Criterion *criterion = criterion_of(problem, result);
    if (criterion == nullptr) return result.name;
    return criterion->kind == CriterionKind::keep_apart ? "same_" + result.name + "_pairs"
                                                        : result.name + "_excess";
}

LocalizedMessage result_line(const MixProblem& problem, const CriterionResult& result,
                             const Texts& texts) {
    const Criterion *criterion = criterion_of(problem, result);
    if (criterion == nullptr) {
        const Sentence sentence =
            result.name == size_result
                ? Sentence{"Largest group minus the smallest: {} (no plan has less than {})."}
                : Sentence{"Pairs that meet again: {} (no plan has fewer than {})."};
        return localized(sentence, result.value, result.bound);
    }
    const Sentence sentence =
        criterion->kind == CriterionKind::keep_apart
            ? Sentence{"Pairs in one group with the same {}: {} (no plan has fewer than {})."}
            : Sentence{
                  "Spread by {}: people too many or too few in a group: {} (no plan has fewer than "
                  "{})."};
    return localized(sentence, column_word(result.name, texts), result.value, result.bound);
}

std::string say_wish(const MixProblem& problem, const Wish& wish, const Texts& texts) {
    const std::string sentence = texts.say(describe_wish(problem, wish));
    return wish.source.empty() ? sentence : wish.source + ": " + sentence;
}

}  // namespace

std::string mix_csv(const MixProblem& problem, const std::vector<std::vector<int>>& group_of,
                    const std::vector<std::string>& ids) {
    std::string csv = "round,group,id\n";
    for (std::size_t round = 0; round < group_of.size(); ++round) {
        for (std::size_t i = 0; i < ids.size(); ++i) {
            if (group_of[round][i] == no_group) continue;
            const int group = problem.number_of(group_of[round][i]);
            csv += fmt::format("{},{},{}\n", round + 1, group, quoted(ids[i]));
        }
    }
    return csv;
}

std::string mix_sizes(const MixProblem& problem, const std::vector<std::vector<int>>& group_of,
                      const EventState& state) {
    std::string lines;
    for (std::size_t round = 0; round < group_of.size(); ++round) {
        std::map<GroupNumber, std::size_t> sizes;
        for (const int group : group_of[round]) {
            if (group != no_group) ++sizes[problem.number_of(group)];
        }
        for (const auto& [group, people] : sizes) {
            const auto known = state.groups().find(group);
            const std::string table =
                known == state.groups().end() ? "" : known->second.get(GroupField::name);
            lines += fmt::format("{}\t{}\t{}\t{}\n", round + 1, group, one_column(table), people);
        }
    }
    return lines;
}

std::string mix_json(const MixProblem& problem, const MixPlan& plan, const Texts& texts) {
    nlohmann::ordered_json json;
    json["people"] = problem.people.size();
    json["groups"] = problem.group_count;
    json["rounds"] = problem.round_count;
    json["seed"] = problem.seed;
    json["steps"] = problem.steps;
    for (const CriterionResult& result : plan.results) {
        auto reasons = nlohmann::ordered_json::array();
        for (const LocalizedMessage& reason : result.reasons) reasons.push_back(texts.say(reason));
        json["criteria"][key_of(problem, result)] = {
            {"value", result.value}, {"bound", result.bound}, {"reasons", std::move(reasons)}};
    }
    json["broken_wishes"] = nlohmann::ordered_json::array();
    for (const std::size_t wish : plan.broken_wishes) {
        json["broken_wishes"].push_back(say_wish(problem, problem.wishes[wish], texts));
    }
    json["is_optimal"] = plan.is_proven_optimal();
    return json.dump() + "\n";
}

void print_mix(const MixProblem& problem, const MixPlan& plan, const CommandContext& context) {
    context.write_line(say_people_in_groups(static_cast<std::int64_t>(problem.people.size()),
                                            problem.group_count, context.texts));
    for (const CriterionResult& result : plan.results) {
        context.write_line(context.texts.say(result_line(problem, result, context.texts)));
        for (const LocalizedMessage& reason : result.reasons) {
            context.write_line("  " + context.texts.say(reason));
        }
    }
    for (const std::size_t wish : plan.broken_wishes) {
        context.say({"This wish is not met: {}"},
                    say_wish(problem, problem.wishes[wish], context.texts));
    }
    if (plan.is_proven_optimal()) {
        context.say({"No plan is better: every criterion is at its proven minimum."});
    } else {
        std::int64_t distance = 0;
        for (const CriterionResult& result : plan.results) distance += result.distance();
        context.say({"The plan may not be the best: it is {} above the proven minimum. More "
                     "--steps or another --seed may find a better one."},
                    distance);
    }
}

void print_empty_values(const MixProblem& problem, const CommandContext& context) {
    for (const Criterion& criterion : problem.criteria) {
        if (criterion.kind != CriterionKind::spread) continue;
        const auto empty = std::count(criterion.values.begin(), criterion.values.end(), "");
        if (empty == 0) continue;
        context.say({"The column {} is empty for {} of {} people; they do not count in it."},
                    column_word(criterion.name, context.texts), empty, criterion.values.size());
    }
}

Result<> check_conflict(const MixProblem& problem, const CommandContext& context) {
    const auto conflict = find_conflict(problem);
    if (!conflict) return Done{};
    for (const std::size_t wish : *conflict) {
        context.write_line(say_wish(problem, problem.wishes[wish], context.texts));
    }
    return input_error(problem.group_count == 1
                           ? Sentence{"These wishes cannot all hold for {} people in {} group: {}. "
                                      "Change or take away one of them."}
                           : Sentence{"These wishes cannot all hold for {} people in {} groups: "
                                      "{}. Change or take away one of them."},
                       problem.people.size(), problem.group_count, conflict->size());
}

}  // namespace stormote
