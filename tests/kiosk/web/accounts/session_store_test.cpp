#include "kiosk/web/accounts/session_store.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "tests/kiosk/web/accounts/open_accounts.h"

using namespace stormote;
using namespace stormote::testing;

TEST_CASE("a session lasts two hours without use, and twelve in all") {
    OpenAccounts open;
    open.add("anna");
    const SignedIn idle = open.sign_in("anna");
    open.clock.advance_ms(2 * hour_ms - 1);
    CHECK(open.web->sessions.find(idle.token));
    open.clock.advance_ms(2 * hour_ms);
    CHECK_FALSE(open.web->sessions.find(idle.token));

    const SignedIn busy = open.sign_in("anna");
    for (int hour = 0; hour < 11; ++hour) {
        open.clock.advance_ms(hour_ms);
        REQUIRE(open.web->sessions.find(busy.token));
    }
    open.clock.advance_ms(hour_ms - 1);
    CHECK(open.web->sessions.find(busy.token));
    open.clock.advance_ms(1);
    CHECK_FALSE(open.web->sessions.find(busy.token));
}

TEST_CASE("a session is there exactly as long as its limits say, however it is used") {
    CHECK(rc::check([](const std::vector<std::uint16_t>& pauses_s) {
        OpenAccounts open;
        open.add("anna");
        const SignedIn signed_in = open.sign_in("anna");
        const std::int64_t began_ms = open.clock.wall_ms();
        std::int64_t used_ms = began_ms;
        bool has_ended = false;
        for (const std::uint16_t pause_s : pauses_s) {
            open.clock.advance_ms(pause_s * second_ms);
            if (pause_s % 5 == 0) open.restart();
            const std::int64_t now_ms = open.clock.wall_ms();
            const bool is_there = bool(open.web->sessions.find(signed_in.token));
            // Use is noted to the minute.
            if (now_ms - began_ms >= 12 * hour_ms || now_ms - used_ms >= 2 * hour_ms) {
                has_ended = true;
            }
            if (has_ended) RC_ASSERT_FALSE(is_there);
            if (now_ms - began_ms < 12 * hour_ms && now_ms - used_ms < 2 * hour_ms - minute_ms &&
                !has_ended) {
                RC_ASSERT(is_there);
            }
            has_ended = !is_there;
            used_ms = now_ms;
        }
    }));
}

TEST_CASE("that a session is used is written once a minute at most") {
    OpenAccounts open;
    open.add("anna");
    const SignedIn signed_in = open.sign_in("anna");
    const auto changes = [&] {
        AccountDatabase::View view(*open.web->database);
        return view.rows().number("SELECT total_changes()");
    };
    const std::int64_t before = changes();
    for (int i = 0; i < 590; ++i) {
        open.clock.advance_ms(second_ms);
        REQUIRE(open.web->sessions.find(signed_in.token));
    }
    CHECK(changes() - before == 9);
}

TEST_CASE("no token but its own finds a session") {
    OpenAccounts open;
    open.add("anna");
    const std::string token = open.sign_in("anna").token;
    std::string other = token;
    other[5] = other[5] == 'A' ? 'B' : 'A';
    for (const std::string& wrong :
         {std::string(), other, token + "A", token.substr(1), std::string(43, 'A'),
          std::string(10'000'000, 'A'), std::string(43, '\0'), std::string("' OR 1=1 --")}) {
        CHECK_FALSE(open.web->sessions.find(wrong));
    }
    CHECK(open.web->sessions.find(token));
}

TEST_CASE("each session has a token of its own for forms") {
    OpenAccounts open;
    open.add("anna");
    const std::string one = open.sign_in("anna").token;
    const std::string other = open.sign_in("anna").token;
    const std::string form = SessionStore::csrf_token(one);
    CHECK(form != one);
    CHECK(SessionStore::is_csrf_token(one, form));
    CHECK_FALSE(SessionStore::is_csrf_token(other, form));
    CHECK_FALSE(SessionStore::is_csrf_token(one, ""));
    CHECK_FALSE(SessionStore::is_csrf_token(one, one));
    CHECK_FALSE(SessionStore::is_csrf_token(one, form + "A"));
}

TEST_CASE("signing out ends one session, and all others can be ended, one by one or at once") {
    OpenAccounts open;
    const AccountId anna = open.add("anna");
    open.add("bo");
    const SignedIn of_bo = open.sign_in("bo");
    const SignedIn first = open.sign_in("anna");
    const SignedIn second = open.sign_in("anna");
    const SignedIn third = open.sign_in("anna");
    auto& sessions = open.web->sessions;
    CHECK(sessions.list(anna).size() == 3);

    sessions.end(first.token, "192.0.2.1");
    CHECK_FALSE(sessions.find(first.token));
    CHECK(open.logged().front() == AuditAction::signed_out);
    const AuditActor by = actor_of(third.session, "192.0.2.1");
    CHECK_FALSE(sessions.end_one(anna, of_bo.session.id, by));
    CHECK(sessions.end_one(anna, second.session.id, by));
    CHECK_FALSE(sessions.find(second.token));

    const SignedIn fourth = open.sign_in("anna");
    sessions.end_others(third.session, "192.0.2.1");
    CHECK(open.logged().front() == AuditAction::sessions_ended);
    CHECK_FALSE(sessions.find(fourth.token));
    CHECK(sessions.find(third.token));
    CHECK(sessions.find(of_bo.token));
}

TEST_CASE("sessions say where and by what they were begun, and are twenty at most") {
    OpenAccounts open;
    const AccountId anna = open.add("anna");
    BrowserClues clues{"192.0.2.1"};
    clues.browser = "Mozilla/5.0\r\nX: <script>" + std::string(500, 'x');
    const auto first =
        std::get<SignedIn>(open.web->authentication.sign_in("anna", good_password, clues));
    const auto listed = open.web->sessions.list(anna);
    REQUIRE(listed.size() == 1);
    CHECK(listed[0].address == "192.0.2.1");
    CHECK(listed[0].browser.size() <= 120);
    CHECK(listed[0].browser.find('\n') == std::string::npos);
    for (int i = 0; i < 20; ++i) {
        open.clock.advance_ms(second_ms);
        static_cast<void>(open.sign_in("anna"));
    }
    CHECK(open.web->sessions.list(anna).size() == 20);
    CHECK_FALSE(open.web->sessions.find(first.token));
}

TEST_CASE("what has ended is tidied away") {
    OpenAccounts open;
    open.add("anna");
    static_cast<void>(open.sign_in("anna"));
    open.clock.advance_ms(hour_ms);
    const SignedIn later = open.sign_in("anna");
    open.clock.advance_ms(hour_ms);
    open.web->tidy();
    CHECK(open.web->sessions.find(later.token));
    AccountDatabase::View view(*open.web->database);
    CHECK(view.rows().number("SELECT count(*) FROM session") == 1);
}

TEST_CASE("a session of a clock that was a day ahead ends") {
    OpenAccounts open;
    open.add("anna");
    open.clock.advance_ms(day_ms);
    const SignedIn ahead = open.sign_in("anna");
    open.clock.advance_ms(-10 * minute_ms);
    CHECK(open.web->sessions.find(ahead.token));
    open.clock.advance_ms(-day_ms);
    CHECK_FALSE(open.web->sessions.find(ahead.token));
}
