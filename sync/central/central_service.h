// CentralService: what the central store answers to each request, independent of the transport.
// Keeps nothing between requests but the store, and how much each device has read in the hour
// (read_audit.h). Any thread.
#pragma once

#include <atomic>
#include <limits>
#include <mutex>
#include <variant>

#include "sync/base/clock.h"
#include "sync/central/central_metrics.h"
#include "sync/central/read_audit.h"
#include "sync/central/service_log.h"
#include "sync/central/shared_pages.h"
#include "sync/central/store/store.h"
#include "sync/replication/store_connection.h"

namespace stormote {

// A pull by a device that waits until there is something new for it.
struct WaitingPull {
    EventId event;
    std::uint64_t after = 0;
    DeviceId without;
    std::chrono::seconds longest{0};
    // Who asks, and from where.
    Hash token_hash{};
    std::string sender{};
};
// Shorter than what proxies allow, and what they and routers take for a dead connection.
constexpr std::chrono::seconds longest_wait{50};

class CentralService {
  public:
    // The log is called on any thread.
    CentralService(Store& store, const Clock& clock, Random& random, ServiceLog log = {});

    // Answers at once, also a request that could wait.
    [[nodiscard]] StoreResponse handle(const StoreRequest& request);
    // A request to be answered when there is something new; nothing where it is none, and handle()
    // answers it.
    [[nodiscard]] std::optional<WaitingPull> read_waiting(const StoreRequest& request) const;
    // Why the device may not have it, if so.
    [[nodiscard]] std::optional<StoreResponse> refuse_waiting(const WaitingPull& pull,
                                                              const std::string& token);
    // What there is for it now, or that the store fails. Pages may be shared with others that wait;
    // null: they are not.
    [[nodiscard]] std::variant<std::shared_ptr<const EncodedPage>, StoreResponse> look(
        const WaitingPull& pull, SharedPages *shared);
    // As Store::on_append().
    void on_append(AppendListener listener) { store_.on_append(std::move(listener)); }
    // How large a body handle() would look at: asked before one is read. 0 for strangers. Throws
    // MachineFailure where the store fails, which answer_failure() answers.
    [[nodiscard]] std::size_t most_body_bytes(const std::string& path, const std::string& token);
    [[nodiscard]] StoreResponse answer_failure(const MachineFailure& failure) const;
    // What the device is called whose token this is; empty where it is nobody's.
    [[nodiscard]] std::string device_of(const std::string& token);
    // Whether the store answers, and does so within three seconds. Asked often, it asks the store
    // once a second.
    [[nodiscard]] bool is_ready();
    [[nodiscard]] std::size_t database_connections() const { return store_.connections(); }
    // Adds to the audit what was read in hours that are over; or all that was read, before it ends.
    // Throws MachineFailure where the store fails.
    void write_reads(ReadAudit::Which which) { reads_.write(which, clock_.wall_ms()); }
    // For what the transport has to tell besides.
    [[nodiscard]] const ServiceLog& log() const { return log_; }
    [[nodiscard]] CentralMetrics& metrics() { return metrics_; }

  private:
    struct Target;
    friend std::string_view request_kind(StoreMethod method, std::string_view path);
    [[nodiscard]] StoreResponse dispatch(const StoreRequest& request);
    [[nodiscard]] static std::optional<StoreResponse> refuse_access(const Target& target,
                                                                    const Access& access);
    [[nodiscard]] Access access_by(const std::string& token);
    [[nodiscard]] Access access_of(const Hash& token_hash);
    void confirm(const StoreRequest& request);
    [[nodiscard]] StoreResponse status(const EventId& event, const Access& access);
    [[nodiscard]] StoreResponse push(const EventId& event, const StoreRequest& request);
    [[nodiscard]] StoreResponse pull(const EventId& event, const StoreRequest& request);
    void note_read(const WaitingPull& pull, std::size_t operations, std::uint64_t next);
    [[nodiscard]] std::shared_ptr<const EncodedPage> read_page(const WaitingPull& pull,
                                                               SharedPages *shared);
    [[nodiscard]] StoreResponse join(const EventId& event, const StoreRequest& request);
    [[nodiscard]] StoreResponse renew(const EventId& event, const StoreRequest& request);
    // Asks the store, and measures how long it takes.
    template <typename Ask>
    auto timed(StoreCall call, const Ask& ask) {
        const auto timer = metrics_.time(call);
        return ask();
    }
    void write_log(const LogLine& line) const;
    // Says what fails, unless that was said before.
    void log_failure(const MachineFailure& failure) const;

    Store& store_;
    const Clock& clock_;
    Random& random_;
    ServiceLog log_;
    CentralMetrics metrics_;
    ReadAudit reads_;
    // Held by whoever asks the store whether it answers.
    std::mutex asking_;
    std::optional<std::int64_t> asked_ms_;
    // When the question was put that is being asked; nobody_asks where none is.
    static constexpr std::int64_t nobody_asks = std::numeric_limits<std::int64_t>::max();
    std::atomic<std::int64_t> asking_since_ms_ = nobody_asks;
    std::atomic<bool> is_ready_ = true;
};

// "push", and so on; "other" where the path is none of the store's.
[[nodiscard]] std::string_view request_kind(StoreMethod method, std::string_view path);
// A refusal with the HTTP status that goes with its code.
[[nodiscard]] StoreResponse refuse(RefusalCode code, const std::string& detail);
[[nodiscard]] StoreResponse refuse(const Refusal& refusal);

// The event that a request's path names, if it names one.
[[nodiscard]] std::optional<EventId> event_of_path(std::string_view path);

// A connection that stays within the process: for tests and simulations.
class ServiceConnection final : public StoreConnection {
  public:
    explicit ServiceConnection(CentralService& service) : service_(service) {}
    Result<StoreResponse> send(const StoreRequest& request) override {
        return service_.handle(request);
    }

  private:
    CentralService& service_;
};

}  // namespace stormote
