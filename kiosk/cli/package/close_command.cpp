#include "kiosk/cli/package/close_command.h"

#include "kiosk/cli/command.h"
#include "kiosk/package/closing.h"

namespace stormote {

namespace {

struct CloseOptions {
    EventArgument event;
    std::string file;
};

// What a records officer should know of the package before it goes to the archive.
void warn(const CloseOptions& options, const Desk& desk, const ClosedRecord& closed,
          const CommandContext& context) {
    const EventState& state = desk.state();
    if (state.setting(SettingField::municipality).empty()) {
        context.say({"The record does not say which municipality it is of, and so neither does the "
                     "package: stormote settings {} --municipality NAME"},
                    options.event.file);
    }
    if (state.setting(SettingField::keep_decision).empty()) {
        context.say({"No decision says yet what of the event is destroyed, so all of it is in the "
                     "package: stormote settings {} --keep-decision REFERENCE"},
                    options.event.file);
    }
    if (closed.waiting > 0) {
        context.say({"Anonymous answers and comments that wait in {} and are not among these: {}. "
                     "\"stormote release\" takes them in once the event has ended."},
                    options.event.file, closed.waiting);
    }
}

Result<> close(const CloseOptions& options, CommandContext& context) {
    if (options.file == "-") {
        return usage_error(
            {"A package is a file, since the record tells that it is there. Name it "
             "with -o FILE.zip."});
    }
    auto desk = options.event.open(context, JournalAccess::write);
    if (!desk) return desk.error();
    const auto closed = close_record(**desk, context.texts, options.file);
    if (!closed) return closed.error();
    warn(options, **desk, *closed, context);
    const Texts& texts = context.texts;
    context.say(
        {"{}: {} from {}, signed by the device {}."}, options.file,
        texts.get_plural({"{} operation"}, {"{} operations"},
                         static_cast<std::int64_t>(closed->operations)),
        texts.get_plural({"{} device"}, {"{} devices"}, static_cast<std::int64_t>(closed->devices)),
        to_string((*desk)->device()));
    if (!closed->is_stated_anew) {
        context.say({"It is the package that the record tells of already."});
    }
    return Done{};
}

}  // namespace

void add_close_command(CommandLine& line) {
    Subcommand command =
        line.add("close",
                 {"Writes the event as a package for the archive (E-ARK SIP, FGS Paketstruktur "
                  "2.0), signed by this device."},
                 "stormote close mote.stormote -o mote.zip");
    auto& options = command.runs(close);
    options.event.add_to(command);
    command.option("-o,--output", options.file,
                   {"The package to write, which only you can read until you share it with "
                    "chmod."},
                   Need::required);
}

}  // namespace stormote
