// export, statistics: what comes out of an event afterwards.
#include <array>
#include <iostream>
#include <map>

#include <fmt/format.h>

#include "kiosk/cli/command.h"
#include "kiosk/documents/group_posters.h"
#include "kiosk/documents/survey_paper.h"
#include "sync/journal/waiting_queue.h"
#include "sync/report/event_tables.h"
#include "sync/report/message_tables.h"
#include "sync/report/statistics.h"
#include "sync/report/survey_report.h"

namespace stormote {

namespace {

struct EventRecord {
    EventId event;
    std::vector<Operation> operations;
    std::size_t waiting = 0;  // anonymous answers and comments that are not among them yet
};

Result<EventRecord> read_record(const EventArgument& argument, const CommandContext& context) {
    EventRecord record;
    const auto journal = Journal::open(
        argument.file, argument.passphrase(context), JournalAccess::read, context.environment(),
        [&record](const Operation& operation) { record.operations.push_back(operation); });
    if (!journal) return journal.error();
    record.event = journal.value()->event();
    record.waiting = journal.value()->waiting().count();
    return record;
}

EventState fold_all(const std::vector<Operation>& operations) {
    EventState state;
    for (const Operation& operation : operations) state.fold(operation);
    return state;
}

struct ExportOptions {
    EventArgument event;
    std::string what;
    std::string format;
    std::string file = "-";
};

// Nothing: there is no such export.
std::optional<Table> table_of(const std::string& what, EventRecord record) {
    if (what == "operations") return operations_table(std::move(record.operations));
    const EventState state = fold_all(record.operations);
    if (what == "attendance") return attendance_table(state);
    if (what == "statistics") return statistics_table(count_events({&state}));
    if (what == "notes") return notes_table(state);
    if (what == "groups") return groups_table(state);
    if (what == "survey") return survey_table(compile_survey(state));
    if (what == "messages") return messages_table(state);
    if (what == "contacts") return contacts_table(state);
    if (what == "joined") return joined_table(state);
    return std::nullopt;
}

// Every export and the formats that it is written in, the usual one first.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> known_exports{
    {{"attendance", "csv, json"},
     {"statistics", "csv, json"},
     {"notes", "csv, json"},
     {"groups", "csv, json, pdf"},
     {"signs", "pdf"},
     {"survey", "csv, json, pdf"},
     {"messages", "csv, json"},
     {"contacts", "csv, json"},
     {"joined", "csv, json"},
     {"operations", "csv, json"}}};

// Fills in the usual format where none was asked for.
Result<> check_export(ExportOptions& options) {
    std::vector<std::string_view> names;
    for (const auto& [name, formats] : known_exports) {
        names.push_back(name);
        if (name != options.what) continue;
        if (options.format.empty()) options.format = formats.substr(0, formats.find(','));
        const std::string listed = fmt::format(", {},", formats);
        if (listed.find(fmt::format(", {},", options.format)) != std::string::npos) return Done{};
        return usage_error({"There is no format \"{}\". These exist: {}."}, options.format,
                           formats);
    }
    return usage_error({"There is no export \"{}\". These exist: {}."}, options.what,
                       fmt::format("{}", fmt::join(names, ", ")));
}

Result<> export_pdf(const ExportOptions& options, const EventState& state,
                    CommandContext& context) {
    const auto draw = options.what == "signs"    ? draw_table_signs
                      : options.what == "survey" ? draw_survey
                                                 : draw_group_poster;
    const auto pdf = draw(state, context.texts);
    if (!pdf) return pdf.error();
    return write_result(context, options.file, *pdf);
}

Result<> export_event(ExportOptions options, CommandContext& context) {
    if (auto checked = check_export(options); !checked) return checked;
    auto record = read_record(options.event, context);
    if (!record) return record.error();
    if (record->waiting > 0 && (options.what == "survey" || options.what == "messages")) {
        context.say({"Anonymous answers and comments that wait in {} and are not among these: {}. "
                     "\"stormote release\" takes them in once the event has ended."},
                    options.event.file, record->waiting);
    }
    if (options.format == "pdf") return export_pdf(options, fold_all(record->operations), context);
    if (options.what == "statistics" && options.format == "json") {
        const EventState state = fold_all(record->operations);
        return write_result(context, options.file, statistics_json(count_events({&state})));
    }
    const auto table = table_of(options.what, std::move(record).value());
    return write_result(
        context, options.file,
        options.format == "json" ? write_json(*table) : write_csv(*table, context.texts));
}

void add_export(CommandLine& line) {
    auto options = std::make_shared<ExportOptions>();
    CLI::App& command = line.add(
        "export",
        {"Writes attendance, statistics, notes, groups, table signs, the survey, what people have "
         "left behind on the way out, or operations."},
        "stormote export mote.stormote attendance --format csv -o narvaro.csv");
    options->event.add_to(line, command);
    command
        .add_option("WHAT", options->what,
                    line.text({"attendance, statistics, notes, groups, signs, survey, messages, "
                               "contacts (who wants to be contacted), joined (organisations that "
                               "have joined the agreement) or operations."}))
        ->required();
    command.add_option(
        "--format", options->format,
        line.text({"csv (the default), json, or pdf for groups, signs and the survey."}));
    command.add_option("-o,--output", options->file,
                       line.text({"The file to write; - is standard output, the default."}));
    command.callback([&line, options] {
        line.set_action(
            [options](CommandContext& context) { return export_event(*options, context); });
    });
}

struct StatisticsOptions {
    std::vector<std::string> files;
    std::vector<std::string> passphrase_files;
    bool is_json = false;
};

void print_statistics(const Statistics& statistics, const CommandContext& context) {
    context.out << statistics_sentence(statistics, context.texts) << "\n\n";
    for (const auto& row : statistics_table(statistics).rows) {
        // Sectors have lines of their own below.
        if (!std::holds_alternative<std::monostate>(row[1])) continue;
        context.out << fmt::format("{:>6}  ", std::get<std::int64_t>(row[2]))
                    << context.texts.get(std::get<Word>(row[0]).shown) << '\n';
    }
    if (!statistics.sectors.empty()) context.out << '\n';
    for (const SectorCount& sector : statistics.sectors) {
        context.out << one_column(sector_sentence(sector, context.texts)) << '\n';
    }
}

Result<> count_all(const StatisticsOptions& options, CommandContext& context) {
    const auto& passphrases = options.passphrase_files;
    if (passphrases.size() > 1 && passphrases.size() != options.files.size()) {
        return usage_error(
            {"Give --passphrase-file once for all events, or once for each in their order."});
    }
    // Two files of one event are two replicas of it: their operations are folded together.
    std::map<EventId, EventState> events;
    for (std::size_t i = 0; i < options.files.size(); ++i) {
        EventArgument argument{options.files[i], ""};
        if (!passphrases.empty()) {
            argument.passphrase_file = passphrases[passphrases.size() == 1 ? 0 : i];
        }
        const auto record = read_record(argument, context);
        if (!record) return record.error();
        EventState& state = events[record->event];
        for (const Operation& operation : record->operations) state.fold(operation);
    }
    std::vector<const EventState *> states;
    states.reserve(events.size());
    for (const auto& [event, state] : events) states.push_back(&state);
    const Statistics statistics = count_events(states);
    if (options.is_json) {
        context.out << statistics_json(statistics);
    } else {
        print_statistics(statistics, context);
    }
    return Done{};
}

void add_statistics(CommandLine& line) {
    auto options = std::make_shared<StatisticsOptions>();
    CLI::App& command = line.add(
        "statistics",
        {"Counts who came to one or several meetings, every person and organisation once."},
        "stormote statistics var.stormote host.stormote --json");
    command.add_option("EVENT", options->files, line.text({"The event files."}))->required();
    command
        .add_option("--passphrase-file", options->passphrase_files,
                    line.text({"A file whose first line is the event's passphrase: once for all "
                               "events, or once for each."}))
        ->allow_extra_args(false);
    command.add_flag("--json", options->is_json, line.text({"Answers as JSON."}));
    command.callback([&line, options] {
        line.set_action(
            [options](CommandContext& context) { return count_all(*options, context); });
    });
}

}  // namespace

void add_report_commands(CommandLine& line) {
    add_export(line);
    add_statistics(line);
}

}  // namespace stormote
