// The pages as a service of a program.
#include "kiosk/web/service/pages_service.h"

#include "tests/kiosk/web/pages/served_pages.h"

using namespace stormote;
using namespace stormote::testing;
using Catch::Matchers::Contains;

namespace {

std::unique_ptr<PagesService> serve(ServedPages& pages, std::string& said,
                                    const std::string& public_url = "") {
    PagesOptions options;
    options.listen.address = "127.0.0.1:0";
    options.public_url = public_url;
    options.accounts = pages.accounts.folder.path();
    auto service =
        PagesService::start(pages.events, options, pages.accounts.clock, pages.accounts.random,
                            Texts(), [&said](const std::string& line) { said += line + '\n'; });
    REQUIRE(service);
    return *std::move(service);
}

}  // namespace

TEST_CASE("names of meetings are no passwords") {
    ServedPages pages;
    pages.make_event("spring.stormote", "Vårmöte i Ekbacken");
    pages.accounts.add("anna");
    std::string said;
    const auto service = serve(pages, said);
    CookieBrowser browser(service->port());
    browser.sign_in("anna");
    browser.get("/password");
    const auto change = [&](const std::string& password) {
        return browser.post("/password", {{"password", good_password},
                                          {"new-password", password},
                                          {"new-password-again", password}});
    };
    const auto refused = change("Ekbacken-2022!");
    CHECK(refused.status == 422);
    CHECK_THAT(refused.body, Contains("hör till de första som någon gissar på"));
    CHECK(change("Krumelurpick-2022!").status == 303);
}

TEST_CASE("a proxy that speaks HTTPS to browsers, of which the pages do not know, is told once") {
    ServedPages pages;
    std::string said;
    const auto ask = [](const PagesService& service) {
        httplib::Client http("127.0.0.1", service.port());
        httplib::Headers headers;
        headers.emplace("X-Forwarded-Proto", "https");
        for (int i = 0; i < 3; ++i) REQUIRE(http.Get("/", headers));
    };
    {
        const auto known = serve(pages, said, "https://meetings.example");
        ask(*known);
        CHECK(said.empty());
    }
    const auto service = serve(pages, said);
    REQUIRE(httplib::Client("127.0.0.1", service->port()).Get("/"));
    CHECK(said.empty());
    ask(*service);
    CHECK_THAT(said, Contains("--public-url"));
    CHECK(std::count(said.begin(), said.end(), '\n') == 1);
}
