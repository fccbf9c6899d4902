// bundle, merge: an event by memory stick, where no network leads.
#include <nlohmann/json.hpp>

#include "kiosk/cli/store_argument.h"
#include "kiosk/desk/sync/bundle_file.h"

namespace stormote {

namespace {

std::string count_text(const Texts& texts, std::uint64_t count) {
    return texts.get_plural({"{} operation"}, {"{} operations"}, static_cast<std::int64_t>(count));
}

struct BundleOptions {
    EventArgument event;
    std::string file;
};

Result<> bundle(const BundleOptions& options, CommandContext& context) {
    if (options.file == "-") {
        return usage_error({"A bundle is a file that others read. Name it with -o FILE."});
    }
    auto desk = options.event.open(context, JournalAccess::write);
    if (!desk) return desk.error();
    const auto written = write_bundle_file(**desk, options.file);
    if (!written) return written.error();
    const Texts& texts = context.texts;
    context.say({"{}: {} from {}, signed by the device {}."}, options.file,
                count_text(texts, written->operation_count()),
                texts.get_plural({"{} device"}, {"{} devices"},
                                 static_cast<std::int64_t>(written->heads.size())),
                to_string(written->device));
    return Done{};
}

struct MergeOptions {
    EventArgument event;
    std::string file;
    bool is_json = false;
};

void print_json(const MergedBundle& merged, const CommandContext& context) {
    nlohmann::ordered_json json;
    json["new"] = merged.added;
    json["known"] = merged.known;
    json["put_aside"] = merged.put_aside;
    json["refused_devices"] = merged.refused.size();
    json["written_by"] = to_string(merged.contents.device);
    context.out << json.dump() << '\n';
}

Result<> merge(const MergeOptions& options, CommandContext& context) {
    auto desk = options.event.open(context, JournalAccess::write);
    if (!desk) return desk.error();
    const auto merged = merge_bundle_file(**desk, options.file);
    if (!merged) return merged.error();
    if (options.is_json) {
        print_json(*merged, context);
    } else {
        context.out << context.texts.get({"New: {}. Known already: {}. Put aside: {}."},
                                         count_text(context.texts, merged->added), merged->known,
                                         merged->put_aside)
                    << '\n';
    }
    return conclude_moved(merged->refused, merged->put_aside, context);
}

void add_bundle(CommandLine& line) {
    Subcommand command =
        line.add("bundle",
                 {"Writes all operations of the event to one file, for a device that no network "
                  "reaches; only who holds the event's key can read it."},
                 "stormote bundle mote.stormote -o /media/stick/entrance.bundle");
    auto& options = command.runs(bundle);
    options.event.add_to(command);
    command.option("-o,--output", options.file, {"The file to write."}, Need::required);
}

void add_merge(CommandLine& line) {
    Subcommand command =
        line.add("merge",
                 {"Takes in the operations of a bundle that the event does not have yet; in any "
                  "order, and as often as you like."},
                 "stormote merge mote.stormote /media/stick/entrance.bundle");
    auto& options = command.runs(merge);
    options.event.add_to(command);
    command.option("BUNDLE", options.file, {"The file that \"stormote bundle\" has written."},
                   Need::required);
    command.flag("--json", options.is_json, {"Says what was new and known as JSON."});
}

}  // namespace

void add_bundle_commands(CommandLine& line) {
    add_bundle(line);
    add_merge(line);
}

}  // namespace stormote
