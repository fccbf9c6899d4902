// StoreConnection: how a request reaches a central store and its answer comes back: over HTTP, or
// within one process in tests.
#pragma once

#include "sync/replication/pairing.h"

namespace stormote {

enum class StoreMethod : std::uint8_t { get, post };

struct StoreRequest {
    StoreMethod method = StoreMethod::get;
    std::string path;   // "/v1/events/..."
    std::string query;  // "after=7", without the question mark; may be empty
    std::string token;  // of the device; empty when it has none yet
    Bytes body;
    std::string sender{};  // the address that a server took it from; a device leaves it empty
};

struct StoreResponse {
    int status = 200;  // of HTTP; everything but 200 comes with a Refusal
    Bytes body;
};

// One thread sends; any thread may cancel.
class StoreConnection {
  public:
    virtual ~StoreConnection() = default;
    // Error when no answer of a central store came back: no network, wrong URL, wrong certificate.
    // Whether the request has been carried out is then unknown; every request may be repeated.
    virtual Result<StoreResponse> send(const StoreRequest& request) = 0;
    // Ends a request that is under way, and all later ones, with an error at once.
    virtual void cancel() {}
};

}  // namespace stormote
