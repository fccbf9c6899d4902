// WebRoutes: which function answers which address. Filled before the server starts; any thread
// reads.
#pragma once

#include <functional>

#include "kiosk/web/server/web_request.h"

namespace stormote {

using WebPage = std::function<WebResponse(const WebRequest&)>;

struct WebRoute {
    WebMethod method = WebMethod::get;
    // "/events/{event}/tonight": a place takes one part of a path, of letters, digits, '-', '_'
    // and '.'.
    std::string pattern{};
    WebPage page{};
    std::size_t most_body_bytes = 0;
};

class WebRoutes {
  public:
    void add(WebRoute route) { routes_.push_back(std::move(route)); }

    struct Found {
        const WebRoute *route = nullptr;  // null: there is no such address
        bool is_other_method = false;     // it is there, but not by this method
        std::map<std::string, std::string> places;
    };
    [[nodiscard]] Found find(WebMethod method, std::string_view path) const;
    [[nodiscard]] const std::vector<WebRoute>& all() const { return routes_; }

  private:
    std::vector<WebRoute> routes_;
};

}  // namespace stormote
