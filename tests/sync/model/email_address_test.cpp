#include "sync/model/email_address.h"

#include <catch2/catch.hpp>

namespace stormote {

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

}  // namespace stormote
