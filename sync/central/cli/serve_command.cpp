// CentralCommands: serve.
#include <chrono>
#include <csignal>
#include <mutex>
#include <thread>

#include <CLI/App.hpp>

#include "sync/central/central_server.h"
#include "sync/central/cli/central_commands.h"
#include "sync/central/cli/command_line.h"
#include "sync/central/listening_socket.h"
#include "sync/central/reporting/report_run.h"

namespace stormote {

namespace {

// What cannot be finished in this time after SIGTERM is broken off: the store survives it.
constexpr std::chrono::seconds grace{10};

struct ServeOptions : StoreOptions {
    ListenOptions listen;
};

sigset_t ending_signals() {
    sigset_t signals{};
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    return signals;
}

// Until a signal ends the program; destroys what is due meanwhile, and reports what is new.
void wait_for_end(const sigset_t& signals, Store& store, CentralContext& context) {
    constexpr timespec pause{600, 0};
    do {
        try {
            store.destroy_erased(context.clock.wall_ms());
            // Where another server of the store does it, that is enough.
            static_cast<void>(report_events(store));
        } catch (const MachineFailure& failure) {
            // It is tried again; what else the store does says so, too.
            context.messages << "stormote-central: " << context.texts.get(failure.error())
                             << std::endl;
        }
    } while (sigtimedwait(&signals, nullptr, &pause) < 0);
}

Result<> serve(const ServeOptions& options, CentralContext& context) {
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

}  // namespace

void add_serve(CentralLine& line) {
    const auto [parser, options] =
        line.add("serve", {"Runs the store until it is told to stop (SIGTERM)."},
                 "stormote-central serve --listen 0.0.0.0:8443 --store sqlite:central.db "
                 "--certificate central.pem --key central.key",
                 serve);
    parser
        .add_option("--listen", options.listen.address,
                    line.text({"Address and port; port 0 takes any free one."}))
        ->required();
    auto *certificate = parser.add_option("--certificate", options.listen.certificate,
                                          line.text({"The server's certificate chain (PEM)."}));
    auto *key = parser.add_option("--key", options.listen.key,
                                  line.text({"The certificate's private key (PEM)."}));
    certificate->needs(key);
    key->needs(certificate);
}

}  // namespace stormote
