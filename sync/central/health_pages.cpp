#include "sync/central/health_pages.h"

namespace stormote {

std::optional<HealthPage> HealthPages::find(std::string_view path) {
    if (path == "/health") return HealthPage{.text = "alive\n"};
    if (path == "/metrics") return metrics();
    if (path != "/ready") return std::nullopt;
    if (service_.is_ready()) return HealthPage{.text = "ready\n"};
    return HealthPage{.status = 503, .text = "the store does not answer\n"};
}

HealthPage HealthPages::metrics() {
    return {
        .content_type = "text/plain; version=0.0.4; charset=utf-8",
        .text = service_.metrics().text({.connections = connections_.size(),
                                         .waiting = held_.size(),
                                         .held_bytes = memory_.held(),
                                         .database_connections = service_.database_connections()})};
}

}  // namespace stormote
