// sync, key: an event that is on this machine, and the central store.
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

#include "kiosk/cli/role_option.h"
#include "kiosk/cli/secret_argument.h"
#include "kiosk/cli/store_argument.h"
#include "kiosk/desk/sync/desk_replica.h"
#include "sync/base/durable_folder.h"
#include "sync/base/interrupt_watch.h"
#include "sync/replication/token_file.h"

namespace stormote {

namespace {

// What a file of a device's own holds: its token, or the pairing text that becomes one.
struct Entrance {
    Token token{};
    std::optional<DevicePairing> pairing{};
};

struct SyncOptions {
    EventArgument event;
    StoreArgument store;
    std::string token_file;
};

// The token to show: from the file that was given, which may hold a pairing text instead, or the
// one that this machine has kept.
Result<Entrance> find_entrance(const SyncOptions& options, const EventId& event,
                               StoreConnection& connection, const CommandContext& context) {
    const auto kept = load_token(context.state_directory, event);
    if (options.token_file.empty()) {
        if (!kept) return missing_token();
        return Entrance{*read_token(*kept)};
    }
    auto text =
        read_secret(context, options.token_file, {"Scan or paste the token or pairing text: "});
    if (!text) return text.error();
    if (const auto token = read_token(*text)) return Entrance{*token};
    auto pairing = read_pairing(*text);
    if (!pairing) {
        return input_error({"{} contains neither a token nor a complete pairing text."},
                           options.token_file);
    }
    if (pairing->event != event) {
        return input_error(
            {"The token or pairing text belongs to another event. Check which event "
             "file and which token go together."});
    }
    auto joined = StoreClient(connection, event, "").join(pairing->secret);
    // It works once; later runs with the same file go on with what it was turned into.
    if (!joined && kept) return Entrance{*read_token(*kept), pairing->device};
    if (!joined) return joined.error();
    save_token(context.state_directory, event, *joined);
    return Entrance{*joined, pairing->device};
}

// A device that has a copy of the file, and that nobody has let in yet, is let in by its pairing.
void use_pairing(const Entrance& entrance, Desk& desk) {
    if (!entrance.pairing || desk.may(OperationKind::device_introduced)) return;
    const auto introduction = desk.journal().adopt_pairing(*entrance.pairing);
    if (introduction) desk.fold_new(std::span(&*introduction, 1));
}

Result<> synchronise(const SyncOptions& options, CommandContext& context) {
    auto connection = options.store.connect();
    if (!connection) return connection.error();
    auto desk = options.event.open(context, JournalAccess::write);
    if (!desk) return desk.error();
    const InterruptWatch watch([&connection] { connection.value()->cancel(); });
    const EventId event = desk.value()->event();
    auto entrance = find_entrance(options, event, *connection.value(), context);
    if (!entrance) return entrance.error();
    use_pairing(*entrance, *desk.value());
    StoreClient client(*connection.value(), event, write_token(entrance->token));
    DeskReplica replica(*desk.value());
    auto report = Exchange(replica, client, context.clock, show_progress(context),
                           Refused::tried_again, ReadAhead::yes)
                      .run();
    if (!report) return report.error();
    // It works: the kiosk on this machine may use it, too.
    save_token(context.state_directory, event, entrance->token);
    return conclude(*report, context);
}

void add_sync(CommandLine& line) {
    Subcommand command =
        line.add("sync", {"Exchanges operations with the central store until both have the same."},
                 "stormote sync mote.stormote --central https://stormote.ekbacken.se:8443");
    auto& options = command.runs(synchronise);
    options.event.add_to(command);
    options.store.add_to(command);
    command.option(
        "--token-file", options.token_file,
        {"A file with this device's token or pairing text, or - for standard input; what "
         "\"join\" or an earlier \"sync\" has kept where none is given."});
}

struct KeyOptions {
    EventArgument event;
    std::string file;
    std::string role = "door";
};

Result<> write_key(const KeyOptions& options, CommandContext& context) {
    auto desk = options.event.open(context, JournalAccess::read);
    if (!desk) return desk.error();
    const Journal& journal = desk.value()->journal();
    EventKey key{journal.event(), journal.event_key()};
    if (has_root(key.event)) {
        const auto role = read_role(options.role);
        if (!role) return role.error();
        auto pairing = journal.issue_pairing(*role, options.event.passphrase(context));
        if (!pairing) return pairing.error();
        key.device = *pairing;
    }
    const std::string text = write_event_key(key) + "\n";
    const int descriptor =
        open(options.file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0 && errno == EEXIST) {
        return input_error({"{} exists already. Choose another name, or remove the file first."},
                           options.file);
    }
    const bool is_written =
        descriptor >= 0 &&
        write(descriptor, text.data(), text.size()) == static_cast<ssize_t>(text.size()) &&
        fsync(descriptor) == 0;
    if (descriptor >= 0) close(descriptor);
    if (!is_written) {
        // Half a key is none.
        if (descriptor >= 0) unlink(options.file.c_str());
        return machine_error({"{} cannot be written. Check that the disk has space and that you "
                              "may write there."},
                             options.file);
    }
    make_folder_durable(std::filesystem::absolute(options.file).parent_path());
    context.say({"{} contains the event's key: whoever has it can make tickets and read "
                 "everything. Remove it when the device has joined."},
                options.file);
    return Done{};
}

void add_key(CommandLine& line) {
    Subcommand command =
        line.add("key", {"Writes the event's key to a file, for \"join --key-file\"."},
                 "stormote key mote.stormote -o mote.key");
    auto& options = command.runs(write_key);
    options.event.add_to(command);
    command.option("-o,--output", options.file, {"The file to write."}, Need::required);
    add_role(command, options.role);
}

}  // namespace

void add_sync_commands(CommandLine& line) {
    add_sync(line);
    add_key(line);
}

}  // namespace stormote
