#include "kiosk/web/server/web_server.h"

#include <mutex>
#include <stdexcept>
#include <thread>

#include <catch2/catch.hpp>
#include <httplib.h>

using namespace stormote;
using Catch::Matchers::Contains;

TEST_CASE("a page that fails is told to whoever runs the server, and its cause to nobody else") {
    WebRoutes routes;
    routes.add({WebMethod::get, "/broken/{place}", [](const WebRequest&) -> WebResponse {
                    throw std::logic_error("/srv/meetings is gone");
                }});
    WebServerOptions options;
    options.listen.address = "127.0.0.1:0";
    options.refuse = [](const WebRequest&, int status) {
        return WebResponse::page("a fault", status);
    };
    std::mutex mutex;
    std::string told;
    options.tell_fault = [&](const std::string& pattern, const std::exception& fault) {
        const std::lock_guard lock(mutex);
        told = pattern + ": " + fault.what();
    };
    const auto server = WebServer::create(routes, std::move(options)).value();
    std::thread thread([&server] { server->run(); });
    const auto answer = httplib::Client("127.0.0.1", server->port()).Get("/broken/anna");
    server->stop();
    thread.join();
    REQUIRE(answer);
    CHECK(answer->status == 500);
    CHECK_THAT(answer->body, !Contains("/srv"));
    CHECK(told == "/broken/{place}: /srv/meetings is gone");
}
