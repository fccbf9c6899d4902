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

TEST_CASE("languages become their tags, others stay as they are written") {
    CHECK(language_in_words("Svenska") == "sv");
    CHECK(language_in_words("English") == "en");
    CHECK(language_in_words(" Tigrinja ") == "Tigrinja");
    CHECK(language_in_words("").empty());
}

}  // namespace stormote
