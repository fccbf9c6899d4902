// PageRoutes: adds pages with what a visitor must be allowed to see them. Whoever may not is
// answered here, so that no page has to think of it. Before the server starts; borrows the site.
#pragma once

#include "kiosk/web/pages/visit.h"

namespace stormote {

using Page = std::function<WebResponse(const Visit&)>;

class PageRoutes {
  public:
    PageRoutes(const Site& site, WebRoutes& routes) : site_(site), routes_(routes) {}

    // For anybody. A form that changes something must come from a page of this site.
    void add_open(WebMethod method, std::string pattern, Page page);
    // For who is signed in, with a password of their own.
    void add(WebMethod method, std::string pattern, Page page);
    // For who has the right; of a route with an {event}, over that one.
    void add(WebMethod method, std::string pattern, WebRight right, Page page);
    // For who is signed in, also with a one-time password.
    void add_for_password(WebMethod method, std::string pattern, Page page);
    // For who came in by a table's code, on a route with the table's {event}. Nobody's account
    // opens it, and it opens nothing else.
    void add_for_table(WebMethod method, std::string pattern, Page page);

  private:
    enum class Signed : std::uint8_t { anyone, to_change_password, fully };
    void add(WebMethod method, std::string pattern, Signed wanted, std::optional<WebRight> right,
             Page page);

    const Site& site_;
    WebRoutes& routes_;
};

// What the server answers where no page does.
[[nodiscard]] WebResponse refusal_page(const Site& site, const WebRequest& request, int status);

}  // namespace stormote
