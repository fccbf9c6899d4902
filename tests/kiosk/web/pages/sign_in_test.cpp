#include "sync/journal/keys/kept_key.h"
#include "tests/kiosk/web/pages/served_pages.h"

using namespace stormote;
using namespace stormote::testing;
using Catch::Matchers::Contains;

TEST_CASE("an organiser signs in, sees their own meetings and signs out") {
    ServedPages pages;
    pages.grant(pages.accounts.add("anna"), pages.ours);
    TestBrowser browser(pages);
    CHECK_THAT(browser.get("/").body, Contains("Logga in"));

    const auto wrong =
        browser.post_plainly("/sign-in", {{"login", "anna"}, {"password", "not the one"}});
    CHECK(wrong.status == 403);
    CHECK_THAT(wrong.body, Contains("Användarnamnet eller lösenordet är fel."));

    const auto in = browser.sign_in("anna");
    REQUIRE(in.status == 303);
    CHECK(in.get_header_value("Location") == "/meetings");
    const std::string cookie = in.get_header_value("Set-Cookie");
    CHECK_THAT(cookie, Contains("HttpOnly") && Contains("SameSite=Lax") && Contains("Path=/"));

    const auto meetings = browser.get("/meetings");
    CHECK_THAT(meetings.body, Contains("Vårt &lt;b&gt;möte&lt;/b&gt; {{files}}"));
    CHECK_THAT(meetings.body, !Contains("Deras möte"));

    REQUIRE(browser.post("/sign-out", {}).status == 303);
    const auto out = browser.get("/meetings");
    CHECK(out.status == 303);
    CHECK(out.get_header_value("Location") == "/?to=/meetings");
}

TEST_CASE("a meeting that an account has no access to is not there for it") {
    ServedPages pages;
    pages.grant(pages.accounts.add("anna"), pages.ours);
    TestBrowser browser(pages);
    browser.sign_in("anna");
    CHECK(browser.get("/events/" + to_string(pages.ours)).status == 200);
    const auto refused = browser.get("/events/" + to_string(pages.theirs));
    CHECK(refused.status == 404);
    CHECK_THAT(refused.body, !Contains("Deras"));
    CHECK(browser.get("/events/" + to_string(event_numbered(7))).body == refused.body);
    CHECK(browser.get("/events/not-an-id").status == 404);
}

TEST_CASE("a steward sees no page of organisers, and nobody but administrators the users") {
    ServedPages pages;
    pages.grant(pages.accounts.add("stina", AccountRole::steward), pages.ours);
    pages.accounts.add("anna", AccountRole::organiser);
    TestBrowser browser(pages);
    browser.sign_in("stina");
    CHECK(browser.get("/events/" + to_string(pages.ours)).status == 404);
    browser.forget_cookies();
    browser.sign_in("anna");
    for (const char *path : {"/users", "/log"}) CHECK(browser.get(path).status == 404);
    CHECK(browser.post("/users", {{"login", "eva"}, {"full-name", "Eva"}}).status == 404);
    CHECK_FALSE(pages.accounts.web->accounts.find("eva"));
}

TEST_CASE("an administrator knows which meetings there are, and not who is in them") {
    ServedPages pages;
    pages.accounts.add("root", AccountRole::administrator);
    TestBrowser browser(pages);
    browser.sign_in("root");
    CHECK_THAT(browser.get("/meetings").body, Contains("Deras möte"));
    CHECK(browser.get("/events/" + to_string(pages.theirs)).status == 404);
}

TEST_CASE("a form is taken from a page of this site alone") {
    ServedPages pages;
    pages.accounts.add("root", AccountRole::administrator);
    TestBrowser browser(pages);
    browser.sign_in("root");
    browser.get("/users");
    const httplib::Params eva{{"login", "eva"}, {"full-name", "Eva"}, {"role", "organiser"}};
    CHECK(browser.post_plainly("/users", eva).status == 403);
    httplib::Params with_token = eva;
    with_token.emplace("form-token", browser.token());
    CHECK(browser.post_plainly("/users", with_token, {{"Origin", "https://evil.example"}}).status ==
          403);
    CHECK(browser.post_plainly("/users", with_token, {{"Origin", "null"}}).status == 403);
    CHECK(browser.post_plainly("/users", with_token, {{"Sec-Fetch-Site", "cross-site"}}).status ==
          403);
    CHECK_FALSE(pages.accounts.web->accounts.find("eva"));
    CHECK(browser
              .post_plainly(
                  "/users", with_token,
                  {{"Origin", "http://" + browser.host()}, {"Sec-Fetch-Site", "same-origin"}})
              .status == 200);
    CHECK(pages.accounts.web->accounts.find("eva"));
}

TEST_CASE("who comes in with a one-time password chooses one before anything else") {
    ServedPages pages;
    pages.accounts.add("root", AccountRole::administrator);
    TestBrowser root(pages);
    root.sign_in("root");
    root.get("/users");
    const auto added =
        root.post("/users", {{"login", "eva"}, {"full-name", "Eva Ek"}, {"role", "organiser"}});
    const std::string mark = "<p class=\"secret\">";
    const auto begin = added.body.find(mark);
    REQUIRE(begin != std::string::npos);
    const std::string once = added.body.substr(
        begin + mark.size(), added.body.find('<', begin + 1) - begin - mark.size());

    TestBrowser eva(pages);
    const auto in = eva.post_plainly("/sign-in", {{"login", "eva"}, {"password", once}});
    CHECK(in.get_header_value("Location") == "/password");
    CHECK(eva.get("/meetings").get_header_value("Location") == "/password");
    eva.get("/password");
    const auto unlike = eva.post("/password", {{"password", once},
                                               {"new-password", good_password},
                                               {"new-password-again", other_password}});
    CHECK(unlike.status == 422);
    const auto short_one =
        eva.post("/password",
                 {{"password", once}, {"new-password", "kort"}, {"new-password-again", "kort"}});
    CHECK(short_one.status == 422);
    const auto changed = eva.post("/password", {{"password", once},
                                                {"new-password", good_password},
                                                {"new-password-again", good_password}});
    CHECK(changed.status == 303);
    CHECK(eva.get("/meetings").status == 200);
}

TEST_CASE("after the sign-in a browser is sent only to pages of this site") {
    ServedPages pages;
    pages.accounts.add("anna");
    TestBrowser browser(pages);
    const auto to = [&browser](const std::string& wanted) {
        return browser
            .post_plainly("/sign-in",
                          {{"login", "anna"}, {"password", good_password}, {"to", wanted}})
            .get_header_value("Location");
    };
    CHECK(to("/account") == "/account");
    for (const char *wanted :
         {"//evil.example", "https://evil.example", "/\\evil.example", "/\t/evil.example",
          "/a\r\nSet-Cookie: x=1", "javascript:alert(1)"}) {
        CHECK(to(wanted) == "/meetings");
    }
}

TEST_CASE("every answer tells the browser to run and frame nothing of others") {
    ServedPages pages;
    TestBrowser browser(pages);
    for (const std::string& path :
         {std::string("/"), std::string("/nowhere"), pages.files.address("style.css")}) {
        const auto response = browser.get(path);
        CAPTURE(path);
        CHECK_THAT(response.get_header_value("Content-Security-Policy"),
                   Contains("default-src 'none'") && Contains("frame-ancestors 'none'") &&
                       !Contains("unsafe"));
        CHECK(response.get_header_value("X-Content-Type-Options") == "nosniff");
        CHECK(response.get_header_value("Referrer-Policy") == "same-origin");
        CHECK(response.get_header_value("Cross-Origin-Resource-Policy") == "same-origin");
    }
    CHECK(browser.get("/").get_header_value("Cache-Control") == "no-store");
    CHECK_THAT(browser.get(pages.files.address("style.css")).get_header_value("Cache-Control"),
               Contains("immutable"));
}

TEST_CASE("a sealed meeting is unlocked with its passphrase, which is logged") {
    ServedPages pages;
    const EventId sealed = pages.make_event("sealed.stormote", "Förseglat", "hemliga ord");
    const AccountId root = pages.accounts.add("root", AccountRole::administrator);
    pages.grant(root, sealed);
    TestBrowser browser(pages);
    browser.sign_in("root");
    CHECK_THAT(browser.get("/meetings").body, !Contains("Förseglat"));
    const std::string address = "/events/" + to_string(sealed) + "/unlock";
    browser.get(address);
    CHECK(browser.post(address, {{"passphrase", "fel"}}).status == 422);
    CHECK(pages.accounts.logged().front() == AuditAction::event_unlock_failed);
    CHECK(browser.post(address, {{"passphrase", "hemliga ord"}}).status == 303);
    CHECK_THAT(browser.get("/meetings").body, Contains("Förseglat"));
    const auto logged = pages.accounts.logged();
    CHECK(logged.front() == AuditAction::event_unlocked);
    // It is open already, whatever is said.
    CHECK(browser.post(address, {{"passphrase", "fel"}}).status == 303);
    CHECK(pages.accounts.logged() == logged);
    forget_kept_key(sealed);
}
