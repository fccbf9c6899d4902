#include "kiosk/cli/import/import_command.h"

#include <functional>
#include <future>
#include <iostream>
#include <utility>

#include <nlohmann/json.hpp>

#include "kiosk/cli/duplicates.h"
#include "kiosk/cli/import/import_list.h"
#include "kiosk/cli/list_file.h"
#include "kiosk/desk/lists/recorded_import.h"
#include "kiosk/desk/lists/remembered_rows.h"
#include "kiosk/documents/files/output_file.h"
#include "kiosk/documents/spreadsheet/table_writers.h"
#include "kiosk/lists/registrations/list_review.h"
#include "sync/report/outbox.h"

namespace stormote {

namespace {

struct ImportOptions {
    EventArgument event;
    ListArgument list;
    std::string review;  // where the rows that are not clear go; empty: then all are refused
    bool is_dry_run = false;
    bool is_json = false;
    bool is_undo = false;
};

nlohmann::ordered_json to_json(const ListProblems& problems, const Texts& texts) {
    auto list = nlohmann::ordered_json::array();
    for (const ListProblem& problem : problems) {
        nlohmann::ordered_json& entry = list.emplace_back();
        entry["line"] = problem.line;
        entry["column"] = problem.column;
        entry["message"] = texts.get(problem.message);
        if (!problem.record.empty()) entry["record"] = problem.record;
    }
    return list;
}

void print_json(const ImportPlan& plan, std::size_t doubtful, std::size_t missing,
                std::size_t settled_before, const CommandContext& context) {
    nlohmann::ordered_json json;
    json["added"] = plan.added;
    json["updated"] = plan.updated;
    json["unchanged"] = plan.unchanged;
    json["doubtful"] = doubtful;
    json["missing"] = missing;
    json["as_last_time"] = settled_before;
    json["problems"] = to_json(plan.problems, context.texts);
    json["notes"] = to_json(plan.notes, context.texts);
    context.out << json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
                << '\n';
}

std::map<std::size_t, std::string> marks_of(const std::vector<DoubtfulRow>& doubtful,
                                            const ListReview& review) {
    std::map<std::size_t, std::string> marks;
    for (const DoubtfulRow& doubt : doubtful) {
        marks[doubt.row->line] = review.fingerprint_of(*doubt.row);
    }
    return marks;
}

ImportPlan plan_with_progress(ListedPeople people, const Desk& desk, const ImportIds& ids,
                              const CommandContext& context) {
    Progress progress = context.progress({"Comparing"}, people.list.registrations.size());
    return plan_import(std::move(people), desk.state(), ids, [&progress] { progress.advance(); });
}

void tell_what_is_left(const ImportOptions& options, std::size_t doubtful, std::size_t missing,
                       const CommandContext& context) {
    if (doubtful > 0) context.say({"Rows that are not clear: {}."}, doubtful);
    if (missing > 0) {
        context.say({"Registered before, and missing from this list: {}."}, missing);
    }
    if (doubtful == 0 && missing == 0) return;
    if (options.review.empty()) {
        context.say({"--review FILE writes them to be cancelled."});
    } else if (!options.is_dry_run) {
        context.say({"They are in {}, as they are probably meant. Look at them there, and import "
                     "that file."},
                    options.review);
    }
}

void tell_uninvited(const EventState& state, const CommandContext& context) {
    const std::size_t count = not_invited(state).size();
    if (count > 0) context.say({"Not invited yet: {}. \"stormote invite\" writes to them."}, count);
}

Result<ListedPeople> read_table(const ListSource& source, KeepRows keep) {
    return read_listed_people(source, keep);
}

Error not_imported(const ImportOptions& options, ListForm form, std::size_t problems,
                   const CommandContext& context) {
    if (form == ListForm::mails && options.review.empty()) {
        context.say(
            {"What mails say is never taken unasked: --review FILE writes what they "
             "propose, to be checked and imported in its turn."});
    }
    return input_error({"{} was not imported; the event is as it was. Problems: {}."},
                       options.list.file, problems);
}

Result<> take_back(const ImportOptions& options, CommandContext& context) {
    if (!options.list.file.empty() || !options.review.empty() || options.is_dry_run) {
        return usage_error({"--undo stands alone: it takes back the list that was read in last."});
    }
    auto desk = options.event.open(context, JournalAccess::write);
    if (!desk) return desk.error();
    const auto taken = take_back_import(*desk.value());
    if (!taken) return taken.error();
    if (options.is_json) {
        const nlohmann::ordered_json json{{"cancelled", taken.value().cancelled},
                                          {"restored", taken.value().restored}};
        context.out << json.dump() << '\n';
    } else {
        context.out << context.texts.get({"Taken back. Cancelled: {}, as before: {}."},
                                         taken.value().cancelled, taken.value().restored)
                    << '\n';
    }
    return Done{};
}

void tell_done(const ImportOptions& options, const ImportPlan& plan, std::size_t settled_before,
               const CommandContext& context) {
    const Sentence answer = options.is_dry_run
                                ? Sentence{"Would be added: {}, updated: {}, unchanged: {}."}
                                : Sentence{"Added: {}, updated: {}, unchanged: {}."};
    context.out << context.texts.get(answer, plan.added, plan.updated, plan.unchanged) << '\n';
    if (settled_before > 0) context.say({"Rows decided as last time: {}."}, settled_before);
}

// A table as it was decided before: only where that may matter, since of a long list it takes time
// and memory.
std::optional<ListReview> review_of(const ListSource& source, const ImportOptions& options,
                                    const ListedPeople& people, Desk& desk) {
    RowMemory memory = remembered_rows(desk);
    if (options.review.empty() && memory.rows.empty() && !find_mark_column(people.list.columns)) {
        return std::nullopt;
    }
    return ListReview(source, std::move(memory));
}

Result<> import_list(const ImportOptions& options, CommandContext& context) {
    if (options.is_undo) return take_back(options, context);
    if (options.list.file.empty()) {
        return usage_error({"Name the list that is to be read in."});
    }
    std::error_code error;
    if (std::filesystem::equivalent(options.list.file, options.review, error)) {
        return input_error({"--review {} would write over the list. Choose another name."},
                           options.review);
    }
    const auto form = form_of(options.list);
    if (!form) return form.error();
    const KeepRows keep = options.review.empty() ? KeepRows::no : KeepRows::yes;
    std::string bytes;
    std::optional<ListSource> source;
    std::future<Result<ListedPeople>> reading;
    if (*form == ListForm::table) {
        auto file = read_list_file(options.list.file, context);
        if (!file) return file.error();
        bytes = std::move(file).value();
        source.emplace(bytes, options.list.sheet);
        // Neither needs the other, and with many people either takes a while.
        reading = std::async(std::launch::async, read_table, std::cref(*source), keep);
    }
    auto desk = options.event.open(context,
                                   options.is_dry_run ? JournalAccess::read : JournalAccess::write);
    if (!desk) return desk.error();
    const EventState& state = desk.value()->state();
    const ImportIds ids = import_ids(*desk.value());
    auto read = *form == ListForm::table ? reading.get()
                : *form == ListForm::mails
                    ? read_mail_folder(options.list.file, keep, state, ids, context)
                    : read_event_people(options.list, desk.value()->event(), keep, context);
    if (!read) return read.error();
    ListedPeople people = std::move(read).value();
    std::optional<ListReview> review;
    if (source) review = review_of(*source, options, people, *desk.value());
    if (review) people = review->listed(state, ids);
    std::vector<DoubtfulRow> doubtful;
    if (!options.review.empty()) doubtful = set_aside_doubtful(people, state, ids);
    // With a review the rows are still needed: else a long list is not copied.
    const ImportPlan plan = plan_with_progress(
        options.review.empty() ? std::exchange(people, {}) : people, *desk.value(), ids, context);
    const std::vector<AttendeeId> missing = left_out(plan, doubtful, state);
    const bool has_review = !options.review.empty() && (!doubtful.empty() || !missing.empty());
    // Before the clear ones: a row that is nowhere any more would be lost.
    if (has_review && !options.is_dry_run && plan.problems.empty()) {
        const auto marks =
            review ? marks_of(doubtful, *review) : std::map<std::size_t, std::string>();
        auto written = write_whole_file(
            options.review,
            write_csv(review_table(people.list, doubtful, missing, state, context.texts, marks)));
        if (!written) return written.error();
    }
    // One transaction, and before the answer: what is said to be done is on the disk.
    if (!options.is_dry_run && !plan.bodies.empty()) {
        Progress progress = context.progress({"Saving"}, plan.bodies.size());
        record_import(*desk.value(), plan.bodies, plan.added + plan.updated + plan.unchanged,
                      [&progress] { progress.advance(); });
    }
    if (review && !options.is_dry_run && plan.problems.empty()) {
        remember_rows(*desk.value(), review->decisions(plan));
    }
    const std::size_t settled_before = review ? review->settled_before() : 0;
    if (options.is_json) {
        print_json(plan, doubtful.size(), missing.size(), settled_before, context);
    } else {
        print_list_problems(options.list.file, plan.notes, context);
        print_list_problems(options.list.file, plan.problems, context);
    }
    if (!plan.problems.empty()) {
        return not_imported(options, *form, plan.problems.size(), context);
    }
    if (options.is_json) return Done{};
    tell_done(options, plan, settled_before, context);
    tell_what_is_left(options, doubtful.size(), missing.size(), context);
    tell_duplicates(state, options.event, context);
    tell_uninvited(state, context);
    return Done{};
}

}  // namespace

void add_import_command(CommandLine& line) {
    Subcommand command = line.add(
        "import", {"Reads registrations from a list; the same list again changes nothing."},
        "stormote import mote.stormote anmalda.csv --dry-run");
    auto& options = command.runs(import_list);
    options.event.add_to(command);
    options.list.add_to(command);
    command.option(
        "--review", options.review,
        {"Where the rows that are not clear are written, as they are probably meant; the "
         "others are recorded. Without it, one such row refuses the whole list."});
    command.flag("--dry-run", options.is_dry_run, {"Says what would happen, and changes nothing."});
    command.flag("--undo", options.is_undo,
                 {"Takes back the list that was read in last on this machine, as long as nobody "
                  "whom it added has come; once more, the list before."});
    command.flag("--json", options.is_json, {"Answers as JSON."});
}

}  // namespace stormote
