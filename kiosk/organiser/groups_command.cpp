// groups: deals people into discussion groups, those of an event or of a bare list.
#include <iostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "kiosk/organiser/list_file.h"
#include "kiosk/organiser/people_list.h"
#include "sync/report/output_file.h"

namespace stormote {

namespace {

struct GroupsOptions {
    EventArgument event;
    std::string list;
    std::optional<int> count;
    std::optional<int> size;
    std::uint64_t seed = 1;
    std::string out;
    bool is_json = false;
};

// What is written and reported, wherever the people came from.
struct GroupReport {
    int group_count = 0;
    std::vector<std::pair<int, std::string>> seats;  // group from 1, id
    GroupCost cost;
    GroupCost bound;
};

Result<int> group_count_for(const GroupsOptions& options, std::size_t people) {
    const auto chosen = options.count ? *options.count : *options.size;
    if (chosen < 1) {
        return usage_error({"{} must be at least 1."}, options.count ? "--count" : "--size");
    }
    if (people == 0) return input_error({"There is nobody to be dealt into groups."});
    if (options.size) {
        // As many groups as needed for none to be larger.
        const auto size = static_cast<std::size_t>(chosen);
        return static_cast<int>((people + size - 1) / size);
    }
    if (static_cast<std::size_t>(chosen) > people) {
        return input_error({"{} groups are too many for {} people. Choose at most {}."}, chosen,
                           people, people);
    }
    return chosen;
}

std::string quoted(const std::string& id) {
    if (id.find_first_of(",\"\r\n") == std::string::npos) return id;
    std::string text = "\"";
    for (const char c : id) {
        if (c == '"') text += c;
        text += c;
    }
    return text + '"';
}

std::string to_csv(const GroupReport& report) {
    std::string csv = "round,group,id\n";
    for (const auto& [group, id] : report.seats) csv += fmt::format("1,{},{}\n", group, quoted(id));
    return csv;
}

std::string to_json(const GroupReport& report, const GroupsOptions& options) {
    nlohmann::ordered_json json;
    json["people"] = report.seats.size();
    json["groups"] = report.group_count;
    json["rounds"] = 1;
    json["seed"] = options.seed;
    const auto add = [&](const char *criterion, int GroupCost::*value) {
        json["criteria"][criterion] = {{"value", report.cost.*value},
                                       {"bound", report.bound.*value}};
    };
    add("same_organisation_pairs", &GroupCost::same_organisation_pairs);
    add("category_excess", &GroupCost::category_excess);
    add("size_spread", &GroupCost::size_spread);
    json["is_optimal"] = report.cost == report.bound;
    return json.dump() + "\n";
}

void print_report(const GroupReport& report, const CommandContext& context) {
    const auto print = [&](Sentence sentence, int GroupCost::*value) {
        context.say(sentence, report.cost.*value, report.bound.*value);
    };
    context.say({"{} people in {} groups."}, report.seats.size(), report.group_count);
    print({"Pairs of one organisation in one group: {} (no plan has fewer than {})."},
          &GroupCost::same_organisation_pairs);
    print({"Sectors, roles and genders beyond their share: {} (no plan has fewer than {})."},
          &GroupCost::category_excess);
    print({"Largest group less the smallest: {} (no plan has less than {})."},
          &GroupCost::size_spread);
}

// Where the answer goes: the JSON to standard output, the seats to the file or, without JSON, to
// standard output.
void print_answer(const GroupReport& report, const GroupsOptions& options,
                  const CommandContext& context) {
    if (options.is_json) {
        context.out << to_json(report, options);
        return;
    }
    if (options.out.empty()) context.out << to_csv(report);
    print_report(report, context);
}

Result<> group_list(const GroupsOptions& options, CommandContext& context) {
    const auto bytes = read_list_file(options.list);
    if (!bytes) return bytes.error();
    PeopleList list = read_people(*bytes);
    if (!list.problems.empty()) {
        print_list_problems(options.list, list.problems, context);
        return input_error({"{} cannot be used. Problems: {}."}, options.list,
                           list.problems.size());
    }
    const auto count = group_count_for(options, list.people.size());
    if (!count) return count.error();
    const GroupAnswer answer = plan_groups({std::move(list.people), *count, options.seed});
    GroupReport report{*count, {}, answer.cost, answer.bound};
    for (std::size_t i = 0; i < list.ids.size(); ++i) {
        report.seats.emplace_back(answer.group_of[i] + 1, list.ids[i]);
    }
    if (!options.out.empty()) {
        auto written = write_result(context, options.out, to_csv(report));
        if (!written) return written;
    }
    print_answer(report, options, context);
    return Done{};
}

Result<> group_event(const GroupsOptions& options, CommandContext& context) {
    auto desk = options.event.open(context, JournalAccess::write);
    if (!desk) return desk.error();
    const auto count = group_count_for(options, desk.value()->seated_count());
    if (!count) return count.error();
    const GroupDraft draft = desk.value()->draft_groups(*count, options.seed);
    GroupReport report{*count, {}, draft.cost, draft.bound};
    for (const GroupSeat& seat : draft.seats) {
        report.seats.emplace_back(seat.group, to_string(seat.attendee));
    }
    // The file is safe before the plan is recorded, and shows only when it is.
    if (options.out.empty() || options.out == "-") {
        desk.value()->record_groups(draft, {ActingRole::organiser});
        if (!options.out.empty()) context.out << to_csv(report);
    } else {
        auto file = OutputFile::prepare(options.out, to_csv(report));
        if (!file) return file.error();
        desk.value()->record_groups(draft, {ActingRole::organiser});
        if (auto published = file->publish(); !published) return published;
    }
    print_answer(report, options, context);
    return Done{};
}

Result<> deal_groups(const GroupsOptions& options, CommandContext& context) {
    if (options.list.empty() == options.event.file.empty()) {
        return usage_error({"Name either an event file or --list PEOPLE.csv."});
    }
    if (options.count.has_value() == options.size.has_value()) {
        return usage_error({"Give either --count or --size."});
    }
    return options.list.empty() ? group_event(options, context) : group_list(options, context);
}

}  // namespace

void add_groups_command(CommandLine& line) {
    auto options = std::make_shared<GroupsOptions>();
    CLI::App& command = line.add(
        "groups", {"Deals people into groups: organisations apart, sectors and roles spread."},
        "stormote groups mote.stormote --size 8");
    options->event.add_to(line, command, EventArgument::Need::optional);
    command.add_option("--list", options->list,
                       line.text({"Instead of an event: a CSV file with the headings "
                                  "id,name,organisation,sector,role and, if wanted, gender."}));
    command.add_option("--count", options->count, line.text({"How many groups."}));
    command.add_option("--size", options->size, line.text({"How many people a group at most."}));
    command.add_option("--seed", options->seed, line.text({"Another seed deals in another way."}));
    command.add_option("--out", options->out,
                       line.text({"The CSV file to write: round,group,id."}));
    command.add_flag("--json", options->is_json,
                     line.text({"Answers as JSON: each criterion beside its proven bound."}));
    command.callback([&line, options] {
        line.set_action(
            [options](CommandContext& context) { return deal_groups(*options, context); });
    });
}

}  // namespace stormote
