#include "kiosk/lists/lost_letters.h"

#include <catch2/catch.hpp>

namespace stormote {

namespace {

std::string in_person(std::string_view name, ListEncoding encoding = ListEncoding::unicode) {
    return lost_letters(name, NameKind::person, encoding);
}

}  // namespace

TEST_CASE("signs in a person's name stand where letters were lost") {
    CHECK(in_person("Lech Wa?esa") == "?");
    CHECK(in_person("?ukasz") == "?");
    CHECK(in_person("Pawe?") == "?");
    CHECK(in_person("Wa³êsa") == "³");
    CHECK(in_person("Wa³êsa", ListEncoding::windows_1252) == "³, ê");
    CHECK(in_person("Ry¿a ¯ak D±b") == "¿, ¯, ±");
    CHECK(in_person("Wa\uFFFD\uFFFDsa") == "\uFFFD");
    CHECK(in_person("MÃ¥rten") == "¥");
}

TEST_CASE("names with letters of any language are right") {
    for (const char *name :
         {"Åsa Öberg", "Wałęsa", "Éva Forêt", "D'Angelo", "D´Angelo", "Anna-Lisa (Lisa)",
          "José Muñoz", "Kjær", "علي حسن", "Олена", "Nguyễn", "Anna ”Ann” Ek", "Bo Ek ?"}) {
        CAPTURE(name);
        CHECK(in_person(name).empty());
    }
    CHECK(in_person("Lê Êva", ListEncoding::windows_1252).empty());
    CHECK(in_person("Kjær Muñoz", ListEncoding::windows_1252).empty());
}

TEST_CASE("an organisation's name may hold signs beside its words, not within them") {
    const auto in_organisation = [](std::string_view name) {
        return lost_letters(name, NameKind::organisation, ListEncoding::unicode);
    };
    CHECK(in_organisation("Vad händer?").empty());
    CHECK(in_organisation("100 m³").empty());
    CHECK(in_organisation("Vad händer??").empty());
    CHECK(in_organisation("Ko?ciół") == "?");
    CHECK(in_organisation("Ko??iół") == "?");
    CHECK(in_organisation("Dom \uFFFD") == "\uFFFD");
}

}  // namespace stormote
