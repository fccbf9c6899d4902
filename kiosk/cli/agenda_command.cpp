// import-agenda: the questions of the evening and its programme into an event.
#include "kiosk/cli/list_import.h"
#include "kiosk/lists/agenda_list.h"

namespace stormote {

namespace {

// Questions of a round that nobody has a seat in are discussed where people sit already.
void tell_missing_rounds(const Agenda& agenda, const EventState& state,
                         const CommandContext& context) {
    const RoundNumber wanted = agenda_round_count(agenda);
    if (wanted <= 1 || wanted == round_count(state)) return;
    context.say(
        {"The agenda has {} rounds, and the groups are dealt for {}. Deal them with --rounds "
         "{}."},
        wanted, round_count(state), wanted);
}

Result<> import_agenda(const ListImport& options, CommandContext& context) {
    const auto imported =
        import_list(options, context, [&context](const ListSource& source, const Desk& desk) {
            AgendaPlan plan = plan_agenda(source, desk.state());
            if (plan.problems.empty()) tell_missing_rounds(plan.agenda, desk.state(), context);
            return plan;
        });
    if (!imported) return imported.error();
    const AgendaPlan& plan = *imported;
    const Sentence would_change = {"Would be changed: {}. Questions: {}. Programme items: {}."};
    const Sentence changed = {"Changed: {}. Questions: {}. Programme items: {}."};
    const Sentence answer = options.is_dry_run ? would_change : changed;
    context.out << context.texts.get(answer, plan.bodies.size(), plan.agenda.questions.size(),
                                     plan.agenda.programme.size())
                << '\n';
    return Done{};
}

}  // namespace

void add_agenda_command(CommandLine& line) {
    Subcommand command = line.add("import-agenda",
                                  {"Reads the questions of the evening and its programme from a "
                                   "list; the same list again changes nothing."},
                                  "stormote import-agenda mote.stormote dagordning.csv");
    auto& options = command.runs(import_agenda);
    options.add_to(command,
                   {"The list, with the headings Nr, Rubrik, Fråga, Börjar, Slutar, Omgång. A row "
                    "with a number is a question; one without is an item of the programme. Times "
                    "are of the event's day, as 18:50. Questions that it leaves out are no longer "
                    "asked."});
}

}  // namespace stormote
