// ready, verify: looking an event over.
#include <iostream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "kiosk/cli/command.h"
#include "kiosk/documents/output_file.h"
#include "sync/base/local_time.h"
#include "sync/journal/repair.h"
#include "sync/report/readiness.h"

namespace stormote {

namespace {

struct ReadyOptions {
    EventArgument event;
    bool is_json = false;
};

// Enough for an evening's record many times over.
constexpr std::uintmax_t needed_disk_bytes = 500'000'000;
constexpr std::int64_t earliest_clock_ms = 1'767'225'600'000;  // 2026

// What this machine has to do with it, each tried.
std::vector<ReadyPoint> machine_readiness(const std::string& event_file,
                                          const CommandContext& context) {
    std::vector<ReadyPoint> points;
    const auto folder = std::filesystem::absolute(event_file).parent_path();
    const auto draft = OutputFile::prepare(folder / ".stormote-ready", "ready");
    std::error_code error;
    const auto space = std::filesystem::space(folder, error);
    if (!draft) {
        points.push_back({"disk", Ready::no, {draft.error().sentence, draft.error().arguments}});
    } else if (!error && space.available < needed_disk_bytes) {
        points.push_back({"disk", Ready::look,
                          localized({"The disk has {} MB left. Make room: at least {} MB."},
                                    space.available / 1'000'000, needed_disk_bytes / 1'000'000)});
    } else {
        points.push_back({"disk", Ready::yes, localized({"The disk can be written to."})});
    }
    const std::int64_t now_ms = context.clock.wall_ms();
    if (now_ms < earliest_clock_ms) {
        points.push_back(
            {"clock", Ready::no, localized({"The clock says {}. Set it."}, local_time_of(now_ms))});
    } else {
        points.push_back(
            {"clock", Ready::yes,
             localized({"The clock says {}. Compare it with yours."}, local_time_of(now_ms))});
    }
    return points;
}

Result<> ready(const ReadyOptions& options, CommandContext& context) {
    const auto desk = options.event.open(context, JournalAccess::read);
    if (!desk) return desk.error();
    std::vector<ReadyPoint> points =
        event_readiness(desk.value()->state(), context.clock.wall_ms());
    for (ReadyPoint& point : machine_readiness(options.event.file, context)) {
        points.push_back(std::move(point));
    }
    std::size_t missing = 0;
    auto json = nlohmann::ordered_json::array();
    for (const ReadyPoint& point : points) {
        if (point.ready == Ready::no) ++missing;
        const char *state = point.ready == Ready::yes    ? "yes"
                            : point.ready == Ready::look ? "look"
                                                         : "no";
        const std::string message = context.texts.say(point.message);
        if (options.is_json) {
            json.push_back({{"point", point.name}, {"ready", state}, {"message", message}});
            continue;
        }
        const Sentence shown = point.ready == Ready::yes    ? Sentence{"Ready"}
                               : point.ready == Ready::look ? Sentence{"Look"}
                                                            : Sentence{"Missing"};
        context.out << fmt::format("{}\t{}\n", context.texts.get(shown), message);
    }
    if (options.is_json) {
        context.out << json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace)
                    << '\n';
    }
    if (missing == 0) return Done{};
    return input_error({"{} is not ready for the doors. Missing: {}."}, options.event.file,
                       missing);
}

void add_ready(CommandLine& line) {
    Subcommand command = line.add(
        "ready",
        {"Says point by point whether an event is ready for its doors, and what to do; ends with "
         "1 where something is missing."},
        "stormote ready mote.stormote");
    auto& options = command.runs(ready);
    options.event.add_to(command);
    command.flag("--json", options.is_json, {"Answers as JSON."});
}

struct VerifyOptions {
    EventArgument event;
    bool accepts_missing = false;
};

Result<> verify(const VerifyOptions& options, CommandContext& context) {
    // Opening reads every operation and checks chain, hashes and seals.
    auto desk = options.accepts_missing
                    ? options.event.open(context, JournalAccess::write, MissingOperations::accept)
                    : options.event.open(context, JournalAccess::read);
    if (!desk) return desk.error();
    Journal& journal = desk.value()->journal();
    if (const std::string damage = journal.check_database(); !damage.empty()) {
        return machine_error({"{} is damaged ({}). Keep the file, and use the copy in the central "
                              "store or on another device."},
                             options.event.file, damage);
    }
    if (const auto harm = find_harm(journal)) {
        context.write_line(context.texts.get(*harm));
        return input_error({"The record in {0} was harmed. Make a new file without what harms it: "
                            "stormote repair {0} -o NEW"},
                           options.event.file);
    }
    std::int64_t operations = 0;
    for (const DeviceHead& head : journal.heads()) {
        operations += static_cast<std::int64_t>(head.head.sequence);
        const Device *device = desk.value()->state().find_device(head.device);
        const std::string name =
            device != nullptr ? device->name : journal.authority().name_of(head.device);
        context.out << to_string(head.device) << '\t' << name << '\t' << head.head.sequence << '\t'
                    << to_hex(head.head.chain_hash) << '\n';
    }
    const Texts& texts = context.texts;
    if (journal.authority().is_open()) {
        context.say(
            {"This event was made by an earlier version of Stormöte: every device that "
             "joined it is believed, and none can be excluded."});
    }
    context.say({"{}: {} from {}, all intact."}, options.event.file,
                texts.get_plural({"{} operation"}, {"{} operations"}, operations),
                texts.get_plural({"{} device"}, {"{} devices"},
                                 static_cast<std::int64_t>(journal.heads().size())));
    return Done{};
}

void add_verify(CommandLine& line) {
    Subcommand command =
        line.add("verify", {"Checks the chain, the bodies and the database of an event file."},
                 "stormote verify mote.stormote");
    auto& options = command.runs(verify);
    options.event.add_to(command);
    command.flag("--accept-missing", options.accepts_missing,
                 {"Continues, as a new device, with a file from which operations are missing."});
}

}  // namespace

void add_event_commands(CommandLine& line) {
    add_ready(line);
    add_verify(line);
}

}  // namespace stormote
