#include "sync/central/central_metrics.h"

#include <array>

#include <prometheus/counter.h>
#include <prometheus/gauge.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

#include "sync/base/version.h"
#include "sync/central/refusal_log.h"

namespace stormote {

namespace {

// In the order of StoreCall.
constexpr std::array<const char *, 8> call_names{"check", "access", "status",  "append",
                                                 "read",  "join",   "confirm", "renew"};

// Seconds: from a cached page to the longest statement that a database is given time for.
prometheus::Histogram::BucketBoundaries call_bounds() {
    return {0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30};
}

}  // namespace

struct CentralMetrics::Families {
    prometheus::Registry registry;
    prometheus::Family<prometheus::Counter>& requests =
        prometheus::BuildCounter()
            .Name("stormote_central_requests_total")
            .Help("Requests answered, by kind and status of HTTP.")
            .Register(registry);
    prometheus::Family<prometheus::Counter>& refusals =
        prometheus::BuildCounter()
            .Name("stormote_central_refusals_total")
            .Help("Requests refused, by the protocol's code.")
            .Register(registry);
    prometheus::Counter& taken = prometheus::BuildCounter()
                                     .Name("stormote_central_operations_taken_total")
                                     .Help("Operations that were new and taken.")
                                     .Register(registry)
                                     .Add({});
    prometheus::Counter& put_aside =
        prometheus::BuildCounter()
            .Name("stormote_central_operations_put_aside_total")
            .Help("Operations put aside because they contradict others.")
            .Register(registry)
            .Add({});
    prometheus::Gauge& connections = prometheus::BuildGauge()
                                         .Name("stormote_central_connections")
                                         .Help("Connections of clients that stand open.")
                                         .Register(registry)
                                         .Add({});
    prometheus::Gauge& waiting = prometheus::BuildGauge()
                                     .Name("stormote_central_waiting_requests")
                                     .Help("Requests that wait for something new.")
                                     .Register(registry)
                                     .Add({});
    prometheus::Gauge& held = prometheus::BuildGauge()
                                  .Name("stormote_central_held_bytes")
                                  .Help("Memory held by bodies and answers under way.")
                                  .Register(registry)
                                  .Add({});
    prometheus::Gauge& database_connections =
        prometheus::BuildGauge()
            .Name("stormote_central_database_connections")
            .Help("Connections to the database that stand open.")
            .Register(registry)
            .Add({});
    std::array<prometheus::Histogram *, call_names.size()> calls{};

    Families() {
        auto& seconds = prometheus::BuildHistogram()
                            .Name("stormote_central_store_seconds")
                            .Help("How long the store took, by what it was asked.")
                            .Register(registry);
        for (std::size_t call = 0; call < calls.size(); ++call) {
            calls.at(call) = &seconds.Add({{"call", call_names.at(call)}}, call_bounds());
        }
        prometheus::BuildGauge()
            .Name("stormote_central_build_info")
            .Help("The version that runs; always 1.")
            .Register(registry)
            .Add({{"version", std::string(project_version())}})
            .Set(1);
        // There from the start, so that a first refusal is seen as a rise.
        for (int code = 1; code <= static_cast<int>(last_refusal_code); ++code) {
            refusal(static_cast<RefusalCode>(code));
        }
    }

    prometheus::Counter& refusal(RefusalCode code) {
        return refusals.Add(
            {{"code", std::to_string(static_cast<int>(code))}, {"reason", refusal_name(code)}});
    }
};

CentralMetrics::CentralMetrics() : families_(std::make_unique<Families>()) {}

CentralMetrics::~CentralMetrics() = default;

void CentralMetrics::count_request(std::string_view kind, int status) {
    families_->requests.Add({{"kind", std::string(kind)}, {"status", std::to_string(status)}})
        .Increment();
}

void CentralMetrics::count_refusal(RefusalCode code) {
    families_->refusal(code).Increment();
}

void CentralMetrics::count_operations(const PushAnswer& answer) {
    families_->taken.Increment(static_cast<double>(answer.added));
    families_->put_aside.Increment(static_cast<double>(answer.quarantined));
}

CentralMetrics::StoreTimer::~StoreTimer() {
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start_;
    histogram_.Observe(taken.count());
}

CentralMetrics::StoreTimer CentralMetrics::time(StoreCall call) {
    return StoreTimer(*families_->calls.at(static_cast<std::size_t>(call)));
}

std::string CentralMetrics::text(const Levels& levels) {
    families_->connections.Set(static_cast<double>(levels.connections));
    families_->waiting.Set(static_cast<double>(levels.waiting));
    families_->held.Set(static_cast<double>(levels.held_bytes));
    families_->database_connections.Set(static_cast<double>(levels.database_connections));
    return prometheus::TextSerializer().Serialize(families_->registry.Collect());
}

}  // namespace stormote
