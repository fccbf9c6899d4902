#include "kiosk/documents/word/word_body.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "kiosk/documents/content/chart_table.h"
#include "kiosk/documents/content/xml_text.h"
#include "kiosk/documents/word/word_chart.h"
#include "kiosk/documents/word/word_package.h"
#include "kiosk/documents/word/word_text.h"

namespace stormote {

namespace {

// A4 in twentieths of a point, and what its margins leave.
constexpr int page_width = 11'906;
constexpr int page_height = 16'838;
constexpr int margin = 1'247;
constexpr int text_width = page_width - 2 * margin;
constexpr long emu_a_twentieth = 635;

struct PictureSize {
    long width = 0;
    long height = 0;
};

// Of a PNG (RFC 2083, 4.1.1) in at most three by six centimetres, with its proportions kept.
// Nothing where it is none.
std::optional<PictureSize> logo_size(ByteView png) {
    if (png.size() < 24 || png[0] != 0x89 || png[1] != 'P') return std::nullopt;
    const auto width = static_cast<double>(read_big_endian(png.subspan(16, 4)));
    const auto height = static_cast<double>(read_big_endian(png.subspan(20, 4)));
    if (width < 1 || height < 1) return std::nullopt;
    const double scale = std::min(6 * emu_a_centimetre / width, 3 * emu_a_centimetre / height);
    return PictureSize{static_cast<long>(width * scale), static_cast<long>(height * scale)};
}

class BodyWriter {
  public:
    explicit BodyWriter(const Document& document) : document_(document), text_(document.language) {}

    WordBody write() {
        write_beginning();
        for (const Block& block : document_.blocks) {
            std::visit([this](const auto& content) { write_block(content); }, block);
        }
        body_.xml = fmt::format(
            R"({}<w:document {} xmlns:r="{}" xmlns:wp="http://schemas.openxmlformats.org/)"
            R"(drawingml/2006/wordprocessingDrawing" xmlns:a="{}"><w:body>{}{}</w:body>)"
            R"(</w:document>)",
            xml_head, word_space, relation_space, drawing_space, xml_, section());
        return std::move(body_);
    }

  private:
    void write_beginning() {
        write_logo();
        add("Title", document_.title);
        if (!document_.title_page) return;
        add("Subtitle", document_.title_page->subtitle);
        for (const std::string& line : document_.title_page->lines) add("TitleLine", line);
        begins_page_ = true;
    }

    void write_logo() {
        const auto size = logo_size(document_.logo_png);
        if (!size) return;
        body_.has_logo = true;
        const std::string picture = fmt::format(
            R"(<pic:pic xmlns:pic="{}"><pic:nvPicPr><pic:cNvPr id="1" name="logo.png"/>)"
            R"(<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="{}"/><a:stretch>)"
            R"(<a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>)"
            R"(<a:ext cx="{}" cy="{}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>)"
            R"(</pic:spPr></pic:pic>)",
            picture_space, word_logo_relation(), size->width, size->height);
        add_runs({}, drawing(*size, document_.publisher, picture_space, picture));
    }

    // A picture in a line, with the words that stand for it.
    std::string drawing(const PictureSize& size, std::string_view meaning, std::string_view kind,
                        const std::string& content) {
        ++drawings_;
        return fmt::format(
            R"(<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">)"
            R"(<wp:extent cx="{0}" cy="{1}"/><wp:docPr id="{2}" name="{2}" descr="{3}"/>)"
            R"(<a:graphic><a:graphicData uri="{4}">{5}</a:graphicData></a:graphic>)"
            R"(</wp:inline></w:drawing></w:r>)",
            size.width, size.height, drawings_, xml_text(meaning), kind, content);
    }

    void write_block(const Heading& heading) {
        // Those of the table of contents have a mark that its entries lead to.
        const int level = std::clamp(heading.level, 1, 3);
        std::string runs = text_.run(heading.text);
        if (level <= 2) {
            ++marks_;
            runs = fmt::format(R"(<w:bookmarkStart w:id="{0}" w:name="_Toc{0}"/>{1})"
                               R"(<w:bookmarkEnd w:id="{0}"/>)",
                               marks_, runs);
        }
        const std::string style = "Heading" + std::to_string(level);
        add_runs({.style = style}, runs);
    }

    void write_block(const Paragraph& paragraph) {
        std::string_view style = "Normal";
        if (paragraph.style == ParagraphStyle::lead) style = "Lead";
        if (paragraph.style == ParagraphStyle::aside) style = "Aside";
        add(style, paragraph.text);
    }

    void write_block(const BulletList& list) {
        int number = list.first_number;
        for (const ListItem& item : list.items) {
            // Word would go on counting from the list before.
            const std::string label = number > 0 ? std::to_string(number++) + ". " : "";
            std::string runs = text_.run(label + item.text);
            if (!item.source.empty()) runs += text_.run("\u2002" + item.source, "Source");
            add_runs({.style = label.empty() ? "ListBullet" : "Normal"}, runs);
        }
    }

    void write_block(const TextTable& table) {
        if (!table.caption.empty()) add("Caption", table.caption);
        // A table cannot begin a page: an empty paragraph does.
        if (begins_page_) add("AfterTable", "");
        double shares = 0;
        for (const TableColumn& column : table.columns) shares += column.share;
        std::vector<int> widths;
        std::string grid;
        for (const TableColumn& column : table.columns) {
            widths.push_back(static_cast<int>(text_width * column.share / shares));
            grid += fmt::format(R"(<w:gridCol w:w="{}"/>)", widths.back());
        }
        xml_ += fmt::format(
            R"(<w:tbl><w:tblPr><w:tblStyle w:val="StormoteTable"/>{}<w:tblW w:w="5000" )"
            R"(w:type="pct"/><w:tblLayout w:type="fixed"/>{}<w:tblCaption w:val="{}"/>)"
            R"(</w:tblPr><w:tblGrid>{}</w:tblGrid>)",
            word_reads_from_right(document_.language) ? "<w:bidiVisual/>" : "",
            table_look(table.has_row_headers), xml_text(table.caption), grid);
        std::vector<std::string> headings;
        headings.reserve(table.columns.size());
        for (const TableColumn& column : table.columns) headings.push_back(column.heading);
        write_row(table, widths, headings, "<w:cantSplit/><w:tblHeader/>");
        for (const auto& row : table.rows) {
            write_row(table, widths, row, is_short(row) ? "<w:cantSplit/>" : "");
        }
        // Two tables behind each other would be one.
        xml_ += "</w:tbl>";
        add("AfterTable", "");
    }

    // Which of the style's looks it has, twice: older readers know the number alone.
    static std::string table_look(bool has_row_headers) {
        return fmt::format(
            R"(<w:tblLook w:val="{}" w:firstRow="1" w:lastRow="0" w:firstColumn="{}" )"
            R"(w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>)",
            has_row_headers ? "06A0" : "0620", has_row_headers ? 1 : 0);
    }

    // A row stays in one piece unless it takes much of a page.
    static bool is_short(const std::vector<std::string>& row) {
        constexpr std::size_t most_bytes = 1'000;
        return std::all_of(row.begin(), row.end(),
                           [](const std::string& cell) { return cell.size() <= most_bytes; });
    }

    void write_row(const TextTable& table, const std::vector<int>& widths,
                   const std::vector<std::string>& cells, std::string_view properties) {
        xml_ += "<w:tr>";
        if (!properties.empty()) xml_ += fmt::format("<w:trPr>{}</w:trPr>", properties);
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const bool is_at_end = table.columns[i].alignment == ColumnAlignment::end;
            xml_ += fmt::format(R"(<w:tc><w:tcPr><w:tcW w:w="{}" w:type="dxa"/></w:tcPr>{}</w:tc>)",
                                widths[i],
                                text_.paragraph({.style = "TableText", .is_at_end = is_at_end},
                                                text_.run(i < cells.size() ? cells[i] : "")));
        }
        xml_ += "</w:tr>";
    }

    void write_block(const BarChart& chart) {
        if (word_reads_from_right(document_.language)) {
            // LibreOffice 7 mirrors the letters of a chart in a paragraph from the right.
            write_block(chart_table(chart));
            return add("Normal", chart.meaning);
        }
        body_.charts.push_back(&chart);
        if (!chart.title.empty()) add("Caption", chart.title);
        const PictureSize size{text_width * emu_a_twentieth, word_chart_height(chart)};
        const std::string reference =
            fmt::format(R"(<c:chart xmlns:c="{}" r:id="{}"/>)", chart_space,
                        word_chart_relation(body_.charts.size()));
        add_runs({}, drawing(size, chart.meaning, chart_space, reference));
    }

    // A field of Word's with the headings of levels 1 and 2, as it shows them when it is updated.
    void write_block(const TableOfContents& contents) {
        const std::vector<const Heading *> headings = marked_headings();
        if (headings.empty()) return;
        xml_ += R"(<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/>)"
                R"(<w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>)";
        add("TOCHeading", contents.heading);
        for (std::size_t i = 0; i < headings.size(); ++i) {
            const std::string entry =
                fmt::format(R"(<w:hyperlink w:anchor="_Toc{}" w:history="1">{}</w:hyperlink>)",
                            i + 1, text_.run(headings[i]->text));
            const std::string style = "TOC" + std::to_string(headings[i]->level);
            add_runs({.style = style}, (i == 0 ? contents_begin() : "") + entry +
                                           (i + 1 == headings.size() ? contents_end() : ""));
        }
        xml_ += "</w:sdtContent></w:sdt>";
    }
    static std::string contents_begin() {
        return R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r>)"
               R"(<w:instrText xml:space="preserve"> TOC \o "1-2" \n \h \z </w:instrText></w:r>)"
               R"(<w:r><w:fldChar w:fldCharType="separate"/></w:r>)";
    }
    static std::string contents_end() { return R"(<w:r><w:fldChar w:fldCharType="end"/></w:r>)"; }

    [[nodiscard]] std::vector<const Heading *> marked_headings() const {
        std::vector<const Heading *> headings;
        for (const Block& block : document_.blocks) {
            const auto *heading = std::get_if<Heading>(&block);
            if (heading != nullptr && heading->level <= 2) headings.push_back(heading);
        }
        return headings;
    }

    void write_block(const FigureRow& row) {
        for (const Figure& picture : row.figures) add("Aside", picture.meaning);
    }

    void write_block(const PageBreak& /*page_break*/) { begins_page_ = true; }

    void add(std::string_view style, std::string_view words) {
        add_runs({.style = style}, text_.run(words));
    }
    void add_runs(WordParagraph what, const std::string& runs) {
        what.begins_page = std::exchange(begins_page_, false);
        xml_ += text_.paragraph(what, runs);
    }

    // The page, its footer, and that the title page has none.
    [[nodiscard]] std::string section() const {
        return fmt::format(
            R"(<w:sectPr><w:footerReference w:type="default" r:id="{0}"/>)"
            R"(<w:pgSz w:w="{1}" w:h="{2}"/><w:pgMar w:top="{4}" w:right="{3}" w:bottom="{4}" )"
            R"(w:left="{3}" w:header="624" w:footer="624" w:gutter="0"/>{5}{6}</w:sectPr>)",
            word_footer_relation(), page_width, page_height, margin, margin + 100,
            document_.title_page ? "<w:titlePg/>" : "",
            word_reads_from_right(document_.language) ? "<w:bidi/>" : "");
    }

    const Document& document_;
    WordText text_;
    WordBody body_;
    std::string xml_;
    bool begins_page_ = false;
    int marks_ = 0;
    int drawings_ = 0;
};

}  // namespace

std::string word_footer_relation() {
    return "rId4";
}

std::string word_logo_relation() {
    return "rId5";
}

std::string word_chart_relation(std::size_t number) {
    return fmt::format("rId{}", 5 + number);
}

WordBody write_word_body(const Document& document) {
    return BodyWriter(document).write();
}

}  // namespace stormote
