#include <optional>
#include <thread>

#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include "sync/central/central_server.h"
#include "sync/central/open_store.h"
#include "sync/http/listening_socket.h"
#include "sync/replication/http_connection.h"
#include "sync/replication/store_client.h"
#include "tests/bench/benches.h"
#include "tests/support/machine/raw_sockets.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/machine/wait.h"
#include "tests/support/record/signed_device.h"

namespace stormote::testing {

namespace {

constexpr std::size_t stream_count = 300;
constexpr int live_rounds = 100;
constexpr int plain_requests = 1'000;
const EventId live_event{Uuid{{1}}};
constexpr std::int64_t live_now_ms = 1'665'590'400'000;

bool is_whole_answer(const std::string& answer) {
    constexpr std::string_view length = "Content-Length: ";
    const auto end = answer.find("\r\n\r\n");
    const auto at = answer.find(length);
    return end != std::string::npos && at < end &&
           answer.size() >= end + 4 + std::stoul(answer.substr(at + length.size()));
}

// What reads all streams, in one thread: the same for our server and for the limit beside it.
class StreamReader {
  public:
    explicit StreamReader(std::vector<RawClient>& streams)
        : streams_(streams), poll_(epoll_create1(EPOLL_CLOEXEC)) {
        for (std::size_t i = 0; i < streams.size(); ++i) {
            epoll_event event{};
            event.events = EPOLLIN;
            event.data.u64 = i;
            epoll_ctl(poll_, EPOLL_CTL_ADD, streams[i].socket(), &event);
        }
    }
    ~StreamReader() { close(poll_); }
    StreamReader(const StreamReader&) = delete;
    StreamReader& operator=(const StreamReader&) = delete;

    // Until a whole answer has come by each; the first one's.
    std::string read_all() {
        std::vector<std::string> answers(streams_.size());
        std::size_t whole = 0;
        std::array<epoll_event, 64> events{};
        std::array<char, 16'384> piece{};
        while (whole < streams_.size()) {
            const int count = epoll_wait(poll_, events.data(), static_cast<int>(events.size()), -1);
            for (int i = 0; i < count; ++i) {
                const auto at = events.at(static_cast<std::size_t>(i)).data.u64;
                const auto size = recv(streams_[at].socket(), piece.data(), piece.size(), 0);
                if (size <= 0) throw std::runtime_error("a stream broke");
                answers[at].append(piece.data(), static_cast<std::size_t>(size));
                if (is_whole_answer(answers[at])) ++whole;
            }
        }
        return answers.front();
    }

  private:
    std::vector<RawClient>& streams_;
    int poll_;
};

using Time = std::chrono::steady_clock::time_point;

// Notes when it has told that something is there: a commit takes as long as its disk.
class TimedStore final : public Store {
  public:
    explicit TimedStore(std::unique_ptr<Store> inner) : inner_(std::move(inner)) {}
    [[nodiscard]] Time told_at() const { return told_at_; }

    [[nodiscard]] bool is_new() const override { return inner_->is_new(); }
    void on_append(AppendListener listener) override {
        inner_->on_append([this, listener = std::move(listener)](const auto& event) {
            told_at_ = std::chrono::steady_clock::now();
            if (listener) listener(event);
        });
    }
    StoreStatus status(const EventId& event) override { return inner_->status(event); }
    PushAnswer append(const EventId& event, const Batch& batch, const Hash& token_hash,
                      std::int64_t now_ms) override {
        return inner_->append(event, batch, token_hash, now_ms);
    }
    PullPage read(const EventId& event, std::uint64_t after, const DeviceId& without) override {
        return inner_->read(event, after, without);
    }
    std::vector<EventSummary> events() override { return inner_->events(); }
    void destroy_erased(std::int64_t now_ms) override { inner_->destroy_erased(now_ms); }
    void check() override { inner_->check(); }
    std::vector<EventActivity> activities() override { return inner_->activities(); }
    std::vector<StoredDevice> devices(const EventId& event) override {
        return inner_->devices(event);
    }
    Result<RemovalAnswer> remove_event(const EventId& event, const std::string& decision,
                                       RemovalTiming timing, std::int64_t now_ms) override {
        return inner_->remove_event(event, decision, timing, now_ms);
    }
    std::vector<RemovedEvent> removed_events() override { return inner_->removed_events(); }
    std::vector<ReportStanding> report_standings() override { return inner_->report_standings(); }
    void read_rows(const EventId& event, const RowsReader& read) override {
        inner_->read_rows(event, read);
    }
    bool write_reports(const std::vector<EventReport>& reports) override {
        return inner_->write_reports(reports);
    }
    std::unique_ptr<ReportTurn> take_report_turn() override { return inner_->take_report_turn(); }
    std::vector<std::string> municipalities() override { return inner_->municipalities(); }
    Result<> add_municipality(const std::string& name, const std::vector<MunicipalityRole>& roles,
                              std::int64_t now_ms) override {
        return inner_->add_municipality(name, roles, now_ms);
    }
    Result<> settle_event(const EventId& event, const std::string& municipality,
                          std::int64_t now_ms) override {
        return inner_->settle_event(event, municipality, now_ms);
    }
    Result<> invite(const EventId& event, const std::string& name, const Hash& secret_hash,
                    std::int64_t now_ms, const std::string& role = {}) override {
        return inner_->invite(event, name, secret_hash, now_ms, role);
    }
    JoinOutcome join(const EventId& event, const Hash& secret_hash, const Hash& token_hash,
                     std::int64_t now_ms, const std::string& sender = {}) override {
        return inner_->join(event, secret_hash, token_hash, now_ms, sender);
    }
    void confirm(const Hash& token_hash, std::int64_t now_ms,
                 const std::string& sender = {}) override {
        inner_->confirm(token_hash, now_ms, sender);
    }
    Access access(const Hash& token_hash, std::int64_t now_ms) override {
        return inner_->access(token_hash, now_ms);
    }
    bool renew(const EventId& event, const Hash& token_hash, const Hash& next_token_hash,
               std::int64_t now_ms, const std::string& sender = {}) override {
        return inner_->renew(event, token_hash, next_token_hash, now_ms, sender);
    }
    bool revoke(const EventId& event, const std::string& name, std::int64_t now_ms) override {
        return inner_->revoke(event, name, now_ms);
    }
    std::vector<Enrolment> enrolments() override { return inner_->enrolments(); }
    void add_audit(const StoreAuditEntry& entry) override { inner_->add_audit(entry); }
    std::vector<StoreAuditEntry> audit(const std::optional<EventId>& event,
                                       std::int64_t since_ms) override {
        return inner_->audit(event, since_ms);
    }
    void forget_audit(std::int64_t now_ms) override { inner_->forget_audit(now_ms); }

  private:
    std::unique_ptr<Store> inner_;
    Time told_at_{};
};

// The store behind its server, with somebody who writes to it.
struct LiveStore {
    explicit LiveStore(const std::filesystem::path& folder)
        : store(std::make_unique<TimedStore>(
              open_store("sqlite:" + (folder / "live.db").string(), random).value())) {
        write();
        thread = std::thread([this] { server->run(); });
    }
    ~LiveStore() {
        server->stop();
        thread.join();
    }
    LiveStore(const LiveStore&) = delete;
    LiveStore& operator=(const LiveStore&) = delete;

    std::string enrol(std::size_t number) {
        const auto secret = random.bytes<16>();
        const Token token = random.bytes<32>();
        static_cast<void>(store->invite(live_event, "device " + std::to_string(number),
                                        hash_bytes(secret), live_now_ms));
        store->join(live_event, hash_bytes(secret), hash_bytes(token), live_now_ms);
        return write_token(token);
    }
    void write() {
        device.add_many(1);
        const auto last = device.operations().size();
        static_cast<void>(
            store->append(live_event, device.batch(last == 2 ? 1 : last, last), {}, live_now_ms));
    }
    [[nodiscard]] std::uint64_t position() {
        std::uint64_t position = 0;
        for (;;) {
            const PullPage page = store->read(live_event, position, {});
            position = page.next;
            if (page.state == PageState::last) return position;
        }
    }

    SystemRandom random;
    ManualClock clock{live_now_ms};
    std::unique_ptr<TimedStore> store;
    SignedDevice device{live_event, random};
    CentralService service{*store, clock, random};
    std::unique_ptr<CentralServer> server =
        CentralServer::create(service, {"127.0.0.1:0", "", ""}).value();
    std::thread thread;
};

std::string waiting_request(const std::string& token, std::uint64_t after) {
    return "GET " + operations_path(live_event) + "?after=" + std::to_string(after) +
           "&wait=50 HTTP/1.1\r\nHost: x\r\nStormote-Protocol: 1\r\nAuthorization: Bearer " +
           token + "\r\n\r\n";
}

// As many bytes to as many streams, by one thread that does nothing else.
class BareStreams {
  public:
    BareStreams() {
        const RawListener listener(static_cast<int>(stream_count));
        for (std::size_t i = 0; i < stream_count; ++i) {
            streams_.emplace_back(listener.port());
            ends_.push_back(listener.accept());
        }
        reader_.emplace(streams_);
        thread_ = std::thread([this] { serve(); });
    }
    ~BareStreams() {
        answer_.clear();
        eventfd_write(news_, 1);
        thread_.join();
        close(news_);
    }
    BareStreams(const BareStreams&) = delete;
    BareStreams& operator=(const BareStreams&) = delete;

    void tell_all(const std::string& answer) {
        answer_ = answer;
        eventfd_write(news_, 1);
        reader_->read_all();
    }

  private:
    void serve() {
        const int poll = epoll_create1(EPOLL_CLOEXEC);
        epoll_event event{};
        event.events = EPOLLIN;
        epoll_ctl(poll, EPOLL_CTL_ADD, news_, &event);
        for (;;) {
            epoll_wait(poll, &event, 1, -1);
            eventfd_t count = 0;
            eventfd_read(news_, &count);
            if (answer_.empty()) break;
            for (const RawClient& end : ends_) end.say(answer_);
        }
        close(poll);
    }

    std::vector<RawClient> streams_;
    std::vector<RawClient> ends_;
    std::optional<StreamReader> reader_;
    std::string answer_;
    int news_ = eventfd(0, EFD_CLOEXEC);
    std::thread thread_;
};

struct LiveTimes {
    Samples bare;
    Samples told;
    Samples committed;
    Samples plain;
};

// A change, to all who wait, and the same bytes by epoll alone, in turns.
void measure_waiting(LiveStore& live, std::vector<RawClient>& streams, LiveTimes& times) {
    BareStreams bare;
    StreamReader reader(streams);
    std::vector<std::string> tokens;
    for (std::size_t i = 0; i < streams.size(); ++i) tokens.push_back(live.enrol(i));
    for (int round = 0; round < live_rounds; ++round) {
        const std::uint64_t after = live.position();
        for (std::size_t i = 0; i < streams.size(); ++i) {
            streams[i].say(waiting_request(tokens[i], after));
        }
        const auto all_wait = [&] { return live.server->waiting() == streams.size(); };
        if (!wait_until(all_wait)) throw std::runtime_error("not all requests wait");
        std::string answer;
        times.committed.measure([&] {
            live.write();
            answer = reader.read_all();
        });
        const auto told = std::chrono::steady_clock::now() - live.store->told_at();
        times.told.add(std::chrono::duration<double, std::micro>(told).count());
        times.bare.measure([&] { bare.tell_all(answer); });
    }
}

void measure_plain(LiveStore& live, std::vector<RawClient>& streams, LiveTimes& times) {
    const std::uint64_t after = live.position();
    for (std::size_t i = 0; i < streams.size(); ++i) {
        streams[i].say(waiting_request(live.enrol(stream_count + i), after));
    }
    const auto all_wait = [&] { return live.server->waiting() == streams.size(); };
    if (!wait_until(all_wait)) throw std::runtime_error("not all requests wait");
    const auto connection =
        connect_http("http://127.0.0.1:" + std::to_string(live.server->port()), {}).value();
    StoreClient client(*connection, live_event, live.enrol(2 * stream_count));
    for (int i = 0; i < plain_requests; ++i) {
        times.plain.measure([&] { static_cast<void>(client.status().value()); });
    }
}

}  // namespace

void measure_live(Figures& figures, const std::filesystem::path& folder) {
    Figures::section("A change to 300 devices that wait for it at the central store");
    allow_many_sockets();
    const TemporaryFolder work(folder);
    LiveStore live(work.path());
    std::vector<RawClient> streams;
    for (std::size_t i = 0; i < stream_count; ++i) streams.emplace_back(live.server->port());
    LiveTimes times;
    measure_waiting(live, streams, times);
    measure_plain(live, streams, times);
    Figures::times("limit: the same bytes to as many sockets by epoll alone", times.bare);
    Figures::times("from the commit until all have read it", times.told);
    Figures::times("the commit included", times.committed);
    Figures::times("another request while 300 wait", times.plain);
    figures.at_most("to all, as a share of epoll alone", times.told.median() / times.bare.median(),
                    3, "times");
    figures.at_most("another request, 99th percentile", times.plain.p99() / 1'000, 10, "ms");
}

}  // namespace stormote::testing
