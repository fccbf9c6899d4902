#include "kiosk/cli/progress.h"

#include <algorithm>
#include <sstream>

#include <catch2/catch.hpp>

namespace stormote {

TEST_CASE("progress is drawn once a per cent, however much there is to do, and wiped at the end") {
    std::ostringstream terminal;
    {
        constexpr std::size_t total = 100'000;
        Progress progress(&terminal, "Saving", total);
        CHECK(terminal.str() == "\rSaving [....................]   0 %");
        for (std::size_t done = 0; done < total / 2; ++done) progress.advance();
        CHECK(terminal.str().ends_with("\rSaving [##########..........]  50 %"));
        for (std::size_t done = 0; done < total / 2; ++done) progress.advance();
        CHECK(terminal.str().ends_with("\rSaving [####################] 100 %"));
    }
    const std::string drawn = terminal.str();
    CHECK(drawn.ends_with("\r\x1b[K"));
    CHECK(std::count(drawn.begin(), drawn.end(), '%') == 101);
}

TEST_CASE("progress of nothing, and beyond the total, draws no wrong figures") {
    std::ostringstream terminal;
    {
        Progress none(&terminal, "A", 0);
        none.advance();
        Progress three(&terminal, "B", 3);
        for (int i = 0; i < 5; ++i) three.advance();
    }
    CHECK(terminal.str().find("A [####################] 100 %") != std::string::npos);
    CHECK(terminal.str().find("B [######..............]  33 %") != std::string::npos);
    CHECK(terminal.str().find("B [####################] 100 %") != std::string::npos);
}

TEST_CASE("where nobody watches, no progress is drawn") {
    Progress progress(nullptr, "Saving", 2);
    progress.advance();
    progress.advance();
}

}  // namespace stormote
