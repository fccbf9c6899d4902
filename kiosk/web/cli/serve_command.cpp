#include <future>

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include "kiosk/desk/sync/background_sync.h"
#include "kiosk/web/cli/web_line.h"
#include "kiosk/web/events/folder_events.h"
#include "kiosk/web/service/pages_service.h"
#include "sync/base/interrupt_watch.h"
#include "sync/journal/keys/kept_key.h"
#include "sync/journal/keys/passphrase_file.h"
#include "sync/replication/store_access.h"

namespace stormote {

namespace {

struct ServeOptions {
    std::string events;
    std::string listen = "127.0.0.1:8080";
    std::string certificate;
    std::string key;
    std::string public_url;
    std::string central;
    std::string passphrases;
};

// Of a folder with a file for each event, named by its id; systemd makes one (LoadCredential=).
std::optional<std::string> find_passphrase(const std::string& folder, const EventId& event) {
    std::string from = folder;
    if (from.empty()) {
        const char *credentials = std::getenv("CREDENTIALS_DIRECTORY");
        from = credentials == nullptr ? "" : credentials;
    }
    if (from.empty()) return std::nullopt;
    const auto file = std::filesystem::path(from) / to_string(event);
    if (!std::filesystem::exists(file)) return std::nullopt;
    auto passphrase = read_passphrase_file(file.string());
    return passphrase ? std::optional(*std::move(passphrase)) : std::nullopt;
}

Result<ListenOptions> choose_listening(const ServeOptions& options) {
    if (options.certificate.empty() != options.key.empty()) {
        return usage_error({"A certificate and its key go together. Give both, or neither."});
    }
    ListenOptions listen;
    listen.address = options.listen;
    listen.certificate = options.certificate;
    listen.key = options.key;
    return listen;
}

Result<> check_options(const ServeOptions& options) {
    if (!std::filesystem::is_directory(options.events)) {
        return input_error({"{} is no folder. Make it, and put the event files into it."},
                           options.events);
    }
    if (!options.public_url.empty() && !options.public_url.starts_with("https://") &&
        !options.public_url.starts_with("http://")) {
        return usage_error({"\"{}\" is no address of pages. Write it as https://meetings.example."},
                           options.public_url);
    }
    return Done{};
}

// Keeps a desk in step with the store, where this machine was let in for the event.
Result<std::shared_ptr<void>> start_sync(const ServeOptions& options, WebContext& context,
                                         DeskThread& desk, const EventId& event) {
    auto access = StoreAccess::find(default_state_directory(), event, options.central);
    if (!access) return access.error();
    auto sync = BackgroundSync::start(desk, *access, HttpOptions{}, context.clock, [] {});
    if (!sync) return sync.error();
    return std::shared_ptr<void>(std::shared_ptr<BackgroundSync>(*std::move(sync)));
}

std::shared_ptr<void> follow_store(const ServeOptions& options, WebContext& context,
                                   DeskThread& desk, const EventId& event) {
    if (options.central.empty()) return nullptr;
    auto sync = start_sync(options, context, desk, event);
    if (sync) return *std::move(sync);
    context.messages << "stormote-web: " << context.texts.get(sync.error()) << std::endl;
    return nullptr;
}

Result<> serve(const ServeOptions& options, WebContext& context) {
    if (auto checked = check_options(options); !checked) return checked;
    const auto listen = choose_listening(options);
    if (!listen) return listen.error();
    // Waits for the signal before any other thread starts.
    std::promise<void> stopped;
    const InterruptWatch interrupts([&stopped] { stopped.set_value(); });
    JournalEnvironment environment{context.clock, context.random};
    environment.device_name = context.texts.get({"Web pages"});
    environment.kept_key = find_kept_key;
    FolderEvents events(
        options.events, environment,
        [&options](const EventId& event) { return find_passphrase(options.passphrases, event); },
        [&](DeskThread& desk, const EventId& event) {
            return follow_store(options, context, desk, event);
        });
    // As one write: pages fail on several threads.
    const auto tell = [&context](const std::string& line) {
        context.messages << "stormote-web: " + line + '\n' << std::flush;
    };
    auto service = PagesService::start(events, {*listen, options.public_url, options.events},
                                       context.clock, context.random, context.texts, tell);
    if (!service) return service.error();
    context.messages << context.texts.get({"Listening on port {}."}, (*service)->port())
                     << std::endl;
    stopped.get_future().wait();
    service->reset();
    context.messages << context.texts.get(Sentence{"Stopped."}) << std::endl;
    return Done{};
}

}  // namespace

void add_serve_command(WebLine& line) {
    auto options = std::make_shared<ServeOptions>();
    CLI::App& parser =
        line.add(line.app(), "serve", {"Serves the pages until it is told to stop (SIGTERM)."},
                 "stormote-web serve --events meetings --listen 127.0.0.1:8080",
                 [options, &line] { return serve(*options, line.context()); });
    parser.add_option("--events", options->events, line.text({"The folder with the event files."}))
        ->required();
    parser.add_option("--listen", options->listen,
                      line.text({"Address and port; port 0 takes any free one."}));
    parser.add_option("--certificate", options->certificate,
                      line.text({"The server's certificate chain (PEM)."}));
    parser.add_option("--key", options->key, line.text({"The certificate's private key (PEM)."}));
    parser.add_option("--public-url", options->public_url,
                      line.text({"Where browsers find the pages, behind a proxy: "
                                 "https://meetings.example."}));
    parser.add_option("--central", options->central,
                      line.text({"URL of the central store that the events are kept in step "
                                 "with."}));
    parser.add_option("--passphrases", options->passphrases,
                      line.text({"A folder with the passphrases of sealed events, a file each, "
                                 "named by the event's id; else systemd's credentials."}));
}

}  // namespace stormote
