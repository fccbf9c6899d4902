// Very many devices that wait at one process of the central store, by HTTP and by HTTPS: what each
// takes of its memory, what it takes to do nothing, and how soon they hear of a change in their
// event. WAITING_DEVICES says how many.
#include <fstream>
#include <thread>

#include <fmt/format.h>
#include <openssl/ssl.h>
#include <sys/resource.h>

#include "sync/central/open_store.h"
#include "sync/replication/http_connection.h"
#include "sync/replication/store_client.h"
#include "tests/bench/benches.h"
#include "tests/bench/central/load_record.h"
#include "tests/bench/numbers_asked.h"
#include "tests/bench/watching.h"
#include "tests/support/machine/process.h"
#include "tests/support/machine/raw_sockets.h"
#include "tests/support/machine/self_signed.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/record/signed_device.h"

namespace stormote::testing {

namespace {

constexpr std::size_t waiting_of_event = 5;
constexpr std::size_t changed_events = 100;
constexpr std::chrono::seconds quiet_time{5};

// As far as the machine lets this program and those that it starts.
void allow_all_sockets() {
    rlimit limit{};
    getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    setrlimit(RLIMIT_NOFILE, &limit);
}

std::size_t resident_bytes(pid_t process) {
    std::ifstream file("/proc/" + std::to_string(process) + "/statm");
    std::size_t all = 0;
    std::size_t resident = 0;
    file >> all >> resident;
    return resident * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

struct WaitingEvent {
    EventId id;
    std::unique_ptr<SignedDevice> writer;
    std::string token;  // the writer's
    std::vector<std::string> waiting;
};

// A store with events, in which devices are let in.
class WaitingStore {
  public:
    WaitingStore(const std::filesystem::path& folder, std::size_t devices)
        : address_("sqlite:" + (folder / "waiting.db").string()) {
        const auto store = open_store(address_, random_).value();
        for (std::size_t i = 0; i < devices / waiting_of_event; ++i) {
            WaitingEvent& event = events_.emplace_back();
            event.id = make_rooted_event(random_);
            event.writer = std::make_unique<SignedDevice>(event.id, random_);
            event.token = enrol(*store, event.id, "writer");
            for (std::size_t j = 0; j < waiting_of_event; ++j) {
                event.waiting.push_back(enrol(*store, event.id, std::to_string(j)));
            }
            static_cast<void>(store->append(event.id, event.writer->all(), {}, 1));
        }
    }
    [[nodiscard]] const std::string& address() const { return address_; }
    [[nodiscard]] std::vector<WaitingEvent>& events() { return events_; }

  private:
    std::string enrol(Store& store, const EventId& event, const std::string& name) {
        const auto secret = random_.bytes<16>();
        const Token token = random_.bytes<32>();
        const std::int64_t now_ms = SystemClock().wall_ms();
        static_cast<void>(store.invite(event, name, hash_bytes(secret), now_ms));
        store.join(event, hash_bytes(secret), hash_bytes(token), now_ms);
        return write_token(token);
    }

    SystemRandom random_;
    std::string address_;
    std::vector<WaitingEvent> events_;
};

// A connection by HTTPS, where there is a context for it, or by HTTP.
class WaitingClient {
  public:
    WaitingClient(int port, SSL_CTX *context) : socket_(port) {
        if (context == nullptr) return;
        ssl_.reset(SSL_new(context));
        SSL_set_fd(ssl_.get(), socket_.socket());
        if (SSL_connect(ssl_.get()) != 1) throw std::runtime_error("no connection by HTTPS");
    }
    void say(const std::string& text) const {
        if (!ssl_) return socket_.say(text);
        if (SSL_write(ssl_.get(), text.data(), static_cast<int>(text.size())) <= 0) {
            throw std::runtime_error("the store has gone");
        }
    }
    // Waits until something comes.
    [[nodiscard]] bool hear() const {
        if (!ssl_) return !socket_.hear().empty();
        std::array<char, 4'096> piece{};
        return SSL_read(ssl_.get(), piece.data(), piece.size()) > 0;
    }

  private:
    struct Freer {
        void operator()(SSL *ssl) const { SSL_free(ssl); }
    };
    RawClient socket_;
    std::unique_ptr<SSL, Freer> ssl_;
};

struct ContextFreer {
    void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
};
using Context = std::unique_ptr<SSL_CTX, ContextFreer>;

std::string waiting_request(const EventId& event, const std::string& token, std::uint64_t after) {
    return "GET " + operations_path(event) + "?after=" + std::to_string(after) +
           "&wait=50 HTTP/1.1\r\nHost: x\r\nStormote-Protocol: 1\r\nAuthorization: Bearer " +
           token + "\r\n\r\n";
}

int wait_for_port(const Process& server) {
    const std::string start = "Listening on port ";
    const auto port = [&] {
        const std::string words = server.errors();
        const auto at = words.find(start);
        const bool is_whole = at != std::string::npos && words.find('\n', at) != std::string::npos;
        return is_whole ? std::stoi(words.substr(at + start.size())) : 0;
    };
    if (!wait_until([&] { return port() != 0; })) throw std::runtime_error(server.errors());
    return port();
}

void measure_waiting_at(Figures& figures, WaitingStore& store, const std::filesystem::path& folder,
                        std::size_t devices, bool is_secure) {
    fmt::print("\n  by {}\n", is_secure ? "HTTPS" : "HTTP");
    std::vector<std::string> words{(program_directory() / "stormote-central").string(),
                                   "serve",
                                   "--listen",
                                   "127.0.0.1:0",
                                   "--store",
                                   store.address(),
                                   "--connections",
                                   std::to_string(2 * devices + 100),
                                   "--language",
                                   "en"};
    HttpOptions options;
    Context context;
    if (is_secure) {
        const CertificateFiles files = make_self_signed(folder, "waiting");
        words.insert(words.end(),
                     {"--certificate", files.certificate.string(), "--key", files.key.string()});
        options.certificate = files.certificate;
        context.reset(SSL_CTX_new(TLS_client_method()));
    }
    const Process server(words);
    const int port = wait_for_port(server);
    const std::size_t before = resident_bytes(server.id());
    const auto began = Clock::now();
    const double began_ms = processor_ms({server.id()});
    std::vector<std::vector<WaitingClient>> clients;
    for (const WaitingEvent& event : store.events()) {
        auto& of_event = clients.emplace_back();
        for (const std::string& token : event.waiting) {
            of_event.emplace_back(port, context.get());
            of_event.back().say(waiting_request(event.id, token, 1));
        }
    }
    const double count = static_cast<double>(devices);
    Figures::value("until all have connected and asked", ms_since(began), "ms");
    // Those that came last are served meanwhile.
    std::this_thread::sleep_for(std::chrono::seconds(1));
    const double quiet_ms = processor_ms({server.id()});
    Figures::value("of a processor, for each", (quiet_ms - began_ms) * 1e3 / count, "us");
    std::this_thread::sleep_for(quiet_time);
    Figures::value("of a processor while nothing happens",
                   (processor_ms({server.id()}) - quiet_ms) / 1e3 / quiet_time.count() * 100,
                   "% of a core");
    const std::size_t after = resident_bytes(server.id());
    Figures::value("memory for each device that waits",
                   static_cast<double>(after - before) / count / 1024, "kB");
    const std::string url =
        std::string(is_secure ? "https" : "http") + "://127.0.0.1:" + std::to_string(port);
    const auto connection = connect_http(url, options).value();
    Samples told;
    const std::size_t changed = std::min(changed_events, store.events().size());
    for (std::size_t i = 0; i < changed; ++i) {
        WaitingEvent& event = store.events()[i * store.events().size() / changed];
        event.writer->add_many(1);
        const auto last = event.writer->operations().size();
        StoreClient writer(*connection, event.id, event.token);
        const auto& of_event = clients[static_cast<std::size_t>(&event - store.events().data())];
        bool has_all = true;
        told.measure([&] {
            static_cast<void>(writer.push(event.writer->batch(last, last)).value());
            for (const WaitingClient& client : of_event) has_all = client.hear() && has_all;
        });
        if (!has_all) throw std::runtime_error("a device that waited was told nothing");
    }
    Figures::times("a push until all five of its event have heard of it", told);
    figures.at_most("the same, 99th percentile", told.p99() / 1'000, 50, "ms");
}

}  // namespace

void measure_waiting_devices(Figures& figures, const std::filesystem::path& folder) {
    const std::size_t devices = number_asked("WAITING_DEVICES", 2'000);
    Figures::section(
        fmt::format("{} devices that wait at one process of the central store", devices));
    allow_all_sockets();
    const TemporaryFolder work(std::filesystem::absolute(folder));
    for (const bool is_secure : {false, true}) {
        const TemporaryFolder place(work.path());
        WaitingStore store(place.path(), devices);
        measure_waiting_at(figures, store, place.path(), devices, is_secure);
    }
}

}  // namespace stormote::testing
