// The pages, served by the real program.
#include <csignal>

#include "tests/kiosk/web/cli/web_program.h"
#include "tests/support/browser/cookie_browser.h"
#include "tests/support/machine/self_signed.h"

using namespace stormote;
using namespace stormote::testing;
using Catch::Matchers::Contains;

TEST_CASE("the pages are served on a free port, and stop in good order when they are told to") {
    const WebProgram program;
    program.make_event("october.stormote");
    WebService service(program);
    CHECK_THAT(service.get("/health"), Contains("HTTP/1.1 200 OK") && Contains("\r\n\r\nok\n"));
    const std::string page = service.get("/");
    CHECK_THAT(page, Contains("HTTP/1.1 200 OK") && Contains("Sign in"));
    CHECK(page.size() <= 14'000);
    CHECK(service.stop(SIGTERM) == 0);
}

TEST_CASE("the sign-in page says how the first account is made, until there is one") {
    const WebProgram program;
    WebService service(program);
    CHECK_THAT(service.get("/"), Contains("No account was made yet.") &&
                                     Contains("stormote-web user add LOGIN") &&
                                     !Contains(program.folder().string()));
    REQUIRE(program.add("anna", "administrator").status == 0);
    CHECK_THAT(service.get("/"),
               !Contains("No account was made yet.") && Contains("Ask whoever keeps the accounts"));
    CHECK(service.stop(SIGINT) == 0);
}

TEST_CASE("pages that cannot be served safely are not served at all") {
    const WebProgram program;
    const auto serve = [&](const std::vector<std::string>& more) {
        std::vector<std::string> words{"serve"};
        words.insert(words.end(), more.begin(), more.end());
        return program.run(words);
    };
    const Finished nowhere = serve({"--events", "elsewhere"});
    CHECK(nowhere.status == 1);
    CHECK_THAT(nowhere.errors, Contains("elsewhere is no folder"));
    const Finished plain = serve({"--events", "events", "--listen", "0.0.0.0:0"});
    CHECK(plain.status == 2);
    CHECK_THAT(plain.errors, Contains("--certificate"));
    const auto files = make_self_signed(program.folder(), "own");
    const Finished keyless = serve(
        {"--events", "events", "--listen", "127.0.0.1:0", "--certificate", files.certificate});
    CHECK(keyless.status == 2);
    CHECK_THAT(keyless.errors, Contains("Give both, or neither."));
    CHECK(serve({}).status == 2);
}

TEST_CASE("what the command line does with accounts is seen at once by the pages that are served") {
    const WebProgram program;
    program.make_event("october.stormote");
    REQUIRE(program.add("root", "administrator").status == 0);
    WebService service(program);
    CookieBrowser browser(service.port());
    REQUIRE(browser.sign_in("root").status == 303);
    // Which looks for meetings in the folder.
    REQUIRE(browser.get("/meetings").status == 200);
    for (const char *login : {"anna", "eva"}) {
        REQUIRE(program.add(login, "organiser").status == 0);
        CHECK_THAT(browser.get("/users").body, Contains(login));
        REQUIRE(browser.get("/meetings").status == 200);
    }
}
