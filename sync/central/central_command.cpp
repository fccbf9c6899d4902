#include "sync/central/central_command.h"

#include <chrono>
#include <csignal>
#include <functional>
#include <iostream>
#include <mutex>
#include <thread>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "sync/base/command_usage.h"
#include "sync/central/central_config.h"
#include "sync/central/central_server.h"
#include "sync/central/listening_socket.h"
#include "sync/central/open_store.h"
#include "sync/central/terminal_qr.h"
#include "sync/journal/journal.h"
#include "sync/journal/keys/passphrase_file.h"

namespace stormote {

namespace {

namespace fs = std::filesystem;

// What cannot be finished in this time after SIGTERM is broken off: the store survives it.
constexpr std::chrono::seconds grace{10};

struct CentralOptions {
    std::string config;
    std::string store;
    std::string password{};  // of the configuration file
    std::string event;
    std::string device;
    std::string passphrase_file;
    std::string role;
    ListenOptions listen;
};

using CentralAction = std::function<Result<>()>;

sigset_t ending_signals() {
    sigset_t signals{};
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    return signals;
}

void say_made(const CentralOptions& options, CentralContext& context) {
    std::string_view place = options.store;
    // Of a file, its name.
    if (constexpr std::string_view file = "sqlite:"; place.starts_with(file)) {
        place.remove_prefix(file.size());
    }
    context.messages << context.texts.get({"Made a new store, {}."}, place) << std::endl;
}

// For serve and enrol alone, which say so when they make a store: a slip in its name is seen.
Result<std::unique_ptr<Store>> open_or_make_store(const CentralOptions& options,
                                                  CentralContext& context) {
    auto store = open_store(options.store, context.random, MissingStore::make, options.password);
    if (store && store.value()->is_new()) say_made(options, context);
    return store;
}

Result<std::unique_ptr<Store>> open_existing_store(const CentralOptions& options,
                                                   CentralContext& context) {
    return open_store(options.store, context.random, MissingStore::refuse, options.password);
}

// Until a signal ends the program; destroys what is due meanwhile.
void wait_for_end(const sigset_t& signals, Store& store, CentralContext& context) {
    constexpr timespec pause{600, 0};
    do {
        try {
            store.destroy_erased(context.clock.wall_ms());
        } catch (const MachineFailure& failure) {
            // It is tried again; what else the store does says so, too.
            context.messages << "stormote-central: " << context.texts.get(failure.error())
                             << std::endl;
        }
    } while (sigtimedwait(&signals, nullptr, &pause) < 0);
}

Result<> serve(const CentralOptions& options, CentralContext& context) {
    auto store = open_or_make_store(options, context);
    if (!store) return store.error();
    const auto log = [&context, mutex = std::make_shared<std::mutex>()](const Error& message) {
        const std::lock_guard lock(*mutex);
        context.messages << "stormote-central: " << context.texts.get(message) << std::endl;
    };
    for (const Error& warning : store.value()->warnings()) log(warning);
    CentralService service(*store.value(), context.clock, context.random, log);
    // Blocked before the server's threads start, so that only sigwait() below sees them.
    const sigset_t signals = ending_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    allow_many_sockets();
    auto server = CentralServer::create(service, options.listen);
    if (!server) return server.error();
    context.messages << context.texts.get({"Listening on port {}."}, server.value()->port())
                     << std::endl;
    std::thread thread([&server] { server.value()->run(); });
    wait_for_end(signals, *store.value(), context);
    // A second signal, or the end of the patience, ends it at once.
    std::thread([signals] {
        const timespec patience{grace.count(), 0};
        sigtimedwait(&signals, nullptr, &patience);
        std::_Exit(0);
    }).detach();
    server.value()->stop();
    thread.join();
    context.messages << context.texts.get({"Stopped."}) << std::endl;
    return Done{};
}

// The passphrase of an event file on the server; nothing without --passphrase-file.
PassphraseSource passphrase_from(const std::string& file) {
    return [file]() -> std::optional<std::string> {
        if (file.empty()) return std::nullopt;
        auto read = read_passphrase_file(file);
        if (!read) throw MachineFailure(read.error());
        return *read;
    };
}

struct EventChoice {
    EventId event;
    // Of the event's file; null where only its id was given.
    std::unique_ptr<Journal> journal{};
};

// An event's id, or the path of its file, which holds the key, too.
Result<EventChoice> choose_event(const CentralOptions& options, CentralContext& context) {
    std::error_code error;
    if (!fs::exists(options.event, error)) {
        if (const auto event = parse_id<EventId>(options.event)) {
            return EventChoice{*event};
        }
        return input_error({"{} is neither an event file nor an event's id."}, options.event);
    }
    auto journal =
        Journal::open(options.event, passphrase_from(options.passphrase_file), JournalAccess::read,
                      {context.clock, context.random, default_state_directory(), HashingCost{}, ""},
                      [](const Operation&, Belief) {});
    if (!journal) return journal.error();
    const EventId event = journal.value()->event();
    return EventChoice{event, std::move(journal).value()};
}

// What the pairing text carries besides its secret: all that the event's file can give.
Result<Pairing> make_pairing_for(const EventChoice& choice, const CentralOptions& options,
                                 CentralContext& context) {
    Pairing pairing{choice.event, context.random.bytes<16>(), std::nullopt};
    if (!choice.journal) {
        if (options.role.empty()) return pairing;
        return usage_error(
            {"A role is given with the event's file, not with its id: --event FILE."});
    }
    pairing.key = choice.journal->event_key();
    const auto role = parse_device_role(options.role.empty() ? "door" : options.role);
    if (!role) {
        return usage_error({"\"{}\" is not a role. Choose door, table, organiser, pages or hub."},
                           options.role);
    }
    if (!has_root(choice.event)) {
        if (options.role.empty()) return pairing;
        return usage_error(
            {"This event was made by an earlier version of Stormöte, which knows no "
             "roles. Leave --role out."});
    }
    auto device = choice.journal->issue_pairing(*role, passphrase_from(options.passphrase_file));
    if (!device) return device.error();
    pairing.device = *device;
    return pairing;
}

Result<> enrol(const CentralOptions& options, CentralContext& context) {
    auto choice = choose_event(options, context);
    if (!choice) return choice.error();
    auto pairing = make_pairing_for(*choice, options, context);
    if (!pairing) return pairing.error();
    auto store = open_or_make_store(options, context);
    if (!store) return store.error();
    auto invited = store.value()->invite(choice->event, options.device, hash_bytes(pairing->secret),
                                         context.clock.wall_ms());
    if (!invited) return invited;
    const std::string text = write_pairing(*pairing);
    context.out << text << "\n\n" << draw_qr_for_terminal(draw_qr(text)) << std::flush;
    if (pairing->key) {
        context.messages << context.texts.get(
            {"This pairing text works once and carries the event's key: show it to nobody but the "
             "device."});
    } else {
        context.messages << context.texts.get(
            {"This pairing text works once. It carries no key: a new device needs the organiser's "
             "key file besides (stormote key)."});
    }
    context.messages << std::endl;
    return Done{};
}

Result<> revoke(const CentralOptions& options, CentralContext& context) {
    auto choice = choose_event(options, context);
    if (!choice) return choice.error();
    auto store = open_existing_store(options, context);
    if (!store) return store.error();
    if (!store.value()->revoke(choice->event, options.device)) {
        return input_error({"The event has no active device named {}. \"stormote-central list\" "
                            "shows them."},
                           options.device);
    }
    context.messages << context.texts.get({"{} no longer has access."}, options.device)
                     << std::endl;
    return Done{};
}

const char *state_name(EnrolmentState state) {
    switch (state) {
        case EnrolmentState::invited:
            return "invited";
        case EnrolmentState::joined:
            return "joined";
        case EnrolmentState::revoked:
            return "revoked";
    }
    return "revoked";
}

Result<> list(const CentralOptions& options, CentralContext& context) {
    auto store = open_existing_store(options, context);
    if (!store) return store.error();
    for (const EventSummary& event : store.value()->events()) {
        context.out << "event\t" << to_string(event.event) << "\toperations\t" << event.operations
                    << "\tdevices\t" << event.devices << "\tquarantined\t" << event.quarantined
                    << '\n';
    }
    for (const Enrolment& enrolment : store.value()->enrolments()) {
        context.out << "device\t" << to_string(enrolment.event) << '\t' << enrolment.name << '\t'
                    << state_name(enrolment.state) << '\n';
    }
    return Done{};
}

Result<> migrate(const CentralOptions& options, CentralContext& context) {
    const auto done = migrate_store(options.store, context.random, options.password);
    if (!done) return done.error();
    switch (*done) {
        case StoreMigration::made:
            say_made(options, context);
            break;
        case StoreMigration::migrated:
            context.messages << context.texts.get({"The store was brought to this version."})
                             << std::endl;
            break;
        case StoreMigration::current:
            context.messages << context.texts.get({"The store is of this version already."})
                             << std::endl;
            break;
    }
    return Done{};
}

// What the configuration file says, where there is one; the command line goes before it.
Result<> complete(CentralOptions& options) {
    if (!options.config.empty()) {
        auto config = read_central_config(options.config);
        if (!config) return config.error();
        options.password = config->password;
        if (options.store.empty()) options.store = config->store;
    }
    if (!options.store.empty()) return Done{};
    return input_error({"{} names no store. Add the line: store = STORE"}, options.config);
}

class CentralLine {
  public:
    explicit CentralLine(CentralContext& context) : context_(context) {
        app_.description(text({"Stormöte's central store: receives every device's record."}));
        app_.name("stormote-central");
        app_.require_subcommand(1);
        set_up_command(app_, context.texts);
        app_.add_option("--language", language_, text({"Language of the messages: sv or en."}));
        app_.footer(
            text({"Example:"}) +
            "\n  stormote-central serve --listen 127.0.0.1:8443 --store sqlite:central.db\n");
        add_serve();
        add_enrol();
        add_revoke();
        add("list", {"Shows events, devices, and what was put aside."}, list,
            "stormote-central list --store sqlite:central.db");
        add("migrate", {"Brings a store to this version, and makes one where there is none."},
            migrate, "stormote-central migrate --store postgresql://stormote_owner@db/stormote");
    }

    int run(int count, const char *const *words) {
        try {
            app_.parse(count, words);
        } catch (const CLI::ParseError& error) {
            return answer_unparsed(app_, error, context_.texts, context_.out, context_.messages);
        }
        try {
            const Result<> done = action_();
            context_.out.flush();
            return done ? 0 : fail(done.error());
        } catch (const MachineFailure& failure) {
            return fail(failure.error());
        }
    }

  private:
    using Command = Result<> (*)(const CentralOptions&, CentralContext&);

    std::string text(Sentence sentence) { return context_.texts.get(sentence); }

    int fail(const Error& error) {
        context_.messages << "stormote-central: " << context_.texts.get(error) << std::endl;
        return error.kind == ErrorKind::input ? 1 : error.kind == ErrorKind::usage ? 2 : 3;
    }

    CLI::App& add(const std::string& name, Sentence purpose, Command command,
                  const std::string& example) {
        CLI::App& added = add_command(app_, name, purpose, example, context_.texts);
        added.add_option("--store", options_.store,
                         text({"Where the store is: sqlite:FILE or postgresql://HOST/DATABASE."}));
        added.add_option("--config", options_.config,
                         text({"A file with the lines \"store = STORE\" and \"password = "
                               "PASSWORD\", which others may not read."}));
        added.callback([this, command] {
            if (options_.store.empty() && options_.config.empty()) {
                throw CLI::RequiredError("--store");
            }
            action_ = [this, command]() -> Result<> {
                if (auto completed = complete(options_); !completed) return completed;
                return command(options_, context_);
            };
        });
        return added;
    }

    void add_serve() {
        CLI::App& command =
            add("serve", {"Runs the store until it is told to stop (SIGTERM)."}, serve,
                "stormote-central serve --listen 0.0.0.0:8443 --store sqlite:central.db "
                "--certificate central.pem --key central.key");
        command
            .add_option("--listen", options_.listen.address,
                        text({"Address and port; port 0 takes any free one."}))
            ->required();
        auto *certificate = command.add_option("--certificate", options_.listen.certificate,
                                               text({"The server's certificate chain (PEM)."}));
        auto *key = command.add_option("--key", options_.listen.key,
                                       text({"The certificate's private key (PEM)."}));
        certificate->needs(key);
        key->needs(certificate);
    }

    void add_device_options(CLI::App& command) {
        command
            .add_option("--event", options_.event,
                        text({"The event's id, or its file, whose key the pairing text then "
                              "carries."}))
            ->required();
        command
            .add_option("--device", options_.device,
                        text({"What the device is called, such as \"entrance 1\"."}))
            ->required();
        command.add_option("--passphrase-file", options_.passphrase_file,
                           text({"A file whose first line is the event's passphrase."}));
    }

    void add_enrol() {
        CLI::App& command =
            add("enrol", {"Lets a device in: prints its one-time pairing text and QR code."}, enrol,
                "stormote-central enrol --store sqlite:central.db --event mote.stormote "
                "--device \"entrance 1\" --role door");
        add_device_options(command);
        command.add_option("--role", options_.role,
                           text({"What the device is for: door (the default), table, organiser, "
                                 "pages or hub."}));
    }

    void add_revoke() {
        add_device_options(add("revoke", {"Revokes a device's access."}, revoke,
                               "stormote-central revoke --store sqlite:central.db --event "
                               "mote.stormote --device \"entrance 1\""));
    }

    CentralContext& context_;
    CLI::App app_;
    CentralOptions options_;
    std::string language_;
    CentralAction action_;
};

}  // namespace

int run_central(int count, const char *const *words, CentralContext& context) {
    return CentralLine(context).run(count, words);
}

}  // namespace stormote
