// init, settings, verify: making an event file, changing what it says of itself, looking it over.
#include <iostream>

#include <fmt/format.h>

#include "kiosk/cli/command.h"
#include "kiosk/cli/settings_options.h"
#include "sync/journal/repair.h"

namespace stormote {

namespace {

constexpr Actor organiser{ActingRole::organiser};

struct InitOptions {
    std::string file;
    std::string passphrase_file;
    bool has_no_passphrase = false;
    SettingsOptions settings;
};

Result<> init(const InitOptions& options, CommandContext& context) {
    auto settings = options.settings.read({});
    if (!settings) return settings.error();
    auto pin = options.settings.read_pin(context);
    if (!pin) return pin.error();
    auto passphrase = choose_passphrase({options.file, options.passphrase_file},
                                        options.has_no_passphrase, context);
    if (!passphrase) return passphrase.error();
    NewEventFile file(options.file);
    auto desk = Desk::create(options.file, *passphrase, context.environment(), *settings);
    if (!desk) return desk.error();
    if (pin->empty()) *pin = fmt::format("{:04}", context.random.below(10'000));
    desk.value()->set_staff_pin(*pin, organiser);
    file.keep();
    context.say({"Made {}. The staff's PIN at the kiosk is {}."}, options.file, *pin);
    context.say({"Print the recovery sheet, for the day on which this machine is lost: stormote "
                 "recovery-sheet {} --pdf FILE"},
                options.file);
    return Done{};
}

void add_init(CommandLine& line) {
    Subcommand command =
        line.add("init", {"Makes the file of a new event."},
                 "stormote init mote.stormote --name \"Stormöte\" --starts 2022-10-12T18:00 --ends "
                 "2022-10-12T21:00 --passphrase-file key.txt");
    auto& options = command.runs(init);
    command.option("EVENT", options.file, {"The event file."}, Need::required);
    options.settings.add_to(command, SettingsOptions::Needs::all_that_an_event_needs);
    command.option("--passphrase-file", options.passphrase_file,
                   {"A file whose first line is the event's passphrase."});
    add_no_passphrase(command, options.has_no_passphrase);
}

struct ChangeOptions {
    EventArgument event;
    SettingsOptions settings;
};

Result<> change_settings(const ChangeOptions& options, CommandContext& context) {
    const bool is_told = options.settings.has_any();
    auto pin = options.settings.read_pin(context);
    if (!pin) return pin.error();
    auto desk = options.event.open(context, is_told ? JournalAccess::write : JournalAccess::read);
    if (!desk) return desk.error();
    if (is_told) {
        auto settings = options.settings.read(desk.value()->state().settings());
        if (!settings) return settings.error();
        if (!settings->empty()) {
            const Body body{{}, organiser.role, SettingsDescribed{*settings}};
            desk.value()->record({&body, 1});
        }
        if (!pin->empty()) desk.value()->set_staff_pin(*pin, organiser);
    }
    context.out << SettingsOptions::describe(desk.value()->state().settings());
    return Done{};
}

void add_settings(CommandLine& line) {
    Subcommand command = line.add("settings", {"Changes an event's settings, and shows them."},
                                  "stormote settings mote.stormote --municipality \"Ekbackens "
                                  "kommun\" --colour \"#0B4F5C\" --logo logo.svg");
    auto& options = command.runs(change_settings);
    options.event.add_to(command);
    options.settings.add_to(command, SettingsOptions::Needs::none);
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
    add_init(line);
    add_settings(line);
    add_verify(line);
}

}  // namespace stormote
