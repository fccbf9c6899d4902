// SHA-256 by the examples of the standard.
#include "kiosk/documents/files/sha256.h"

#include <catch2/catch.hpp>

namespace stormote {

TEST_CASE("SHA-256 is that of FIPS 180-4") {
    CHECK(to_hex(sha256("")) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(to_hex(sha256("abc")) ==
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

}  // namespace stormote
