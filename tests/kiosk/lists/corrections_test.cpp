// What staff and the command may write in place of what is known of a person.
#include "kiosk/lists/corrections.h"

#include <catch2/catch.hpp>

namespace stormote {

using Catch::Contains;

TEST_CASE("a language that is shown by its name is taken back as its tag") {
    for (const char *tag : {"sv", "en", "fi", "ar", "so", "fa", "prs", "pl", "tr", "de", "es", "uk",
                            "ru", "se", "smj", "sma"}) {
        const auto name = language_name(tag);
        REQUIRE(name);
        const auto taken = check_correction(AttendeeField::language, name->english, "Language");
        REQUIRE(taken);
        CHECK(*taken == tag);
    }
    CHECK_FALSE(language_name("Tigrinja"));
}

TEST_CASE("a text that cannot stand there is refused without a word of a list") {
    const auto email = check_correction(AttendeeField::email, "asa(at)eken.example", "E-mail");
    REQUIRE_FALSE(email);
    CHECK_THAT(std::string(email.error().sentence.english),
               Contains("is not an e-mail address") && !Contains("cell"));
    const auto role = check_correction(AttendeeField::role, "kung", "Role");
    REQUIRE_FALSE(role);
    CHECK_THAT(std::string(role.error().sentence.english),
               Contains("is not known") && !Contains("cell"));
}

}  // namespace stormote
