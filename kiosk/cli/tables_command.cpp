// import-tables: names, places and the plan of the room into an event.
#include "kiosk/cli/list_import.h"
#include "kiosk/lists/table_list.h"

namespace stormote {

namespace {

Result<> import_tables(const ListImport& options, CommandContext& context) {
    const auto imported =
        import_list(options, context, [](const ListSource& source, const Desk& desk) {
            return plan_tables(source, desk.state());
        });
    if (!imported) return imported.error();
    const TablePlan& plan = *imported;
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
    options.add_to(
        command,
        {"The list, with the headings Bord, Namn, Plats, Platser, Samtalsledare, X, Y. A row is "
         "a table by its number, or rum, ingång or scen; Samtalsledare is the name or "
         "e-mail address of somebody registered; X and Y are metres from the left and "
         "the front wall, and of rum its width and depth."});
}

}  // namespace stormote
