// Two processes of the central store on one database, behind a proxy, with devices that write and
// read all the time. Processes die and the database fails, at moments from a seed; in the end
// everybody holds the same, nothing that was acknowledged is missing, and nothing is there twice.
// CLUSTER_SEED replays one run; CLUSTER_FAULTS says how many faults there are.
#include "tests/support/record/central_cluster.h"

#include <atomic>
#include <csignal>
#include <cstdlib>
#include <mutex>
#include <thread>

#include <catch2/catch.hpp>
#include <libpq-fe.h>

#include "sync/central/open_store.h"
#include "sync/replication/http_connection.h"
#include "tests/support/record/replica.h"
#include "tests/support/record/start_crypto.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

std::uint64_t number_from(const char *variable, std::uint64_t otherwise) {
    const char *text = std::getenv(variable);
    return text == nullptr ? otherwise : std::strtoull(text, nullptr, 10);
}

using Heads = std::map<DeviceId, std::uint64_t>;

// What any answer has said to be kept. No later answer of either process may know less.
class Acknowledged {
  public:
    [[nodiscard]] Heads all() const {
        const std::lock_guard lock(mutex_);
        return heads_;
    }
    void note(const DeviceId& device, std::uint64_t sequence) {
        const std::lock_guard lock(mutex_);
        std::uint64_t& head = heads_[device];
        head = std::max(head, sequence);
    }
    // An answer to a question that was asked after all that was known.
    void compare(const Heads& known, const StoreStatus& status) {
        for (const StoreHead& head : status.heads) note(head.device, head.sequence);
        for (const auto& [device, sequence] : known) {
            const auto found =
                std::find_if(status.heads.begin(), status.heads.end(),
                             [&](const StoreHead& head) { return head.device == device; });
            if (found != status.heads.end() && found->sequence >= sequence) continue;
            const std::lock_guard lock(mutex_);
            faults_.insert("operation " + std::to_string(sequence) + " of " + to_string(device) +
                           " was acknowledged, and is gone");
        }
    }
    [[nodiscard]] std::set<std::string> faults() const {
        const std::lock_guard lock(mutex_);
        return faults_;
    }

  private:
    mutable std::mutex mutex_;
    Heads heads_;
    std::set<std::string> faults_;
};

struct Progress {
    std::atomic<std::uint64_t> done = 0;
    std::atomic<std::uint64_t> failed = 0;
    std::atomic<bool> is_over = false;
};

// A device that writes something, and exchanges, until it is told to stop.
class Writer {
  public:
    Writer(std::unique_ptr<Replica> replica, const std::string& url, std::string token)
        : replica_(std::move(replica)),
          // A second attempt after a tenth of a second, which is the pace while nothing answers.
          connection_(connect_http(url, {.certificate = {}, .attempts = 2}).value()),
          client_(*connection_, replica_->desk().event(), std::move(token)) {}

    [[nodiscard]] Replica& replica() { return *replica_; }

    void run(Progress& progress, Acknowledged& acknowledged) {
        while (!progress.is_over) {
            if (!is_waiting_) write();
            const Heads known = acknowledged.all();
            if (const auto status = client_.status()) acknowledged.compare(known, *status);
            ++(exchange(acknowledged) ? progress.done : progress.failed);
        }
    }
    // Whether everything of this device is at the store now.
    bool exchange(Acknowledged& acknowledged) {
        replica_->clock().set_wall_ms(SystemClock().wall_ms());
        const auto report = replica_->exchange(client_);
        is_waiting_ = !report || report->waiting > 0;
        if (is_waiting_) return false;
        const DeviceId& device = replica_->desk().journal().device();
        for (const DeviceHead& head : replica_->desk().journal().heads()) {
            if (head.device == device) acknowledged.note(device, head.head.sequence);
        }
        return true;
    }

  private:
    void write() {
        const std::array bodies{
            Body{{},
                 ActingRole::organiser,
                 QuestionDescribed{1, {{1, "question " + std::to_string(++written_)}}}},
            Body{{},
                 ActingRole::organiser,
                 QuestionDescribed{2, {{1, std::string(written_ % 300, 'x')}}}}};
        static_cast<void>(replica_->desk().record(bodies));
    }

    std::unique_ptr<Replica> replica_;
    std::unique_ptr<StoreConnection> connection_;
    StoreClient client_;
    std::uint64_t written_ = 0;
    bool is_waiting_ = false;
};

// An administrator's session, and all others that the database has room for.
class Sessions {
  public:
    explicit Sessions(std::string address) : address_(std::move(address)) {}

    // False where there is no room any more.
    bool add() {
        Session session(PQconnectdb(address_.c_str()), PQfinish);
        if (PQstatus(session.get()) != CONNECTION_OK) return false;
        sessions_.push_back(std::move(session));
        return true;
    }
    // The first column of the first row.
    std::string ask(const char *sql) const {
        const std::unique_ptr<PGresult, decltype(&PQclear)> result(
            PQexec(sessions_.front().get(), sql), PQclear);
        return PQntuples(result.get()) == 0 ? "" : PQgetvalue(result.get(), 0, 0);
    }

  private:
    using Session = std::unique_ptr<PGconn, decltype(&PQfinish)>;

    std::string address_;
    std::vector<Session> sessions_;
};

enum class Fault {
    one_killed,
    both_killed,
    one_stopped,
    database_restarted,
    database_crashed,
    commit_killed,
    read_only,
    no_sessions,
};
constexpr std::size_t fault_kinds = 8;

class Evening {
  public:
    explicit Evening(std::uint64_t seed) : random_(seed) {
        constexpr std::size_t devices = 4;
        auto first = std::make_unique<Replica>(folder_ / "0", seed, SystemClock().wall_ms());
        event_ = first->desk().event();
        const auto store = open_store(cluster_.store(), random_).value();
        for (std::size_t device = 0; device < devices; ++device) {
            auto replica = device == 0 ? std::move(first)
                                       : std::make_unique<Replica>(
                                             folder_ / std::to_string(device), seed + device,
                                             SystemClock().wall_ms(), writers_[0]->replica());
            writers_.push_back(
                std::make_unique<Writer>(std::move(replica), cluster_.url(),
                                         enrol(*store, "device " + std::to_string(device))));
        }
        for (const auto& writer : writers_) {
            threads_.emplace_back([&] { writer->run(progress_, acknowledged_); });
        }
    }
    ~Evening() { stop(); }
    Evening(const Evening&) = delete;
    Evening& operator=(const Evening&) = delete;

    // Something fails at a moment by chance, and all goes on afterwards.
    void fail(Fault fault) {
        wait_for_done(random_.below(30));
        cause(fault);
        wait_for_done(2 * writers_.size());
    }

    void settle() {
        stop();
        for (int round = 0; round < 2; ++round) {
            for (const auto& writer : writers_) {
                REQUIRE(cluster_.wait_for([&] { return writer->exchange(acknowledged_); }));
            }
        }
    }

    void check_all_hold_the_same() {
        CHECK(acknowledged_.faults() == std::set<std::string>());
        const std::vector<Operation> record = writers_[0]->replica().operations();
        for (const auto& writer : writers_) CHECK(writer->replica().operations() == record);
        for (std::size_t server = 0; server < cluster_.size(); ++server) {
            CAPTURE(server);
            check_server(cluster_.server_url(server), record);
        }
    }

  private:
    std::string enrol(Store& store, const std::string& name) {
        const auto secret = random_.bytes<16>();
        REQUIRE(store.invite(event_, name, hash_bytes(secret), SystemClock().wall_ms()));
        const auto connection = connect_http(cluster_.url(), {}).value();
        const auto token = StoreClient(*connection, event_, "").join(secret);
        REQUIRE(token);
        token_ = write_token(*token);
        return token_;
    }

    void stop() {
        progress_.is_over = true;
        for (std::thread& thread : threads_) thread.join();
        threads_.clear();
    }

    void wait_for_done(std::uint64_t more) {
        const std::uint64_t before = progress_.done;
        REQUIRE(cluster_.wait_for([&] { return progress_.done >= before + more; }));
    }
    void wait_for_failed(std::uint64_t more) {
        const std::uint64_t before = progress_.failed;
        REQUIRE(cluster_.wait_for([&] { return progress_.failed >= before + more; }));
    }

    void cause(Fault fault) {
        switch (fault) {
            case Fault::one_killed:
                return cluster_.send_signal(random_.below(cluster_.size()), SIGKILL);
            case Fault::both_killed:
                for (std::size_t i = 0; i < cluster_.size(); ++i) {
                    cluster_.send_signal(i, SIGKILL);
                }
                return;
            case Fault::one_stopped:
                return cluster_.send_signal(random_.below(cluster_.size()), SIGTERM);
            case Fault::database_restarted:
                cluster_.database().stop();
                wait_for_failed(2);
                return cluster_.database().start();
            case Fault::database_crashed:
                cluster_.database().crash();
                return cluster_.database().start();
            case Fault::commit_killed:
                return kill_commit();
            case Fault::read_only:
                return make_read_only();
            case Fault::no_sessions:
                return take_all_sessions();
        }
    }

    // The database's own process, which takes every session down with it.
    void kill_commit() {
        Sessions administrator(cluster_.administered());
        REQUIRE(cluster_.wait_for([&] { return administrator.add(); }));
        std::string process;
        REQUIRE(cluster_.wait_for([&] {
            process = administrator.ask(
                "SELECT pid FROM pg_stat_activity WHERE application_name = 'stormote-central' "
                "AND state = 'active' AND query ILIKE 'commit%'");
            return !process.empty();
        }));
        const std::uint64_t before = progress_.failed;
        kill(std::stoi(process), SIGKILL);
        // The others end a moment later.
        REQUIRE(cluster_.wait_for([&] { return progress_.failed > before; }));
    }

    void make_read_only() {
        Sessions administrator(cluster_.administered());
        REQUIRE(cluster_.wait_for([&] { return administrator.add(); }));
        administrator.ask("ALTER SYSTEM SET default_transaction_read_only = on");
        administrator.ask("SELECT pg_reload_conf()");
        wait_for_failed(writers_.size());
        administrator.ask("ALTER SYSTEM RESET default_transaction_read_only");
        administrator.ask("SELECT pg_reload_conf()");
    }

    void take_all_sessions() {
        Sessions sessions(cluster_.administered());
        REQUIRE(cluster_.wait_for([&] { return sessions.add(); }));
        const std::uint64_t before = progress_.failed;
        REQUIRE(cluster_.wait_for([&] {
            sessions.ask(
                "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity "
                "WHERE application_name = 'stormote-central'");
            while (sessions.add()) {
            }
            return progress_.failed >= before + 2 * writers_.size();
        }));
    }

    void check_server(const std::string& url, const std::vector<Operation>& record) {
        const auto connection = connect_http(url, {}).value();
        StoreClient client(*connection, event_, token_);
        // It may just have been started again.
        REQUIRE(cluster_.wait_for([&] { return client.status().ok(); }));
        CHECK(client.status()->quarantined == 0);
        std::vector<Operation> held;
        for (std::uint64_t position = 0;;) {
            const auto page = client.pull(position, {});
            REQUIRE(page);
            REQUIRE(page->state != PageState::lost_position);
            held.insert(held.end(), page->batch.operations.begin(), page->batch.operations.end());
            position = page->next;
            if (page->state == PageState::last) break;
        }
        const auto by_place = [](const Operation& one, const Operation& other) {
            return std::pair(one.header.device, one.header.sequence) <
                   std::pair(other.header.device, other.header.sequence);
        };
        std::vector<Operation> sorted = record;
        std::sort(sorted.begin(), sorted.end(), by_place);
        std::sort(held.begin(), held.end(), by_place);
        CHECK(held.size() == sorted.size());
        CHECK(held == sorted);
    }

    SeededRandom random_;
    CentralCluster cluster_;
    TemporaryFolder folder_;
    EventId event_;
    std::string token_;
    std::vector<std::unique_ptr<Writer>> writers_;
    Progress progress_;
    Acknowledged acknowledged_;
    std::vector<std::thread> threads_;
};

}  // namespace

TEST_CASE("two processes behind a proxy lose nothing, whoever of them dies, nor the database") {
    const std::uint64_t seed = number_from("CLUSTER_SEED", 1);
    const std::uint64_t faults = number_from("CLUSTER_FAULTS", 3 * fault_kinds);
    INFO("replay with CLUSTER_SEED=" << seed);
    SeededRandom random(seed);
    Evening evening(seed);
    // Each kind once, in an order by chance, and then any.
    std::vector<Fault> order;
    for (std::size_t kind = 0; kind < fault_kinds; ++kind) order.push_back(Fault(kind));
    for (std::size_t at = order.size(); at > 1; --at) {
        std::swap(order[at - 1], order[random.below(at)]);
    }
    for (std::uint64_t number = 0; number < faults; ++number) {
        const Fault fault = number < fault_kinds ? order[number] : Fault(random.below(fault_kinds));
        INFO("fault " << number << " is of kind " << static_cast<int>(fault));
        evening.fail(fault);
    }
    evening.settle();
    evening.check_all_hold_the_same();
}
