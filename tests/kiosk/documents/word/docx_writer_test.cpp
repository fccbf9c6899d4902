// Documents as DOCX: the parts of the package, and what a reader of their XML finds.
#include "kiosk/documents/word/docx_writer.h"

#include <map>

#include <catch2/catch.hpp>

#include "kiosk/lists/spreadsheet/xml_events.h"
#include "kiosk/lists/spreadsheet/zip_archive.h"
#include "sync/base/random.h"
#include "tests/support/machine/fuzz_rounds.h"

namespace stormote {

using Catch::Contains;

namespace {

constexpr std::size_t most_bytes = 10'000'000;

// A part as a reader meets it: its paragraphs with their styles, and how often each element is
// there.
struct ReadPart : XmlHandler {
    struct Paragraph {
        std::string style;
        std::string text;
    };
    std::vector<Paragraph> paragraphs;
    std::map<std::string, int, std::less<>> elements;
    std::string instructions;
    std::string all_text;

    void start(std::string_view name, const XmlAttributes& attributes) override {
        ++elements[std::string(name)];
        if (name == "p") paragraphs.emplace_back();
        if (name == "pStyle" && !paragraphs.empty()) {
            paragraphs.back().style = attributes.get("val");
        }
        if (name == "br" && !paragraphs.empty()) paragraphs.back().text += '\n';
        is_instruction_ = name == "instrText";
    }
    void end(std::string_view /*name*/) override { is_instruction_ = false; }
    void text(std::string_view part) override {
        all_text += part;
        if (is_instruction_) instructions += part;
        if (!is_instruction_ && !paragraphs.empty()) paragraphs.back().text += part;
    }

  private:
    bool is_instruction_ = false;
};

ReadPart read_part(const std::string& docx, const std::string& name) {
    auto archive = ZipArchive::open(docx, most_bytes);
    REQUIRE(archive);
    const auto bytes = archive->read(name);
    REQUIRE(bytes);
    ReadPart part;
    REQUIRE(read_xml(*bytes, part));
    return part;
}

std::vector<std::string> styles_of(const ReadPart& part) {
    std::vector<std::string> styles;
    for (const auto& paragraph : part.paragraphs) styles.push_back(paragraph.style);
    return styles;
}

Document paper(std::vector<Block> blocks, const std::string& language = "sv") {
    Document document;
    document.title = "Möte & <samtal>";
    document.language = language;
    document.publisher = "Ekbackens kommun";
    document.footer = "Sammanställning";
    document.dated_ms = 1'665'601'200'000;  // 2022-10-12T19:00:00Z
    document.blocks = std::move(blocks);
    return document;
}

const BarChart chart{"Svar", "Sex av tio sade ja.", {{"Ja", 6, "6 (60 %)"}, {"Nej", 4, "4"}}};

}  // namespace

TEST_CASE("headings, paragraphs and lists have the styles that Word knows them by") {
    const std::string docx = write_docx(
        paper({Heading{1, "Ett"}, Heading{2, "Två"}, Heading{3, "Tre"}, Paragraph{"Text"},
               Paragraph{"Först", ParagraphStyle::lead}, Paragraph{"Sist", ParagraphStyle::aside},
               BulletList{{{"Rad ett\nrad två", "Grupp 3"}}}}));
    const ReadPart part = read_part(docx, "word/document.xml");
    CHECK(styles_of(part) == std::vector<std::string>{"Title", "Heading1", "Heading2", "Heading3",
                                                      "Normal", "Lead", "Aside", "ListBullet"});
    CHECK(part.paragraphs.front().text == "Möte & <samtal>");
    CHECK(part.paragraphs.back().text == "Rad ett\nrad två\u2002Grupp 3");
    const ReadPart styles = read_part(docx, "word/styles.xml");
    const ReadPart numbering = read_part(docx, "word/numbering.xml");
    CHECK(styles.elements.at("outlineLvl") == 3);
    CHECK(styles.elements.at("numId") == 1);
    CHECK(numbering.elements.at("abstractNum") == 1);
}

TEST_CASE("steps keep their numbers in Word, and a picture is what it shows") {
    const ReadPart part =
        read_part(write_docx(paper({BulletList{{{"Ett", ""}, {"Två", ""}}, 3},
                                    FigureRow{{{{}, "Välkomstsidan", "Så ser det ut."}}},
                                    Paragraph{"stormote ready", ParagraphStyle::command}})),
                  "word/document.xml");
    CHECK(styles_of(part) ==
          std::vector<std::string>{"Title", "Normal", "Normal", "Aside", "Normal"});
    CHECK(part.paragraphs[1].text == "3. Ett");
    CHECK(part.paragraphs[2].text == "4. Två");
    CHECK(part.paragraphs[3].text == "Välkomstsidan");
}

TEST_CASE("a title page stands before the first block, which begins the next page") {
    Document document = paper({Paragraph{"Text"}});
    document.title_page = TitlePage{"Sammanställning", {"12 oktober 2022", "Matsalen"}};
    const ReadPart part = read_part(write_docx(document), "word/document.xml");
    CHECK(styles_of(part) ==
          std::vector<std::string>{"Title", "Subtitle", "TitleLine", "TitleLine", "Normal"});
    CHECK(part.elements.at("pageBreakBefore") == 1);
    CHECK(part.elements.at("titlePg") == 1);
}

TEST_CASE("page breaks that follow each other, and one behind the title page, are one") {
    Document document = paper({PageBreak{}, PageBreak{}, Paragraph{"Text"}, Paragraph{"Mer"}});
    document.title_page = TitlePage{};
    const ReadPart part = read_part(write_docx(document), "word/document.xml");
    CHECK(part.elements.at("pageBreakBefore") == 1);
}

TEST_CASE("the table of contents is a field that shows the headings of two levels already") {
    const ReadPart part =
        read_part(write_docx(paper({TableOfContents{"Innehåll"}, Heading{1, "Ett"},
                                    Heading{2, "Två"}, Heading{3, "Tre"}})),
                  "word/document.xml");
    CHECK_THAT(part.instructions, Contains("TOC"));
    CHECK(styles_of(part) == std::vector<std::string>{"Title", "TOCHeading", "TOC1", "TOC2",
                                                      "Heading1", "Heading2", "Heading3"});
    CHECK(part.elements.at("hyperlink") == part.elements.at("bookmarkStart"));
    CHECK(part.elements.at("fldChar") == 3);
    const ReadPart none =
        read_part(write_docx(paper({TableOfContents{"Innehåll"}})), "word/document.xml");
    CHECK(styles_of(none) == std::vector<std::string>{"Title"});
}

TEST_CASE("a table repeats its headings on every page, and short rows stay in one piece") {
    const TextTable table{"Förslag",
                          {{"Nr", 1}, {"Text", 3, ColumnAlignment::end}},
                          {{"1.1", "a"}, {"1.2", std::string(5'000, 'x')}},
                          true};
    const ReadPart part = read_part(write_docx(paper({table})), "word/document.xml");
    CHECK(part.elements.at("tr") == 3);
    CHECK(part.elements.at("tc") == 6);
    CHECK(part.elements.at("gridCol") == 2);
    CHECK(part.elements.at("tblHeader") == 1);
    CHECK(part.elements.at("cantSplit") == 2);
    CHECK(part.elements.at("jc") == 3);
    CHECK(part.paragraphs.at(1).style == "Caption");
}

TEST_CASE("a chart is drawn from a part of its own, and a reader who does not see it hears it") {
    const std::string docx = write_docx(paper({chart, Paragraph{"mellan"}, chart}));
    for (const char *name : {"word/charts/chart1.xml", "word/charts/chart2.xml"}) {
        const ReadPart part = read_part(docx, name);
        CHECK(part.elements.at("barChart") == 1);
        CHECK_THAT(part.all_text, Contains("6 (60 %)"));
    }
    auto archive = ZipArchive::open(docx, most_bytes);
    CHECK_THAT(*archive->read("word/document.xml"), Contains("descr=\"Sex av tio sade ja.\""));
    CHECK_THAT(*archive->read("[Content_Types].xml"), Contains("/word/charts/chart2.xml"));
    CHECK_THAT(*archive->read("word/_rels/document.xml.rels"), Contains("charts/chart2.xml"));
}

TEST_CASE("a logo is a picture with the publisher's name, and what is no picture is left out") {
    Document document = paper({});
    const std::string head("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\0\x40\0\0\0\x20", 24);
    document.logo_png.assign(head.begin(), head.end());
    const std::string docx = write_docx(document);
    CHECK(read_part(docx, "word/document.xml").elements.at("blip") == 1);
    CHECK(*ZipArchive::open(docx, most_bytes)->read("word/media/logo.png") == head);
    document.logo_png = {1, 2, 3};
    CHECK(read_part(write_docx(document), "word/document.xml").elements.count("blip") == 0);
}

TEST_CASE("the file says its title, publisher, language and the day that it tells of") {
    const std::string docx = write_docx(paper({}));
    Document undated;
    CHECK_FALSE(read_part(write_docx(undated), "docProps/core.xml").elements.contains("created"));
    const ReadPart core = read_part(docx, "docProps/core.xml");
    CHECK(core.all_text ==
          "Möte & <samtal>Ekbackens kommunsv-SE2022-10-12T19:00:00Z2022-10-12T19:00:00Z");
    const ReadPart footer = read_part(docx, "word/footer1.xml");
    CHECK_THAT(footer.instructions, Contains("PAGE") && Contains("NUMPAGES"));
    CHECK_THAT(footer.all_text, Contains("Sammanställning"));
}

TEST_CASE("what is read from the right begins there, tables too, and charts are tables") {
    const TextTable table{"", {{"1", 1}}, {{"2"}}, false};
    const ReadPart part =
        read_part(write_docx(paper({Paragraph{"مرحبا"}, table, chart}, "ar")), "word/document.xml");
    CHECK(part.elements.at("bidiVisual") == 2);
    CHECK(part.elements.at("bidi") == static_cast<int>(part.paragraphs.size()) + 1);
    CHECK(part.elements.count("drawing") == 0);
    const ReadPart swedish = read_part(write_docx(paper({table})), "word/document.xml");
    CHECK(swedish.elements.count("bidi") == 0);
}

TEST_CASE("the same document is the same bytes") {
    CHECK(write_docx(paper({chart, Heading{1, "a"}})) ==
          write_docx(paper({chart, Heading{1, "a"}})));
}

TEST_CASE("whatever bytes people write, every part is well-formed XML") {
    SeededRandom random(11);
    for (int round = 0; round < testing::round_count(200); ++round) {
        CAPTURE(round);
        const auto words = [&random] {
            std::string text;
            for (auto left = random.below(40); left > 0; --left) {
                constexpr std::string_view awkward = "<>&\"'\n\t\r\x01\x1F ]åx";
                text += random.below(3) == 0 ? static_cast<char>(random.below(256))
                                             : awkward[random.below(awkward.size())];
            }
            return text;
        };
        const BarChart bars{words(), words(), {{words(), 1, words()}, {words(), 2, words()}}};
        const TextTable table{words(), {{words(), 1}}, {{words()}}, false};
        Document document =
            paper({TableOfContents{words()}, Heading{1, words()}, Paragraph{words()},
                   BulletList{{{words(), words()}}}, table, bars});
        document.title = words();
        document.publisher = words();
        document.footer = words();
        const std::string docx = write_docx(document);
        for (const char *name : {"[Content_Types].xml", "docProps/core.xml", "docProps/app.xml",
                                 "word/document.xml", "word/footer1.xml", "word/styles.xml",
                                 "word/settings.xml", "word/charts/chart1.xml"}) {
            CAPTURE(name);
            static_cast<void>(read_part(docx, name));
        }
    }
}

}  // namespace stormote
