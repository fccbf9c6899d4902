// WebExchange: one request of a browser and its answer. Belongs to the thread of its connection;
// only the reply to a page that answers later comes from another.
#pragma once

#include <condition_variable>
#include <mutex>

#include "kiosk/web/server/web_server.h"
#include "sync/http/memory_budget.h"

namespace stormote {

// How many pages answer later, so that a server ends only when all of them have.
class PendingReplies {
  public:
    void begin();
    void end();
    void wait_until_none();

  private:
    std::mutex mutex_;
    std::condition_variable changed_;
    std::size_t count_ = 0;
};

// What all exchanges of a server share.
struct WebExchangeContext {
    const WebRoutes& routes;
    const WebServerOptions& options;
    ConnectionTable& connections;
    MemoryBudget& memory;
    PendingReplies& pending;
};

class WebExchange final : public RequestHandler {
  public:
    WebExchange(const WebExchangeContext& context, ConnectionTable::Connection& connection,
                const std::string& target);
    ~WebExchange() override;

    [[nodiscard]] MHD_Result begin(MHD_Connection *http, const std::string& method) override;
    [[nodiscard]] MHD_Result receive(std::string_view piece) override;
    [[nodiscard]] MHD_Result finish(MHD_Connection *http) override;

  private:
    struct FormReader;

    // Nothing: the page is to be asked, once the body is there. Otherwise the status of a refusal.
    [[nodiscard]] std::optional<int> judge(MHD_Connection *http, const std::string& method);
    void read_head(MHD_Connection *http);
    // False where the body is no form that can be read.
    [[nodiscard]] bool end_form();
    [[nodiscard]] MHD_Result refuse(MHD_Connection *http, int status);
    [[nodiscard]] MHD_Result ask_page(MHD_Connection *http);
    [[nodiscard]] MHD_Result answer(MHD_Connection *http, WebResponse response);

    WebExchangeContext context_;
    ConnectionTable::Connection& connection_;
    WebRequest request_;
    const WebRoute *route_ = nullptr;
    std::unique_ptr<FormReader> form_;
    std::size_t received_ = 0;
    std::size_t held_ = 0;  // of the memory budget
    int refused_ = 0;       // while the body came; 0: not
    bool is_head_ = false;
    bool takes_gzip_ = false;
    std::optional<WebResponse> reply_;  // of a page that answered later
};

}  // namespace stormote
