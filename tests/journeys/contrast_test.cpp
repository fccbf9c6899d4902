// Every screen in every state, as it is drawn: can its words be read?
#include <catch2/catch.hpp>

#include "tests/journeys/harness.h"
#include "tests/support/machine/temporary_folder.h"

namespace stormote {

TEST_CASE("on every drawn screen, in every theme, all words stand out from their ground") {
    const testing::TemporaryFolder folder;
    // A hair less than 7:1, for the smoothing of letters.
    const Finished looked =
        run_program({(program_directory() / "stormote-gallery").string(), folder.path().string(),
                     "--contrast", "6.9", "--theme", "light", "--theme", "dark", "--theme",
                     "high_contrast", "--size", "1920x1080", "--size", "1080x1920"},
                    {}, Milliseconds(300'000));
    INFO(looked.output << looked.errors);
    CHECK(looked.status == 0);
}

}  // namespace stormote
