// import-survey, import-answers, release, withdraw: the questions of the survey into an event, what
// was answered elsewhere, what was answered out of where it waits, and an organisation's word taken
// back.
#include <iostream>

#include "kiosk/cli/list_import.h"
#include "kiosk/lists/answers/answer_list.h"
#include "kiosk/lists/survey_list.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

Result<> import_survey(const ListImport& options, CommandContext& context) {
    const auto imported =
        import_list(options, context, [](const ListSource& source, const Desk& desk) {
            return plan_survey(source, desk.state(), desk.waiting_count() > 0, longest_answer);
        });
    if (!imported) return imported.error();
    const SurveyPlan& plan = *imported;
    const Sentence would_change =
        plan.questions == 1 ? Sentence{"Would be changed: {} of {} question. Removed: {}."}
                            : Sentence{"Would be changed: {} of {} questions. Removed: {}."};
    const Sentence changed = plan.questions == 1
                                 ? Sentence{"Changed: {} of {} question. Removed: {}."}
                                 : Sentence{"Changed: {} of {} questions. Removed: {}."};
    const Sentence answer = options.is_dry_run ? would_change : changed;
    context.out << context.texts.get(answer, plan.changed, plan.questions, plan.taken_away) << '\n';
    return Done{};
}

void add_import(CommandLine& line) {
    Subcommand command = line.add("import-survey",
                                  {"Reads the questions of the survey on the way out from a list; "
                                   "the same list again changes nothing."},
                                  "stormote import-survey mote.stormote enkat.csv");
    auto& options = command.runs(import_survey);
    options.add_to(command,
                   {"The list, with the headings Nr, Fråga, Svar, Låg, Hög, Val. Svar is skala (1 "
                    "to 5), ja/nej, text, ett val or flera val; Låg and Hög say what the ends of "
                    "a scale mean, Val what can be chosen, with semicolons between. Questions "
                    "that it leaves out are no longer asked."});
}

struct AnswerImport {
    ListImport list;
    bool takes_alike = false;
};

Result<> import_answers(const AnswerImport& options, CommandContext& context) {
    const auto imported = import_list(
        options.list, context,
        [takes_alike = options.takes_alike](const ListSource& source, const Desk& desk) {
            const AnswerListRules rules{[&desk](std::string_view name) {
                                            return make_named_uuid(desk.journal().event_key(),
                                                                   name);
                                        },
                                        longest_answer, longest_message, takes_alike};
            return plan_answers(source, desk.state(), rules);
        });
    if (!imported) return imported.error();
    const AnswerListPlan& plan = *imported;
    const Sentence would_be_read = {
        "Answer sheets that would be read: {}. Comments: {}. Known already: {}. Without answers: "
        "{}."};
    const Sentence read = {
        "Answer sheets read: {}. Comments: {}. Known already: {}. Without answers: {}."};
    context.out << context.texts.get(options.list.is_dry_run ? would_be_read : read, plan.sheets,
                                     plan.comments, plan.known, plan.empty)
                << '\n';
    return Done{};
}

void add_import_answers(CommandLine& line) {
    Subcommand command =
        line.add("import-answers",
                 {"Reads answers to the event's survey that were given in a web survey; the same "
                  "list again adds nothing."},
                 "stormote import-answers mote.stormote svar.xlsx");
    auto& options = command.runs(import_answers);
    options.list.add_to(
        command, {"The list, as Microsoft Forms, Google and others export it: a row a person, a "
                  "column a question, headed by its words. A column Kommentar holds comments. "
                  "When somebody answered, and who it was, is not read."});
    command.flag(
        "--take-alike", options.takes_alike,
        {"Reads the list also where most of its new rows answer just what rows do that were "
         "read in before."});
}

Result<> release(const EventArgument& event, CommandContext& context) {
    // Opening it does so, where the event has ended.
    auto desk = event.open(context, JournalAccess::write);
    if (!desk) return desk.error();
    context.out << context.texts.get(Sentence{"Answers: {}. Still waiting: {}."},
                                     desk.value()->state().answer_sheets().size(),
                                     desk.value()->waiting_count())
                << '\n';
    return Done{};
}

void add_release(CommandLine& line) {
    Subcommand command = line.add("release",
                                  {"Takes in the anonymous answers that wait in the file, once the "
                                   "event has ended, and says how many there are."},
                                  "stormote release mote.stormote");
    auto& event = command.runs(release);
    event.add_to(command);
}

struct WithdrawOptions {
    EventArgument event;
    std::string organisation;
};

// Of those that have joined, by what they are called now.
std::optional<OrganisationId> find_joined(const EventState& state, const std::string& name) {
    for (const auto& [id, fields] : state.organisations()) {
        if (fields.get(OrganisationField::joined).empty()) continue;
        if (fold_text(fields.get(OrganisationField::name)) == fold_text(name)) return id;
    }
    return std::nullopt;
}

Result<> withdraw(const WithdrawOptions& options, CommandContext& context) {
    if (auto named = check_text("ORGANISATION", options.organisation); !named) return named.error();
    auto desk = options.event.open(context, JournalAccess::write);
    if (!desk) return desk.error();
    const auto organisation = find_joined(desk.value()->state(), options.organisation);
    if (!organisation) {
        return input_error(
            {"{} has not joined. \"stormote export EVENT joined\" lists those that have."},
            options.organisation);
    }
    desk.value()->take_back_joining(*organisation, Actor{ActingRole::organiser});
    context.out << context.texts.get(
                       Sentence{"The joining of {} is undone."},
                       desk.value()->state().organisation(*organisation, OrganisationField::name))
                << '\n';
    return Done{};
}

void add_withdraw(CommandLine& line) {
    Subcommand command =
        line.add("withdraw", {"Undoes an organisation's joining of the agreement."},
                 "stormote withdraw mote.stormote \"Ekens scoutkår\"");
    auto& options = command.runs(withdraw);
    options.event.add_to(command);
    command.option("ORGANISATION", options.organisation,
                   {"The organisation, as \"export joined\" writes it."}, Need::required);
}

}  // namespace

void add_survey_commands(CommandLine& line) {
    add_import(line);
    add_import_answers(line);
    add_release(line);
    add_withdraw(line);
}

}  // namespace stormote
