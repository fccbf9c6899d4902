// The pages in a real browser: by keyboard alone, without scripts, and by axe-core's rules.
#include "tests/kiosk/web/pages/served_pages.h"
#include "tests/support/browser/browser.h"
#include "tests/support/machine/skip.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

std::string address_of(const ServedPages& pages, const std::string& path) {
    return "http://127.0.0.1:" + std::to_string(pages.server->port()) + path;
}

void sign_in(Browser& browser, const ServedPages& pages, const std::string& login) {
    browser.open(address_of(pages, "/"));
    browser.type("#login", login);
    browser.type("#password", good_password);
    browser.click("button.primary");
}

// Where pictures of the pages are left to be looked at; "": nowhere.
std::filesystem::path picture_folder() {
    const char *folder = std::getenv("STORMOTE_PAGE_PICTURES");
    return folder == nullptr ? "" : folder;
}

// Every page, as who may see most sees it.
void look_at_all(const BrowserOptions& options, const std::string& name) {
    ServedPages pages;
    const AccountId root = pages.accounts.add("root", AccountRole::administrator);
    pages.accounts.add("eva.ek@ekbacken.example", AccountRole::organiser);
    pages.grant(root, pages.ours);
    pages.make_event("sealed.stormote", "Förseglat", "hemliga ord");
    const auto browser = Browser::start(options);
    if (!browser) return note_skipped("this machine has no Chromium that starts");
    int number = 0;
    bool is_checked = true;
    const auto look = [&](const std::string& path) {
        browser->open(address_of(pages, path));
        CAPTURE(path, name);
        const bool is_too_wide =
            browser->run("return document.documentElement.scrollWidth > window.innerWidth");
        CHECK_FALSE(is_too_wide);
        if (const auto problems = browser->accessibility_problems()) {
            CHECK(*problems == std::vector<std::string>());
        } else {
            is_checked = false;
        }
        if (!picture_folder().empty()) {
            browser->save_picture(picture_folder() /
                                  (name + '-' + std::to_string(++number) + ".png"));
        }
    };
    look("/");
    sign_in(*browser, pages, "root");
    const std::string event = "/events/" + to_string(pages.ours);
    for (const std::string& path :
         {std::string("/meetings"), event, event + "/log", event + "/unlock", std::string("/users"),
          "/users/" + to_string(root), std::string("/log"), std::string("/account"),
          std::string("/password"), std::string("/nowhere")}) {
        look(path);
    }
    if (!is_checked) note_skipped("axe-core is not here; tests/axe fetches it");
}

}  // namespace

TEST_CASE("every page fits a wide and a narrow window, and axe-core finds nothing on it") {
    look_at_all({.width = 1'440, .height = 900}, "wide");
    look_at_all({.width = 360, .height = 740, .is_dark = true}, "narrow-dark");
    look_at_all({.width = 1'440, .height = 900, .has_more_contrast = true}, "contrast");
}

TEST_CASE("somebody signs in and opens a meeting by the keyboard alone") {
    ServedPages pages;
    pages.grant(pages.accounts.add("anna"), pages.ours);
    const auto browser = Browser::start();
    if (!browser) return note_skipped("this machine has no Chromium that starts");
    browser->open(address_of(pages, "/"));
    const std::string tab = "\uE004";
    const auto focused = [&] {
        return browser->run(
            "return document.activeElement.id || document.activeElement.href || "
            "document.activeElement.textContent");
    };
    const auto go_to = [&](const std::string& wanted) {
        for (int step = 0; step < 30; ++step) {
            browser->press(tab);
            if (focused().get<std::string>().find(wanted) != std::string::npos) return true;
        }
        return false;
    };
    REQUIRE(go_to("login"));
    browser->type("#login", "anna");
    REQUIRE(go_to("password"));
    browser->type("#password", good_password);
    browser->press("\uE007");
    REQUIRE(wait_until([&] { return browser->address() == address_of(pages, "/meetings"); }));
    REQUIRE(go_to("/events/"));
    browser->press("\uE007");
    REQUIRE(wait_until([&] {
        return browser->address() == address_of(pages, "/events/" + to_string(pages.ours));
    }));
    CHECK(browser->text("h1") == "Vårt <b>möte</b> {{files}}");
}

TEST_CASE("all of it works without scripts") {
    ServedPages pages;
    pages.accounts.add("root", AccountRole::administrator);
    BrowserOptions options;
    options.runs_scripts = false;
    const auto browser = Browser::start(options);
    if (!browser) return note_skipped("this machine has no Chromium that starts");
    sign_in(*browser, pages, "root");
    browser->open(address_of(pages, "/users"));
    browser->type("#full-name", "Eva <script>alert(1)</script> Ek");
    browser->type("main #login", "eva");
    browser->click("main form[action='/users'] button");
    const std::string once = browser->text(".secret");
    CHECK(once.size() > 20);
    CHECK(browser->text("tbody").find("Eva <script>alert(1)</script> Ek") != std::string::npos);
    browser->click("form[action='/sign-out'] button");
    browser->type("#login", "eva");
    browser->type("#password", once);
    browser->click("button.primary");
    CHECK(browser->address() == address_of(pages, "/password"));
    browser->type("#password", once);
    browser->type("#new-password", good_password);
    browser->type("#new-password-again", good_password);
    browser->click("main button.primary");
    CHECK(browser->address() == address_of(pages, "/account?changed"));
}
