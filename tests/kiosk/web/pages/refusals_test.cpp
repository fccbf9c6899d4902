// What somebody asks for without a right to it, and how little they learn.
#include <fstream>

#include "sync/journal/keys/kept_key.h"
#include "tests/kiosk/web/pages/served_pages.h"

using namespace stormote;
using namespace stormote::testing;
using Catch::Matchers::Contains;

TEST_CASE("who asks for a page that is not theirs stands in the log, and in that of the meeting") {
    ServedPages pages;
    pages.grant(pages.accounts.add("anna"), pages.ours);
    TestBrowser browser(pages);
    browser.sign_in("anna");
    const AuditLog& log = pages.accounts.web->log;
    const std::string address = "/events/" + to_string(pages.theirs);
    REQUIRE(browser.get(address).status == 404);
    const auto of_meeting = log.read_event(pages.theirs, 0, 1);
    REQUIRE(of_meeting.size() == 1);
    CHECK(of_meeting.front().action == AuditAction::access_refused);
    CHECK(of_meeting.front().actor.name == "anna");
    CHECK(of_meeting.front().detail == address);
    REQUIRE(browser.get("/users").status == 404);
    CHECK(log.read_all(0, 1).front().detail == "/users");
    // What is theirs is no refusal.
    browser.get("/meetings");
    CHECK(log.read_all(0, 1).front().detail == "/users");
}

TEST_CASE("a list of meetings opens only those that it shows") {
    ServedPages pages;
    const EventId sealed = pages.make_event("sealed.stormote", "Förseglat", "hemliga ord");
    pages.grant(pages.accounts.add("anna"), pages.ours);
    pages.accounts.add("root", AccountRole::administrator);
    TestBrowser browser(pages);
    browser.sign_in("anna");
    CHECK_THAT(browser.get("/meetings").body, Contains(to_string(pages.ours)));
    CHECK(pages.asked_for.empty());
    browser.forget_cookies();
    browser.sign_in("root");
    CHECK_THAT(browser.get("/meetings").body, Contains("sealed.stormote"));
    CHECK(pages.asked_for == std::vector<EventId>{sealed});
}

TEST_CASE("the passphrase of a meeting is guessed no faster than a password") {
    ServedPages pages;
    const EventId sealed = pages.make_event("sealed.stormote", "Förseglat", "hemliga ord");
    pages.accounts.add("root", AccountRole::administrator);
    TestBrowser browser(pages);
    browser.sign_in("root");
    const std::string address = "/events/" + to_string(sealed) + "/unlock";
    browser.get(address);
    const auto guess = [&](const std::string& passphrase) {
        return browser.post(address, {{"passphrase", passphrase}});
    };
    for (int attempt = 0; attempt < 5; ++attempt) CHECK(guess("fel").status == 422);
    const auto delayed = guess("hemliga ord");
    CHECK(delayed.status == 429);
    CHECK_THAT(delayed.body, Contains("För många försök"));
    CHECK(pages.accounts.logged().front() == AuditAction::event_unlock_failed);
    pages.accounts.clock.advance_ms(2'000);
    CHECK(guess("hemliga ord").status == 303);
    CHECK(pages.accounts.logged().front() == AuditAction::event_unlocked);
    forget_kept_key(sealed);
}

TEST_CASE("an organiser whose meeting cannot be opened is not told where its file lies") {
    ServedPages pages;
    pages.grant(pages.accounts.add("anna"), pages.ours);
    TestBrowser browser(pages);
    browser.sign_in("anna");
    browser.get("/meetings");
    std::ofstream(pages.accounts.folder / "ours.stormote", std::ios::trunc) << "no event";
    const auto answer = browser.get("/events/" + to_string(pages.ours));
    CHECK(answer.status == 503);
    CHECK_THAT(answer.body, Contains("ours.stormote"));
    CHECK_THAT(answer.body, !Contains(pages.accounts.folder.path().string()));
}
