// export, statistics: what comes out of an event afterwards.
#include <algorithm>
#include <iostream>
#include <map>

#include <fmt/format.h>

#include "kiosk/cli/command.h"
#include "kiosk/cli/naming_texts.h"
#include "kiosk/documents/exports.h"
#include "kiosk/documents/papers/public_check.h"
#include "kiosk/documents/spreadsheet/table_writers.h"
#include "sync/journal/device_identity.h"
#include "sync/journal/drafts/waiting_queue.h"
#include "sync/model/sector.h"
#include "sync/report/statistics/series_statistics.h"

namespace stormote {

namespace {

struct EventRecord {
    EventId event;
    std::vector<Operation> operations;  // those that have an effect
    std::size_t waiting = 0;  // anonymous answers and comments that are not among them yet
    DeviceId device;          // that this machine is in it; nil: it has none
    std::optional<TableCodes> table_codes{};
};

Result<EventRecord> read_record(const EventArgument& argument, const CommandContext& context) {
    EventRecord record;
    const auto journal =
        Journal::open(argument.file, argument.passphrase(context), JournalAccess::read,
                      context.environment(), [&record](const Operation& operation, Belief belief) {
                          if (belief == Belief::believed) record.operations.push_back(operation);
                      });
    if (!journal) return journal.error();
    record.event = journal.value()->event();
    record.table_codes = TableCodes(record.event, table_code_key_of(journal.value()->event_key()));
    record.waiting = journal.value()->waiting().count();
    // A file that is open for reading has no device, but this machine may have one in it.
    record.device =
        DeviceIdentity::find_device(context.state_directory, record.event, journal.value()->path())
            .value_or(DeviceId{});
    return record;
}

EventState fold_all(const std::vector<Operation>& operations) {
    EventState state;
    for (const Operation& operation : operations) state.fold(operation);
    return state;
}

// What this machine's clock says, corrected as the facts of the record are.
std::int64_t corrected_now_ms(const EventState& state, const DeviceId& own, const Clock& clock) {
    return clock.wall_ms() + state.clock_offset_ms(own);
}

struct ExportOptions {
    EventArgument event;
    std::string what;
    std::string format;
    std::string file = "-";
    bool is_public = false;
    std::string parts;
    bool has_no_title_page = false;
    std::string by = "person";
    std::vector<std::string> with;
};

Result<CompilationPlan> plan_of(const ExportOptions& options) {
    CompilationPlan plan;
    if (options.is_public) plan.audience = Audience::everybody;
    if (options.has_no_title_page) plan.first_page = FirstPage::none;
    if (options.by == "organisation") {
        plan.holder = CertificateHolder::organisation;
    } else if (options.by != "person") {
        return usage_error({"There are no certificates by \"{}\". Write person or organisation."},
                           options.by);
    }
    if (options.parts.empty()) return plan;
    auto parts = parse_compilation_parts(options.parts);
    if (!parts) return parts.error();
    plan.parts = std::move(parts).value();
    return plan;
}

// The other meetings of a compilation, by their event: two files of one event are one meeting.
Result<std::map<EventId, EventState>> read_others(const ExportOptions& options,
                                                  const EventId& first,
                                                  const CommandContext& context) {
    std::map<EventId, EventState> others;
    for (const std::string& file : options.with) {
        const auto record = read_record({file, options.event.passphrase_file}, context);
        if (!record) return record.error();
        if (record->event == first) {
            return input_error({"{} is the same event as {}. Give each meeting once."}, file,
                               options.event.file);
        }
        EventState& state = others[record->event];
        for (const Operation& operation : record->operations) state.fold(operation);
    }
    return others;
}

// Says which texts an organiser should read once more before they are published.
void warn_of_names(const ExportKind& kind, const EventState& state, const CompilationPlan& plan,
                   const CommandContext& context) {
    std::vector<const EventState *> meetings{&state};
    meetings.insert(meetings.end(), plan.with.begin(), plan.with.end());
    const std::vector<std::string> naming = texts_naming_people(meetings, kind.texts);
    const auto warning = naming_warning(naming, context.texts);
    if (!warning) return;
    context.write_line(*warning);
    list_naming_texts(naming, context);
}

Result<> export_event(const ExportOptions& options, CommandContext& context) {
    const auto chosen = choose_export(options.what, options.format);
    if (!chosen) return chosen.error();
    auto plan = plan_of(options);
    if (!plan) return plan.error();
    const auto record = read_record(options.event, context);
    if (!record) return record.error();
    const auto others = read_others(options, record->event, context);
    if (!others) return others.error();
    for (const auto& [event, state] : *others) plan->with.push_back(&state);
    const auto can_be_written = check_plan(*chosen->kind, *plan);
    if (!can_be_written) return can_be_written.error();
    if (record->waiting > 0 && chosen->kind->anonymous_answers == AnonymousAnswers::included) {
        context.say({"Anonymous answers and comments that wait in {} and are not among these: {}. "
                     "\"stormote release\" takes them in once the event has ended."},
                    options.event.file, record->waiting);
    }
    const EventState state = fold_all(record->operations);
    const auto content = chosen->format->write(
        {state, context.texts, record->operations, *plan,
         corrected_now_ms(state, record->device, context.clock), record->table_codes});
    if (!content) return content.error();
    if (options.is_public) warn_of_names(*chosen->kind, state, *plan, context);
    return write_result(context, options.file, *content);
}

// A line for each export: how it is called, what is in it, and its formats.
std::string list_exports(const Texts& texts) {
    std::string lines;
    for (const ExportKind& kind : export_kinds()) {
        std::vector<std::string_view> formats;
        for (const ExportFormat& format : kind.formats) formats.push_back(format.name);
        lines += fmt::format("\n{}: {} ({})", kind.name, texts.get(kind.contents),
                             fmt::join(formats, ", "));
    }
    return lines;
}

void add_export(CommandLine& line) {
    Subcommand command = line.add(
        "export",
        {"Writes what has come of an event as a file: lists, numbers, pages to print, or the "
         "record itself."},
        "stormote export mote.stormote attendance --format csv -o narvaro.csv");
    auto& options = command.runs(export_event);
    options.event.add_to(command);
    command.option("WHAT", options.what, {"One of these, with its formats:"}, Need::required);
    command.add_to_help("WHAT", list_exports(command.texts()));
    command.option("--format", options.format,
                   {"One of the formats of what is written; the first one where none is given."});
    command.option(
        "-o,--output", options.file,
        {"The file to write, which only you can read until you share it with chmod; - is "
         "standard output, the default."});
    command.flag("--public", options.is_public,
                 {"For everybody: leaves out the names of participants, and notes that are not for "
                  "the public. Read what people wrote before you publish it."});
    command.option("--parts", options.parts,
                   {"Of a compilation: what is in it, in this order, with commas between:"});
    std::string parts;
    for (const NamedPart& part : compilation_parts()) {
        parts += (parts.empty() ? "\n" : ", ") + std::string(part.name);
    }
    command.add_to_help("--parts", parts);
    command.repeated_option("--with", options.with,
                            {"Of a compilation: another meeting that is in it, too. Everybody is "
                             "counted once over all. The passphrase file is that of the first."});
    command.option("--by", options.by,
                   {"Of certificates: person, the default, or organisation, which has a page for "
                    "each organisation that somebody came from."});
    command.flag("--no-title-page", options.has_no_title_page,
                 {"Of a compilation: begins without a page of its own for the title."});
}

struct StatisticsOptions {
    std::vector<std::string> files;
    std::vector<std::string> passphrase_files;
    std::string series;  // empty: all of the events
    bool is_json = false;
};

void print_measure(const Measure& measure, const Statistics& statistics,
                   const CommandContext& context) {
    context.out << fmt::format("{:>6}  ", statistics.*measure.value)
                << context.texts.get(measure.word.shown) << '\n';
}

void print_absent_sectors(const std::vector<std::string>& sectors, const CommandContext& context) {
    if (sectors.empty()) return;
    std::string names;
    for (const std::string& sector : sectors) {
        names += (names.empty() ? "" : ", ") + sector_text(sector, context.texts);
    }
    context.out << one_column(context.texts.get({"Sectors that nobody came from: {}."}, names))
                << '\n';
}

void print_arrivals(const std::vector<Arrivals>& arrivals, const CommandContext& context) {
    if (!arrivals.empty()) {
        context.out << '\n' << context.texts.get({"How people arrived"}) << ":\n";
    }
    for (const Arrivals& quarter : arrivals) {
        context.out << fmt::format("{:>6}  {}\n", quarter.people, quarter_text(quarter, arrivals));
    }
}

void print_statistics(const Statistics& statistics, const CommandContext& context) {
    context.out << statistics_sentence(statistics, context.texts) << "\n\n";
    for (const Measure& measure : measures()) print_measure(measure, statistics, context);
    for (const Measure& measure : further_measures(statistics)) {
        print_measure(measure, statistics, context);
    }
    context.out << fmt::format("{:>4} %  ", statistics.no_show_percent())
                << context.texts.get({"of those registered did not come"}) << '\n';
    if (!statistics.sectors.empty()) context.out << '\n';
    for (const SectorCount& sector : statistics.sectors) {
        context.out << one_column(sector_sentence(sector, context.texts)) << '\n';
    }
    print_absent_sectors(statistics.absent_sectors, context);
    print_arrivals(statistics.arrivals, context);
}

std::string series_name(const std::string& series, const Texts& texts) {
    return series.empty() ? texts.get({"Without a series"}) : one_column(series);
}

// Below the count over all: each meeting by itself and, of several series, each series.
void print_series(const std::vector<SeriesStatistics>& all, const CommandContext& context) {
    for (const SeriesStatistics& series : all) {
        context.out << '\n';
        if (all.size() > 1) {
            context.out << series_name(series.series, context.texts) << ": "
                        << statistics_sentence(series.counted, context.texts) << '\n';
        }
        auto newcomers = series.counted.newcomers.begin();
        for (const MeetingStatistics& meeting : series.meetings) {
            context.out << fmt::format("{:>12}  ", meeting.starts.substr(0, 10))
                        << one_column(meeting.name) << ": "
                        << statistics_sentence(meeting.counted, context.texts) << '\n'
                        << std::string(14, ' ') << newcomers_sentence(*newcomers++, context.texts)
                        << '\n';
        }
    }
}

Error no_such_series(const std::string& wanted, const std::vector<const EventState *>& events,
                     const Texts& texts) {
    std::string known;
    for (const SeriesStatistics& series : count_by_series(events)) {
        known += (known.empty() ? "" : ", ") + series_name(series.series, texts);
    }
    return input_error({"None of the events belongs to the series \"{}\". They belong to: {}. "
                        "\"stormote settings --series\" changes it."},
                       wanted, known);
}

Result<> print_counts(std::vector<const EventState *> events, const StatisticsOptions& options,
                      const CommandContext& context) {
    if (!options.series.empty()) {
        auto chosen = events_of_series(events, options.series);
        if (chosen.empty()) return no_such_series(options.series, events, context.texts);
        events = std::move(chosen);
    }
    const Statistics statistics = count_events(events);
    // What one meeting's count says has been read by other programs since the first version.
    const bool is_one = events.size() == 1 && options.series.empty();
    const auto series =
        is_one ? std::vector<SeriesStatistics>() : count_by_series(std::move(events));
    if (options.is_json) {
        context.out << (is_one ? write_json(statistics) : write_json(statistics, series));
        return Done{};
    }
    print_statistics(statistics, context);
    print_series(series, context);
    if (series.size() > 1) {
        context.say(
            {"The events are of several series, which are counted together at first. "
             "--series NAME counts one."});
    }
    return Done{};
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
    return print_counts(std::move(states), options, context);
}

void add_statistics(CommandLine& line) {
    Subcommand command = line.add(
        "statistics",
        {"Counts who came to one or several meetings, every person and organisation once; of "
         "several, each meeting and each series, too."},
        "stormote statistics var.stormote host.stormote --series Stormöten --json");
    auto& options = command.runs(count_all);
    command.option("EVENT", options.files, {"The event files."}, Need::required);
    command.repeated_option("--passphrase-file", options.passphrase_files,
                            {"A file whose first line is the event's passphrase: once for all "
                             "events, or once for each."});
    command.option("--series", options.series,
                   {"Counts only those of the events that belong to this series."});
    command.flag("--json", options.is_json, {"Answers as JSON."});
}

}  // namespace

void add_report_commands(CommandLine& line) {
    add_export(line);
    add_statistics(line);
}

}  // namespace stormote
