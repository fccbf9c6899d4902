// import-tables: names, places and the plan of the room into an event.
#include "kiosk/cli/list_import.h"
#include "kiosk/lists/table_list.h"

namespace stormote {

namespace {

// Who leads a group and was dealt into another sits there until the groups are dealt anew.
void tell_misplaced_facilitators(const TablePlan& plan, const EventState& state,
                                 const CommandContext& context) {
    for (const Body& body : plan.bodies) {
        const auto *table = std::get_if<GroupDescribed>(&body.content);
        if (table == nullptr) continue;
        for (const auto& [field, text] : table->fields) {
            if (field != number(GroupField::facilitator)) continue;
            const auto leader = parse_id<AttendeeId>(text);
            const Attendee *person = leader ? state.find_attendee(*leader) : nullptr;
            const auto group = person == nullptr ? std::nullopt : group_of(state, *leader);
            if (!group || *group == table->group) continue;
            context.say({"{} leads group {}, but sits in group {}. Deal the groups anew, or move "
                         "them on the board."},
                        person->full_name(), table->group, *group);
        }
    }
}

Result<> import_tables(const ListImport& options, CommandContext& context) {
    const auto imported =
        import_list(options, context, [&context](const ListSource& source, const Desk& desk) {
            TablePlan plan = plan_tables(source, desk.state());
            tell_misplaced_facilitators(plan, desk.state(), context);
            return plan;
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
                                  {"Reads from a list what the tables are called and where in "
                                   "the room they stand; the same list again changes nothing."},
                                  "stormote import-tables mote.stormote bord.csv");
    auto& options = command.runs(import_tables);
    options.add_to(
        command,
        {"The list, with the headings Bord, Namn, Plats, Platser, Samtalsledare, Anpassning, X, Y. "
         "A row is "
         "a table by its number, or rum, ingång or scen; Samtalsledare is the name or "
         "e-mail address of somebody registered; Anpassning is what the table offers, of rullstol, "
         "tolk, hörslinga and languages; X and Y are metres from the left and "
         "the front wall, and of rum its width and depth."});
}

}  // namespace stormote
