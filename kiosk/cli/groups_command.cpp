// groups: deals people into discussion groups, those of an event or of a bare list.
#include <algorithm>

#include <fmt/format.h>

#include "kiosk/cli/list_file.h"
#include "kiosk/cli/mix_report.h"
#include "kiosk/desk/mix_words.h"
#include "kiosk/documents/files/output_file.h"
#include "kiosk/groups/explanation.h"
#include "kiosk/groups/search/mix_size.h"
#include "kiosk/lists/people_list.h"
#include "kiosk/lists/wish_list.h"

namespace stormote {

namespace {

struct GroupsOptions {
    EventArgument event;
    std::string list;
    std::optional<int> count;
    std::optional<int> size;
    int rounds = 1;
    std::uint64_t seed = 1;
    std::int64_t steps = default_steps;
    std::string apart;
    std::string together;
    std::string wishes;
    std::string met;
    std::vector<std::string> criteria;
    std::string why;
    std::string out;
    bool is_live = false;
    bool is_json = false;
};

Result<int> group_count_for(const GroupsOptions& options, std::size_t people) {
    const auto chosen = options.count ? *options.count : *options.size;
    if (chosen < 1) {
        return usage_error({"{} must be at least 1."}, options.count ? "--count" : "--size");
    }
    if (people == 0) return input_error({"There is nobody to deal into groups."});
    if (options.size) {
        // As many groups as needed for none to be larger.
        const auto size = static_cast<std::size_t>(chosen);
        return static_cast<int>((people + size - 1) / size);
    }
    if (static_cast<std::size_t>(chosen) > people) {
        return input_error(
            people == 1 ? Sentence{"{} groups are too many for {} person. Choose at most {}."}
                        : Sentence{"{} groups are too many for {} people. Choose at most {}."},
            chosen, people, people);
    }
    return chosen;
}

// "organisation=apart:3": a column, how it counts (else spread), and its weight (else 1).
Result<Criterion> choose_criterion(const std::string& text, const std::vector<Criterion>& columns) {
    const std::size_t colon = std::min(text.rfind(':'), text.size());
    const std::size_t equals = std::min(text.rfind('=', colon), colon);
    const std::string name = text.substr(0, equals);
    const std::string kind =
        equals < colon ? text.substr(equals + 1, colon - equals - 1) : "spread";
    const std::string weight = colon < text.size() ? text.substr(colon + 1) : "1";
    if ((kind != "apart" && kind != "spread") || weight.size() != 1 || weight < "1" ||
        weight > "9") {
        return usage_error(
            {"\"{}\" is not a criterion. Write COLUMN, COLUMN=apart or COLUMN=spread, optionally "
             "followed by a colon and a weight from 1 to 9."},
            text);
    }
    const auto column = std::find_if(columns.begin(), columns.end(),
                                     [&](const auto& each) { return each.name == name; });
    if (column == columns.end()) {
        std::string known;
        for (const Criterion& each : columns) known += (known.empty() ? "" : ", ") + each.name;
        return input_error({"There is no column \"{}\". These can be criteria: {}."}, name, known);
    }
    Criterion criterion = *column;
    criterion.kind = kind == "apart" ? CriterionKind::keep_apart : CriterionKind::spread;
    criterion.weight = weight[0] - '0';
    return criterion;
}

Result<> choose_criteria(const GroupsOptions& options, const std::vector<Criterion>& columns,
                         MixProblem& problem) {
    if (options.criteria.empty()) return Done{};
    problem.criteria.clear();
    for (const std::string& text : options.criteria) {
        auto criterion = choose_criterion(text, columns);
        if (!criterion) return criterion.error();
        problem.criteria.push_back(std::move(*criterion));
    }
    return Done{};
}

// Reads a file that is asked for, and says every problem with its line.
template <typename Read>
Result<> read_option_file(const std::string& file, const CommandContext& context, Read read) {
    if (file.empty()) return Done{};
    const auto bytes = read_list_file(file, context);
    if (!bytes) return bytes.error();
    const ListProblems problems = read(*bytes);
    if (problems.empty()) return Done{};
    print_list_problems(file, problems, context);
    return input_error({"{} cannot be used. Problems: {}."}, file, problems.size());
}

Result<> read_option_files(const GroupsOptions& options, const std::vector<std::string>& ids,
                           MixProblem& problem, const CommandContext& context) {
    for (const WishKind kind : {WishKind::apart, WishKind::together}) {
        const std::string& file = kind == WishKind::apart ? options.apart : options.together;
        auto read = read_option_file(file, context, [&](const std::string& bytes) {
            return read_wishes(bytes, file, kind, ids, problem);
        });
        if (!read) return read;
    }
    auto wishes = read_option_file(options.wishes, context, [&](const std::string& bytes) {
        return read_mixed_wishes(bytes, options.wishes, ids, problem);
    });
    if (!wishes) return wishes;
    return read_option_file(options.met, context, [&](const std::string& bytes) {
        return read_earlier_groups(bytes, ids, problem);
    });
}

// Plans what the options ask of these people. Error: a file, a criterion or a wish is at fault.
Result<MixPlan> plan_by_options(const GroupsOptions& options, const std::vector<Criterion>& columns,
                                const std::vector<std::string>& ids, MixProblem& problem,
                                const CommandContext& context) {
    problem.round_count = options.rounds;
    problem.seed = options.seed;
    problem.steps = options.steps;
    if (auto chosen = choose_criteria(options, columns, problem); !chosen) return chosen.error();
    if (auto read = read_option_files(options, ids, problem, context); !read) return read.error();
    drop_overruled_needs(problem);
    if (auto too_large = check_mix_size(problem)) return *too_large;
    if (auto possible = check_conflict(problem, context); !possible) return possible.error();
    if (!options.why.empty() && std::find(ids.begin(), ids.end(), options.why) == ids.end()) {
        return input_error({"There is nobody with the id \"{}\" in the list."}, options.why);
    }
    print_empty_values(problem, context);
    return plan_mix(problem);
}

// Where the answer goes: the JSON to standard output, the seats to the file; without either,
// `seats` to standard output.
void print_answer(const MixProblem& problem, const MixPlan& plan,
                  const std::vector<std::string>& ids, const std::string& seats,
                  const GroupsOptions& options, const CommandContext& context) {
    if (options.is_json) {
        context.out << mix_json(problem, plan, context.texts);
    } else {
        if (options.out.empty()) context.out << seats;
        print_mix(problem, plan, context);
    }
    if (options.why.empty()) return;
    const auto person = std::find(ids.begin(), ids.end(), options.why) - ids.begin();
    const LocalizedMessage reason =
        explain_seat(in_words(problem, context.texts), plan, static_cast<int>(person), 0);
    context.write_line(context.texts.say(reason));
}

Result<> group_list(const GroupsOptions& options, CommandContext& context) {
    const auto bytes = read_list_file(options.list, context);
    if (!bytes) return bytes.error();
    PeopleList list = read_people(*bytes);
    if (!list.problems.empty()) {
        print_list_problems(options.list, list.problems, context);
        return input_error({"{} cannot be used. Problems: {}."}, options.list,
                           list.problems.size());
    }
    const auto count = group_count_for(options, list.ids.size());
    if (!count) return count.error();
    MixProblem problem;
    problem.people = list.ids;
    problem.group_count = *count;
    problem.rounds_stayed = list.rounds_stayed;
    problem.criteria.assign(list.columns.begin(), list.columns.begin() + list.standard_count);
    const auto plan = plan_by_options(options, list.columns, list.ids, problem, context);
    if (!plan) return plan.error();
    if (!options.out.empty()) {
        auto written =
            write_result(context, options.out, mix_csv(problem, plan->group_of, list.ids));
        if (!written) return written;
    }
    print_answer(problem, *plan, list.ids, mix_csv(problem, plan->group_of, list.ids), options,
                 context);
    return Done{};
}

Result<> group_event(const GroupsOptions& options, CommandContext& context) {
    auto desk = options.event.open(context, JournalAccess::write);
    if (!desk) return desk.error();
    const auto count = group_count_for(options, desk.value()->seated_count());
    if (!count) return count.error();
    EventMix mix = event_mix(desk.value()->state(), *count);
    std::vector<std::string> ids;
    for (const AttendeeId& id : mix.attendees) ids.push_back(to_string(id));
    auto plan = plan_by_options(options, mix.columns, ids, mix.problem, context);
    if (!plan) return plan.error();
    const GroupDraft draft = draft_of(mix, std::move(*plan));
    const std::string csv = mix_csv(mix.problem, draft.plan.group_of, ids);
    const DoorSeating seating = options.is_live ? DoorSeating::live : DoorSeating::planned;
    // The file is safe before the plan is recorded, and shows only when it is.
    if (options.out.empty() || options.out == "-") {
        desk.value()->record_groups(draft, seating, {ActingRole::organiser});
        if (!options.out.empty()) context.out << csv;
    } else {
        auto file = OutputFile::prepare(options.out, csv);
        if (!file) return file.error();
        desk.value()->record_groups(draft, seating, {ActingRole::organiser});
        if (auto published = file->publish(); !published) return published;
    }
    print_answer(mix.problem, draft.plan, ids,
                 mix_sizes(mix.problem, draft.plan.group_of, desk.value()->state()), options,
                 context);
    return Done{};
}

Result<> deal_groups(const GroupsOptions& options, CommandContext& context) {
    if (options.list.empty() == options.event.file.empty()) {
        return usage_error({"Name either an event file or --list PEOPLE.csv."});
    }
    if (options.count.has_value() == options.size.has_value()) {
        return usage_error({"Give either --count or --size."});
    }
    constexpr int most_rounds = 100;
    if (options.rounds < 1 || options.rounds > most_rounds) {
        return usage_error({"{} must be a number from {} to {}."}, "--rounds", 1, most_rounds);
    }
    if (options.is_live && !options.list.empty()) {
        return usage_error({"--live is for an event: a list has no door."});
    }
    if (options.steps < 1) return usage_error({"{} must be at least 1."}, "--steps");
    return options.list.empty() ? group_event(options, context) : group_list(options, context);
}

void add_wish_options(Subcommand& command, GroupsOptions& options) {
    command.option("--apart", options.apart,
                   {"A file of people who must not share a group: their ids, a wish a line."});
    command.option("--together", options.together,
                   {"A file of people who must share a group: their ids, a wish a line."});
    command.option("--wishes", options.wishes,
                   {"A CSV file of wishes, type,a,b: fixed,ID,GROUP (or 1|3 for one of several); "
                    "together,ID,ID; apart,ID,ID; capacity,GROUP,CHAIRS; facilitator,ID,GROUP."});
    command.option("--met", options.met,
                   {"The groups of an earlier meeting, round,group,id: they meet new people now."});
}

}  // namespace

void add_groups_command(CommandLine& line) {
    Subcommand command = line.add(
        "groups", {"Deals people into groups: organisations apart, sectors and roles spread."},
        "stormote groups mote.stormote --size 8");
    auto& options = command.runs(deal_groups);
    options.event.add_to(command, Need::optional);
    command.option("--list", options.list,
                   {"Instead of an event: a CSV file with the headings "
                    "id,name,organisation,sector,role and, if wanted, gender."});
    command.option("--count", options.count, {"How many groups."});
    command.option("--size", options.size, {"How many people a group at most."});
    command.option("--rounds", options.rounds,
                   {"How many rounds; people meet new neighbours in each."});
    add_wish_options(command, options);
    command.option("--criterion", options.criteria,
                   {"A column that counts, instead of the usual ones, the most important first: "
                    "COLUMN=apart or COLUMN=spread, :WEIGHT."});
    command.option("--seed", options.seed, {"Another seed gives other groups."});
    command.option("--steps", options.steps, {"The largest number of swaps of people to try."});
    command.option("--why", options.why, {"Says why the person with this id sits where they sit."});
    command.option(
        "--out", options.out,
        {"The CSV file to write: round,group,id. Without one, what a list gives is printed so, and "
         "of an event how many people each table has."});
    command.flag("--live", options.is_live,
                 {"Gives each person a group at the door, so that those who stay away leave no "
                  "gaps; the plan is where people would sit if all came."});
    command.flag("--json", options.is_json,
                 {"Answers as JSON: each criterion beside its proven bound."});
}

}  // namespace stormote
