// import: a list of registrations into an event.
#include <fstream>
#include <future>
#include <iostream>

#include <nlohmann/json.hpp>

#include "kiosk/cli/command.h"
#include "kiosk/cli/list_file.h"
#include "kiosk/lists/registration_import.h"

namespace stormote {

namespace {

struct ImportOptions {
    EventArgument event;
    std::string list;
    bool is_dry_run = false;
    bool is_json = false;
};

nlohmann::ordered_json to_json(const ListProblems& problems, const Texts& texts) {
    auto list = nlohmann::ordered_json::array();
    for (const ListProblem& problem : problems) {
        nlohmann::ordered_json& entry = list.emplace_back();
        entry["line"] = problem.line;
        entry["column"] = problem.column;
        entry["message"] = texts.get(problem.message);
    }
    return list;
}

void print_json(const ImportPlan& plan, const CommandContext& context) {
    nlohmann::ordered_json json;
    json["added"] = plan.added;
    json["updated"] = plan.updated;
    json["unchanged"] = plan.unchanged;
    json["problems"] = to_json(plan.problems, context.texts);
    json["notes"] = to_json(plan.notes, context.texts);
    context.out << json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
                << '\n';
}

ImportPlan plan_with_progress(ListedPeople people, const Desk& desk, const ImportIds& ids,
                              const CommandContext& context) {
    Progress progress = context.progress({"Comparing"}, people.list.registrations.size());
    return plan_import(std::move(people), desk.state(), ids, [&progress] { progress.advance(); });
}

Result<> import_list(const ImportOptions& options, CommandContext& context) {
    const auto bytes = read_list_file(options.list);
    if (!bytes) return bytes.error();
    // Neither needs the other, and with many people either takes a while.
    auto people = std::async(std::launch::async, read_listed_people, std::string_view(*bytes));
    auto desk = options.event.open(context,
                                   options.is_dry_run ? JournalAccess::read : JournalAccess::write);
    if (!desk) return desk.error();
    const ImportIds ids{
        [&desk](std::string_view name) { return desk.value()->organisation_id(name); },
        [&context] { return make_id<AttendeeId>(context.clock, context.random); }};
    const ImportPlan plan = plan_with_progress(people.get(), *desk.value(), ids, context);
    // One transaction, and before the answer: what is said to be done is on the disk.
    if (!options.is_dry_run && !plan.bodies.empty()) {
        Progress progress = context.progress({"Saving"}, plan.bodies.size());
        desk.value()->record(plan.bodies, [&progress] { progress.advance(); });
    }
    if (options.is_json) {
        print_json(plan, context);
    } else {
        print_list_problems(options.list, plan.notes, context);
        print_list_problems(options.list, plan.problems, context);
    }
    if (!plan.problems.empty()) {
        return input_error({"{} was not imported; the event is as it was. Problems: {}."},
                           options.list, plan.problems.size());
    }
    if (!options.is_json) {
        const Sentence answer = options.is_dry_run
                                    ? Sentence{"Would be added: {}, updated: {}, unchanged: {}."}
                                    : Sentence{"Added: {}, updated: {}, unchanged: {}."};
        context.out << context.texts.get(answer, plan.added, plan.updated, plan.unchanged) << '\n';
    }
    return Done{};
}

}  // namespace

void add_import_command(CommandLine& line) {
    Subcommand command = line.add(
        "import", {"Reads registrations from a CSV file; the same file again changes nothing."},
        "stormote import mote.stormote anmalda.csv --dry-run");
    auto& options = command.runs(import_list);
    options.event.add_to(command);
    command.option("LIST", options.list, {"The list, as a CSV file with headings."},
                   Need::required);
    command.flag("--dry-run", options.is_dry_run, {"Says what would happen, and changes nothing."});
    command.flag("--json", options.is_json, {"Answers as JSON."});
}

}  // namespace stormote
