#include "kiosk/web/accounts/account_store.h"

#include <catch2/catch.hpp>

#include "tests/kiosk/web/accounts/open_accounts.h"

using namespace stormote;
using namespace stormote::testing;

TEST_CASE("an account is added once, whatever it is spelled like") {
    OpenAccounts open;
    const auto add = [&](const std::string& login) {
        return bool(
            open.web->accounts.add({login, "Anna", AccountRole::steward}, command_line_actor()));
    };
    CHECK(add("Åsa@ekbacken.se"));
    CHECK_FALSE(add("åsa@ekbacken.se"));
    CHECK_FALSE(add("ASA@EKBACKEN.SE"));
    CHECK_FALSE(add("\u0430sa@ekbacken.se"));
    CHECK(add("asa@ekbacken.nu"));
    CHECK(open.web->accounts.list().size() == 2);
    CHECK(open.web->accounts.find("ÅSA@ekbacken.se")->login == "åsa@ekbacken.se");
}

TEST_CASE("an account that was refused is not there") {
    OpenAccounts open;
    const auto refused = [&](NewAccount account) {
        return !open.web->accounts.add(account, command_line_actor());
    };
    CHECK(refused({"a b", "Anna", AccountRole::steward}));
    CHECK(refused({"anna", "An\nna", AccountRole::steward}));
    CHECK(refused({"anna", std::string(10'000'000, 'x'), AccountRole::steward}));
    CHECK(refused({"anna", "Anna", AccountRole::steward, "short"}));
    CHECK(refused({"kvistmule", "Anna", AccountRole::steward, "kvistmule2022"}));
    CHECK(open.web->accounts.list().empty());
    CHECK(open.logged().empty());
}

TEST_CASE("what changes an account ends its sessions where its rights change") {
    OpenAccounts open;
    const AccountId root = open.add("root", AccountRole::administrator);
    const AccountId anna = open.add("anna");
    auto& accounts = open.web->accounts;
    const auto by = command_line_actor();

    const SignedIn first = open.sign_in("anna");
    REQUIRE(accounts.change_full_name(anna, "Anna Ny", by));
    CHECK(open.web->sessions.find(first.token)->account.full_name == "Anna Ny");
    REQUIRE(accounts.change_role(anna, AccountRole::administrator, by));
    CHECK_FALSE(open.web->sessions.find(first.token));

    const SignedIn second = open.sign_in("anna");
    CHECK(may(*open.web->sessions.find(second.token), WebRight::manage_accounts));
    REQUIRE(accounts.remove(root, by));
    REQUIRE_FALSE(accounts.remove(root, by));
    CHECK(open.web->sessions.find(second.token));
    CHECK_FALSE(accounts.find("root"));
    CHECK(open.logged().front() == AuditAction::account_removed);
}

TEST_CASE("a removed account takes its sessions and grants with it, and its name is free again") {
    OpenAccounts open;
    const AccountId anna = open.add("anna");
    const SignedIn signed_in = open.sign_in("anna");
    REQUIRE(open.web->accounts.give_grant(anna, event_numbered(1), command_line_actor()));
    REQUIRE(open.web->accounts.remove(anna, command_line_actor()));
    CHECK_FALSE(open.web->sessions.find(signed_in.token));
    CHECK(open.web->accounts.accounts_of(event_numbered(1)).empty());
    const AccountId again = open.add("anna");
    CHECK(again != anna);
    CHECK(open.web->accounts.events_of(again).empty());
}

TEST_CASE("the last administrator stays one") {
    OpenAccounts open;
    const AccountId one = open.add("one", AccountRole::administrator);
    open.add("anna");
    auto& accounts = open.web->accounts;
    const auto by = command_line_actor();
    CHECK_FALSE(accounts.remove(one, by));
    CHECK_FALSE(accounts.lock(one, by));
    CHECK_FALSE(accounts.change_role(one, AccountRole::organiser, by));
    CHECK(accounts.change_role(one, AccountRole::administrator, by));
    const AccountId two = open.add("two", AccountRole::administrator);
    CHECK(accounts.lock(one, by));
    CHECK_FALSE(accounts.lock(two, by));
    CHECK_FALSE(accounts.remove(two, by));
    CHECK(accounts.remove(one, by));
}

TEST_CASE("nobody sees the people of an event without a grant for it, administrators neither") {
    OpenAccounts open;
    const auto event = event_numbered(1);
    const auto other = event_numbered(2);
    const auto by = command_line_actor();
    auto& accounts = open.web->accounts;
    struct Case {
        const char *login;
        AccountRole role;
        bool may_organise;
        bool manages;
    };
    for (const Case& one : {Case{"root", AccountRole::administrator, true, true},
                            Case{"anna", AccountRole::organiser, true, false},
                            Case{"stig", AccountRole::steward, false, false}}) {
        CAPTURE(one.login);
        const AccountId id = open.add(one.login, one.role);
        const auto session = open.sign_in(one.login).session;
        CHECK_FALSE(accounts.may(session, WebRight::work_door, event));
        CHECK_FALSE(accounts.may(session, WebRight::organise, event));
        REQUIRE(accounts.give_grant(id, event, by));
        CHECK(accounts.may(session, WebRight::work_door, event));
        CHECK(accounts.may(session, WebRight::organise, event) == one.may_organise);
        CHECK_FALSE(accounts.may(session, WebRight::work_door, other));
        CHECK(accounts.may(session, WebRight::manage_events, event) == one.manages);
        CHECK(may(session, WebRight::manage_accounts) == one.manages);
        CHECK(may(session, WebRight::manage_devices) == one.manages);
        CHECK_FALSE(may(session, WebRight::organise));
        CHECK(accounts.events_of(id) == std::vector<EventId>{event});
        REQUIRE(accounts.withdraw_grant(id, event, by));
        CHECK_FALSE(accounts.may(session, WebRight::work_door, event));
    }
}

TEST_CASE("a grant is given once, and each change of it stands in the log of its event") {
    OpenAccounts open;
    const AccountId anna = open.add("anna");
    const auto event = event_numbered(1);
    auto& accounts = open.web->accounts;
    for (int i = 0; i < 2; ++i) REQUIRE(accounts.give_grant(anna, event, command_line_actor()));
    CHECK(accounts.accounts_of(event).size() == 1);
    for (int i = 0; i < 2; ++i) {
        REQUIRE(accounts.withdraw_grant(anna, event, command_line_actor()));
    }
    const auto rows = open.web->log.read_event(event, 0, 100);
    REQUIRE(rows.size() == 2);
    CHECK(rows[0].action == AuditAction::grant_withdrawn);
    CHECK(rows[1].action == AuditAction::grant_given);
    CHECK(rows[1].detail == "anna");
    CHECK_FALSE(accounts.give_grant(AccountId{}, event, command_line_actor()));
}

TEST_CASE("the names of roles are those that are read") {
    for (const AccountRole role :
         {AccountRole::administrator, AccountRole::organiser, AccountRole::steward}) {
        CHECK(parse_account_role(account_role_name(role)) == role);
    }
    CHECK_FALSE(parse_account_role("root"));
}
