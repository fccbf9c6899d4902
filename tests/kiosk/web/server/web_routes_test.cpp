#include "kiosk/web/server/web_routes.h"

#include <catch2/catch.hpp>

using namespace stormote;

namespace {

WebRoutes some_routes() {
    WebRoutes routes;
    routes.add({WebMethod::get, "/"});
    routes.add({WebMethod::get, "/events/{event}"});
    routes.add({WebMethod::post, "/events/{event}/unlock"});
    return routes;
}

}  // namespace

TEST_CASE("a route takes the parts of a path into its places") {
    const WebRoutes routes = some_routes();
    const auto found = routes.find(WebMethod::post, "/events/0a-1/unlock");
    REQUIRE(found.route != nullptr);
    CHECK(found.route->pattern == "/events/{event}/unlock");
    CHECK(found.places.at("event") == "0a-1");
    CHECK(routes.find(WebMethod::get, "/").route != nullptr);
}

TEST_CASE("a path that is not exactly a route's is none") {
    const WebRoutes routes = some_routes();
    for (const char *path :
         {"", "//", "/events", "/events/", "/events//unlock", "/events/a/", "/events/a/b",
          "/events/%2e%2e", "/events/a b", "events/a", "/events/..%2f/unlock", "/EVENTS/a"}) {
        CAPTURE(path);
        CHECK(routes.find(WebMethod::get, path).route == nullptr);
    }
    const auto other = routes.find(WebMethod::get, "/events/a/unlock");
    CHECK(other.route == nullptr);
    CHECK(other.is_other_method);
}
