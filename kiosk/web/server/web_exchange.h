// WebExchange: one request of a browser and its answer. Belongs to the thread of its connection.
#pragma once

#include <memory>
#include <mutex>

#include "kiosk/web/server/web_server.h"
#include "sync/http/memory_budget.h"

namespace stormote {

// What all exchanges of a server share.
struct WebExchangeContext {
    const WebRoutes& routes;
    const WebServerOptions& options;
    ConnectionTable& connections;
    MemoryBudget& memory;
    std::once_flag& untold_https;
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
};

}  // namespace stormote
