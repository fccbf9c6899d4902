// HealthPages: what a server says to those who watch it, without a token: GET /health, that the
// program lives; /ready, that its store answers; /metrics, what it counts and measures
// (central_metrics.h). Any thread; borrows what it tells of.
#pragma once

#include "sync/central/central_service.h"
#include "sync/central/held_requests.h"
#include "sync/http/connection_table.h"
#include "sync/http/memory_budget.h"

namespace stormote {

struct HealthPage {
    int status = 200;
    const char *content_type = "text/plain; charset=utf-8";
    std::string text;
};

class HealthPages {
  public:
    HealthPages(CentralService& service, const ConnectionTable& connections,
                const MemoryBudget& memory, const HeldRequests& held)
        : service_(service), connections_(connections), memory_(memory), held_(held) {}

    // Nothing: the path is none of these.
    [[nodiscard]] std::optional<HealthPage> find(std::string_view path);

  private:
    [[nodiscard]] HealthPage metrics();

    CentralService& service_;
    const ConnectionTable& connections_;
    const MemoryBudget& memory_;
    const HeldRequests& held_;
};

}  // namespace stormote
