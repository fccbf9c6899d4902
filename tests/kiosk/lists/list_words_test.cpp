#include "kiosk/lists/list_words.h"

#include <catch2/catch.hpp>

namespace stormote {

TEST_CASE("roles are understood in Swedish and English words") {
    for (const char *word : {"Civilsamhälle", "civilsamhället", "Förening", "civil society"}) {
        CHECK(role_in_words(word) == AttendeeRole::civil);
    }
    for (const char *word : {"Förtroendevald", "FORTROENDEVALD", "politiker", "elected"}) {
        CHECK(role_in_words(word) == AttendeeRole::elected);
    }
    for (const char *word : {"Tjänsteperson", "tjänsteman", "Kommunanställd", "official"}) {
        CHECK(role_in_words(word) == AttendeeRole::official);
    }
    CHECK_FALSE(role_in_words("Kung"));
    CHECK_FALSE(role_in_words(""));
}

TEST_CASE("an e-mail address is one address") {
    for (const char *good : {"a@b.se", "asa.oberg+mote@eken.example", "o'x@b.se", "å@åäö.se"}) {
        CHECK(is_email_address(good));
    }
    for (const char *bad :
         {"", "a", "@b.se", "a@", "a@b", "a@b.", "a@.se", "a@b..se", "a b@c.se", "a@b.se, c@d.se",
          "Åsa <a@b.se>", "mailto:a@b.se", "a@b@c.se", "a@b.s"}) {
        INFO(bad);
        CHECK_FALSE(is_email_address(bad));
    }
    CHECK_FALSE(is_email_address(std::string(250, 'a') + "@b.se"));
}

TEST_CASE("languages become their tags, others stay as they are written") {
    CHECK(language_in_words("Svenska") == "sv");
    CHECK(language_in_words("English") == "en");
    CHECK(language_in_words(" Tigrinja ") == "Tigrinja");
    CHECK(language_in_words("").empty());
}

}  // namespace stormote
