#include "kiosk/lists/list_words.h"

#include <catch2/catch.hpp>

namespace stormote {

namespace {

std::string split(std::string_view name) {
    const SplitName parts = split_name(name);
    return parts.given + "|" + parts.family;
}

std::string date(std::string_view text) {
    const auto read = registered_in_words(text);
    return read ? read->date : "?";
}

}  // namespace

TEST_CASE("a name in one cell is parted where its family name begins") {
    CHECK(split("Åsa Öberg") == "Åsa|Öberg");
    CHECK(split("  Anna  Maria   Svensson ") == "Anna Maria|Svensson");
    CHECK(split("Öberg, Åsa") == "Åsa|Öberg");
    CHECK(split("Anna von Essen") == "Anna|von Essen");
    CHECK(split("Jan van der Berg") == "Jan|van der Berg");
    CHECK(split("Carl af Geijerstam") == "Carl|af Geijerstam");
    CHECK(split("Marie-Louise Lindqvist-Åberg") == "Marie-Louise|Lindqvist-Åberg");
    CHECK(split("Madonna") == "Madonna|");
    CHECK(split("Li Von") == "Li|Von");
    CHECK(split("") == "|");
}

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

TEST_CASE("dates are understood as Sweden and survey tools write them") {
    CHECK(date("2022-09-26") == "2022-09-26");
    CHECK(date("2022-09-26 14:03:22") == "2022-09-26T14:03");
    CHECK(date("2022-09-26T09:05") == "2022-09-26T09:05");
    CHECK(date("2022/9/6 8.05") == "2022-09-06T08:05");
    CHECK(date("2022/09/26 2:03:22 em CEST") == "2022-09-26");
    CHECK(date("20220926") == "2022-09-26");
    CHECK(date("26/9/2022") == "2022-09-26");
    CHECK(date("26.09.2022 14:03") == "2022-09-26T14:03");
    CHECK(date("26 september 2022") == "2022-09-26");
    CHECK(date("6 Okt. 2022") == "2022-10-06");
    CHECK(date("Mon, 26 Sep 2022 14:03:00 +0200") == "2022-09-26T14:03");
    CHECK(date("måndag 26 september 2022") == "2022-09-26");
    CHECK(date("44830") == "2022-09-26");
    CHECK(date("26/9") == "--09-26");
    CHECK(date("26 sept") == "--09-26");
    CHECK(date("ja").empty());
    for (const char *bad :
         {"", "9/26/2022", "2022-02-30", "igår", "31 feb", "sep 26", "12", "20221301"}) {
        INFO(bad);
        CHECK(date(bad) == "?");
    }
    CHECK_FALSE(registered_in_words("Nej")->is_registered);
}

TEST_CASE("languages become their tags, others stay as they are written") {
    CHECK(language_in_words("Svenska") == "sv");
    CHECK(language_in_words("English") == "en");
    CHECK(language_in_words(" Tigrinja ") == "Tigrinja");
    CHECK(language_in_words("").empty());
}

}  // namespace stormote
