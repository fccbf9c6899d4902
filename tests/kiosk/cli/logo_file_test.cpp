// A municipality's logo, from the file on the disk into the event's settings.
#include <catch2/catch.hpp>

#include "tests/support/machine/organiser_program.h"

namespace stormote {

using testing::OrganiserProgram;

TEST_CASE("a logo that would be drawn for minutes is refused in words, and nothing is changed") {
    const OrganiserProgram program;
    program.make_empty_event("mote");
    std::string steps;
    for (int i = 0; i < 100; ++i) {
        steps +=
            "<feTurbulence baseFrequency='0.05' numOctaves='9'/><feGaussianBlur stdDeviation='9'/>";
    }
    program.write(
        "moln.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'><filter id='f' x='0' "
        "y='0' width='1' height='1'>" +
            steps + "</filter><rect width='100' height='100' filter='url(#f)'/></svg>");
    const std::string record = program.record();
    const Finished finished = program.run({"settings", "mote", "--logo", "moln.svg"});
    CHECK(finished.status == 1);
    CHECK(finished.errors ==
          "stormote: moln.svg takes too long or too much memory to draw. Use a simpler SVG, or a "
          "PNG.\n");
    CHECK(program.record() == record);
}

}  // namespace stormote
