// Spreadsheets as their programs write them, and those that no list of people is.
#include "kiosk/lists/spreadsheet/workbook.h"

#include <catch2/catch.hpp>

#include "kiosk/lists/spreadsheet/sheet_values.h"
#include "tests/support/lists/spreadsheet_files.h"

namespace stormote {

using namespace testing;

namespace {

using Cells = std::vector<std::string>;

Workbook read(const std::string& bytes) {
    auto workbook = read_workbook(bytes);
    REQUIRE((workbook.ok() ? "" : workbook.error().english()) == std::string());
    return std::move(workbook).value();
}

std::string refused(const std::string& bytes) {
    const auto workbook = read_workbook(bytes);
    REQUIRE_FALSE(workbook.ok());
    CHECK(workbook.error().kind == ErrorKind::input);
    return workbook.error().english();
}

}  // namespace

TEST_CASE("Excel's shared and rich texts, styled dates and merged headings are read as they show") {
    const Workbook workbook = read(excel_file());
    REQUIRE(workbook.sheets.size() == 3);
    CHECK(workbook.sheets[0].rows.front().cells == Cells{"Rad ett\nrad två"});
    const Sheet& sheet = workbook.sheets[1];
    CHECK(sheet.name == "Anmälda");
    CHECK_FALSE(sheet.is_hidden);
    CHECK(workbook.sheets[2].is_hidden);
    REQUIRE(sheet.rows.size() == 5);
    CHECK(sheet.rows[1].cells == Cells{"Namn", "Förening", "Kontakt", "", "Anmäld"});
    CHECK(sheet.rows[2].number == 4);
    CHECK(sheet.rows[2].cells == Cells{"Namn", "Förening", "E-post", " Telefon ", "Anmäld"});
    CHECK(sheet.rows[3].cells == Cells{"Åsa Öberg", "Ekens hembygdsförening", "asa@example.org",
                                       "701234567", "2022-09-14"});
    CHECK(sheet.rows[4].cells == Cells{"Bo Ek", "", "", "", "2022-09-14T14:03"});
    CHECK(sheet.rows[4].is_hidden);
    CHECK_FALSE(sheet.rows[3].is_hidden);
}

TEST_CASE("spreadsheets of LibreOffice and Google are read, with and without references") {
    CHECK(read(libreoffice_xlsx_file()).sheets[0].rows[1].cells == Cells{"Gun Dahl", "2022-09-14"});
    const Workbook google = read(google_file());
    REQUIRE(google.sheets[0].rows.size() == 3);
    CHECK(google.sheets[0].rows[0].cells == Cells{"Tidsstämpel", "För- och efternamn", "Avanmäld"});
    CHECK(google.sheets[0].rows[1].cells == Cells{"2022-09-14T14:03", "Ali Hassan", "ja"});
    CHECK(google.sheets[0].rows[2].cells == Cells{"2022-09-15", "Yusuf Ek", "nej"});
    CHECK(google.sheets[0].rows[2].number == 3);
}

TEST_CASE("a text in its cell is read, rich or not, and an error of a formula as it shows") {
    const Workbook workbook = read(
        inline_file("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Namn</t></is></c>"
                    "<c r=\"B1\" t=\"inlineStr\"><is><r><t>E-</t></r><r><t>post</t></r></is></c>"
                    "<c r=\"D1\" t=\"str\"><f>A1</f><v>räknad</v></c><c r=\"E1\" "
                    "t=\"e\"><v>#N/A</v></c></row>"));
    CHECK(workbook.sheets[0].rows[0].cells == Cells{"Namn", "E-post", "", "räknad", "#N/A"});
}

TEST_CASE("an OpenDocument sheet is read without its comments, empty rows and repeated cells") {
    const Workbook workbook = read(ods_file());
    REQUIRE(workbook.sheets.size() == 2);
    CHECK(workbook.sheets[0].is_hidden);
    const Sheet& sheet = workbook.sheets[1];
    CHECK_FALSE(sheet.is_hidden);
    REQUIRE(sheet.rows.size() == 4);
    CHECK(sheet.rows[0].cells == Cells{"Stormöte"});
    CHECK(sheet.rows[1].number == 4);
    CHECK(sheet.rows[1].cells == Cells{"Namn", "Förening", "Anmäld", "Kost"});
    CHECK(sheet.rows[2].cells ==
          Cells{"Bo Norén", "Missionskyrkan", "2022-09-14T14:03", "vegan\ninte nötter"});
    CHECK(sheet.rows[3].cells == Cells{"Per Holm", "7"});
    CHECK(sheet.rows[3].is_hidden);
}

TEST_CASE("numbers of days are dates, whatever day the workbook counts from") {
    CHECK(date_of_serial("1", SheetEpoch::windows) == "1900-01-01");
    CHECK(date_of_serial("59", SheetEpoch::windows) == "1900-02-28");
    CHECK(date_of_serial("61", SheetEpoch::windows) == "1900-03-01");
    CHECK(date_of_serial("44818", SheetEpoch::windows) == "2022-09-14");
    CHECK(date_of_serial("43356", SheetEpoch::macintosh) == "2022-09-14");
    CHECK(date_of_serial("44818.99999", SheetEpoch::windows) == "2022-09-15");
    CHECK(date_of_serial("0.784722222222222", SheetEpoch::windows) == "18:50");
    CHECK(date_of_serial("0", SheetEpoch::windows) == "0");
    CHECK(date_of_serial("-3", SheetEpoch::windows) == "-3");
    CHECK(date_of_serial("1e9", SheetEpoch::windows) == "1e9");
    CHECK(is_date_format("yyyy\\-mm\\-dd"));
    CHECK(is_date_format("[h]:mm"));
    CHECK_FALSE(is_date_format("0.00\" dagar\""));
    CHECK_FALSE(is_date_format("#,##0\\ [$kr-41D]"));
    CHECK_FALSE(is_date_format("\"unclosed"));
    CHECK(number_as_written("4.5") == "4.5");
    CHECK(time_of_duration("PT18H50M00S") == "18:50");
}

TEST_CASE("what is no spreadsheet, or no honest one, is refused in words that say what it is") {
    CHECK(refused("PK\x03\x04 and nothing more") ==
          "The spreadsheet is damaged. Open it, and save it again.");
    CHECK(refused(std::string("\xD0\xCF\x11\xE0", 4) + std::string(600, '\0')) ==
          "The spreadsheet is protected by a password, or of Excel 97 to 2003. Open it, and save "
          "it as .xlsx without a password.");
    CHECK(refused(zip_of({{"a.txt", "hej"}})) ==
          "The file is an archive, and holds no spreadsheet. Unpack it first.");
    CHECK(refused(zip_of({{"[Content_Types].xml", "<Types/>"},
                          {"_rels/.rels", "<Relationships/>"},
                          {"word/document.xml", "<document/>"}})) ==
          "The file is not a spreadsheet. Save the list as .xlsx, .ods or CSV.");
    CHECK(refused(zip_of({{"content.xml", "<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>"}})) ==
          "The spreadsheet is damaged. Open it, and save it again.");
    const std::string whole = excel_file();
    CHECK_FALSE(read_workbook(std::string_view(whole).substr(0, whole.size() / 2)).ok());
}

TEST_CASE("a file that unpacks to more than a list can be is not unpacked to its end") {
    const std::string bomb = zip_of({{"content.xml", std::string(most_sheet_bytes + 1, ' ')}});
    REQUIRE(bomb.size() < 1'000'000);
    CHECK(refused(bomb) ==
          "The spreadsheet unpacks to more than 200 MB. Copy the list of people "
          "into a file of its own.");
}

TEST_CASE("a sheet of more columns or rows than a list can have is named with its row") {
    CHECK(refused(inline_file("<row r=\"7\"><c r=\"XFD7\"><v>1</v></c></row>")) ==
          "Row 7 of the sheet \"Sheet\" has more than 1000 cells. Copy the list of people into a "
          "sheet of its own.");
    const std::string ods =
        zip_of({{"content.xml",
                 "<o><table name=\"A\"><table-row number-rows-repeated=\"900000\"><table-cell "
                 "value-type=\"float\" value=\"1\"/></table-row></table></o>"}});
    CHECK(refused(ods) == "The sheet \"A\" has more than 200000 rows. Split it.");
}

TEST_CASE("a few bytes that stand for more cells than there is memory are refused") {
    const auto sheet = [](const std::string& rows) {
        return zip_of({{"content.xml", "<o><table name=\"A\">" + rows + "</table></o>"}});
    };
    const std::string most = "18446744073709551615";
    const std::string cell = "<table-cell value-type=\"float\" value=\"1\"/>";
    CHECK_FALSE(refused(sheet("<table-row><table-cell number-columns-repeated=\"" + most +
                              "\"/><table-cell number-columns-repeated=\"2\" "
                              "value-type=\"float\" value=\"1\"/></table-row>"))
                    .empty());
    CHECK(refused(sheet("<table-row>" + cell + "</table-row><table-row number-rows-repeated=\"" +
                        most + "\">" + cell + "</table-row>")) ==
          "The sheet \"A\" has more than 200000 rows. Split it.");
    CHECK(refused(sheet("<table-row number-rows-repeated=\"200000\"><table-cell "
                        "number-columns-repeated=\"1000\" value-type=\"float\" "
                        "value=\"1\"/></table-row>")) ==
          "The sheet \"A\" holds more text than a list of people can. Copy the list into a file of "
          "its own.");
}

TEST_CASE("rows that a file puts out of their order are numbered in it") {
    const Workbook workbook =
        read(inline_file("<row r=\"20\"><c><v>1</v></c></row>"
                         "<row r=\"10\"><c><v>2</v></c></row>"
                         "<row r=\"3\"><c><v>3</v></c></row>"));
    REQUIRE(workbook.sheets[0].rows.size() == 3);
    CHECK(workbook.sheets[0].rows[1].number == 21);
    CHECK(workbook.sheets[0].rows[2].number == 22);
}

}  // namespace stormote
