// HttpExchange: one request over HTTP and its answer: judges the head before a body is read, takes
// the body in as it comes, asks the service, answers. Belongs to the thread of its connection.
#pragma once

#include "sync/central/central_service.h"
#include "sync/central/health_pages.h"
#include "sync/central/held_requests.h"
#include "sync/central/refusal_log.h"
#include "sync/http/http_daemon.h"
#include "sync/http/memory_budget.h"

namespace stormote {

// What all exchanges of a server share.
struct ExchangeContext {
    CentralService& service;
    ConnectionTable& connections;
    MemoryBudget& memory;
    RefusalLog& refusals;
    HealthPages& health;
    HeldRequests& held;
};

class HttpExchange final : public RequestHandler {
  public:
    // The target is the path with the query, as it was sent.
    HttpExchange(const ExchangeContext& context, ConnectionTable::Connection& connection,
                 const std::string& target);
    ~HttpExchange() override;

    [[nodiscard]] MHD_Result begin(MHD_Connection *http, const std::string& method) override;
    [[nodiscard]] MHD_Result receive(std::string_view piece) override;
    [[nodiscard]] MHD_Result finish(MHD_Connection *http) override;

  private:
    enum class Refused : std::uint8_t { no, too_large, busy };

    // Nothing: the body is wanted.
    [[nodiscard]] std::optional<StoreResponse> judge(MHD_Connection *http,
                                                     const std::string& method);
    // Answers a request that waits, or sets its connection aside.
    [[nodiscard]] MHD_Result look(MHD_Connection *http);
    [[nodiscard]] MHD_Result answer(MHD_Connection *http, StoreResponse response);
    [[nodiscard]] MHD_Result answer(MHD_Connection *http, const HealthPage& page);
    [[nodiscard]] MHD_Result answer(MHD_Connection *http, std::shared_ptr<const EncodedPage> page);
    // Of a body that came packed; a refusal where it cannot be unpacked, or is too large then.
    [[nodiscard]] std::optional<StoreResponse> unpack_body();
    void drop_body();
    void note_refusal(MHD_Connection *http, const StoreResponse& response) const;

    ExchangeContext context_;
    ConnectionTable::Connection& connection_;
    StoreRequest request_;
    std::size_t most_body_ = 0;
    std::size_t received_ = 0;
    std::size_t held_ = 0;  // of the memory budget
    Refused refused_ = Refused::no;
    bool is_packed_ = false;              // the body
    bool takes_packed_ = false;           // the other side
    std::optional<WaitingPull> waiting_;  // where it waits
    std::unique_ptr<HeldRequests::Request> place_;
};

}  // namespace stormote
