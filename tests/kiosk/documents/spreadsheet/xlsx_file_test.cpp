// What becomes of a spreadsheet where temporary files find no room.
#include "kiosk/documents/spreadsheet/xlsx_file.h"

#include <catch2/catch.hpp>
#include <xlsxwriter.h>

#include "tests/support/machine/mounted_disk.h"
#include "tests/support/machine/skip.h"
#include "tests/support/machine/temporary_folder.h"

namespace stormote {

namespace {

XlsxContent fill_with_a_name(lxw_workbook& workbook) {
    lxw_worksheet *sheet = workbook_add_worksheet(&workbook, "Blad");
    worksheet_write_string(sheet, 0, 0, "Åsa", nullptr);
    return {1, 4};
}

// More than a small disk holds.
XlsxContent fill_with_many(lxw_workbook& workbook) {
    // The file would say when it was made.
    lxw_doc_properties properties{};
    properties.created = 1'665'590'400;
    workbook_set_properties(&workbook, &properties);
    lxw_worksheet *sheet = workbook_add_worksheet(&workbook, "Blad");
    XlsxContent content;
    for (lxw_row_t row = 0; row < 2'000; ++row) {
        const std::string text = std::to_string(row) + std::string(300, 'x');
        worksheet_write_string(sheet, row, 0, text.c_str(), nullptr);
        ++content.cells;
        content.text_bytes += text.size();
    }
    return content;
}

}  // namespace

TEST_CASE("a spreadsheet loses nothing on a full disk") {
    const testing::TemporaryFolder folder;
    const auto full = MountedDisk::of_size(folder / "full", 200'000);
    if (!full.is_mounted()) return testing::note_skipped("nobody may mount a disk here");
    const std::vector<std::string> only_full{folder / "full"};
    CHECK_FALSE(make_xlsx(fill_with_many, only_full));
    const std::vector<std::string> with_room{folder / "full", folder.path()};
    const auto file = make_xlsx(fill_with_many, with_room);
    REQUIRE(file);
    const std::vector<std::string> only_room{folder.path()};
    CHECK(*file == *make_xlsx(fill_with_many, only_room));
}

TEST_CASE("a spreadsheet leaves nothing behind in the folder for temporary files") {
    const testing::TemporaryFolder folder;
    const std::vector<std::string> folders{folder.path()};
    const auto file = make_xlsx(fill_with_a_name, folders);
    REQUIRE(file);
    CHECK(file->starts_with("PK"));
    CHECK(std::filesystem::is_empty(folder.path()));
}

TEST_CASE("a spreadsheet in which something is missing is made elsewhere, or is an error") {
    const testing::TemporaryFolder folder;
    std::size_t tries = 0;
    const auto fill_less = [&tries](lxw_workbook& workbook) {
        XlsxContent content = fill_with_a_name(workbook);
        // As if a disk had swallowed a cell.
        if (++tries == 1) ++content.cells;
        if (tries == 2) ++content.text_bytes;
        return content;
    };
    const std::vector<std::string> two{folder.path(), folder.path()};
    const auto none = make_xlsx(fill_less, two);
    REQUIRE_FALSE(none);
    CHECK(none.error().kind == ErrorKind::machine);
    CHECK(tries == 2);
    tries = 1;
    CHECK(make_xlsx(fill_less, two));
    CHECK(tries == 3);
}

}  // namespace stormote
