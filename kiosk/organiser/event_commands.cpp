// init, verify: making an event file and looking it over.
#include <iostream>

#include <fmt/format.h>

#include "kiosk/organiser/command.h"
#include "sync/base/local_time.h"

namespace stormote {

namespace {

constexpr Actor organiser{ActingRole::organiser};

struct InitOptions {
    std::string file;
    std::string passphrase_file;
    bool has_no_passphrase = false;
    std::string name;
    std::string starts;
    std::string ends;
    std::string doors;
    std::string place;
    std::string deadline;
    std::string series;
    std::string municipality;
    std::string pin;
};

bool is_pin(const std::string& pin) {
    return pin.size() >= 4 && pin.size() <= 8 &&
           pin.find_first_not_of("0123456789") == std::string::npos;
}

Result<FieldTexts> settings_of(const InitOptions& options) {
    for (const auto& [option, value] : {std::pair{"--name", options.name},
                                        {"--place", options.place},
                                        {"--series", options.series},
                                        {"--municipality", options.municipality}}) {
        if (auto checked = check_text(option, value); !checked) return checked.error();
    }
    if (!options.pin.empty() && !is_pin(options.pin)) {
        return usage_error({"The staff's PIN must be 4 to 8 digits."});
    }
    for (const auto& [option, value] : {std::pair{"--starts", options.starts},
                                        {"--ends", options.ends},
                                        {"--doors", options.doors}}) {
        if (!value.empty() && !is_local_time(value)) {
            return input_error({"{} {} is not a date and time. Write it as 2022-10-12T18:00."},
                               option, value);
        }
    }
    if (!options.deadline.empty() && !is_date(options.deadline)) {
        return input_error({"{} {} is not a date. Write it as 2022-09-26."}, "--deadline",
                           options.deadline);
    }
    if (options.ends <= options.starts) {
        return input_error({"The event ends at {}, before it starts at {}."}, options.ends,
                           options.starts);
    }
    FieldSetter<SettingField> settings;
    settings.set(SettingField::name, options.name)
        .set(SettingField::starts, options.starts)
        .set(SettingField::ends, options.ends)
        .set(SettingField::doors, options.doors)
        .set(SettingField::place, options.place)
        .set(SettingField::deadline, options.deadline)
        .set(SettingField::series, options.series)
        .set(SettingField::municipality, options.municipality);
    return settings.take();
}

Result<> init(const InitOptions& options, CommandContext& context) {
    auto settings = settings_of(options);
    if (!settings) return settings.error();
    auto passphrase = choose_passphrase({options.file, options.passphrase_file},
                                        options.has_no_passphrase, context);
    if (!passphrase) return passphrase.error();
    NewEventFile file(options.file);
    auto desk = Desk::create(options.file, *passphrase, context.environment(), *settings);
    if (!desk) return desk.error();
    std::string pin = options.pin;
    if (pin.empty()) pin = fmt::format("{:04}", context.random.below(10'000));
    desk.value()->set_staff_pin(pin, organiser);
    file.keep();
    context.say({"Made {}. The staff's PIN at the kiosk is {}."}, options.file, pin);
    return Done{};
}

void add_init(CommandLine& line) {
    auto options = std::make_shared<InitOptions>();
    CLI::App& command =
        line.add("init", {"Makes the file of a new event."},
                 "stormote init mote.stormote --name \"Stormöte\" --starts 2022-10-12T18:00 "
                 "--ends 2022-10-12T21:00 --passphrase-file key.txt");
    command.add_option("EVENT", options->file, line.text({"The event file."}))->required();
    command.add_option("--name", options->name, line.text({"The event's name."}))->required();
    command.add_option("--starts", options->starts, line.text({"When it starts, local time."}))
        ->required();
    command.add_option("--ends", options->ends, line.text({"When it ends, local time."}))
        ->required();
    command.add_option("--doors", options->doors, line.text({"When the doors open."}));
    command.add_option("--place", options->place, line.text({"Where it is held."}));
    command.add_option("--deadline", options->deadline,
                       line.text({"The last day of registration."}));
    command.add_option("--series", options->series, line.text({"The series it belongs to."}));
    command.add_option("--municipality", options->municipality, line.text({"Who invites."}));
    command.add_option("--pin", options->pin,
                       line.text({"The staff's PIN at the kiosk, 4 to 8 digits; drawn and printed "
                                  "where none is given."}));
    auto *file = command.add_option("--passphrase-file", options->passphrase_file,
                                    line.text({"A file whose first line is the event's "
                                               "passphrase."}));
    command
        .add_flag("--no-passphrase", options->has_no_passphrase,
                  line.text({"Keeps the event's key in the file: whoever has the file reads it."}))
        ->excludes(file);
    command.callback([&line, options] {
        line.set_action([options](CommandContext& context) { return init(*options, context); });
    });
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
    std::uint64_t operations = 0;
    for (const DeviceHead& head : journal.heads()) {
        operations += head.head.sequence;
        const Device *device = desk.value()->state().find_device(head.device);
        context.out << to_string(head.device) << '\t' << (device != nullptr ? device->name : "")
                    << '\t' << head.head.sequence << '\t' << to_hex(head.head.chain_hash) << '\n';
    }
    context.say({"{}: {} operations of {} devices, all whole."}, options.event.file, operations,
                journal.heads().size());
    return Done{};
}

void add_verify(CommandLine& line) {
    auto options = std::make_shared<VerifyOptions>();
    CLI::App& command =
        line.add("verify", {"Checks the chain, the bodies and the database of an event file."},
                 "stormote verify mote.stormote");
    options->event.add_to(line, command);
    command.add_flag("--accept-missing", options->accepts_missing,
                     line.text({"Goes on with a file from which operations are missing, as a new "
                                "device."}));
    command.callback([&line, options] {
        line.set_action([options](CommandContext& context) { return verify(*options, context); });
    });
}

}  // namespace

void add_event_commands(CommandLine& line) {
    add_init(line);
    add_verify(line);
}

}  // namespace stormote
