// sync, key: an event that is on this machine, and the central store or a room's hub.
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

#include "kiosk/cli/role_option.h"
#include "kiosk/cli/secret_argument.h"
#include "kiosk/cli/store_argument.h"
#include "kiosk/desk/sync/desk_replica.h"
#include "sync/base/durable_folder.h"
#include "sync/base/interrupt_watch.h"
#include "sync/replication/store_access.h"

namespace stormote {

namespace {

struct SyncOptions {
    EventArgument event;
    StoreArgument store;
    std::string token_file;
};

// What --token-file holds: this device's token, or the pairing text that becomes one. Nothing where
// there is no such file.
struct Presented {
    std::optional<Token> token{};
    std::optional<Pairing> pairing{};
};

Result<Presented> read_presented(const SyncOptions& options, const EventId& event,
                                 const CommandContext& context) {
    if (options.token_file.empty()) return Presented{};
    auto text =
        read_secret(context, options.token_file, {"Scan or paste the token or pairing text: "});
    if (!text) return text.error();
    if (const auto token = read_token(*text)) return Presented{.token = token};
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
    return Presented{.pairing = *std::move(pairing)};
}

// Where the store is, and the token that this machine has kept for it.
struct Destination {
    std::optional<StorePlace> place{};  // nothing: at the address that was said
    std::optional<Token> kept{};
};

std::optional<Token> find_kept(const std::optional<StorePlace>& place, const EventId& event,
                               const CommandContext& context) {
    if (!place) {
        const auto kept = load_token(context.state_directory, event);
        return kept ? read_token(*kept) : std::nullopt;
    }
    const auto hub = load_hub(context.state_directory, event);
    return hub && hub->place == *place ? read_token(hub->token) : std::nullopt;
}

Result<Destination> find_destination(const SyncOptions& options, const EventId& event,
                                     const Presented& presented, const CommandContext& context) {
    if (!options.store.url.empty()) {
        return Destination{std::nullopt, find_kept(std::nullopt, event, context)};
    }
    const auto hub = load_hub(context.state_directory, event);
    const auto& scanned = presented.pairing ? presented.pairing->place : std::nullopt;
    if (!hub && !scanned) return no_store_known();
    if (scanned && (!hub || !(hub->place == *scanned))) return Destination{scanned, std::nullopt};
    return Destination{hub->place, read_token(hub->token)};
}

// The token to show.
Result<Token> find_token(const Presented& presented, const Destination& destination,
                         const EventId& event, StoreConnection& connection) {
    if (presented.token) return *presented.token;
    if (!presented.pairing) {
        if (!destination.kept) return missing_token();
        return *destination.kept;
    }
    auto joined = StoreClient(connection, event, "").join(presented.pairing->secret);
    // It works once; later runs with the same file go on with what it was turned into.
    if (!joined && destination.kept) return *destination.kept;
    return joined;
}

void keep_token(const Token& token, const Destination& destination, const EventId& event,
                const CommandContext& context) {
    if (destination.place) {
        save_hub(context.state_directory, event, *destination.place, token);
    } else {
        save_token(context.state_directory, event, token);
    }
}

// Where one was given: what lies there otherwise is replaced as it is renewed, be it by this
// program or by another one of this machine meanwhile.
void keep_presented(const DeviceToken& shown, const Presented& presented,
                    const Destination& destination, const EventId& event,
                    const CommandContext& context) {
    if (!presented.token) return;
    const auto now = find_kept(destination.place, event, context);
    if (now == destination.kept)
        keep_token(*read_token(shown.shown()), destination, event, context);
}

// As it is shown, and renewed where it is kept. One that was said is tried alone, for whoever wants
// to know whether it holds.
DeviceToken shown_token(const Token& token, const Presented& presented,
                        const Destination& destination, const EventId& event,
                        const CommandContext& context) {
    if (presented.token) return write_token(token);
    return destination.place
               ? kept_hub_token(context.state_directory, event, *destination.place, token)
               : kept_token(context.state_directory, event, token);
}

// A device that has a copy of the file, and that nobody has let in yet, is let in by its pairing.
void use_pairing(const Presented& presented, Desk& desk) {
    const auto& device = presented.pairing ? presented.pairing->device : std::nullopt;
    if (!device || desk.may(OperationKind::device_introduced)) return;
    const auto introduction = desk.journal().adopt_pairing(*device);
    if (introduction) desk.fold_new(std::span(&*introduction, 1));
}

Result<> synchronise(const SyncOptions& options, CommandContext& context) {
    auto desk = options.event.open(context, JournalAccess::write);
    if (!desk) return desk.error();
    const EventId event = desk.value()->event();
    const auto presented = read_presented(options, event, context);
    if (!presented) return presented.error();
    const auto destination = find_destination(options, event, *presented, context);
    if (!destination) return destination.error();
    auto connection = connect_store(options.store.url, destination->place, options.store.http());
    if (!connection) return connection.error();
    const InterruptWatch watch([&connection] { connection.value()->cancel(); });
    const auto token = find_token(*presented, *destination, event, *connection.value());
    if (!token) return token.error();
    if (presented->pairing) keep_token(*token, *destination, event, context);
    use_pairing(*presented, *desk.value());
    const DeviceToken shown = shown_token(*token, *presented, *destination, event, context);
    StoreClient client(*connection.value(), event, shown);
    DeskReplica replica(*desk.value());
    auto report = Exchange(replica, client, context.clock, show_progress(context),
                           Refused::tried_again, ReadAhead::yes)
                      .run();
    if (!report) return report.error();
    // It works: the kiosk on this machine may use it, too.
    keep_presented(shown, *presented, *destination, event, context);
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
