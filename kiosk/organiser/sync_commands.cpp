// join, sync, key: this machine's copy of an event and the central store.
#include <fstream>
#include <iostream>
#include <iterator>

#include <fcntl.h>
#include <unistd.h>

#include "kiosk/desk/desk_replica.h"
#include "kiosk/organiser/command.h"
#include "sync/base/interrupt_watch.h"
#include "sync/replication/exchange.h"
#include "sync/replication/http_connection.h"
#include "sync/replication/token_file.h"

namespace stormote {

namespace {

namespace fs = std::filesystem;

// Where the central store is, as both commands are told.
struct StoreArgument {
    std::string url;
    std::string certificate;

    void add_to(CommandLine& line, CLI::App& command) {
        command
            .add_option("--central", url,
                        line.text({"The central store's address, as https://name:port."}))
            ->required();
        command.add_option("--certificate", certificate,
                           line.text({"A certificate (PEM) to trust, of a store whose own is not "
                                      "signed by a known authority."}));
    }
    [[nodiscard]] Result<std::unique_ptr<StoreConnection>> connect() const {
        HttpOptions options;
        options.certificate = certificate;
        return connect_http(url, options);
    }
};

Result<std::string> read_small_file(const std::string& file) {
    std::ifstream stream(file, std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(stream), {}};
    constexpr std::size_t most = 4096;
    if (!stream || text.empty() || text.size() > most) {
        return input_error({"{} cannot be read, or is not such a file."}, file);
    }
    return text;
}

ExchangeWatch show_progress(const CommandContext& context) {
    if (isatty(STDERR_FILENO) == 0) return {};
    return [&context](const ExchangeReport& report) {
        context.messages << '\r'
                         << context.texts.get({"Sent {}, received {} operations ..."},
                                              report.pushed, report.pulled)
                         << std::flush;
    };
}

// Says what moved; an error where something contradicts what others hold.
Result<> conclude(const ExchangeReport& report, const CommandContext& context) {
    if (isatty(STDERR_FILENO) != 0) context.messages << '\r';
    context.out << context.texts.get({"Sent {} operations and received {}."}, report.pushed,
                                     report.pulled)
                << '\n';
    if (report.waiting > 0) {
        context.say({"{} operations stay on this device alone: an earlier identity of it was lost "
                     "before it had signed them."},
                    report.waiting);
    }
    const std::uint64_t quarantined = report.quarantined_there + report.quarantined_here;
    if (quarantined > 0) {
        return input_error(
            {"{} operations contradict others of the same device and number, and were put aside: "
             "two copies of one machine have written to the event. Everything else was exchanged. "
             "Compare the attendance on both machines."},
            quarantined);
    }
    if (report.quarantined_at_store > 0) {
        context.say({"The central store has put {} operations of this event aside, because they "
                     "contradict others. \"stormote-central list\" tells more."},
                    report.quarantined_at_store);
    }
    return Done{};
}

struct JoinOptions {
    EventArgument event;
    StoreArgument store;
    std::string pairing;
    std::string key_file;
    bool has_no_passphrase = false;
};

Result<SymmetricKey> key_for(const JoinOptions& options, const Pairing& pairing) {
    if (options.key_file.empty()) {
        if (pairing.key) return *pairing.key;
        return input_error(
            {"This pairing text carries no key. Ask the organiser for the event's "
             "key (stormote key), and give it with --key-file FILE."});
    }
    auto text = read_small_file(options.key_file);
    if (!text) return text.error();
    const auto key = read_event_key(*text);
    if (!key) {
        return input_error({"{} does not hold an event's key. Make it with \"stormote key\"."},
                           options.key_file);
    }
    if (key->event != pairing.event) {
        return input_error({"The key in {} and the pairing text belong to different events."},
                           options.key_file);
    }
    return key->key;
}

// An event file under another name until it is whole. Removed with all that belongs to it unless
// kept.
class DraftFile {
  public:
    static Result<DraftFile> make(const fs::path& target, const EventId& event,
                                  const fs::path& state_directory) {
        std::error_code error;
        if (fs::exists(target, error)) {
            return input_error({"{} exists already. Choose another name, or remove the file "
                                "first."},
                               target.string());
        }
        DraftFile draft(target, event, state_directory);
        // What a join that was killed has left, unless it still runs.
        if (fs::exists(draft.path(), error)) {
            if (auto lock = WriterLock::take(draft.path()); !lock) {
                draft.path_.clear();
                return lock.error();
            }
            draft.remove();
        }
        return draft;
    }
    DraftFile(DraftFile&& other) noexcept
        : target_(std::move(other.target_)),
          path_(std::exchange(other.path_, {})),
          event_(other.event_),
          state_directory_(std::move(other.state_directory_)) {}
    DraftFile& operator=(DraftFile&&) = delete;
    ~DraftFile() {
        if (!path_.empty()) remove();
    }

    [[nodiscard]] const fs::path& path() const { return path_; }
    void keep() {
        DeviceIdentity::move(state_directory_, event_, path_, target_);
        fs::rename(path_, target_);
        path_.clear();
    }

  private:
    DraftFile(const fs::path& target, const EventId& event, fs::path state_directory)
        : target_(target),
          path_(target.string() + ".joining"),
          event_(event),
          state_directory_(std::move(state_directory)) {}
    void remove() const {
        std::error_code error;
        for (const char *part : {"", "-wal", "-shm", ".new"}) {
            fs::remove(path_.string() + part, error);
        }
        DeviceIdentity::forget(state_directory_, event_, path_);
    }

    fs::path target_;
    fs::path path_;
    EventId event_;
    fs::path state_directory_;
};

// Fills a new file with everything that the store has.
Result<ExchangeReport> fetch_event(const fs::path& file,
                                   const std::optional<std::string>& passphrase,
                                   const EventKey& key, StoreClient& client,
                                   const CommandContext& context) {
    const JournalEnvironment environment = context.environment();
    auto state = std::make_unique<EventState>();
    auto journal =
        Journal::create(file, passphrase, environment, std::pair(key.event, key.key),
                        [&state](const Operation& operation) { state->fold(operation); });
    if (!journal) return journal.error();
    Desk desk(std::move(journal).value(), std::move(state), environment);
    DeskReplica replica(desk);
    return Exchange(replica, client, context.clock, show_progress(context)).fetch();
}

Result<> join(const JoinOptions& options, CommandContext& context) {
    auto pairing = read_pairing(options.pairing);
    if (!pairing) return pairing.error();
    auto key = key_for(options, *pairing);
    if (!key) return key.error();
    auto draft = DraftFile::make(options.event.file, pairing->event, context.state_directory);
    if (!draft) return draft.error();
    auto passphrase = choose_passphrase(options.event, options.has_no_passphrase, context);
    if (!passphrase) return passphrase.error();
    auto connection = options.store.connect();
    if (!connection) return connection.error();
    const InterruptWatch watch([&connection] { connection.value()->cancel(); });
    StoreClient client(*connection.value(), pairing->event, "");
    auto token = client.join(pairing->secret);
    if (!token) return token.error();
    auto report = fetch_event(draft->path(), *passphrase, {pairing->event, *key}, client, context);
    if (!report) return report.error();
    save_token(context.state_directory, pairing->event, *token);
    draft->keep();
    // From here on the pairing text is worthless to whoever finds it.
    if (auto confirmed = client.confirm_joined(); !confirmed) {
        context.say(
            {"The event is here, but the store was not told: the pairing text can still be "
             "used. Run \"stormote sync\" soon."});
    }
    return conclude(*report, context);
}

void add_join(CommandLine& line) {
    auto options = std::make_shared<JoinOptions>();
    CLI::App& command = line.add(
        "join", {"Makes this device's copy of an event from the central store."},
        "stormote join mote.stormote --central https://stormote.ekbacken.se:8443 --pairing TEXT "
        "--passphrase-file key.txt");
    options->event.add_to(line, command);
    options->store.add_to(line, command);
    command
        .add_option("--pairing", options->pairing,
                    line.text({"The one-time text that \"stormote-central enrol\" printed."}))
        ->required();
    command.add_option("--key-file", options->key_file,
                       line.text({"The event's key, where the pairing text does not carry it."}));
    command
        .add_flag("--no-passphrase", options->has_no_passphrase,
                  line.text({"Keeps the event's key in the file: whoever has the file reads it."}))
        ->excludes("--passphrase-file");
    command.callback([&line, options] {
        line.set_action([options](CommandContext& context) { return join(*options, context); });
    });
}

struct SyncOptions {
    EventArgument event;
    StoreArgument store;
    std::string token_file;
};

// The token to show: from the file that was given, which may hold a pairing text instead, or the
// one that this machine has kept.
Result<Token> find_token(const SyncOptions& options, const EventId& event,
                         StoreConnection& connection, const CommandContext& context) {
    const auto kept = load_token(context.state_directory, event);
    if (options.token_file.empty()) {
        if (!kept) return missing_token();
        return *read_token(*kept);
    }
    auto text = read_small_file(options.token_file);
    if (!text) return text.error();
    if (const auto token = read_token(*text)) return *token;
    auto pairing = read_pairing(*text);
    if (!pairing) {
        return input_error({"{} holds neither a token nor a whole pairing text."},
                           options.token_file);
    }
    auto joined = StoreClient(connection, event, "").join(pairing->secret);
    // It works once; later runs with the same file go on with what it was turned into.
    if (!joined && kept) return *read_token(*kept);
    if (joined) save_token(context.state_directory, event, *joined);
    return joined;
}

Result<> synchronise(const SyncOptions& options, CommandContext& context) {
    auto connection = options.store.connect();
    if (!connection) return connection.error();
    auto desk = options.event.open(context, JournalAccess::write);
    if (!desk) return desk.error();
    const InterruptWatch watch([&connection] { connection.value()->cancel(); });
    const EventId event = desk.value()->event();
    auto token = find_token(options, event, *connection.value(), context);
    if (!token) return token.error();
    StoreClient client(*connection.value(), event, write_token(*token));
    DeskReplica replica(*desk.value());
    auto report = Exchange(replica, client, context.clock, show_progress(context)).run();
    if (!report) return report.error();
    // It works: the kiosk on this machine may use it, too.
    save_token(context.state_directory, event, *token);
    return conclude(*report, context);
}

void add_sync(CommandLine& line) {
    auto options = std::make_shared<SyncOptions>();
    CLI::App& command =
        line.add("sync", {"Exchanges operations with the central store until both hold the same."},
                 "stormote sync mote.stormote --central https://stormote.ekbacken.se:8443");
    options->event.add_to(line, command);
    options->store.add_to(line, command);
    command.add_option("--token-file", options->token_file,
                       line.text({"A file with this device's token or pairing text; what \"join\" "
                                  "or an earlier \"sync\" has kept where none is given."}));
    command.callback([&line, options] {
        line.set_action(
            [options](CommandContext& context) { return synchronise(*options, context); });
    });
}

struct KeyOptions {
    EventArgument event;
    std::string file;
};

Result<> write_key(const KeyOptions& options, CommandContext& context) {
    auto desk = options.event.open(context, JournalAccess::read);
    if (!desk) return desk.error();
    const std::string text =
        write_event_key({desk.value()->event(), desk.value()->journal().event_key()}) + "\n";
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
        return machine_error({"{} cannot be written. Check that the disk has space and that you "
                              "may write there."},
                             options.file);
    }
    context.say({"{} holds the event's key: whoever has it can make tickets and read everything. "
                 "Remove it when the device has joined."},
                options.file);
    return Done{};
}

void add_key(CommandLine& line) {
    auto options = std::make_shared<KeyOptions>();
    CLI::App& command =
        line.add("key", {"Writes the event's key to a file, for \"join --key-file\"."},
                 "stormote key mote.stormote -o mote.key");
    options->event.add_to(line, command);
    command.add_option("-o,--output", options->file, line.text({"The file to write."}))->required();
    command.callback([&line, options] {
        line.set_action(
            [options](CommandContext& context) { return write_key(*options, context); });
    });
}

}  // namespace

void add_sync_commands(CommandLine& line) {
    add_join(line);
    add_sync(line);
    add_key(line);
}

}  // namespace stormote
