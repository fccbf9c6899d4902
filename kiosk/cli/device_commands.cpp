// devices, admit, exclude, readmit, recover, recovery-sheet, take-in, repair: which devices count
// in an event, and what to do about one that does harm.
#include <algorithm>

#include <fmt/format.h>

#include "kiosk/cli/command.h"
#include "kiosk/cli/role_option.h"
#include "kiosk/cli/secret_argument.h"
#include "kiosk/desk/device_access.h"
#include "kiosk/documents/recovery_sheet.h"
#include "sync/base/local_time.h"
#include "sync/journal/repair.h"
#include "sync/replication/pairing.h"

namespace stormote {

namespace {

struct DevicesOptions {
    EventArgument event;
};

std::string state_of(const DeviceLine& line, bool is_open) {
    if (is_open) return "believed";
    if (line.standing.role == DeviceRole::none) return "not let in";
    if (line.standing.excluded_from == 0) return device_role_name(line.standing.role);
    return fmt::format("{}, excluded from {}", device_role_name(line.standing.role),
                       line.standing.excluded_from);
}

Result<> list(const DevicesOptions& options, CommandContext& context) {
    auto desk = options.event.open(context, JournalAccess::read);
    if (!desk) return desk.error();
    const bool is_open = desk.value()->journal().authority().is_open();
    if (is_open) {
        context.say(
            {"This event was made by an earlier version of Stormöte: every device that "
             "joined it is believed, and none can be excluded."});
    }
    for (const DeviceLine& line : list_devices(*desk.value())) {
        context.out << fmt::format("{}\t{}\t{}\t{} operations", to_string(line.device),
                                   one_column(line.name), state_of(line, is_open), line.operations);
        if (line.without_effect > 0) {
            context.out << fmt::format("\t{} without effect", line.without_effect);
        }
        if (line.put_aside > 0) context.out << fmt::format("\t{} put aside", line.put_aside);
        if (line.shares_pairing) context.out << "\tpairing used more than once";
        context.out << '\n';
    }
    return Done{};
}

Result<DeviceId> read_device(const std::string& text) {
    if (const auto device = parse_id<DeviceId>(text)) return *device;
    return input_error({"\"{}\" is not a device's id. \"stormote devices\" lists the ids."}, text);
}

// The root key of a recovery sheet, or of a file that holds nothing else.
Result<SigningKeys> read_sheet(const std::string& file, const CommandContext& context) {
    const auto text = read_secret(context, file, {"Scan or type the code of the recovery sheet: "});
    if (!text) return text.error();
    const auto code = read_recovery_code(*text);
    if (!code) {
        return input_error({"{} does not hold the code of a recovery sheet: {} characters, as they "
                            "stand on it, with or without the spaces."},
                           file, write_recovery_code({}).size());
    }
    return signing_keys_of(code->root);
}

struct ChangeOptions {
    EventArgument event;
    std::string device;
    std::string role = "door";
    std::string sheet;
    std::int64_t from = 1;
    std::vector<std::string> kept;
};

// From the sheet where one is given, else from the event's file.
RootSource root_of(const ChangeOptions& options, const Desk& desk, const CommandContext& context) {
    return [&options, &desk, &context]() -> Result<SigningKeys> {
        if (!options.sheet.empty()) return read_sheet(options.sheet, context);
        return desk.journal().unwrap_root(options.event.passphrase(context));
    };
}

using DeviceChange = Result<> (*)(Desk&, const DeviceId&, const ChangeOptions&, const RootSource&);

Result<> change(const ChangeOptions& options, CommandContext& context, DeviceChange apply) {
    const auto device = read_device(options.device);
    if (!device) return device.error();
    auto desk = options.event.open(context, JournalAccess::write);
    if (!desk) return desk.error();
    auto done = apply(*desk.value(), *device, options, root_of(options, *desk.value(), context));
    if (!done) return done;
    const Authority& authority = desk.value()->journal().authority();
    DeviceLine line{*device, authority.name_of(*device), authority.standing_of(*device)};
    context.out << fmt::format("{}\t{}\t{}\n", to_string(*device), one_column(line.name),
                               state_of(line, false));
    return Done{};
}

Result<> admit(const ChangeOptions& options, CommandContext& context) {
    const auto role = read_role(options.role);
    if (!role) return role.error();
    return change(options, context,
                  [](Desk& desk, const DeviceId& device, const ChangeOptions& chosen,
                     const RootSource& root) {
                      return admit_device(desk, device, *read_role(chosen.role), root);
                  });
}

Result<> exclude_with(Desk& desk, const DeviceId& device, const ChangeOptions& chosen,
                      const RootSource& root) {
    std::vector<DeviceId> kept;
    for (const std::string& text : chosen.kept) {
        const auto stays = read_device(text);
        if (!stays) return stays.error();
        kept.push_back(*stays);
    }
    return exclude_device(desk, device, static_cast<std::uint64_t>(chosen.from), kept, root);
}

Result<> exclude(const ChangeOptions& options, CommandContext& context) {
    if (options.from < 1) {
        return usage_error({"--from {} is no number of an operation: they begin with 1."},
                           options.from);
    }
    // Said before it is done: they may belong to honest people.
    const auto device = read_device(options.device);
    if (!device) return device.error();
    {
        auto desk = options.event.open(context, JournalAccess::read);
        if (!desk) return desk.error();
        const Authority& authority = desk.value()->journal().authority();
        for (const DeviceId& out : out_with(*desk.value(), *device)) {
            const bool stays = std::any_of(
                options.kept.begin(), options.kept.end(),
                [&out](const std::string& text) { return parse_id<DeviceId>(text) == out; });
            context.say(
                stays ? Sentence{"{0} ({1}) stays."}
                      : Sentence{"{0} ({1}) goes out with it, since it showed the same pairing "
                                 "or was let in by it. To keep it: --keep {0}"},
                to_string(out), authority.name_of(out));
        }
    }
    return change(options, context, exclude_with);
}

Result<> readmit(const ChangeOptions& options, CommandContext& context) {
    return change(options, context,
                  [](Desk& desk, const DeviceId& device, const ChangeOptions& /*chosen*/,
                     const RootSource& root) { return readmit_device(desk, device, root); });
}

struct RecoverOptions {
    EventArgument event;
    std::string sheet;
};

Result<> recover(const RecoverOptions& options, CommandContext& context) {
    const auto root = read_sheet(options.sheet, context);
    if (!root) return root.error();
    auto desk = options.event.open(context, JournalAccess::write);
    if (!desk) return desk.error();
    if (auto done = recover_device(*desk.value(), *root); !done) return done;
    context.say({"This machine is an organiser's from now on. Devices of the lost machine can be "
                 "excluded: stormote exclude EVENT --device ID --sheet {}"},
                options.sheet);
    return Done{};
}

struct SheetOptions {
    EventArgument event;
    std::string file;
};

Result<> write_sheet(const SheetOptions& options, CommandContext& context) {
    auto desk = options.event.open(context, JournalAccess::read);
    if (!desk) return desk.error();
    const Journal& journal = desk.value()->journal();
    if (!has_root(journal.event())) {
        return input_error(
            {"This event was made by an earlier version of Stormöte, and has no root "
             "key to recover."});
    }
    const auto root = journal.unwrap_root(options.event.passphrase(context));
    if (!root) return root.error();
    const std::string code = write_recovery_code({journal.event(), seed_of(root->secret_key)});
    const std::string& name = desk.value()->state().setting(SettingField::name);
    return write_result(context, options.file, write_recovery_sheet(name, code, context.texts));
}

struct TakeInOptions {
    EventArgument event;
    std::string device;
    bool is_sure = false;
    bool is_left_out = false;
};

Result<> take_in(const TakeInOptions& options, CommandContext& context) {
    const auto device = read_device(options.device);
    if (!device) return device.error();
    const bool is_decided = options.is_sure || options.is_left_out;
    auto desk =
        options.event.open(context, is_decided ? JournalAccess::write : JournalAccess::read);
    if (!desk) return desk.error();
    const auto aside = operations_aside(*desk.value(), *device);
    if (aside.empty()) {
        return input_error({"Nothing of device {} is put aside."}, options.device);
    }
    for (const Operation& operation : aside) {
        const OperationHeader& header = operation.header;
        context.out << fmt::format("{}\t{}\t{}\n", header.sequence, kind_name(header.kind),
                                   clock_text(header.wall_ms));
    }
    if (!is_decided) {
        context.say({"To record them anew: --yes. To leave them out for good: --leave-out."});
        return Done{};
    }
    const auto decision = options.is_left_out ? AsideDecision::left_out : AsideDecision::taken_in;
    const std::size_t count = settle_aside(*desk.value(), *device, decision);
    context.say(count == 1 ? Sentence{"Recorded {} operation anew."}
                           : Sentence{"Recorded {} operations anew."},
                count);
    return Done{};
}

struct RepairOptions {
    EventArgument event;
    std::string file;
};

Result<> repair(const RepairOptions& options, CommandContext& context) {
    const auto report = repair_event_file(options.event.file, options.file,
                                          options.event.passphrase(context), context.environment());
    if (!report) return report.error();
    for (const LeftOut& left_out : report->left_out) {
        context.out << fmt::format("{}\t{}-{}\t{} put aside\t{}\n", to_string(left_out.device),
                                   left_out.first, left_out.last, left_out.put_aside,
                                   context.texts.get(left_out.reason));
    }
    context.say(report->kept == 1 ? Sentence{"{} has {} operation. {} stays as it was."}
                                  : Sentence{"{} has {} operations. {} stays as it was."},
                options.file, report->kept, options.event.file);
    return Done{};
}

void add_sheet(Subcommand& command, std::string& sheet, Need need) {
    command.option("--sheet", sheet,
                   {"A file with the code of the event's recovery sheet; - reads it from standard "
                    "input."},
                   need);
}

ChangeOptions& add_change(Subcommand& command,
                          Result<> (*run)(const ChangeOptions&, CommandContext&)) {
    auto& options = command.runs(run);
    options.event.add_to(command);
    command.option("--device", options.device, {"The device's id."}, Need::required);
    add_sheet(command, options.sheet, Need::optional);
    return options;
}

void add_changes(CommandLine& line) {
    Subcommand admitting =
        line.add("admit", {"Lets a device into the event, or changes what it is for."},
                 "stormote admit mote.stormote --device 2f6c1e0a-... --role table");
    add_role(admitting, add_change(admitting, admit).role);
    Subcommand excluding =
        line.add("exclude", {"Takes out what a device has written, on every device."},
                 "stormote exclude mote.stormote --device 2f6c1e0a-... --from 120");
    auto& excluding_options = add_change(excluding, exclude);
    excluding.option("--from", excluding_options.from,
                     {"The number of the first operation that is taken out; all where none is "
                      "given."});
    excluding.repeated_option(
        "--keep", excluding_options.kept,
        {"The id of a device that stays, although it showed the same pairing or "
         "was let in by the one that goes."});
    Subcommand readmitting = line.add("readmit", {"Takes in again what was excluded."},
                                      "stormote readmit mote.stormote --device 2f6c1e0a-...");
    add_change(readmitting, readmit);
}

}  // namespace

void add_device_commands(CommandLine& line) {
    Subcommand listing = line.add("devices",
                                  {"Lists the devices of an event, what each may record, and what "
                                   "of theirs does not count."},
                                  "stormote devices mote.stormote");
    listing.runs(list).event.add_to(listing);
    add_changes(line);

    Subcommand recovering =
        line.add("recover", {"Makes this machine an organiser's, by the event's recovery sheet."},
                 "stormote recover mote.stormote --sheet sheet.txt");
    auto& recovery = recovering.runs(recover);
    recovery.event.add_to(recovering);
    add_sheet(recovering, recovery.sheet, Need::required);

    Subcommand printing =
        line.add("recovery-sheet", {"Writes the event's recovery sheet, for a safe."},
                 "stormote recovery-sheet mote.stormote --pdf sheet.pdf");
    auto& sheet = printing.runs(write_sheet);
    sheet.event.add_to(printing);
    printing.option("--pdf", sheet.file, {"The file to write; - is standard output."},
                    Need::required);

    Subcommand taking = line.add(
        "take-in", {"Records anew what a copy of a machine wrote and what was put aside for that."},
        "stormote take-in mote.stormote --device 2f6c1e0a-...");
    auto& taken = taking.runs(take_in);
    taken.event.add_to(taking);
    taking.option("--device", taken.device, {"The device's id."}, Need::required);
    taking.flag("--yes", taken.is_sure, {"Records them; without it they are listed only."});
    taking.flag("--leave-out", taken.is_left_out,
                {"Nothing of it counts, and it is not shown any more."});

    Subcommand repairing = line.add(
        "repair",
        {"Writes a new event file without what was harmed in the record, and lists what that is."},
        "stormote repair mote.stormote -o mote-repaired.stormote");
    auto& repaired = repairing.runs(repair);
    repaired.event.add_to(repairing);
    repairing.option("-o,--output", repaired.file, {"The file to write."}, Need::required);
}

}  // namespace stormote
