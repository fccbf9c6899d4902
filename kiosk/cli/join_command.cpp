// join: this machine's copy of an event, from the central store.
#include <utility>

#include "kiosk/cli/secret_argument.h"
#include "kiosk/cli/store_argument.h"
#include "kiosk/desk/sync/desk_replica.h"
#include "sync/base/durable_folder.h"
#include "sync/base/interrupt_watch.h"
#include "sync/journal/device_identity.h"
#include "sync/journal/file/writer_lock.h"
#include "sync/replication/token_file.h"

namespace stormote {

namespace {

namespace fs = std::filesystem;

struct JoinOptions {
    EventArgument event;
    StoreArgument store;
    std::string pairing;
    std::string pairing_file;
    std::string key_file;
    bool has_no_passphrase = false;
};

Result<std::string> find_pairing_text(const JoinOptions& options, const CommandContext& context) {
    constexpr Sentence question{"Scan or paste the pairing text: "};
    if (!options.pairing.empty()) return options.pairing;
    if (!options.pairing_file.empty()) {
        return read_secret(context, options.pairing_file, question);
    }
    if (auto typed = ask_on_terminal(context, question)) return std::move(*typed);
    return usage_error(
        {"The pairing text is missing. Give a file that holds it with "
         "--pairing-file FILE, or write - for FILE and give it on standard input."});
}

// What the pairing text and the key file give together.
Result<JoinedEvent> event_for(const JoinOptions& options, const Pairing& pairing) {
    if (options.key_file.empty()) {
        if (pairing.key) return JoinedEvent{pairing.event, *pairing.key, pairing.device};
        return input_error(
            {"This pairing text carries no key. Ask the organiser for the event's "
             "key (stormote key), and give it with --key-file FILE."});
    }
    auto text = read_small_file(options.key_file);
    if (!text) return text.error();
    const auto key = read_event_key(*text);
    if (!key) {
        return input_error({"{} does not contain an event's key. Make it with \"stormote key\"."},
                           options.key_file);
    }
    if (key->event != pairing.event) {
        return input_error({"The key in {} and the pairing text belong to different events."},
                           options.key_file);
    }
    return JoinedEvent{key->event, key->key, key->device ? key->device : pairing.device};
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
        make_folder_durable(state_directory_);
        fs::rename(path_, target_);
        make_folder_durable(fs::absolute(target_).parent_path());
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
                                   const JoinedEvent& event, StoreClient& client,
                                   const CommandContext& context) {
    const JournalEnvironment environment = context.environment();
    auto fold = std::make_unique<RecordFold>();
    auto journal = Journal::create(file, passphrase, environment, event, fold->sink());
    if (!journal) return journal.error();
    Desk desk(std::move(journal).value(), std::move(fold), environment);
    DeskReplica replica(desk);
    auto report = Exchange(replica, client, context.clock, show_progress(context), Refused::left,
                           ReadAhead::yes)
                      .fetch();
    if (report && !desk.may(OperationKind::device_introduced)) {
        context.say({"This device is not let into the event yet, and what it records would have no "
                     "effect. Have an organiser let it in: stormote admit EVENT --device {} --role "
                     "door"},
                    to_string(desk.device()));
    }
    return report;
}

Result<> join(const JoinOptions& options, CommandContext& context) {
    auto text = find_pairing_text(options, context);
    if (!text) return text.error();
    auto pairing = read_pairing(*text);
    if (!pairing) return pairing.error();
    auto event = event_for(options, *pairing);
    if (!event) return event.error();
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
    auto report = fetch_event(draft->path(), *passphrase, *event, client, context);
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

}  // namespace

void add_join_command(CommandLine& line) {
    Subcommand command =
        line.add("join", {"Makes this device's copy of an event from the central store."},
                 "stormote join mote.stormote --central https://stormote.ekbacken.se:8443 "
                 "--pairing-file pairing.txt --passphrase-file key.txt");
    auto& options = command.runs(join);
    options.event.add_to(command);
    options.store.add_to(command);
    command.option(
        "--pairing-file", options.pairing_file,
        {"A file with the one-time text that \"stormote-central enrol\" printed, or - for "
         "standard input; asked for on the terminal where none is given."});
    command.option(
        "--pairing", options.pairing,
        {"The text itself, for scripts: others on this machine can see it as long as the "
         "command runs."});
    command.exclude("--pairing", "--pairing-file");
    command.option("--key-file", options.key_file,
                   {"The event's key, where the pairing text does not carry it."});
    add_no_passphrase(command, options.has_no_passphrase);
}

}  // namespace stormote
