// follow-up: what becomes of what was promised, proposed and asked.
#include <array>
#include <iostream>
#include <map>

#include "kiosk/cli/follow_up/answer_telling.h"
#include "kiosk/cli/follow_up/follow_up_commands.h"
#include "kiosk/cli/follow_up/follow_up_listing.h"
#include "kiosk/cli/list_file.h"
#include "kiosk/lists/follow_up/follow_up_fields.h"
#include "kiosk/lists/follow_up/follow_up_list.h"
#include "kiosk/mail/follow_up_calendar.h"
#include "sync/base/local_time.h"

namespace stormote {

namespace {

struct FieldOption {
    const char *option;
    FollowUpField field;
    Sentence purpose;
};

constexpr std::array<FieldOption, 7> field_options{{
    {"--owner",
     FollowUpField::owner,
     {"With --set: who sees to it: a function, or the name or id of somebody registered."}},
    {"--department", FollowUpField::department, {"With --set: the department."}},
    {"--due", FollowUpField::due, {"With --set: by when, as 2022-12-01."}},
    {"--state", FollowUpField::state, {"With --set: open, begun, done or declined."}},
    {"--answer", FollowUpField::answer, {"With --set: the answer."}},
    {"--answered",
     FollowUpField::answered,
     {"With --set: the date of the answer; today where nothing is said."}},
    {"--told",
     FollowUpField::told,
     {"With --set: the date on which who asked was told the answer."}},
}};

struct FollowUpOptions {
    EventArgument event;
    std::string id;
    std::map<FollowUpField, std::string> said;
    std::string list;
    std::string sheet;
    std::string calendar;
    TellingOptions telling;
    bool is_json = false;
    bool is_late_only = false;
    bool is_dry_run = false;
    bool is_telling = false;
};

std::string today_of(const CommandContext& context) {
    return local_time_of(context.clock.wall_ms()).substr(0, 10);
}

Error unknown_item(const std::string& id) {
    return input_error({"There is no note or message {}. \"stormote follow-up\" lists them."}, id);
}

std::vector<FollowUpItem> chosen_items(const FollowUpOptions& options, const EventState& state,
                                       const std::string& today) {
    std::vector<FollowUpItem> items = follow_up_items(state);
    if (options.is_late_only) {
        std::erase_if(
            items, [&today](const FollowUpItem& item) { return !is_late(item.follow_up, today); });
    }
    return items;
}

Result<> print_listing(const FollowUpOptions& options, const EventState& state,
                       const CommandContext& context) {
    const std::string today = today_of(context);
    const std::vector<FollowUpItem> items = chosen_items(options, state, today);
    if (options.is_json) {
        context.out << follow_up_json(items, today);
        return Done{};
    }
    context.out << follow_up_lines(items, today, context.texts);
    const FollowUpCounts counts = count_follow_up(follow_up_items(state), today);
    context.say({"Open: {}, late: {}, settled: {}."}, counts.open, counts.late, counts.settled);
    return Done{};
}

Result<> show(const FollowUpOptions& options, const CommandContext& context) {
    auto desk = options.event.open(context, JournalAccess::read);
    if (!desk) return desk.error();
    const EventState& state = desk.value()->state();
    if (!options.calendar.empty()) {
        const auto items = chosen_items(options, state, today_of(context));
        auto written = write_result(context, options.calendar,
                                    write_follow_up_calendar(state, items, context.texts));
        if (!written || !options.is_json) return written;
    }
    return print_listing(options, state, context);
}

Result<> set(const FollowUpOptions& options, CommandContext& context) {
    auto desk = options.event.open(context, JournalAccess::write);
    if (!desk) return desk.error();
    const EventState& state = desk.value()->state();
    const auto subject = find_follow_up_subject(state, options.id);
    if (!subject) return unknown_item(options.id);
    FollowUpChange change{*subject, {}};
    for (const FieldOption& known : field_options) {
        const auto said = options.said.find(known.field);
        if (said == options.said.end()) continue;
        if (auto checked = check_text(known.option, said->second); !checked) return checked;
        auto text = check_follow_up(state, known.field, said->second, known.option);
        if (!text) return text.error();
        change.said[known.field] = std::move(text).value();
    }
    switch (desk.value()->follow_up({&change, 1}, actor::organiser)) {
        case FollowingUp::done:
            break;
        case FollowingUp::needless:
            context.say({"It stands so already. Nothing was recorded."});
            break;
        case FollowingUp::unknown:
            return unknown_item(options.id);
    }
    return Done{};
}

Result<> import_list(const FollowUpOptions& options, CommandContext& context) {
    const auto bytes = read_list_file(options.list, context);
    if (!bytes) return bytes.error();
    auto desk = options.event.open(context,
                                   options.is_dry_run ? JournalAccess::read : JournalAccess::write);
    if (!desk) return desk.error();
    const FollowUpPlan plan =
        plan_follow_up(ListSource(*bytes, options.sheet), desk.value()->state());
    print_list_problems(options.list, plan.notes, context);
    if (!plan.problems.empty()) {
        print_list_problems(options.list, plan.problems, context);
        return input_error({"{} was not imported; the event is as it was. Problems: {}."},
                           options.list, plan.problems.size());
    }
    if (!options.is_dry_run) {
        static_cast<void>(desk.value()->follow_up(plan.changes, actor::organiser));
    }
    const Sentence answer = options.is_dry_run ? Sentence{"Would be updated: {}, unchanged: {}."}
                                               : Sentence{"Updated: {}, unchanged: {}."};
    context.out << context.texts.get(answer, plan.changes.size(), plan.unchanged) << '\n';
    return Done{};
}

Result<> tell(const FollowUpOptions& options, CommandContext& context) {
    if (auto checked = check_telling(options.telling); !checked) return checked;
    // A preview is not recorded.
    const bool is_reading = !options.telling.preview.empty();
    auto desk =
        options.event.open(context, is_reading ? JournalAccess::read : JournalAccess::write);
    if (!desk) return desk.error();
    return tell_answers(options.telling, *desk.value(), context);
}

// An option that says nothing without another.
struct Companion {
    bool is_said = false;
    const char *option = "";
    bool is_accompanied = false;
    const char *other = "";
};

Result<> check_companions(const FollowUpOptions& options) {
    const MailServer& server = options.telling.server;
    const bool is_importing = !options.list.empty();
    const bool is_telling = options.is_telling;
    for (const Companion& one : std::initializer_list<Companion>{
             {options.is_dry_run, "--dry-run", is_importing, "--import"},
             {!options.sheet.empty(), "--sheet", is_importing, "--import"},
             {!options.telling.from.empty(), "--from", is_telling, "--tell"},
             {!options.telling.preview.empty(), "--preview", is_telling, "--tell"},
             {!server.url.empty(), "--smtp", is_telling, "--tell"},
             {!server.password_file.empty(), "--smtp-password-file", is_telling, "--tell"},
             {server.per_minute.has_value(), "--per-minute", is_telling, "--tell"}}) {
        if (one.is_said && !one.is_accompanied) {
            return usage_error({"{} needs {}, too."}, one.option, one.other);
        }
    }
    // Both on standard output would be neither.
    if (options.calendar == "-" && options.is_json) {
        return usage_error({"{} and {} cannot be given together."}, "--ics -", "--json");
    }
    return Done{};
}

Result<> follow_up(const FollowUpOptions& options, CommandContext& context) {
    if (auto checked = check_companions(options); !checked) return checked;
    if (options.id.empty() != options.said.empty()) {
        return usage_error(
            {"--set ID and what is to be said of it belong together: --set ID "
             "--owner \"Fritidschefen\" --due 2022-12-01."});
    }
    if (!options.id.empty()) return set(options, context);
    if (!options.list.empty()) return import_list(options, context);
    if (options.is_telling) return tell(options, context);
    return show(options, context);
}

}  // namespace

void add_follow_up_command(CommandLine& line) {
    Subcommand command = line.add(
        "follow-up",
        {"Lists what was promised, proposed and asked, what is late first: id, kind, state, date, "
         "owner, department, who asked, text, answer and earlier meeting, separated by tabs. "
         "Or says what becomes of one of them, or of all from a list."},
        "stormote follow-up mote.stormote --set ID --owner \"Fritidschefen\" --due 2022-12-01");
    auto& options = command.runs(follow_up);
    options.event.add_to(command);
    command.flag("--json", options.is_json, {"Answers as JSON."});
    command.flag("--late", options.is_late_only, {"Lists only what is late."});
    command.option("--ics", options.calendar,
                   {"Writes what has a date as reminders for a calendar, what is settled as "
                    "cancelled: a file, or -."});
    command.option("--set", options.id, {"The id of what something is said of."});
    for (const FieldOption& known : field_options) {
        command.option_function(
            known.option,
            [&options, field = known.field](const std::string& text) {
                options.said[field] = text;
            },
            known.purpose, Need::optional);
    }
    command.option("--import", options.list,
                   {"A list as \"stormote export EVENT follow-up\" writes it, with what people "
                    "have filled in since. All of it is taken in, or nothing."});
    command.option("--sheet", options.sheet,
                   {"Of a spreadsheet, the sheet to read; else the one with the headings."});
    command.flag("--dry-run", options.is_dry_run, {"Says what would happen, and changes nothing."});
    command.flag("--tell", options.is_telling,
                 {"Tells those who asked by mail that there is an answer: each answer once."});
    add_telling(command, options.telling);
    for (const char *other : {"--set", "--import", "--json", "--ics", "--late"}) {
        command.exclude("--tell", other);
    }
    command.exclude("--set", "--import");
    for (const char *other : {"--json", "--ics", "--late"}) {
        command.exclude("--set", other);
        command.exclude("--import", other);
    }
}

}  // namespace stormote
