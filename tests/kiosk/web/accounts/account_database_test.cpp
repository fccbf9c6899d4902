#include "kiosk/web/accounts/account_database.h"

#include <catch2/catch.hpp>
#include <sys/stat.h>

#include "kiosk/web/accounts/account_schema.h"
#include "tests/kiosk/web/accounts/open_accounts.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

struct Opened {
    bool is_open = false;
    ErrorKind kind = ErrorKind::input;
    std::string words;
};

Opened open_in(const std::filesystem::path& folder) {
    ManualClock clock(0);
    SystemRandom random;
    const auto opened = WebAccounts::open(folder, clock, random, {}, cheapest_cost);
    if (opened) return {true, ErrorKind::input, ""};
    return {false, opened.error().kind, opened.error().english()};
}

}  // namespace

TEST_CASE("the file is its owner's alone, and holds what it was told") {
    OpenAccounts open;
    open.add("anna");
    const SignedIn signed_in = open.sign_in("anna");
    for (const auto& file : std::filesystem::directory_iterator(open.folder.path())) {
        struct stat status {};
        REQUIRE(stat(file.path().c_str(), &status) == 0);
        CAPTURE(file.path().string());
        CHECK((status.st_mode & 0777) == 0600);
    }
    open.restart();
    CHECK(open.web->sessions.find(signed_in.token));
    open.web.reset();
    // Nothing is left beside it of how it was made.
    CHECK(std::distance(std::filesystem::directory_iterator(open.folder.path()), {}) == 1);
}

TEST_CASE("two that have the file open see at once what the other changes") {
    OpenAccounts open;
    const auto other = open.open_again();
    const AccountId anna = open.add("anna");
    REQUIRE(other->accounts.find("anna"));
    const auto signed_in =
        std::get<SignedIn>(other->authentication.sign_in("anna", good_password, {}));
    CHECK(open.web->sessions.find(signed_in.token));
    REQUIRE(other->accounts.give_grant(anna, event_numbered(1), command_line_actor()));
    CHECK(open.web->accounts.may(signed_in.session, WebRight::organise, event_numbered(1)));
    // What is guessed here counts there.
    for (int i = 0; i < 5; ++i) static_cast<void>(open.try_sign_in("anna", "wrong"));
    CHECK(std::holds_alternative<SignInDelayed>(
        other->authentication.sign_in("anna", good_password, {})));
    REQUIRE(open.web->accounts.remove(anna, command_line_actor()));
    CHECK_FALSE(other->sessions.find(signed_in.token));
    CHECK(other->log.read_all(0, 1).front().action == AuditAction::account_removed);
}

TEST_CASE("an older file is brought on, and a newer one is left alone") {
    TemporaryFolder folder;
    const auto file = folder / WebAccounts::file_name;
    {
        Database rows(file, DatabaseMode::create);
        rows.execute(
            ("PRAGMA application_id = " + std::to_string(account_file_application_id)).c_str());
    }
    {
        ManualClock clock(0);
        SystemRandom random;
        const auto web = WebAccounts::open(folder.path(), clock, random, {}, cheapest_cost);
        REQUIRE(web);
        const auto outcome = (*web)->authentication.sign_in("anna", "wrong", {});
        CHECK(std::holds_alternative<SignInRefused>(outcome));
        AccountDatabase::View view(*(*web)->database);
        CHECK(view.rows().number("PRAGMA user_version") ==
              std::int64_t{account_file_versions.size()});
    }
    Database(file, DatabaseMode::read_write).execute("PRAGMA user_version = 99");
    const Opened newer = open_in(folder.path());
    CHECK_FALSE(newer.is_open);
    CHECK(newer.kind == ErrorKind::input);
    CHECK(newer.words.find("newer version") != std::string::npos);
}

TEST_CASE("a damaged file, another kind of file and a missing folder are told as what they are") {
    TemporaryFolder folder;
    const auto file = folder / WebAccounts::file_name;
    CHECK(open_in(folder / "nowhere").words.find("no folder") != std::string::npos);

    write_file(file, std::string_view("Namn;E-post\nAnna;anna@example.org\n"));
    const Opened text = open_in(folder.path());
    CHECK_FALSE(text.is_open);
    CHECK(text.kind == ErrorKind::machine);
    CHECK(text.words.find("damaged") != std::string::npos);

    write_file(file, std::string_view());
    CHECK(open_in(folder.path()).words.find("no accounts") != std::string::npos);
    std::filesystem::remove(file);
    Database(file, DatabaseMode::create).execute("CREATE TABLE event(id)");
    CHECK(open_in(folder.path()).words.find("no accounts") != std::string::npos);
    std::filesystem::remove(file);

    {
        OpenAccounts open;
        for (int i = 0; i < 50; ++i) open.add("anna" + std::to_string(i));
        open.web.reset();
        Bytes content = read_file(open.folder / WebAccounts::file_name);
        REQUIRE(content.size() > 20'000);
        // Every page but the first.
        std::fill(content.begin() + 4096, content.end(), std::uint8_t{0xAB});
        write_file(open.folder / WebAccounts::file_name, ByteView(content));
        const Opened damaged = open_in(open.folder.path());
        CHECK_FALSE(damaged.is_open);
        CHECK(damaged.kind == ErrorKind::machine);
        CHECK(damaged.words.find("user add") != std::string::npos);
    }
}
