// What somebody sends who means harm, to real pages.
#include <set>

#include "tests/kiosk/web/pages/served_pages.h"

using namespace stormote;
using namespace stormote::testing;
using Catch::Matchers::Contains;

namespace {

// The route's address with places that are there.
std::string address_of(const WebRoute& route, const EventId& event, const AccountId& account) {
    std::string address = route.pattern;
    const std::map<std::string, std::string> places{{"{event}", to_string(event)},
                                                    {"{account}", to_string(account)},
                                                    {"{note}", to_string(account)}};
    for (const auto& [place, value] : places) {
        if (const auto found = address.find(place); found != std::string::npos) {
            address.replace(found, place.size(), value);
        }
    }
    return address;
}

bool is_open(const WebRoute& route) {
    static const std::set<std::string> open{"/",       "/sign-in", "/static/{hash}/{file}",
                                            "/health", "/t",       "/t/{code}"};
    return open.contains(route.pattern);
}

bool is_of_table(const WebRoute& route) {
    return route.pattern.find("/table") != std::string::npos;
}

// Of a form without a session, or a table's pass: that of a table is gone.
int refusal_of(const WebRoute& route) {
    return is_of_table(route) ? 410 : 403;
}

}  // namespace

TEST_CASE("no page but the sign-in answers somebody who has not signed in") {
    ServedPages pages;
    const AccountId anna = pages.accounts.add("anna");
    TestBrowser stranger(pages);
    int count = 0;
    for (const WebRoute& route : pages.routes.all()) {
        if (is_open(route)) continue;
        const std::string address = address_of(route, pages.ours, anna);
        CAPTURE(address);
        if (route.method == WebMethod::post) {
            CHECK(stranger.post_plainly(address, {}).status == refusal_of(route));
        } else {
            const auto answer = stranger.get(address);
            CHECK(answer.status == 303);
            CHECK_THAT(answer.get_header_value("Location"),
                       Catch::StartsWith(is_of_table(route) ? "/t?ended" : "/?to=/"));
        }
        ++count;
    }
    CHECK(count > 15);
}

TEST_CASE("no form is taken without the token of its session") {
    ServedPages pages;
    const AccountId root = pages.accounts.add("root", AccountRole::administrator);
    pages.grant(root, pages.ours);
    TestBrowser browser(pages);
    browser.sign_in("root");
    const auto logged = pages.accounts.logged();
    for (const WebRoute& route : pages.routes.all()) {
        if (route.method != WebMethod::post || is_open(route)) continue;
        const std::string address = address_of(route, pages.ours, root);
        CAPTURE(address);
        const int refusal = refusal_of(route);
        CHECK(browser.post_plainly(address, {}).status == refusal);
        CHECK(browser.post_plainly(address, {{"form-token", std::string(43, 'A')}}).status ==
              refusal);
    }
    CHECK(pages.accounts.logged() == logged);
    CHECK(browser.get("/meetings").status == 200);
}

TEST_CASE("a form that none of the pages sends is refused, and the server goes on") {
    ServedPages pages;
    httplib::Client http("127.0.0.1", pages.server->port());
    const auto post = [&http](const std::string& body, const std::string& type) {
        const auto answer = http.Post("/sign-in", body, type);
        return answer ? answer->status : 0;
    };
    const std::string parts = "multipart/form-data; boundary=x";
    // A part without a name is no field, and nobody signs in with none.
    CHECK(post("--x\r\nContent-Disposition: form-data\r\n\r\nanna\r\n--x--\r\n", parts) == 403);
    CHECK(post("--x\r\nContent-Dis", parts) >= 400);
    const std::string plain = "application/x-www-form-urlencoded";
    CHECK(post("login=%ff%fe&password=x", plain) == 400);
    CHECK(post("login=a%00b&password=x", plain) == 400);
    CHECK(post(std::string(70'000, 'a'), plain) == 413);
    for (const char *strange : {"", "=", "=x", "&&&", "login", "login=%", "login=%4", "%=%"}) {
        CAPTURE(strange);
        const int status = post(strange, plain);
        CHECK((status == 400 || status == 403));
    }
    CHECK(http.Get("/")->status == 200);
}

TEST_CASE("other methods than GET and POST, and a body where none belongs, are refused") {
    ServedPages pages;
    httplib::Client http("127.0.0.1", pages.server->port());
    CHECK(http.Put("/sign-in", "x", "text/plain")->status == 405);
    CHECK(http.Delete("/meetings")->status == 405);
    CHECK(http.Options("/meetings")->status == 405);
    CHECK(http.Get("/sign-in")->status == 405);
    httplib::Request with_body;
    with_body.method = "GET";
    with_body.path = "/";
    with_body.headers = {{"Content-Length", "3"}};
    with_body.body = "abc";
    CHECK(http.send(with_body)->status == 413);
}

TEST_CASE("over HTTPS cookies are of this host alone, and browsers come by HTTPS from then on") {
    ServedPages pages("https://meetings.example");
    pages.accounts.add("anna");
    TestBrowser browser(pages);
    const auto in = browser.sign_in("anna");
    REQUIRE(in.status == 303);
    int count = 0;
    for (auto [at, end] = in.headers.equal_range("Set-Cookie"); at != end; ++at, ++count) {
        CHECK_THAT(at->second, Catch::StartsWith("__Host-stormote-") && Contains("; Secure") &&
                                   Contains("; HttpOnly") && Contains("; SameSite=Lax") &&
                                   Contains("; Path=/") && !Contains("Domain"));
    }
    CHECK(count == 2);
    CHECK_THAT(in.get_header_value("Strict-Transport-Security"),
               Contains("max-age=63072000") && Contains("includeSubDomains"));
    CHECK(browser.get("/meetings").status == 200);
}

TEST_CASE("whoever reads a meeting's page stands in the meeting's log") {
    ServedPages pages;
    const AccountId anna = pages.accounts.add("anna");
    pages.grant(anna, pages.ours);
    TestBrowser browser(pages);
    browser.sign_in("anna");
    const std::string address = "/events/" + to_string(pages.ours);
    REQUIRE(browser.get(address).status == 200);
    const AuditEntry newest = pages.accounts.web->log.read_event(pages.ours, 0, 1).at(0);
    CHECK(newest.action == AuditAction::personal_data_read);
    CHECK(newest.actor.account == anna);
    CHECK_THAT(browser.get(address + "/log").body,
               Contains("Läste personuppgifter") && Contains("Anteckningar"));
}

TEST_CASE("a meeting whose times were written amiss keeps nobody from the meetings") {
    ServedPages pages;
    const auto desk =
        Desk::create(pages.accounts.folder / "amiss.stormote", std::nullopt, pages.environment,
                     {{static_cast<FieldNumber>(SettingField::name), "Felskrivet"},
                      {static_cast<FieldNumber>(SettingField::starts), "2022-10-xxT18:00"}});
    REQUIRE(desk);
    pages.grant(pages.accounts.add("anna"), (*desk)->event());
    TestBrowser browser(pages);
    browser.sign_in("anna");
    const auto meetings = browser.get("/meetings");
    CHECK(meetings.status == 200);
    CHECK_THAT(meetings.body, Contains("Felskrivet"));
}

TEST_CASE("a flood of sign-ins leaves threads of the server to others") {
    CHECK(HashingGate::most_at_once + HashingGate::most_waiting <
          static_cast<int>(HttpDaemon::threads));
}
