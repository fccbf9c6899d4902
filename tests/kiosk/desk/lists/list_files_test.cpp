// Lists on a stick: which are found, in which order, and what of a file that is no list.
#include "kiosk/desk/lists/list_files.h"

#include <fstream>

#include <catch2/catch.hpp>

#include "kiosk/desk/lists/foreign_list.h"
#include "tests/support/machine/temporary_folder.h"
#include "tests/support/record/event_desk.h"

namespace stormote {

using namespace testing;
using Catch::Contains;

namespace {

void write(const std::filesystem::path& path, const std::string& text) {
    std::filesystem::create_directories(path.parent_path());
    std::ofstream(path) << text;
}

}  // namespace

TEST_CASE("lists are found in a folder and in its folders, the newest first") {
    const TemporaryFolder stick;
    const auto now = std::filesystem::file_time_type::clock::now();
    int age = 0;
    for (const char *name : {"möte/Ny.XLSX", "gammal.csv", "äldst.ods"}) {
        write(stick / name, "x");
        std::filesystem::last_write_time(stick / name, now - std::chrono::hours(++age));
    }
    for (const char *other : {"brev.docx", "~$Ny.xlsx", ".dold.csv", "a/b/djup.csv"}) {
        write(stick / other, "x");
    }
    std::vector<std::string> names;
    for (const ListFile& file : find_list_files({stick.path(), stick.path()})) {
        names.push_back(file.path.filename().string());
    }
    CHECK(names == std::vector<std::string>{"Ny.XLSX", "gammal.csv", "äldst.ods"});
    CHECK(find_list_files({stick / "utdragen"}).empty());
}

TEST_CASE("a list is opened for a review, and one that is gone says so") {
    const TemporaryFolder stick;
    write(stick / "lista.csv", "Namn;Förening\nÅsa Öberg;Eken\n");
    const EventDesk event;
    const auto review = open_foreign_list(stick / "lista.csv");
    REQUIRE(review);
    SeededRandom random(1);
    const ImportIds ids{[](std::string_view) { return OrganisationId{}; },
                        [&] { return make_id<AttendeeId>(event.clock, random); }};
    CHECK(review.value()->compare(event.state(), ids, Texts()).plan.added == 1);
    std::filesystem::remove(stick / "lista.csv");
    const auto gone = open_foreign_list(stick / "lista.csv");
    REQUIRE_FALSE(gone);
    CHECK_THAT(gone.error().english(), Contains("lista.csv cannot be read. Is the stick"));
}

}  // namespace stormote
