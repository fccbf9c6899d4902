// XLSX: what is written is read back by the reader of lists.
#include "kiosk/documents/spreadsheet/xlsx_writer.h"

#include <cstdlib>
#include <ctime>

#include <catch2/catch.hpp>
#include <rapidcheck.h>

#include "kiosk/documents/spreadsheet/sheet_text.h"
#include "kiosk/documents/spreadsheet/table_writers.h"
#include "kiosk/lists/spreadsheet/workbook.h"
#include "kiosk/lists/spreadsheet/zip_archive.h"
#include "tests/support/record/event_desk.h"

namespace stormote {

using Catch::Contains;
using testing::EventDesk;

namespace {

constexpr std::size_t most_bytes = 100'000'000;

class Written {
  public:
    explicit Written(const std::vector<TableSheet>& sheets, const std::string& title = "Notes")
        : title_(title) {
        setenv("TZ", "Europe/Stockholm", 1);
        tzset();
        const auto written =
            write_xlsx(sheets, {event_.state(), {title_.c_str()}, {"Every note."}}, Texts());
        REQUIRE(written);
        file = *written;
        const auto read = read_workbook(file);
        REQUIRE(read);
        workbook = *read;
    }

    [[nodiscard]] std::string part(const std::string& name) const {
        return ZipArchive::open(file, most_bytes)->read(name).value();
    }
    [[nodiscard]] std::string all_cells() const {
        std::string all;
        for (const Sheet& sheet : workbook.sheets) {
            for (const SheetRow& row : sheet.rows) {
                for (const std::string& cell : row.cells) all += cell + "|";
            }
        }
        return all;
    }

    std::string file;
    Workbook workbook;

  private:
    EventDesk event_;
    std::string title_;
};

Table one_cell(Cell cell, ColumnTexts texts = ColumnTexts::words) {
    return {{{"name", {"Name"}, {"What it is called."}, texts}}, {{std::move(cell)}}};
}

std::string cell_of(Cell cell, ColumnTexts texts = ColumnTexts::words) {
    const Written written({{"Notes", one_cell(std::move(cell), texts)}});
    return written.workbook.sheets.at(0).rows.at(1).cells.at(0);
}

// The markup of the one cell below the heading.
std::string markup_of(Cell cell, ColumnTexts texts = ColumnTexts::words) {
    const std::string sheet =
        Written({{"Notes", one_cell(std::move(cell), texts)}}).part("xl/worksheets/sheet1.xml");
    const auto start = sheet.find("<c r=\"A2\"");
    return sheet.substr(start, sheet.find("</c>", start) - start);
}

}  // namespace

TEST_CASE("a table is the first sheet of a spreadsheet, and the last says what the file is") {
    const Written written({{"Anteckningar", one_cell("Åsa")}});
    REQUIRE(written.workbook.sheets.size() == 2);
    CHECK(written.workbook.sheets[0].name == "Anteckningar");
    CHECK(written.workbook.sheets[0].rows.at(0).cells == std::vector<std::string>{"Name"});
    CHECK(written.workbook.sheets[1].name == "About this file");
    CHECK_THAT(written.all_cells(), Contains("Notes|Contents|Every note.|Event|"));
    CHECK_THAT(written.all_cells(), Contains("|Starts|2022-10-12T18:00|"));
    CHECK_THAT(written.all_cells(), Contains("|Rows|1|Sheets|2|Written by|Stormöte "));
    CHECK_THAT(written.all_cells(), Contains("|Column|What it holds|Name|What it is called.|"));
}

TEST_CASE("times and numbers of a spreadsheet are real ones, and texts stay texts") {
    CHECK(cell_of(Instant{1'665'590'400'250}) == "2022-10-12T18:00");
    CHECK_THAT(markup_of(Instant{1'665'590'400'250}), Contains("<v>44846.75"));
    CHECK(markup_of(std::int64_t{-12}).ends_with("<v>-12</v>"));
    CHECK(cell_of("2022-09-26", ColumnTexts::dates) == "2022-09-26");
    CHECK(markup_of("2022-09-26", ColumnTexts::dates).ends_with("<v>44830</v>"));
    CHECK(cell_of("i fjol", ColumnTexts::dates) == "i fjol");
    CHECK(markup_of("3", ColumnTexts::numbers).ends_with("<v>3</v>"));
    for (const char *text : {"007", "3.5", "-0", "9999999999999999"}) {
        CHECK_THAT(markup_of(text, ColumnTexts::numbers), Contains("t=\"s\""));
        CHECK(cell_of(text, ColumnTexts::numbers) == text);
    }
    CHECK_THAT(markup_of("2022-09-26"), Contains("t=\"s\""));
    CHECK_THAT(markup_of(std::int64_t{1'000'000'000'000'000}), Contains("t=\"s\""));
    CHECK(cell_of(Word{"yes", {"Yes"}}) == "Yes");
    CHECK(cell_of("Idrottsrörelsen", ColumnTexts::sectors) == "Sports");
    CHECK(cell_of("fi", ColumnTexts::languages) == "Finnish");
    CHECK(cell_of("Tigrinja", ColumnTexts::languages) == "Tigrinja");
    // A spreadsheet knows no day before 1900.
    CHECK(cell_of(Instant{-5'000'000'000'000}).starts_with("1811-07-23T"));
}

TEST_CASE("nothing in a spreadsheet is run as a formula or read as markup") {
    for (const char *text : {"=1+1", "+46 70", "-x", "@SUM(A1)", "=cmd|' /C calc'!A0", "<b>&amp;",
                             "https://example.org", "mailto:x@example.org", "{=A1}", "_x0041_",
                             "]]>", "\"q\"", "'x"}) {
        INFO(text);
        const Written written({{"Notes", one_cell(text)}});
        CHECK(written.workbook.sheets[0].rows.at(1).cells.at(0) == text);
        const std::string sheet = written.part("xl/worksheets/sheet1.xml");
        CHECK(sheet.find("<f") == std::string::npos);
        CHECK(sheet.find("<hyperlink") == std::string::npos);
    }
}

TEST_CASE("a spreadsheet has its headings in view, filters, and pages that print") {
    const std::string sheet =
        Written({{"Notes", one_cell("Åsa")}}).part("xl/worksheets/sheet1.xml");
    for (const char *markup : {"<pane ySplit=\"1\" topLeftCell=\"A2\"", "<autoFilter ref=\"A1:A2\"",
                               "<pageSetUpPr fitToPage=\"1\"", "orientation=\"landscape\"",
                               "fitToHeight=\"0\"", "numberStoredAsText=\"1\""}) {
        CHECK_THAT(sheet, Contains(markup));
    }
    CHECK_THAT(Written({{"Notes", one_cell("Åsa")}}).part("xl/workbook.xml"),
               Contains("_xlnm.Print_Titles"));
}

TEST_CASE("columns of a spreadsheet are as wide as what they hold, within limits") {
    const auto width = [](const std::string& text) {
        const std::string sheet =
            Written({{"Notes", one_cell(text)}}).part("xl/worksheets/sheet1.xml");
        const auto at = sheet.find(" width=\"") + 8;
        return std::stod(sheet.substr(at));
    };
    CHECK(width("x") > 8);
    CHECK(width(std::string(40, 'x')) > 40);
    CHECK(width("kort\n" + std::string(30, 'x')) < 40);
    CHECK(width(std::string(10'000, 'x')) < 65);
}

TEST_CASE("the same record is the same spreadsheet, whatever the time") {
    const std::vector<TableSheet> sheets{{"Notes", one_cell("Åsa")}};
    const Written first(sheets);
    CHECK(first.file == Written(sheets).file);
    // The event's end or start, not the clock's time.
    CHECK_THAT(first.part("docProps/core.xml"), Contains("2022-10-12T"));
    CHECK(first.file != Written({{"Notes", one_cell("Bo")}}).file);
}

TEST_CASE("a text that is too long for a cell is cut there, and the last sheet says where") {
    const Written written({{"Notes", one_cell(std::string(40'000, 'x'))}});
    const std::string& cell = written.workbook.sheets[0].rows.at(1).cells.at(0);
    CHECK(cell.size() == 32'767);
    CHECK(cell.ends_with("[Cut here: it is too long for a spreadsheet.]"));
    CHECK_THAT(written.all_cells(), Contains("|Cut|Notes A2: the text is longer than"));
}

TEST_CASE("titles, names and texts of any length and kind make a spreadsheet that can be read") {
    std::string title(500, 'T');
    title += "&&";
    const std::string hostile = "A&B <x> 😀 مرحبا \x01 [1]:*?/\\ '\"";
    const Written written({{hostile, one_cell(hostile)}, {hostile, one_cell({})}}, title);
    REQUIRE(written.workbook.sheets.size() == 3);
    CHECK(written.workbook.sheets[0].rows.at(1).cells.at(0) == sheet_text(hostile));
    CHECK(written.workbook.sheets[1].rows.size() == 1);
    CHECK(written.workbook.sheets[2].rows.at(0).cells.at(0).starts_with(std::string(254, 'T')));
}

TEST_CASE("whatever a text holds, a spreadsheet is made of it that reads back as that text") {
    const EventDesk event;
    const bool holds = rc::check([&event] {
        const auto piece = rc::gen::elementOf(std::vector<std::string>{
            "_x0041_", "_x005F_", "_x",   "_",    "0041_",        "=",       "<", "&", "]]>",
            "'",       "\n",      "\r",   "\r\n", "\t",           " ",       "a", "å", "😀",
            "مرحبا",   "\x01",    "\x7F", "\xC3", "\xEF\xBF\xBF", "\xF0\x9F"});
        std::string text;
        for (const std::string& part : *rc::gen::container<std::vector<std::string>>(piece)) {
            text += part;
        }
        RC_PRE(!text.empty());
        const auto written = write_xlsx({{text, one_cell(text)}},
                                        {event.state(), {"Notes"}, {"Every note."}}, Texts());
        RC_ASSERT(written.ok());
        const auto read = read_workbook(*written);
        RC_ASSERT(read.ok());
        std::string expected = sheet_text(text);
        for (auto at = expected.find("_x005F_x"); at != std::string::npos;
             at = expected.find("_x005F_x", at + 2)) {
            expected.erase(at, 6);
        }
        RC_ASSERT(read->sheets.at(0).rows.at(1).cells.at(0) == expected);
    });
    CHECK(holds);
}

TEST_CASE("a table without rows is a spreadsheet with headings alone") {
    const Written written({{"Notes", {{{"a", {"A"}}, {"b", {"B"}}}, {}}}});
    REQUIRE(written.workbook.sheets[0].rows.size() == 1);
    CHECK(written.workbook.sheets[0].rows[0].cells == std::vector<std::string>{"A", "B"});
    CHECK_THAT(written.all_cells(), Contains("|Rows|0|"));
}

TEST_CASE("a table that no spreadsheet can hold is refused") {
    const EventDesk event;
    Table table = one_cell("x");
    table.rows.resize(1'048'576, {Cell()});
    const auto written =
        write_xlsx({{"Notes", std::move(table)}}, {event.state(), {"Notes"}, {""}}, Texts());
    REQUIRE_FALSE(written);
    CHECK(written.error().english() ==
          "Notes is more than a spreadsheet can hold. Take another format.");
}

TEST_CASE("a chart of a sheet has a title, names of its axes, and words for who cannot see it") {
    const Table table{{{"sector", {"Sector"}}, {"people", {"People"}}},
                      {{"Nätverk", std::int64_t{3}}, {"Idrott", std::int64_t{5}}}};
    const Written written({{"Sektorer",
                            table,
                            {{ChartKind::bars, "People & sectors", "Nätverk 3, Idrott 5", "Sector",
                              "People", 0, 1}}}});
    const std::string chart = written.part("xl/charts/chart1.xml");
    for (const char *text : {"People &amp; sectors", "Sektorer!$A$2:$A$3", "Sektorer!$B$2:$B$3",
                             "<c:v>5</c:v>", "<c:barDir val=\"bar\"/>"}) {
        CHECK_THAT(chart, Contains(text));
    }
    CHECK_THAT(written.part("xl/drawings/drawing1.xml"), Contains("descr=\"Nätverk 3, Idrott 5\""));
    const Written empty({{"Sektorer", {table.columns, {}}, {{}}}});
    CHECK(empty.file.find("chart1.xml") == std::string::npos);
}

}  // namespace stormote
