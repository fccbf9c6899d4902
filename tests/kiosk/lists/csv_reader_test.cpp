#include "kiosk/lists/csv_reader.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "kiosk/lists/list_problem.h"
#include "sync/base/random.h"

namespace stormote {

namespace {

using Cells = std::vector<std::vector<std::string>>;

Cells cells_of(std::string_view text, char separator = ';') {
    const CsvTable table = read_csv(text, separator);
    CHECK(table.problems.empty());
    Cells cells;
    for (const CsvRow& row : table.rows) {
        auto& line = cells.emplace_back();
        for (const CsvCell& cell : row.cells) line.push_back(cell.text);
    }
    return cells;
}

std::vector<std::size_t> problem_lines(std::string_view text, char separator = ';') {
    std::vector<std::size_t> lines;
    for (const CsvProblem& problem : read_csv(text, separator).problems) {
        lines.push_back(problem.line);
    }
    return lines;
}

using Lines = std::vector<std::size_t>;

}  // namespace

TEST_CASE("cells are parted by the separator and rows by any line end") {
    const Cells expected{{"a", "b"}, {"c", "d"}};
    for (const char *text : {"a;b\nc;d", "a;b\r\nc;d\r\n", "a;b\rc;d\r", "a;b\n\n\r\n;\nc;d\n\n"}) {
        CHECK(cells_of(text) == expected);
    }
    CHECK(cells_of("a,b;c", ',') == Cells{{"a", "b;c"}});
    CHECK(cells_of("a\tb", '\t') == Cells{{"a", "b"}});
    CHECK(cells_of(";a;") == Cells{{"", "a", ""}});
    CHECK(cells_of("").empty());
}

TEST_CASE("quotation marks hold separators, line ends and doubled marks together") {
    CHECK(cells_of("\"a;b\";\"c \"\"d\"\"\"\n\"\";x") == Cells{{"a;b", "c \"d\""}, {"", "x"}});
    CHECK(cells_of("\"två\r\nrader\";x\ny;z") == Cells{{"två\nrader", "x"}, {"y", "z"}});
    CHECK(cells_of("  \"a\"  ;b") == Cells{{"a", "b"}});
}

TEST_CASE("rows and cells know the line of the file they stand on") {
    const CsvTable table = read_csv("a;b\n\n\"x\ny\";z\r\nc;d", ';');
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[1].line == 3);
    CHECK(table.rows[1].cells[1].line == 4);
    CHECK(table.rows[2].line == 5);
}

TEST_CASE("a quotation mark that is never closed is named at the line where it opens") {
    CHECK(problem_lines("a;b\nc;\"d\ne;f\n") == Lines{2});
    CHECK(problem_lines("a;b\nc;\"d\ne;\"f\"\n") == Lines{2});
    CHECK(problem_lines("\"a\";\"b\"\n\"c;\"d\"\n\"e\";\"f\"\n") == Lines{2});
    CHECK(problem_lines("\"a\";\"b\"\n\"c\";\"d\n\"e\";\"f\"\n") == Lines{2});
    CHECK(problem_lines("\"a\";\"b\"\nc\";\"d\"\n\"e\";\"f\"\n") == Lines{2});
}

TEST_CASE("every wrong quotation mark is found, and the sound rows stay") {
    const std::string text = "a;b\n1;\"x\n2;y\n3;z\"z\n4;\"w\n5;v\n";
    CHECK(problem_lines(text) == Lines{2, 4, 5});
    const CsvTable table = read_csv(text, ';');
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[1].cells[0].text == "2");
    CHECK(table.rows[2].cells[0].text == "5");
}

TEST_CASE("a quoted cell that holds whole rows is taken for a missing mark") {
    CHECK(problem_lines("a;b;c;d\n1;\"x;y;z\n2;x;y;z\n3;x\";y;z\n") == Lines{2, 4});
    CHECK(problem_lines("a;b\n\"Rullstol; hörslinga\nledsagare\";x\n").empty());
}

TEST_CASE("cells, rows and widths have limits that are told") {
    const std::string long_cell(longest_csv_cell + 1, 'a');
    CHECK(problem_lines("a;b\n1;" + long_cell + "\n2;x\n") == Lines{2});
    CHECK(problem_lines("a;b\n1;\"" + long_cell + "\"\n2;x\n") == Lines{2});
    CHECK(problem_lines("a\n" + std::string(longest_csv_cell, 'a') + "\n").empty());
    std::string wide(most_csv_cells, ';');
    CHECK(problem_lines("a;b\n" + wide + "x\nc;d\n") == Lines{2});
    std::string high;
    for (std::size_t i = 0; i < most_csv_rows + 1; ++i) high += "x\n";
    CHECK(problem_lines(high).empty());
    CHECK(problem_lines(high + "x\n").size() == 1);
}

TEST_CASE("a file of nothing but wrong marks is given up early") {
    std::string text;
    for (int i = 0; i < 20'000; ++i) text += "\"x;y\n";
    CHECK(read_csv(text, ';').problems.size() <= most_list_problems + 1);
}

TEST_CASE("what is written by the rules is read back, whatever it says") {
    SeededRandom random(20220926);
    const std::string_view letters = "ab\";,\n \t'åÖ";
    for (int round = 0; round < 2000; ++round) {
        const char separator = ";,\t"[random.below(3)];
        const std::size_t width = 2 + random.below(3);
        Cells written;
        std::string text;
        for (std::size_t row = 0; row < 1 + random.below(5); ++row) {
            auto& cells = written.emplace_back();
            for (std::size_t i = 0; i < width; ++i) {
                // Never empty rows; never whole rows within a cell, which are taken for a mistake.
                std::string cell = i == 0 ? "x" : "";
                for (std::size_t n = random.below(6); n-- > 0;) {
                    const char c = letters[random.below(letters.size())];
                    if (c != separator || random.below(4) == 0) cell += c;
                }
                if (std::count(cell.begin(), cell.end(), separator) > 1) cell = "y";
                cells.push_back(cell);
                std::string quoted = "\"";
                for (const char c : cell) quoted += c == '"' ? "\"\"" : std::string(1, c);
                text += (i == 0 ? "" : std::string(1, separator)) + quoted + '"';
            }
            text += round % 2 == 0 ? "\r\n" : "\n";
        }
        INFO(text);
        REQUIRE(cells_of(text, separator) == written);
    }
}

TEST_CASE("any bytes are read to the end, and problems stand on lines that exist") {
    SeededRandom random(1);
    const std::string_view letters = "a\"\";;\n\r, \t\xC3\xA5\xFF";
    for (int round = 0; round < 20'000; ++round) {
        std::string text(random.below(60), ' ');
        for (char& c : text) c = letters[random.below(letters.size())];
        const auto lines =
            1 + static_cast<std::size_t>(std::count_if(
                    text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; }));
        const CsvTable table = read_csv(text, ';');
        for (const CsvProblem& problem : table.problems) {
            REQUIRE((problem.line >= 1 && problem.line <= lines));
        }
        for (const CsvRow& row : table.rows) REQUIRE((row.line >= 1 && row.line <= lines));
    }
}

}  // namespace stormote
