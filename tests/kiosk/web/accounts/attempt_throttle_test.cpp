#include "kiosk/web/accounts/attempt_throttle.h"

#include <algorithm>
#include <map>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "tests/kiosk/web/accounts/open_accounts.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

// The most of the times that lie within one hour.
int most_in_an_hour(const std::vector<std::int64_t>& times) {
    std::ptrdiff_t most = 0;
    for (auto first = times.begin(); first != times.end(); ++first) {
        const auto end = std::lower_bound(first, times.end(), *first + hour_ms);
        most = std::max(most, end - first);
    }
    return static_cast<int>(most);
}

// Somebody who guesses, and what of it was judged.
struct Guesser {
    bool guess(OpenAccounts& open, const std::string& login, const std::string& address) {
        const auto outcome = open.try_sign_in(login, other_password, address);
        if (!std::holds_alternative<SignInRefused>(outcome)) return false;
        of_account[login].push_back(open.clock.wall_ms());
        of_address[address].push_back(open.clock.wall_ms());
        return true;
    }
    std::map<std::string, std::vector<std::int64_t>> of_account;
    std::map<std::string, std::vector<std::int64_t>> of_address;
};

std::int64_t wait_of(OpenAccounts& open, const std::string& login, const std::string& address) {
    const auto outcome = open.try_sign_in(login, other_password, address);
    const auto *const delayed = std::get_if<SignInDelayed>(&outcome);
    return delayed == nullptr ? 0 : delayed->wait_ms;
}

}  // namespace

TEST_CASE("of one account so many are guessed in an hour, from however many addresses") {
    OpenAccounts open;
    open.add("anna");
    Guesser guesser;
    for (int second = 0; second < 3 * 3'600; ++second) {
        guesser.guess(open, "anna", "192.0.2." + std::to_string(second % 250));
        if (second % 997 == 0) open.restart();
        open.clock.advance_ms(second_ms);
    }
    const int most = most_in_an_hour(guesser.of_account["anna"]);
    CHECK(most <= most_attempts_an_hour(CountedBy::account));
    CHECK(most >= 20);
}

TEST_CASE("from one address so many are guessed in an hour, at however many accounts") {
    OpenAccounts open;
    Guesser guesser;
    for (int second = 0; second < 2 * 3'600; ++second) {
        guesser.guess(open, "nobody" + std::to_string(second), "192.0.2.1");
        open.clock.advance_ms(second_ms);
    }
    const int most = most_in_an_hour(guesser.of_address["192.0.2.1"]);
    CHECK(most <= most_attempts_an_hour(CountedBy::address));
    CHECK(most >= 70);
}

TEST_CASE(
    "whatever the order of names, addresses, pauses, sign-ins and restarts, so many guesses") {
    using Step = std::array<std::uint8_t, 4>;
    CHECK(rc::check([](const std::vector<Step>& steps) {
        OpenAccounts open;
        open.add("anna");
        open.add("bo");
        Guesser guesser;
        for (const Step& step : steps) {
            const std::string login = step[0] % 2 == 0 ? "anna" : "bo";
            const std::string address = "192.0.2." + std::to_string(step[1] % 3);
            if (step[2] % 16 == 0) open.restart();
            // The owner comes in between, and gives nobody a further guess.
            if (step[2] % 16 == 1) {
                static_cast<void>(open.try_sign_in(login, good_password, "198.51.100.1"));
            }
            for (int i = 0; i < 30; ++i) {
                guesser.guess(open, login, address);
                open.clock.advance_ms(step[3] % 4 * 10 * second_ms);
            }
            if (step[2] % 16 == 2) open.clock.advance_ms(step[3] * minute_ms);
        }
        for (const auto& [login, times] : guesser.of_account) {
            RC_ASSERT(most_in_an_hour(times) <= most_attempts_an_hour(CountedBy::account));
        }
        for (const auto& [address, times] : guesser.of_address) {
            RC_ASSERT(most_in_an_hour(times) <= most_attempts_an_hour(CountedBy::address));
        }
    }));
}

TEST_CASE("who mistypes a few times waits for nothing, and then a little longer each time") {
    OpenAccounts open;
    open.add("anna");
    for (int i = 0; i < 5; ++i) CHECK(wait_of(open, "anna", "192.0.2.1") == 0);
    CHECK(wait_of(open, "anna", "192.0.2.1") == 1'000);
    open.clock.advance_ms(1'000);
    CHECK(wait_of(open, "anna", "192.0.2.1") == 0);
    CHECK(wait_of(open, "anna", "192.0.2.1") == 2'000);
    open.clock.advance_ms(2'000);
    CHECK(std::holds_alternative<SignedIn>(open.try_sign_in("anna", good_password)));
    // Also where there is no such account.
    for (int i = 0; i < 5; ++i) CHECK(wait_of(open, "nobody", "192.0.2.9") == 0);
    CHECK(wait_of(open, "nobody", "192.0.2.9") == 1'000);
}

TEST_CASE("an attempt that was right takes nothing back of those that came while it was judged") {
    OpenAccounts open;
    const CountedName name{CountedBy::account, "anna"};
    AccountDatabase::Change change(*open.web->database);
    AttemptThrottle throttle(*open.web->database, change.rows());
    const auto take = [&](std::vector<AttemptThrottle::Counted>& counted) {
        return throttle.take(std::span(&name, 1), counted);
    };
    std::vector<AttemptThrottle::Counted> right;
    std::vector<AttemptThrottle::Counted> wrong;
    for (int i = 0; i < 3; ++i) REQUIRE(take(wrong) == 0);
    REQUIRE(take(right) == 0);
    REQUIRE(take(wrong) == 0);
    throttle.give_back(right);
    CHECK(take(wrong) == 1'000);
    throttle.give_back(std::span(wrong).last(1));
    CHECK(take(wrong) == 1'000);
}

TEST_CASE("a whole town hall behind one address signs in, and none of it counts") {
    OpenAccounts open;
    open.add("anna");
    for (int i = 0; i < 200; ++i) {
        REQUIRE(std::holds_alternative<SignedIn>(open.try_sign_in("anna", good_password)));
    }
}

TEST_CASE("an owner whose account is guessed at all the time comes in with a browser of theirs") {
    OpenAccounts open;
    open.add("anna");
    BrowserClues clues{"198.51.100.1"};
    clues.known_browser = open.sign_in("anna").known_browser;
    REQUIRE(clues.known_browser.size() == 43);
    int strange = 0;
    for (int second = 0; second < 1'800; ++second) {
        static_cast<void>(
            open.try_sign_in("anna", other_password, "10.0.0." + std::to_string(second % 250)));
        if (std::holds_alternative<SignedIn>(
                open.try_sign_in("anna", good_password, "198.51.100.2"))) {
            ++strange;
        }
        if (second % 300 == 299) {
            CHECK(std::holds_alternative<SignedIn>(
                open.web->authentication.sign_in("anna", good_password, clues)));
        }
        open.clock.advance_ms(second_ms);
    }
    CHECK(strange < 20);
    // It is known for one account, lets nobody in by itself, and is counted, too.
    open.add("bo");
    CHECK(std::holds_alternative<SignInRefused>(
        open.web->authentication.sign_in("bo", other_password, clues)));
    int judged = 0;
    for (int i = 0; i < 40; ++i) {
        const auto outcome = open.web->authentication.sign_in("anna", other_password, clues);
        if (std::holds_alternative<SignInRefused>(outcome)) ++judged;
    }
    CHECK(judged == 5);
}

TEST_CASE("a browser is known for 90 days, and not after a reset") {
    OpenAccounts open;
    const AccountId anna = open.add("anna");
    BrowserClues clues{"198.51.100.1"};
    clues.known_browser = open.sign_in("anna").known_browser;
    const auto sign_in = [&] {
        return std::get<SignedIn>(open.web->authentication.sign_in("anna", good_password, clues));
    };
    open.clock.advance_ms(89 * day_ms);
    CHECK(sign_in().known_browser.empty());
    open.clock.advance_ms(89 * day_ms);
    CHECK(sign_in().known_browser.empty());
    open.clock.advance_ms(90 * day_ms);
    clues.known_browser = sign_in().known_browser;
    CHECK(clues.known_browser.size() == 43);
    const auto one_time = open.web->accounts.reset_password(anna, command_line_actor());
    BrowserClues guess = clues;
    for (int i = 0; i < 5; ++i) {
        static_cast<void>(open.web->authentication.sign_in("anna", other_password, guess));
    }
    CHECK(std::holds_alternative<SignInDelayed>(open.try_sign_in("anna", *one_time)));
}

TEST_CASE("of IPv6 the network counts, and a mapped address is that of IPv4") {
    OpenAccounts open;
    const auto flood = [&](const auto& address_of) {
        int judged = 0;
        for (int i = 0; i < 40; ++i) {
            if (wait_of(open, "nobody" + std::to_string(i), address_of(i)) == 0) ++judged;
        }
        open.clock.advance_ms(2 * hour_ms);
        return judged;
    };
    CHECK(flood([](int i) { return "2001:db8::" + std::to_string(i); }) == 20);
    CHECK(flood([](int i) { return "2001:db8:0:" + std::to_string(i) + "::1"; }) == 40);
    CHECK(flood([](int i) { return i % 2 == 0 ? "192.0.2.1" : "::ffff:192.0.2.1"; }) == 20);
}

TEST_CASE("a clock that was a day ahead keeps nobody waiting for a day") {
    OpenAccounts open;
    open.add("anna");
    open.clock.advance_ms(day_ms);
    for (int i = 0; i < 8; ++i) {
        static_cast<void>(open.try_sign_in("anna", other_password));
        open.clock.advance_ms(wait_of(open, "anna", "192.0.2.1"));
    }
    open.clock.advance_ms(-day_ms);
    const std::int64_t wait_ms = wait_of(open, "anna", "192.0.2.1");
    CHECK(wait_ms <= 300 * second_ms);
    open.clock.advance_ms(wait_ms);
    CHECK(std::holds_alternative<SignedIn>(open.try_sign_in("anna", good_password)));
}
