#include "tests/support/machine/skip.h"

#include <iostream>

#include <catch2/catch.hpp>

namespace stormote::testing {

void note_skipped(std::string_view reason) {
    std::cout << "skipped: " << Catch::getResultCapture().getCurrentTestName() << ": " << reason
              << std::endl;
}

}  // namespace stormote::testing
