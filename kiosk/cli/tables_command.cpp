// import-tables: names, places and the plan of the room into an event.
#include "kiosk/cli/command.h"
#include "kiosk/cli/list_file.h"
#include "kiosk/lists/table_list.h"

namespace stormote {

namespace {

struct TablesOptions {
    EventArgument event;
    std::string list;
    bool is_dry_run = false;
};

Result<> import_tables(const TablesOptions& options, CommandContext& context) {
    const auto bytes = read_list_file(options.list);
    if (!bytes) return bytes.error();
    auto desk = options.event.open(context,
                                   options.is_dry_run ? JournalAccess::read : JournalAccess::write);
    if (!desk) return desk.error();
    const TablePlan plan = plan_tables(*bytes, desk.value()->state());
    if (!plan.problems.empty()) {
        print_list_problems(options.list, plan.problems, context);
        return input_error({"{} was not imported; the event is as it was. Problems: {}."},
                           options.list, plan.problems.size());
    }
    if (!options.is_dry_run && !plan.bodies.empty()) desk.value()->record(plan.bodies);
    const Sentence would_change = plan.tables == 1 ? Sentence{"Would be changed: {} of {} table."}
                                                   : Sentence{"Would be changed: {} of {} tables."};
    const Sentence changed = plan.tables == 1 ? Sentence{"Changed: {} of {} table."}
                                              : Sentence{"Changed: {} of {} tables."};
    const Sentence answer = options.is_dry_run ? would_change : changed;
    context.out << context.texts.get(answer, plan.changed, plan.tables) << '\n';
    return Done{};
}

}  // namespace

void add_tables_command(CommandLine& line) {
    Subcommand command = line.add("import-tables",
                                  {"Reads from a CSV file what the tables are called and where in "
                                   "the room they stand; the same file again changes nothing."},
                                  "stormote import-tables mote.stormote bord.csv");
    auto& options = command.runs(import_tables);
    options.event.add_to(command);
    command.option("LIST", options.list,
                   {"The list, with the headings Bord, Namn, Plats, Platser, X, Y. A row is a "
                    "table by its number, or rum, ingång or scen; X and Y are metres from the left "
                    "and the front wall, and of rum its width and depth."},
                   Need::required);
    command.flag("--dry-run", options.is_dry_run, {"Says what would happen, and changes nothing."});
}

}  // namespace stormote
