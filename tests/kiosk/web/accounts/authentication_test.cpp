#include "kiosk/web/accounts/authentication.h"

#include <catch2/catch.hpp>

#include "kiosk/web/accounts/account_rows.h"
#include "tests/kiosk/web/accounts/open_accounts.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

template <typename Outcome, typename Variant>
bool is(const Variant& outcome) {
    return std::holds_alternative<Outcome>(outcome);
}

HashingCost cost_of(WebAccounts& web, const AccountId& id) {
    AccountDatabase::View view(*web.database);
    return find_account_row(view.rows(), id)->password.cost;
}

}  // namespace

TEST_CASE("who has the password comes in, and nobody else does") {
    OpenAccounts open;
    open.add("anna");
    CHECK(is<SignedIn>(open.try_sign_in("Anna", good_password)));
    CHECK(is<SignInRefused>(open.try_sign_in("anna", other_password)));
    CHECK(is<SignInRefused>(open.try_sign_in("nobody", good_password)));
    CHECK(is<SignInRefused>(open.try_sign_in("", "")));
    CHECK(is<SignInRefused>(open.try_sign_in("anna", std::string(10'000'000, 'x'))));
    CHECK(is<SignInRefused>(open.try_sign_in(std::string(10'000'000, 'x'), good_password)));
    CHECK(is<SignInRefused>(
        open.try_sign_in("anna", std::string(good_password) + std::string(1, '\0'), "192.0.2.7")));
}

TEST_CASE("a sign-in ends the session that the browser had, and gives another token") {
    OpenAccounts open;
    open.add("anna");
    const SignedIn first = open.sign_in("anna");
    BrowserClues clues{"192.0.2.1"};
    clues.session = first.token;
    const auto second =
        std::get<SignedIn>(open.web->authentication.sign_in("anna", good_password, clues));
    CHECK(second.token != first.token);
    CHECK(second.token.size() == 43);
    CHECK_FALSE(open.web->sessions.find(first.token));
    CHECK(open.web->sessions.find(second.token));
}

TEST_CASE("a locked account is told like a wrong password, and its sessions end") {
    OpenAccounts open;
    open.add("root", AccountRole::administrator);
    const AccountId anna = open.add("anna");
    const SignedIn before = open.sign_in("anna");
    REQUIRE(open.web->accounts.lock(anna, command_line_actor()));
    CHECK_FALSE(open.web->sessions.find(before.token));
    CHECK(is<SignInRefused>(open.try_sign_in("anna", good_password)));
    CHECK(open.logged().front() == AuditAction::sign_in_failed);
    REQUIRE(open.web->accounts.unlock(anna, command_line_actor()));
    CHECK(is<SignedIn>(open.try_sign_in("anna", good_password)));
}

TEST_CASE("a one-time password opens nothing but its own change, for three days") {
    OpenAccounts open;
    const auto added =
        open.web->accounts.add({"anna", "Anna", AccountRole::administrator}, command_line_actor());
    REQUIRE(added);
    const auto& password = added->one_time_password;
    REQUIRE(password.size() == 23);
    const auto outcome = open.try_sign_in("anna", password);
    REQUIRE(is<PasswordMustChange>(outcome));
    const SignedIn first = std::get<PasswordMustChange>(outcome).signed_in;
    const auto session = open.web->sessions.find(first.token);
    REQUIRE(session);
    CHECK(session->account.must_change_password);
    CHECK_FALSE(may(*session, WebRight::manage_accounts));
    CHECK(first.known_browser.empty());

    BrowserClues clues{"192.0.2.1"};
    clues.session = first.token;
    const auto changed = open.web->authentication.change_password(password, good_password, clues);
    REQUIRE(is<PasswordChanged>(changed));
    const SignedIn second = std::get<PasswordChanged>(changed).signed_in;
    CHECK_FALSE(open.web->sessions.find(first.token));
    CHECK(may(*open.web->sessions.find(second.token), WebRight::manage_accounts));
    CHECK(is<SignInRefused>(open.try_sign_in("anna", password)));

    const auto again = open.web->accounts.reset_password(added->id, command_line_actor());
    REQUIRE(again);
    CHECK_FALSE(open.web->sessions.find(second.token));
    CHECK(is<SignInRefused>(open.try_sign_in("anna", good_password)));
    open.clock.advance_ms(3 * day_ms - 1);
    CHECK(is<PasswordMustChange>(open.try_sign_in("anna", *again)));
    open.clock.advance_ms(1);
    CHECK(is<OneTimePasswordExpired>(open.try_sign_in("anna", *again)));
}

TEST_CASE("a change of password needs the old one, keeps the rules, and ends all other sessions") {
    OpenAccounts open;
    open.add("anna");
    const SignedIn other = open.sign_in("anna");
    const SignedIn mine = open.sign_in("anna");
    BrowserClues clues{"192.0.2.1"};
    clues.session = mine.token;
    auto& authentication = open.web->authentication;
    CHECK(is<OldPasswordWrong>(
        authentication.change_password("not this one at all", other_password, clues)));
    CHECK(is<NewPasswordRefused>(authentication.change_password(good_password, "short", clues)));
    CHECK(is<NewPasswordRefused>(
        authentication.change_password(good_password, good_password, clues)));
    CHECK(is<SessionHasEnded>(authentication.change_password(good_password, other_password, {})));
    CHECK(open.web->sessions.find(other.token));

    const auto outcome = authentication.change_password(good_password, other_password, clues);
    REQUIRE(is<PasswordChanged>(outcome));
    CHECK_FALSE(open.web->sessions.find(other.token));
    CHECK_FALSE(open.web->sessions.find(mine.token));
    CHECK(open.web->sessions.find(std::get<PasswordChanged>(outcome).signed_in.token));
    CHECK(is<SignInRefused>(open.try_sign_in("anna", good_password)));
    CHECK(is<SignedIn>(open.try_sign_in("anna", other_password)));
}

TEST_CASE("with a session alone nobody guesses the old password at leisure") {
    OpenAccounts open;
    open.add("anna");
    BrowserClues clues{"192.0.2.1"};
    clues.session = open.sign_in("anna").token;
    int judged = 0;
    for (std::int64_t second = 0; second < 3'600; second += 10) {
        const auto outcome =
            open.web->authentication.change_password("wrong one", other_password, clues);
        if (is<OldPasswordWrong>(outcome)) ++judged;
        open.clock.advance_ms(10 * second_ms);
    }
    CHECK(judged > 10);
    CHECK(judged <= most_attempts_an_hour(CountedBy::password));
}

TEST_CASE("a password that was kept cheaply is kept dearly after the next sign-in") {
    OpenAccounts open;
    const AccountId anna = open.add("anna");
    constexpr HashingCost dearer{2, 16'384};
    const auto raised = open.open_again(dearer);
    CHECK(is<SignInRefused>(raised->authentication.sign_in("anna", other_password, {})));
    CHECK(cost_of(*raised, anna).passes == 1);
    CHECK(is<SignedIn>(raised->authentication.sign_in("anna", good_password, {})));
    CHECK(cost_of(*raised, anna).passes == 2);
    CHECK(cost_of(*raised, anna).memory_bytes == 16'384);
    CHECK(is<SignedIn>(raised->authentication.sign_in("anna", good_password, {})));
}

TEST_CASE("a password costs at least what OWASP asks") {
    CHECK(password_cost.memory_bytes >= 19ULL << 20);
    CHECK(password_cost.passes >= 2);
    const PasswordHash hash = hash_password(good_password, {}, password_cost);
    CHECK(is_password(good_password, hash));
    CHECK_FALSE(is_password(other_password, hash));
}

TEST_CASE("neither passwords nor tokens nor names of nobody stand in the file") {
    OpenAccounts open;
    open.add("anna");
    const SignedIn signed_in = open.sign_in("anna");
    static_cast<void>(open.try_sign_in("my secret password", "another secret"));
    static_cast<void>(open.try_sign_in("mysecretpassword", "another secret"));
    std::string all;
    for (const auto& file : std::filesystem::directory_iterator(open.folder.path())) {
        all += to_string(ByteView(read_file(file.path())));
    }
    REQUIRE(all.find("anna") != std::string::npos);
    const auto token = from_base64(signed_in.token);
    for (const std::string& secret :
         {std::string(good_password), signed_in.token, to_string(ByteView(*token)),
          signed_in.known_browser, std::string("my secret"), std::string("mysecret"),
          std::string("another secret")}) {
        CAPTURE(secret);
        CHECK(all.find(secret) == std::string::npos);
    }
}

TEST_CASE("a flood of sign-ins by names that nobody has does not fill the log") {
    OpenAccounts open;
    open.add("anna");
    for (int i = 0; i < 300; ++i) {
        static_cast<void>(open.try_sign_in("nobody" + std::to_string(i), "wrong",
                                           "2001:db8:" + std::to_string(i) + "::1"));
    }
    static_cast<void>(open.try_sign_in("anna", "wrong", "2001:db8:ffff::1"));
    const auto rows = open.web->log.read_all(0, 500);
    CHECK(rows.size() == 102);
    CHECK(rows.front().detail == "anna");
    CHECK(rows.front().actor.address == "2001:db8:ffff::1");
}
