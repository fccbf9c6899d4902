#include "kiosk/lists/list_names.h"

#include <catch2/catch.hpp>

namespace stormote {

namespace {

std::string split(std::string_view name) {
    const SplitName parts = split_name(name);
    return parts.given + "|" + parts.family;
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

TEST_CASE("a name that begins with the family's, and one with a party behind it") {
    CHECK(split_family_first("Öberg Åsa").given == "Åsa");
    CHECK(split_family_first("von Essen Anna Maria").family == "von Essen");
    CHECK(split_family_first("von Essen Anna Maria").given == "Anna Maria");
    CHECK(split_family_first("Öberg, Åsa").family == "Öberg");
    CHECK(without_party("Åsa Öberg (C)").name == "Åsa Öberg");
    CHECK(without_party("Åsa Öberg (C)").has_party);
    CHECK(without_party("Åsa Öberg (Eken)").name == "Åsa Öberg (Eken)");
    CHECK_FALSE(without_party("Åsa Öberg (Eken)").has_party);
}

TEST_CASE("a cell that names two people or holds more than a name is seen, and no other") {
    const auto both = [](std::string_view cell) { return names_of_several(cell); };
    CHECK(both("Anna och Per Svensson") ==
          std::vector<std::string>{"Anna Svensson", "Per Svensson"});
    CHECK(both("Anna Ek & Per Svensson") == std::vector<std::string>{"Anna Ek", "Per Svensson"});
    CHECK(both("Anna Ochman").empty());
    for (const char *name : {"Öberg, Åsa", "Anna-Lena O'Brien", "Person 57", "نور الهدى"}) {
        CAPTURE(name);
        CHECK_FALSE(take_apart(name));
    }
    const auto parts = take_apart("Siv Lööf siv@example.org, Hembygdsföreningen, 070-123 45 67");
    REQUIRE(parts);
    CHECK(parts->name == "Siv Lööf");
    CHECK(parts->email == "siv@example.org");
    CHECK(parts->organisation == "Hembygdsföreningen");
    CHECK(parts->phone == "070-123 45 67");
}

}  // namespace stormote
