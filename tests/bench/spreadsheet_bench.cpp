#include <stdexcept>

#include <expat.h>
#include <fmt/format.h>

#include "kiosk/lists/spreadsheet/workbook.h"
#include "kiosk/lists/spreadsheet/zip_archive.h"
#include "tests/bench/benches.h"
#include "tests/support/lists/spreadsheet_files.h"

namespace stormote::testing {

namespace {

constexpr std::size_t row_count = 50'000;
constexpr std::size_t column_count = 8;

// As Excel writes it: each text once, in a table of its own.
std::vector<std::pair<std::string, std::string>> parts_of_list() {
    std::string shared = "<sst>";
    std::string sheet = "<worksheet><sheetData>";
    std::size_t text = 0;
    for (std::size_t row = 1; row <= row_count; ++row) {
        sheet += fmt::format("<row r=\"{}\">", row);
        for (std::size_t column = 0; column < column_count; ++column) {
            const char letter = static_cast<char>('A' + static_cast<char>(column));
            sheet += fmt::format("<c r=\"{}{}\" t=\"s\"><v>{}</v></c>", letter, row, text);
            shared += fmt::format("<si><t>Deltagare {} i förening {}</t></si>", row, text % 5'000);
            ++text;
        }
        sheet += "</row>";
    }
    return {{"[Content_Types].xml", "<Types/>"},
            {"_rels/.rels",
             "<Relationships><Relationship Id=\"r\" Type=\"x/officeDocument\" "
             "Target=\"xl/workbook.xml\"/></Relationships>"},
            {"xl/workbook.xml",
             "<workbook><sheets><sheet name=\"Blad1\" id=\"r1\"/></sheets></workbook>"},
            {"xl/_rels/workbook.xml.rels",
             "<Relationships><Relationship Id=\"r1\" Type=\"x/worksheet\" "
             "Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"x/sharedStrings\" "
             "Target=\"sharedStrings.xml\"/></Relationships>"},
            {"xl/sharedStrings.xml", shared + "</sst>"},
            {"xl/worksheets/sheet1.xml", sheet + "</sheetData></worksheet>"}};
}

// Unpacked and parsed, and nothing done with any of it.
void parse_alone(const std::string& file) {
    auto archive = ZipArchive::open(file, most_sheet_bytes);
    for (const char *part : {"xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"}) {
        const auto bytes = archive.value().read(part);
        XML_Parser parser = XML_ParserCreate(nullptr);
        const XML_Status status = XML_Parse(parser, bytes.value().data(),
                                            static_cast<int>(bytes.value().size()), XML_TRUE);
        XML_ParserFree(parser);
        if (status != XML_STATUS_OK) throw std::runtime_error("the list is not well formed");
    }
}

}  // namespace

void measure_spreadsheet(Figures& figures, const std::filesystem::path& /*folder*/) {
    Figures::section("Reading a spreadsheet");
    const std::string file = zip_of(parts_of_list());
    Samples limit;
    Samples read;
    constexpr int rounds = 9;
    for (int round = 0; round < rounds; ++round) {
        limit.measure([&] { parse_alone(file); });
        read.measure([&] {
            const auto workbook = read_workbook(file);
            if (workbook.value().sheets.front().rows.size() != row_count) {
                throw std::runtime_error("rows are missing from the spreadsheet");
            }
        });
    }
    Figures::value("rows of 8 cells", static_cast<double>(row_count), "");
    Figures::times("limit: unpacked and parsed by Expat alone", limit);
    Figures::times("read as rows of texts", read);
    figures.at_most("beside unpacking and parsing alone", read.median() / limit.median(), 1.5, "x");
}

}  // namespace stormote::testing
