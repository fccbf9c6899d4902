#include "tests/support/lists/spreadsheet_files.h"

#include <cstdlib>
#include <stdexcept>

#include <zip.h>

namespace stormote::testing {

namespace {

constexpr const char *xml_head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
constexpr const char *main_space =
    "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
constexpr const char *office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string relation(const std::string& id, const std::string& type, const std::string& target) {
    return "<Relationship Id=\"" + id + "\" Type=\"" + office + type + "\" Target=\"" + target +
           "\"/>";
}

std::string relations(const std::string& content) {
    return std::string(xml_head) +
           "<Relationships "
           "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" +
           content + "</Relationships>";
}

struct NamedPart {
    std::string name;
    std::string state;
    std::string content;
};

std::string xlsx_of(const std::vector<NamedPart>& sheets, const std::string& shared,
                    const std::string& styles) {
    std::string named;
    std::string related = relation("rId100", "sharedStrings", "sharedStrings.xml") +
                          relation("rId101", "styles", "/xl/styles.xml") +
                          "<Relationship Id=\"rId102\" Type=\"" + office +
                          "externalLink\" Target=\"file:///secret.xlsx\" TargetMode=\"External\"/>";
    std::vector<std::pair<std::string, std::string>> files{
        {"[Content_Types].xml", std::string(xml_head) + "<Types/>"},
        {"_rels/.rels", relations(relation("rId1", "officeDocument", "xl/workbook.xml"))}};
    for (std::size_t i = 0; i < sheets.size(); ++i) {
        const std::string number = std::to_string(i + 1);
        named += "<sheet name=\"" + sheets[i].name + "\" sheetId=\"" + number + "\"" +
                 (sheets[i].state.empty() ? "" : " state=\"" + sheets[i].state + "\"") +
                 " r:id=\"rId" + number + "\"/>";
        related += relation("rId" + number, "worksheet", "worksheets/sheet" + number + ".xml");
        files.emplace_back("xl/worksheets/sheet" + number + ".xml",
                           std::string(xml_head) + "<worksheet " + main_space + ">" +
                               sheets[i].content + "</worksheet>");
    }
    files.emplace_back("xl/workbook.xml", std::string(xml_head) + "<workbook " + main_space +
                                              " xmlns:r=\"" + office + "\"><workbookPr/><sheets>" +
                                              named + "</sheets></workbook>");
    files.emplace_back("xl/_rels/workbook.xml.rels", relations(related));
    files.emplace_back("xl/sharedStrings.xml",
                       std::string(xml_head) + "<sst " + main_space + ">" + shared + "</sst>");
    files.emplace_back("xl/styles.xml", std::string(xml_head) + "<styleSheet " + main_space + ">" +
                                            styles + "</styleSheet>");
    return zip_of(files);
}

}  // namespace

std::string zip_of(const std::vector<std::pair<std::string, std::string>>& files) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_t *archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error);
    if (archive == nullptr) throw std::runtime_error("no archive in memory");
    zip_source_keep(target);
    for (const auto& [name, content] : files) {
        zip_source_t *source = zip_source_buffer(archive, content.data(), content.size(), 0);
        if (zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8) < 0) {
            throw std::runtime_error("no file in the archive");
        }
    }
    if (zip_close(archive) != 0) throw std::runtime_error("the archive cannot be written");
    zip_stat_t status;
    zip_source_stat(target, &status);
    std::string bytes(status.size, '\0');
    zip_source_open(target);
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

std::string excel_file() {
    const std::string shared =
        "<si><t>Anmälda till stormötet</t></si><si><t>Namn</t></si><si><t>Kontakt</t></si>"
        "<si><t>E-post</t></si><si><t xml:space=\"preserve\"> Telefon </t></si>"
        "<si><t>Anmäld</t></si>"
        "<si><r><t>Åsa </t></r><r><rPr><b/></rPr><t>Öberg</t></r><rPh sb=\"0\" "
        "eb=\"1\"><t>オーサ</t></rPh></si>"
        "<si><t>asa@example.org</t></si><si><t>Bo Ek</t></si><si><t>Rad ett_x000D_\nrad "
        "två</t></si>"
        "<si><t>Förening</t></si><si><t>Ekens hembygdsförening</t></si>";
    const std::string styles =
        "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"[$-41D]d\\ mmmm\\ "
        "yyyy;@\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs>"
        "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/><xf numFmtId=\"22\"/><xf "
        "numFmtId=\"164\"/></cellXfs>";
    const std::string people =
        "<sheetData>"
        "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>"
        "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>1</v></c><c r=\"B3\" t=\"s\"><v>10</v></c>"
        "<c r=\"C3\" t=\"s\"><v>2</v></c><c r=\"D3\"/><c r=\"E3\" t=\"s\"><v>5</v></c></row>"
        "<row r=\"4\"><c r=\"C4\" t=\"s\"><v>3</v></c><c r=\"D4\" t=\"s\"><v>4</v></c></row>"
        "<row r=\"5\"><c r=\"A5\" t=\"s\"><v>6</v></c><c r=\"B5\" t=\"s\"><v>11</v></c>"
        "<c r=\"C5\" t=\"s\"><v>7</v></c><c r=\"D5\"><v>7.01234567E8</v></c>"
        "<c r=\"E5\" s=\"1\"><v>44818</v></c></row>"
        "<row r=\"6\" hidden=\"1\"><c r=\"A6\" t=\"s\"><v>8</v></c><c r=\"E6\" "
        "s=\"2\"><f>NOW()</f><v>44818.585416666669</v></c></row>"
        "<row r=\"1048576\"><c r=\"A1048576\" s=\"3\"/></row>"
        "</sheetData><mergeCells count=\"3\"><mergeCell ref=\"A3:A4\"/><mergeCell ref=\"C3:D3\"/>"
        "<mergeCell ref=\"B3:B4\"/><mergeCell ref=\"E3:E4\"/></mergeCells>";
    return xlsx_of({{"Att göra", "",
                     "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>9</v></c>"
                     "</row></sheetData>"},
                    {"Anmälda", "", people},
                    {"Gammalt", "hidden", people}},
                   shared, styles);
}

std::string forms_file() {
    const std::string shared =
        "<si><t>ID</t></si><si><t>Starttid</t></si><si><t>Slutförandetid</t></si>"
        "<si><t>E-post</t></si><si><t>Namn</t></si><si><t>Ditt namn</t></si>"
        "<si><t>Vilken förening representerar du?</t></si><si><t>Din e-postadress</t></si>"
        "<si><t>Specialkost/allergi</t></si><si><t>anonymous</t></si><si><t>Siv Lööf</t></si>"
        "<si><t>Pensionärerna Väst</t></si><si><t>siv@example.org</t></si><si><t>Nej</t></si>";
    const std::string styles = "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"22\"/></cellXfs>";
    const std::string rows =
        "<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
        "<c r=\"C1\" t=\"s\"><v>2</v></c><c r=\"D1\" t=\"s\"><v>3</v></c>"
        "<c r=\"E1\" t=\"s\"><v>4</v></c><c r=\"F1\" t=\"s\"><v>5</v></c>"
        "<c r=\"G1\" t=\"s\"><v>6</v></c><c r=\"H1\" t=\"s\"><v>7</v></c>"
        "<c r=\"I1\" t=\"s\"><v>8</v></c></row>"
        "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\" s=\"1\"><v>44818.58</v></c>"
        "<c r=\"C2\" s=\"1\"><v>44818.5854166667</v></c><c r=\"D2\" t=\"s\"><v>9</v></c>"
        "<c r=\"F2\" t=\"s\"><v>10</v></c><c r=\"G2\" t=\"s\"><v>11</v></c>"
        "<c r=\"H2\" t=\"s\"><v>12</v></c><c r=\"I2\" t=\"s\"><v>13</v></c></row></sheetData>";
    return xlsx_of({{"Sheet1", "", rows}}, shared, styles);
}

std::string libreoffice_xlsx_file() {
    const std::string shared =
        "<si><t xml:space=\"preserve\">Namn</t></si><si><t xml:space=\"preserve\">Anmäld</t></si>"
        "<si><t xml:space=\"preserve\">Gun Dahl</t></si>";
    const std::string styles =
        "<numFmts count=\"2\"><numFmt numFmtId=\"164\" formatCode=\"General\"/><numFmt "
        "numFmtId=\"165\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
        "<cellXfs count=\"2\"><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs>";
    return xlsx_of(
        {{"Blad1", "visible",
          "<sheetData><row r=\"1\" customFormat=\"false\" hidden=\"false\"><c r=\"A1\" s=\"0\" "
          "t=\"s\"><v>0</v></c><c r=\"B1\" s=\"0\" t=\"s\"><v>1</v></c></row><row r=\"2\"><c "
          "r=\"A2\" s=\"0\" t=\"s\"><v>2</v></c><c r=\"B2\" s=\"1\" t=\"n\"><v>44818</v></c></row>"
          "</sheetData>"}},
        shared, styles);
}

std::string google_file() {
    const std::string shared =
        "<si><t>Tidsstämpel</t></si><si><t>För- och efternamn</t></si>"
        "<si><t>Avanmäld</t></si><si><t>Ali Hassan</t></si>"
        "<si><t>Yusuf Ek</t></si>";
    const std::string styles =
        "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy-mm-dd "
        "h:mm:ss\"/></numFmts>"
        "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\"/></cellXfs>";
    return xlsx_of({{"Formulärsvar 1", "",
                     "<sheetData><row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c><c "
                     "t=\"s\"><v>2</v></c></row><row><c s=\"1\"><v>44818.5854166667</v></c><c "
                     "t=\"s\"><v>3</v></c><c t=\"b\"><v>1</v></c></row><row><c "
                     "s=\"1\"><v>44819</v></c><c t=\"s\"><v>4</v></c><c t=\"b\"><v>0</v></c></row>"
                     "</sheetData>"}},
                   shared, styles);
}

std::string inline_file(const std::string& rows) {
    return xlsx_of({{"Sheet", "", "<sheetData>" + rows + "</sheetData>"}}, "", "<cellXfs/>");
}

std::string ods_file() {
    const std::string content =
        std::string(xml_head) +
        "<office:document-content "
        "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
        "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
        "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
        "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\">"
        "<office:automatic-styles><style:style style:name=\"ta1\"><style:table-properties "
        "table:display=\"true\"/></style:style><style:style "
        "style:name=\"ta2\"><style:table-properties "
        "table:display=\"false\"/></style:style></office:automatic-styles>"
        "<office:body><office:spreadsheet>"
        "<table:table table:name=\"Gömt\" table:style-name=\"ta2\"><table:table-row>"
        "<table:table-cell office:value-type=\"string\"><text:p>Namn</text:p></table:table-cell>"
        "<table:table-cell office:value-type=\"string\"><text:p>E-post</text:p></table:table-cell>"
        "</table:table-row></table:table>"
        "<table:table table:name=\"Anmälda\" table:style-name=\"ta1\">"
        "<table:table-column table:number-columns-repeated=\"16384\"/>"
        "<table:table-row><table:table-cell office:value-type=\"string\" "
        "table:number-columns-spanned=\"4\"><text:p>Stormöte</text:p></table:table-cell>"
        "<table:covered-table-cell table:number-columns-repeated=\"3\"/></table:table-row>"
        "<table:table-row table:number-rows-repeated=\"2\"><table:table-cell "
        "table:number-columns-repeated=\"16384\"/></table:table-row>"
        "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>Namn</text:p>"
        "</table:table-cell><table:table-cell office:value-type=\"string\"><office:annotation>"
        "<text:p>hemligt</text:p></office:annotation><text:p>Förening</text:p></table:table-cell>"
        "<table:table-cell office:value-type=\"string\"><text:p>Anmäld</text:p></table:table-cell>"
        "<table:table-cell office:value-type=\"string\"><text:p>Kost</text:p></table:table-cell>"
        "</table:table-row>"
        "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>Bo<text:s/>"
        "<text:span>Norén</text:span></text:p></table:table-cell><table:table-cell "
        "office:value-type=\"string\"><text:p>Missionskyrkan</text:p></table:table-cell>"
        "<table:table-cell office:value-type=\"date\" "
        "office:date-value=\"2022-09-14T14:03:00\"><text:p>14/9 14.03</text:p></table:table-cell>"
        "<table:table-cell office:value-type=\"string\"><text:p>vegan</text:p><text:p>inte nötter"
        "</text:p></table:table-cell></table:table-row>"
        "<table:table-row table:visibility=\"filter\"><table:table-cell "
        "office:value-type=\"string\"><text:p>Per Holm</text:p></table:table-cell>"
        "<table:table-cell office:value-type=\"float\" office:value=\"7\"><text:p>7,00</text:p>"
        "</table:table-cell></table:table-row>"
        "<table:table-row table:number-rows-repeated=\"1048570\"><table:table-cell "
        "table:number-columns-repeated=\"16384\"/></table:table-row>"
        "</table:table></office:spreadsheet></office:body></office:document-content>";
    return zip_of(
        {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"}, {"content.xml", content}});
}

}  // namespace stormote::testing
