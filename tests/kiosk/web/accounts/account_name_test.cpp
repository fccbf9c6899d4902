#include "kiosk/web/accounts/account_name.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "sync/base/utf8.h"

using namespace stormote;

TEST_CASE("a sign-in name is an e-mail address or a word") {
    CHECK(check_login_name("anna.svensson@ekbacken.se")->key == "anna.svensson@ekbacken.se");
    CHECK(check_login_name("  Åsa  ")->shown == "åsa");
    CHECK(check_login_name("ÅSA")->key == "asa");
    for (const std::string& refused :
         {std::string(), std::string("  "), std::string("två ord"), std::string("a\nb"),
          std::string("a\r\nSet-Cookie"), std::string("a\0b", 3), std::string("<b>anna</b>"),
          std::string("anna'--"), std::string("anna\"x"), std::string("\xC3\x28"),
          std::string("an\u200Bna"), std::string("\u202Eanna"), std::string("anna\u2028"),
          std::string("anna\n"), std::string("\U0001F600"), std::string(255, 'a'),
          std::string(10'000'000, 'a')}) {
        CAPTURE(refused.substr(0, 40));
        CHECK_FALSE(check_login_name(refused));
    }
}

TEST_CASE("sign-in names that look the same are the same") {
    const std::string key = check_login_name("anna@ekbacken.se")->key;
    // Cyrillic, full width, capitals, and a mark.
    for (const char *other : {"\u0430nna@ekbacken.se", "\uFF41nna@ekbacken.se", "ANNA@Ekbacken.SE",
                              "a\u0301nna@ekbacken.se"}) {
        CAPTURE(other);
        CHECK(login_key_of(other) == key);
    }
}

TEST_CASE("a name may be any that can be seen") {
    CHECK(*check_full_name("  Zoë  O'Hara-Ñúñez ") == "Zoë O'Hara-Ñúñez");
    CHECK(check_full_name("<script>alert(1)</script>"));  // shown as text, wherever it is shown
    CHECK(check_full_name("محمد"));
    for (const std::string& refused :
         {std::string(" "), std::string("a\nb"), std::string("a\0b", 3), std::string("a\u202Eb"),
          std::string("a\u2066b"), std::string("\xFF"), std::string(201, 'a'),
          std::string(10'000'000, 'a')}) {
        CAPTURE(refused.substr(0, 40));
        CHECK_FALSE(check_full_name(refused));
    }
}

TEST_CASE("whatever is written to the log is one line of text with a limit") {
    CHECK(one_safe_line("a\nb\x1B[31m", 200) == "a\uFFFDb\uFFFD[31m");
    CHECK(one_safe_line("åäö", 5) == "åä");
    CHECK(rc::check([](const std::string& bytes) {
        const std::string line = one_safe_line(bytes, 50);
        RC_ASSERT(is_utf8(line));
        RC_ASSERT(line.size() <= 50U);
        RC_ASSERT(line.find_first_of(std::string("\n\r\t\0", 4)) == std::string::npos);
    }));
}
