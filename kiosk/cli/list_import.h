// ListImport: what the commands have in common that read a list into an event. One thread.
#pragma once

#include <string>
#include <string_view>
#include <type_traits>

#include "kiosk/cli/command.h"
#include "kiosk/cli/list_file.h"
#include "kiosk/lists/list_source.h"

namespace stormote {

struct ListImport {
    EventArgument event;
    std::string list;
    std::string sheet;
    bool is_dry_run = false;

    // `columns` tells the headings that the list has.
    void add_to(Subcommand& command, Sentence columns) {
        event.add_to(command);
        command.option("LIST", list, columns, Need::required);
        command.option("--sheet", sheet,
                       {"Of a spreadsheet, the sheet to read; else the one with the headings."});
        command.flag("--dry-run", is_dry_run, {"Says what would happen, and changes nothing."});
    }
};

// Reads the list, plans by `plan_list(source, desk)` what is new in it, and records all of it or,
// where there are problems, prints them and records nothing. The answer is the plan, which has
// `bodies`, `problems` and `notes`.
template <typename PlanList>
auto import_list(const ListImport& options, CommandContext& context, PlanList plan_list)
    -> Result<std::invoke_result_t<PlanList, const ListSource&, const Desk&>> {
    const auto bytes = read_list_file(options.list, context);
    if (!bytes) return bytes.error();
    auto desk = options.event.open(context,
                                   options.is_dry_run ? JournalAccess::read : JournalAccess::write);
    if (!desk) return desk.error();
    auto plan =
        plan_list(ListSource(*bytes, options.sheet), static_cast<const Desk&>(*desk.value()));
    print_list_problems(options.list, plan.notes, context);
    if (!plan.problems.empty()) {
        print_list_problems(options.list, plan.problems, context);
        return input_error({"{} was not imported; the event is as it was. Problems: {}."},
                           options.list, plan.problems.size());
    }
    if (!options.is_dry_run && !plan.bodies.empty()) desk.value()->record(plan.bodies);
    return plan;
}

}  // namespace stormote
