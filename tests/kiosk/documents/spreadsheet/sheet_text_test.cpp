#include "kiosk/documents/spreadsheet/sheet_text.h"

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "sync/base/utf8.h"

namespace stormote {

namespace {

std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += text;
    return all;
}

}  // namespace

TEST_CASE("a spreadsheet's text has what XML can hold, and nothing that reads as escaped") {
    CHECK(sheet_text("Åsa 😀\tمرحبا\nrad") == "Åsa 😀\tمرحبا\nrad");
    CHECK(sheet_text("a\r\nb\rc\vd\fe") == "a\nb\nc\nd\ne");
    CHECK(sheet_text(std::string("a\0b\x1B", 4)) ==
          "a\xEF\xBF\xBD"
          "b\xEF\xBF\xBD");
    CHECK(sheet_text("\xEF\xBF\xBE") == "\xEF\xBF\xBD");
    CHECK(sheet_text("\xC3") == "\xEF\xBF\xBD");
    CHECK(sheet_text("x_x0041_") == "x_x005F_x0041_");
    CHECK(sheet_text("_x00_ _x004G_") == "_x00_ _x004G_");
}

TEST_CASE("a cell holds 32,767 characters, and one that is cut says so") {
    const Texts texts;
    const std::string longest = repeated("å", 32'767);
    CHECK_FALSE(sheet_cell_text(longest, texts).is_cut);
    CHECK(sheet_cell_text(longest, texts).text == longest);
    // Two units each, as Excel counts.
    for (const std::string& text : {longest + "å", repeated("😀", 16'384)}) {
        const SheetCellText cut = sheet_cell_text(text, texts);
        CHECK(cut.is_cut);
        CHECK(is_utf8(cut.text));
        CHECK(count_utf16_units(cut.text) <= longest_sheet_cell);
        CHECK(count_utf16_units(cut.text) >= longest_sheet_cell - 1);
        CHECK(cut.text.ends_with("[Cut here: it is too long for a spreadsheet.]"));
    }
}

TEST_CASE("the names of sheets are within Excel's rules, and each stands once") {
    SheetNames names;
    CHECK(names.add("Ekbackens IF", "Sheet 1") == "Ekbackens IF");
    CHECK(names.add("EKBACKENS IF", "Sheet 2") == "EKBACKENS IF (2)");
    CHECK(names.add("a/b\\c?d*e[f]g:h", "Sheet 3") == "a-b-c-d-e-f-g-h");
    CHECK(names.add("'Eken'", "Sheet 4") == "Eken");
    CHECK(names.add("'' \n", "Sheet 5") == "Sheet 5");
    CHECK(names.add("History", "Sheet 6") == "History (2)");
    const std::string long_name = repeated("Föreningen ", 10);
    CHECK(names.add(long_name, "") == "Föreningen Föreningen Föreninge");
    CHECK(names.add(long_name, "") == "Föreningen Föreningen Fören (2)");
    CHECK(names.add(repeated("😀", 40), "") == repeated("😀", 15));
}

TEST_CASE("whatever a sheet is to be called, its name is short enough and new") {
    const bool holds = rc::check([] {
        const auto letter = rc::gen::elementOf(std::string("aA'[]:*?/\\ -\x01"));
        const auto wanted =
            *rc::gen::container<std::vector<std::string>>(rc::gen::container<std::string>(letter));
        SheetNames names;
        std::set<std::string> given;
        for (const std::string& text : wanted) {
            const std::string name = names.add(text, "Blad");
            RC_ASSERT(!name.empty());
            RC_ASSERT(count_utf16_units(name) <= longest_sheet_name);
            RC_ASSERT(name.find_first_of("[]:*?/\\") == std::string::npos);
            RC_ASSERT(name.front() != '\'');
            RC_ASSERT(name.back() != '\'');
            RC_ASSERT(given.insert(name).second);
        }
    });
    CHECK(holds);
}

}  // namespace stormote
