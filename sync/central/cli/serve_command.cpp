// CentralCommands: serve.
#include <charconv>
#include <chrono>
#include <csignal>
#include <mutex>
#include <thread>

#include <CLI/App.hpp>

#include "sync/central/central_server.h"
#include "sync/central/cli/central_commands.h"
#include "sync/central/cli/command_line.h"
#include "sync/central/cli/store_chores.h"
#include "sync/http/listening_socket.h"

namespace stormote {

namespace {

// What cannot be finished in this time after SIGTERM is broken off: the store survives it.
constexpr std::chrono::seconds grace{10};

struct ServeOptions : StoreOptions {
    std::string listen;
    std::string certificate;
    std::string key;
    std::string log;
    std::string connections;
};

// The command line goes before the configuration file.
const std::string& chosen(const std::string& option, const std::string& configured) {
    return option.empty() ? configured : option;
}

// Nothing where it is none that a server could have.
std::optional<std::size_t> read_connections(const std::string& text) {
    constexpr std::size_t fewest = 16;
    constexpr std::size_t most = 200'000;
    std::size_t count = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return count >= fewest && count <= most ? std::optional(count) : std::nullopt;
}

Result<ListenOptions> choose_listening(const ServeOptions& options) {
    ListenOptions listen;
    listen.address = chosen(options.listen, options.config.listen);
    listen.certificate = chosen(options.certificate, options.config.certificate);
    listen.key = chosen(options.key, options.config.key);
    if (listen.address.empty()) {
        return usage_error(
            {"Say where to listen: --listen 127.0.0.1:8443, or a line \"listen = "
             "127.0.0.1:8443\" in the file of --config."});
    }
    if (listen.certificate.empty() != listen.key.empty()) {
        return usage_error({"A certificate and its key go together. Give both, or neither."});
    }
    const std::string& connections = chosen(options.connections, options.config.connections);
    if (!connections.empty()) {
        const auto count = read_connections(connections);
        if (!count) {
            return usage_error({"\"{}\" is no number of connections. Give one between 16 and "
                                "200000, or leave it out: 2048."},
                               connections);
        }
        listen.places = *count;
    }
    return listen;
}

Result<LogFormat> choose_log_format(const ServeOptions& options) {
    const std::string& name = chosen(options.log, options.config.log);
    if (name.empty() || name == "text") return LogFormat::text;
    if (name == "json") return LogFormat::json;
    return usage_error({"\"{}\" is no form of a log. Choose text or json."}, name);
}

sigset_t ending_signals() {
    sigset_t signals{};
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    return signals;
}

Result<> serve(const ServeOptions& options, CentralContext& context) {
    const auto log_format = choose_log_format(options);
    if (!log_format) return log_format.error();
    context.log_format = *log_format;
    const auto listen = choose_listening(options);
    if (!listen) return listen.error();
    auto store = open_or_make_store(options, context);
    if (!store) return store.error();
    const auto log = [&context, mutex = std::make_shared<std::mutex>()](const LogLine& line) {
        const std::lock_guard lock(*mutex);
        write_log_line(context, line);
    };
    for (const Error& warning : store.value()->warnings()) log(warning);
    CentralService service(*store.value(), context.clock, context.random, log);
    // Blocked before the server's threads start, so that only sigwait() below sees them.
    const sigset_t signals = ending_signals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    allow_many_sockets();
    auto server = CentralServer::create(service, *listen);
    if (!server) return server.error();
    const int port = server.value()->port();
    log(LogLine::info(input_error({"Listening on port {}."}, port),
                      {{"port", std::int64_t{port}}}));
    std::thread thread([&server] { server.value()->run(); });
    StoreChores chores(*store.value(), context.clock, log,
                       [&service] { service.write_reads(ReadAudit::Which::over); });
    int signal = 0;
    sigwait(&signals, &signal);
    // A second signal, or the end of the patience, ends it at once.
    std::thread([signals] {
        const timespec patience{grace.count(), 0};
        sigtimedwait(&signals, nullptr, &patience);
        std::_Exit(0);
    }).detach();
    chores.stop();
    server.value()->stop();
    thread.join();
    try {
        service.write_reads(ReadAudit::Which::all);
    } catch (const MachineFailure& failure) {
        // The audit has that it was read, and not how much.
        log(failure.error());
    }
    log(LogLine::info(input_error({"Stopped."})));
    return Done{};
}

}  // namespace

void add_serve(CentralLine& line) {
    const auto [parser, options] =
        line.add("serve", {"Runs the store until it is told to stop (SIGTERM)."},
                 "stormote-central serve --listen 0.0.0.0:8443 --store sqlite:central.db "
                 "--certificate central.pem --key central.key",
                 serve);
    parser.add_option("--listen", options.listen,
                      line.text({"Address and port; port 0 takes any free one."}));
    parser.add_option("--certificate", options.certificate,
                      line.text({"The server's certificate chain (PEM)."}));
    parser.add_option("--key", options.key, line.text({"The certificate's private key (PEM)."}));
    parser.add_option("--log", options.log,
                      line.text({"What a line of the log is: text (the default), or json, an "
                                 "object with time, level, message and fields."}));
    parser.add_option("--connections", options.connections,
                      line.text({"How many connections may stand open at once (2048 where it is "
                                 "not said); half as many devices may wait for something new."}));
}

}  // namespace stormote
