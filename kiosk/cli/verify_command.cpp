// verify: looking an event file over.
#include "kiosk/cli/command.h"
#include "sync/journal/missing_bodies.h"
#include "sync/journal/repair.h"

namespace stormote {

namespace {

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
    if (const auto missing = find_missing_body(journal)) {
        return input_error({"What operation {1} of device {0} said is gone, and nothing in the "
                            "record destroyed it. Use the copy in the central store or on another "
                            "device."},
                           to_string(missing->device), missing->sequence);
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

}  // namespace

void add_verify_command(CommandLine& line) {
    Subcommand command =
        line.add("verify", {"Checks the chain, the bodies and the database of an event file."},
                 "stormote verify mote.stormote");
    auto& options = command.runs(verify);
    options.event.add_to(command);
    command.flag("--accept-missing", options.accepts_missing,
                 {"Continues, as a new device, with a file from which operations are missing."});
}

}  // namespace stormote
