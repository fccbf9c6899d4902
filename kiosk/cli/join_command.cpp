// join: this machine's copy of an event, from the central store or a room's hub.
#include "kiosk/cli/secret_argument.h"
#include "kiosk/cli/store_argument.h"
#include "kiosk/desk/sync/event_join.h"
#include "sync/base/interrupt_watch.h"
#include "sync/replication/store_access.h"

namespace stormote {

namespace {

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

Result<> join(const JoinOptions& options, CommandContext& context) {
    auto text = find_pairing_text(options, context);
    if (!text) return text.error();
    auto pairing = read_pairing(*text);
    if (!pairing) return pairing.error();
    auto event = event_for(options, *pairing);
    if (!event) return event.error();
    auto draft = EventDraft::make(options.event.file, pairing->event, context.state_directory);
    if (!draft) return draft.error();
    auto passphrase = choose_passphrase(options.event, options.has_no_passphrase, context);
    if (!passphrase) return passphrase.error();
    // An address that is said goes before the one that was scanned.
    if (!options.store.url.empty()) pairing->place.reset();
    auto connection = connect_store(options.store.url, pairing->place, options.store.http());
    if (!connection) return connection.error();
    const InterruptWatch watch([&connection] { connection.value()->cancel(); });
    auto copy = join_event(*draft, {*event, pairing->secret, *passphrase, pairing->place},
                           *connection.value(), context.environment(), show_progress(context));
    if (!copy) return copy.error();
    if (!copy->may_record) {
        context.say({"This device is not let into the event yet, and what it records would have no "
                     "effect. Have an organiser let it in: stormote admit EVENT --device {} --role "
                     "door"},
                    to_string(copy->device));
    }
    if (!copy->is_confirmed) {
        context.say(
            {"The event is here, but the store was not told: the pairing text can still be "
             "used. Run \"stormote sync\" soon."});
    }
    return conclude(copy->report, context);
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
