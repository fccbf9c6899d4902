// verify: looking an event file over, or a package for the archive.
#include <fstream>
#include <iterator>

#include "kiosk/cli/command.h"
#include "kiosk/package/package_check.h"
#include "sync/journal/missing_bodies.h"
#include "sync/journal/repair.h"

namespace stormote {

namespace {

struct VerifyOptions {
    EventArgument event;
    bool accepts_missing = false;
};

// "ID<TAB>name<TAB>number of its last operation<TAB>chain hash".
void write_device(const CommandContext& context, const DeviceId& device, const std::string& name,
                  std::uint64_t sequence, const Hash& chain) {
    context.out << to_string(device) << '\t' << one_column(name) << '\t' << sequence << '\t'
                << to_hex(chain) << '\n';
}

// What it begins with tells a package from an event file.
bool is_package_file(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string start(2, '\0');
    stream.read(start.data(), static_cast<std::streamsize>(start.size()));
    return stream && is_package(start);
}

Result<std::string> read_package(const std::string& file) {
    std::error_code error;
    if (std::filesystem::file_size(file, error) > most_package_bytes || error) {
        return input_error({"{} is larger than any package for the archive (512 MB)."}, file);
    }
    std::ifstream stream(file, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(stream), {}};
    if (!stream.good() && !stream.eof()) {
        return machine_error({"{} cannot be read. Copy it to another disk."}, file);
    }
    return bytes;
}

void describe(const PackageReport& report, const std::string& file, CommandContext& context) {
    const Texts& texts = context.texts;
    std::string signer;
    std::uint64_t operations = 0;
    for (const CheckedDevice& device : report.devices) {
        const PackedHead& head = device.head;
        write_device(context, head.device, head.name, head.sequence, head.chain);
        operations += head.sequence;
        if (head.device == report.signer) signer = one_column(head.name);
        if (device.signed_sequence == 0) {
            context.say({"The device {} has signed nothing: for its {} operations only the maker "
                         "of the package vouches."},
                        to_string(head.device), head.sequence);
        } else if (device.signed_sequence < head.sequence) {
            context.say({"The device {} has signed {} of its {} operations: an earlier version of "
                         "Stormöte did not sign each."},
                        to_string(head.device), device.signed_sequence, head.sequence);
        }
    }
    if (report.is_repacked) {
        context.say({"{} was packed anew by another program. The files in it are as they were "
                     "signed."},
                    file);
    }
    context.say(
        {"{}: {} with {} from {}, all as it was signed."}, file,
        texts.get_plural({"{} file"}, {"{} files"}, static_cast<std::int64_t>(report.files)),
        texts.get_plural({"{} operation"}, {"{} operations"},
                         static_cast<std::int64_t>(operations)),
        texts.get_plural({"{} device"}, {"{} devices"},
                         static_cast<std::int64_t>(report.devices.size())));
    context.say({"Signed by the device {} ({}). Compare it with the organiser's in \"stormote "
                 "devices EVENT\", or in your own notes."},
                to_string(report.signer), signer.empty() ? "-" : signer);
}

Result<> verify_package(const VerifyOptions& options, CommandContext& context) {
    const std::string& file = options.event.file;
    if (options.accepts_missing) {
        return usage_error({"{} is a package for the archive. Leave out --accept-missing."}, file);
    }
    const auto bytes = read_package(file);
    if (!bytes) return bytes.error();
    const auto report = check_package(*bytes);
    if (!report) {
        context.say({"{} does not hold:"}, file);
        return report.error();
    }
    describe(*report, file, context);
    return Done{};
}

Result<> verify(const VerifyOptions& options, CommandContext& context) {
    if (is_package_file(options.event.file)) return verify_package(options, context);
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
        write_device(context, head.device, name, head.head.sequence, head.head.chain_hash);
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
        line.add("verify",
                 {"Checks the chain, the bodies and the database of an event file; or a package "
                  "for the archive, without the event."},
                 "stormote verify mote.stormote");
    auto& options = command.runs(verify);
    options.event.add_to(command);
    command.add_to_help("EVENT", "\n" + command.texts().get({"Or a package: mote.zip."}));
    command.flag("--accept-missing", options.accepts_missing,
                 {"Continues, as a new device, with a file from which operations are missing."});
}

}  // namespace stormote
