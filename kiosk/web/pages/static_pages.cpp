#include "kiosk/web/pages/static_pages.h"

#include "kiosk/web/pages/page_routes.h"

namespace stormote {

void add_static_pages(const Site& site, WebRoutes& routes) {
    routes.add({WebMethod::get, "/static/{hash}/{file}",
                [&site](const WebRequest& request) -> WebResponse {
                    auto found = site.files.find(request.place("hash"), request.place("file"));
                    if (!found) return refusal_page(site, request, 404);
                    return *std::move(found);
                }});
    routes.add({WebMethod::get, "/health", [](const WebRequest&) -> WebResponse {
                    return WebResponse{200, "text/plain; charset=utf-8", "ok\n", {}};
                }});
}

}  // namespace stormote
