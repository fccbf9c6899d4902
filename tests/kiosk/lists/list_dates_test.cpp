#include "kiosk/lists/list_dates.h"

#include <catch2/catch.hpp>

namespace stormote {

namespace {

std::string date(std::string_view text) {
    const auto read = registered_in_words(text);
    return read ? read->date : "?";
}

}  // namespace

TEST_CASE("dates are understood as Sweden and survey tools write them") {
    CHECK(date("2022-09-26") == "2022-09-26");
    CHECK(date("2022-09-26 14:03:22") == "2022-09-26T14:03");
    CHECK(date("2022-09-26T09:05") == "2022-09-26T09:05");
    CHECK(date("2022/9/6 8.05") == "2022-09-06T08:05");
    CHECK(date("2022/09/26 2:03:22 em CEST") == "2022-09-26");
    CHECK(date("20220926") == "2022-09-26");
    CHECK(date("26/9/2022") == "2022-09-26");
    CHECK(date("26.09.2022 14:03") == "2022-09-26T14:03");
    CHECK(date("mån 12 sep. 2022 14:03") == "2022-09-12T14:03");
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

}  // namespace stormote
