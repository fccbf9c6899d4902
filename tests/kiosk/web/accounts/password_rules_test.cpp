#include "kiosk/web/accounts/password_rules.h"

#include <array>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

using namespace stormote;

namespace {

bool may_be(std::string_view password) {
    static const std::vector<std::string> place{"Ekbackens kommun"};
    static const PasswordRules rules(place);
    constexpr std::array<std::string_view, 2> person{"anna.lindqvist@ekbacken.se",
                                                     "Anna Lindqvist"};
    return bool(rules.check(password, person));
}

}  // namespace

TEST_CASE("a password has twelve to 128 characters of any kind") {
    CHECK_FALSE(may_be("korvfjordse"));
    CHECK(may_be("korvfjordseg"));
    CHECK(may_be("åäöåkorvfjör"));  // characters, not bytes
    CHECK(may_be("lampa korv fjord segel"));
    CHECK(
        may_be("\U0001F600\U0001F401\U0001F680\U0001F9C0\U0001F6B2\U0001F3B8"
               "\U0001F40B\U0001F335\U0001F9F2\U0001F4A1\U0001F511\U0001F30D"));
    CHECK(may_be("kvist\tmed\nradbyte"));
    std::string long_one;
    while (long_one.size() < 128) long_one += "kvistfjordmulesegel";
    CHECK(may_be(long_one.substr(0, 128)));
    CHECK_FALSE(may_be(long_one.substr(0, 129)));
    CHECK_FALSE(may_be(std::string(10'000'000, 'x')));
    CHECK_FALSE(may_be("korvfjordseg\xC3"));
}

TEST_CASE("the first passwords that are guessed are refused") {
    for (const char *password :
         {"password12345",    "Password123!",         "P4ssw0rd!2022",      "passwordpassword",
          "qwertyuiop123",    "1234567890123",        "123456789012",       "abcdefghijklm",
          "asdfghjkl123",     "aaaaaaaaaaaaaaa",      "abababababab",       "Sommar2022!!!!",
          "sommarvinter22",   "Lösenord2022!",        "lösenord lösenord",  "iloveyou1234567",
          "Stormöte2022!",    "stormotestormote",     "Ekbackens kommun 1", "ekbackens2022",
          "AnnaLindqvist1",   "lindqvist 1985-04-12", "anna.lindqvist",     "0987654321qwerty",
          "1q2w3e4r5t6y",     "letmeinletmein",       "trustno1trustno1",   "valkommen12345",
          "Volvo240Volvo240", "fotboll!fotboll!"}) {
        CAPTURE(password);
        CHECK_FALSE(may_be(password));
    }
}

TEST_CASE("several words, or much chance, may be a password") {
    for (const char *password :
         {"hund lampa sommar fjord", "X7#kP2vQ9!mZr", "kaffe pluto gruva segel",
          "sommarregnpatakigen", "839201745566218403", "tratt-myra-gruva"}) {
        CAPTURE(password);
        CHECK(may_be(password));
    }
}

TEST_CASE("no bytes keep the rules from an answer, and chance is not taken for a word") {
    CHECK(rc::check([](const std::string& bytes) { static_cast<void>(may_be(bytes)); }));
    CHECK(rc::check([] {
        std::string password;
        for (int i = 0; i < 16; ++i) {
            password += *rc::gen::elementOf(std::string("bcdfghjkmnpqrtvwxz23456789"));
        }
        RC_PRE(std::set<char>(password.begin(), password.end()).size() > 6U);
        RC_ASSERT(may_be(password));
    }));
}
