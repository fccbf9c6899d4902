#include <atomic>
#include <thread>

#include <catch2/catch.hpp>

#include "kiosk/web/accounts/password_hash.h"
#include "tests/kiosk/web/accounts/open_accounts.h"

using namespace stormote;
using namespace stormote::testing;

TEST_CASE("several that make the file of accounts at the same moment have one") {
    TemporaryFolder folder;
    ManualClock clock(1'660'000'000'000);
    SystemRandom random;
    std::atomic<int> added = 0;
    std::atomic<int> failed = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&] {
                const auto web = WebAccounts::open(folder.path(), clock, random, {}, cheapest_cost);
                if (!web) {
                    ++failed;
                    return;
                }
                const auto one = (*web)->accounts.add({"anna", "Anna", AccountRole::steward},
                                                      command_line_actor());
                if (one) ++added;
            });
        }
    }
    CHECK(failed == 0);
    CHECK(added == 1);
}

TEST_CASE("of many that guess at the same moment no more are judged than one after the other") {
    OpenAccounts open;
    open.add("anna");
    const auto second = open.open_again();
    std::atomic<int> judged = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < 8; ++i) {
            threads.emplace_back([&, i] {
                WebAccounts& web = i % 2 == 0 ? *open.web : *second;
                for (int guess = 0; guess < 20; ++guess) {
                    const auto outcome = web.authentication.sign_in(
                        "anna", "wrong", {"192.0.2." + std::to_string(i)});
                    if (std::holds_alternative<SignInRefused>(outcome)) ++judged;
                }
            });
        }
    }
    CHECK(judged == 5);
}

TEST_CASE("two passwords are computed at a time, four wait, and others are told to come again") {
    HashingGate gate;
    auto first = gate.enter();
    const auto second = gate.enter();
    std::atomic<int> inside = 0;
    std::atomic<int> turned_away = 0;
    {
        std::vector<std::jthread> threads;
        for (int i = 0; i < HashingGate::most_waiting + 4; ++i) {
            threads.emplace_back([&] {
                const auto turn = gate.enter();
                if (!turn) {
                    ++turned_away;
                } else {
                    ++inside;
                }
            });
        }
        while (turned_away < 4) std::this_thread::yield();
        CHECK(inside == 0);
        first.reset();
    }
    CHECK(inside == HashingGate::most_waiting);
    CHECK(turned_away == 4);
}
