// Lists that nobody made in good faith: spreadsheets whose parts are torn, doubled and mixed up,
// and archives with wrong bytes. Whatever they hold is read or refused in words.
#include <catch2/catch.hpp>

#include "kiosk/lists/registrations/registration_list.h"
#include "kiosk/lists/spreadsheet/workbook.h"
#include "kiosk/lists/spreadsheet/zip_archive.h"
#include "sync/base/random.h"
#include "tests/support/lists/spreadsheet_files.h"
#include "tests/support/machine/fuzz_rounds.h"
#include "tests/support/machine/harmed_text.h"
#include "tests/support/record/start_crypto.h"

namespace stormote {

using namespace testing;

namespace {

// What is in a file of the samples, by name.
using Parts = std::vector<std::pair<std::string, std::string>>;

Parts parts_of(const std::string& file, const std::vector<std::string>& names) {
    auto archive = ZipArchive::open(file, most_sheet_bytes);
    REQUIRE(archive.ok());
    Parts parts;
    for (const std::string& name : names) {
        if (!archive.value().contains(name)) continue;
        auto part = archive.value().read(name);
        REQUIRE(part.ok());
        parts.emplace_back(name, std::move(part).value());
    }
    return parts;
}

std::vector<Parts> samples() {
    const std::vector<std::string> xlsx{"[Content_Types].xml",      "_rels/.rels",
                                        "xl/workbook.xml",          "xl/_rels/workbook.xml.rels",
                                        "xl/sharedStrings.xml",     "xl/styles.xml",
                                        "xl/worksheets/sheet1.xml", "xl/worksheets/sheet2.xml"};
    return {parts_of(excel_file(), xlsx), parts_of(google_file(), xlsx),
            parts_of(ods_file(), {"mimetype", "content.xml"})};
}

void read(const std::string& file) {
    const auto workbook = read_workbook(file);
    if (!workbook) CHECK_FALSE(workbook.error().english().empty());
    const RegistrationList list = read_registrations(file);
    CHECK((!list.problems.empty() || !list.registrations.empty()));
}

}  // namespace

TEST_CASE("a spreadsheet whose parts are harmed is read, or refused in words") {
    SeededRandom random(20221012);
    const std::vector<Parts> files = samples();
    for (int round = 0; round < round_count(600); ++round) {
        Parts parts = files[random.below(files.size())];
        for (std::size_t harms = 1 + random.below(4); harms-- > 0;) {
            harm_text(parts[random.below(parts.size())].second, random);
        }
        read(zip_of(parts));
    }
}

TEST_CASE("an archive with wrong bytes is read, or refused in words") {
    SeededRandom random(1899);
    const std::vector<std::string> files{excel_file(), ods_file()};
    for (int round = 0; round < round_count(400); ++round) {
        std::string file = files[random.below(files.size())];
        for (std::size_t harms = 1 + random.below(6); harms-- > 0;) {
            file[random.below(file.size())] = static_cast<char>(random.below(256));
        }
        if (random.below(3) == 0) file.resize(random.below(file.size()));
        read(file);
    }
}

}  // namespace stormote
