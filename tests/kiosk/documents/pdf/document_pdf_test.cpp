// A document as PDF: what a reader of its structure, of its bookmarks and of its pages finds.
#include "kiosk/documents/pdf/document_pdf.h"

#include <catch2/catch.hpp>

#include "tests/support/documents/pdf_reading.h"
#include "tests/support/documents/poppler.h"
#include "tests/support/documents/sample_document.h"

namespace stormote {

using Catch::Contains;
using testing::PdfReading;
using testing::PdfTag;
using testing::poppler_structure;
using testing::poppler_text;
using testing::sample_document;

namespace {

Document with_blocks(std::vector<Block> blocks) {
    Document document;
    document.title = "Så vill vi mötas";
    document.language = "sv";
    document.blocks = std::move(blocks);
    return document;
}

std::vector<std::string> kinds_of(const PdfReading& reading) {
    std::vector<std::string> kinds;
    for (const PdfTag& tag : reading.tags()) {
        kinds.push_back(std::string(static_cast<std::size_t>(tag.depth), ' ') + tag.kind);
    }
    return kinds;
}

std::string many_words(std::size_t bytes) {
    std::string words;
    while (words.size() < bytes) words += "ord efter ord ";
    return words;
}

}  // namespace

TEST_CASE("a document is read as title, headings, paragraphs, lists and tables") {
    const PdfReading reading(write_pdf(
        with_blocks({Heading{1, "Förslag"}, Paragraph{"Alla bord."},
                     BulletList{{{"En kalender", "Grupp 3"}}}, Heading{2, "Åtaganden"},
                     TextTable{"Vem gör vad", {{"Vem"}, {"Vad"}}, {{"Eken", "Kaffe"}}, true}})));
    CHECK(kinds_of(reading) == std::vector<std::string>{"Document", " H1",   " H2",    " P",
                                                        " L",       "  LI",  "   Lbl", "   LBody",
                                                        "    Span", " H3",   " Table", "  Caption",
                                                        "  THead",  "   TR", "    TH", "    TH",
                                                        "  TBody",  "   TR", "    TH", "    TD"});
    const auto headers = reading.all("TH");
    CHECK(headers[0].scope == "Column");
    CHECK(headers[1].scope == "Column");
    CHECK(headers[2].scope == "Row");
}

TEST_CASE("what is heard is what was written, with a space where a line was broken") {
    const std::string words =
        "En fast kontaktperson på kommunen för varje förening, som svarar i telefon och vet vem "
        "man "
        "ska fråga annars, så att ingen behöver ringa runt.";
    const std::string heard = poppler_structure(write_pdf(with_blocks({Paragraph{words}})));
    CHECK_THAT(heard, Contains("\"En fast kontaktperson på kommunen") && Contains(" \"\n") &&
                          Contains("behöver ringa runt.\""));
}

TEST_CASE("a chart is one picture with its meaning, and its title stands above it") {
    const PdfReading reading(write_pdf(with_blocks(
        {BarChart{"Svar", "Tre sade ja, en sade nej.", {{"Ja", 3, "3"}, {"Nej", 1, "1"}}}})));
    const auto figures = reading.all("Figure");
    REQUIRE(figures.size() == 1);
    CHECK(figures[0].alternative == "Tre sade ja, en sade nej.");
    // Two labels, two bars, two values.
    CHECK(figures[0].pages.size() == 6);
    CHECK(reading.count("P") == 1);
}

TEST_CASE("pictures beside each other are figures with their meaning, and captions below them") {
    const Bytes png = write_png({4, 2, std::vector<std::uint32_t>(8, 0xFF0B4F5C)});
    const std::string pdf =
        write_pdf(with_blocks({FigureRow{{{png, "Välkomstsidan", "Så ser det ut."},
                                          {png, "Personalens sida", ""},
                                          {Bytes{1, 2, 3}, "Ingen bild", "Syns inte."}}}}));
    const PdfReading reading(pdf);
    const auto figures = reading.all("Figure");
    REQUIRE(figures.size() == 2);
    CHECK(figures[0].alternative == "Välkomstsidan");
    CHECK(figures[1].alternative == "Personalens sida");
    CHECK(reading.count("P") == 1);
    CHECK_THAT(poppler_text(pdf), Contains("Så ser det ut.") && !Contains("Syns inte."));
}

TEST_CASE(
    "a sheet is made to fit one page by less room between its parts, and no smaller letters") {
    std::vector<Block> blocks;
    for (int i = 1; i <= 9; ++i) {
        blocks.emplace_back(Heading{1, "Rubrik"});
        blocks.emplace_back(Paragraph{"Några ord."});
    }
    Document document = with_blocks(blocks);
    CHECK(PdfReading(write_pdf(document)).page_count() == 2);
    document.pages = PageFit::one;
    CHECK(PdfReading(write_pdf(document)).page_count() == 1);
    document.blocks.insert(document.blocks.end(), blocks.begin(), blocks.end());
    document.blocks.insert(document.blocks.end(), blocks.begin(), blocks.end());
    CHECK(PdfReading(write_pdf(document)).page_count() > 1);
}

TEST_CASE("steps are numbered on, whatever stands between them") {
    const std::string text = poppler_text(write_pdf(with_blocks(
        {BulletList{{{"Skriv så här:", ""}}, 9}, Paragraph{"ready", ParagraphStyle::command},
         BulletList{{{"Klart.", ""}}, 10}})));
    CHECK_THAT(text, Contains("9.") && Contains("10.") && Contains("ready") && !Contains("•"));
}

TEST_CASE("a command is broken between its words alone") {
    std::string command = "stormote";
    for (int i = 0; i < 30; ++i) command += " --passphrase-file nyckel-ett.txt";
    std::istringstream lines(
        poppler_text(write_pdf(with_blocks({Paragraph{command, ParagraphStyle::command}}))));
    std::size_t whole = 0;
    for (std::string word; lines >> word;) {
        if (word == "--passphrase-file" || word == "nyckel-ett.txt") ++whole;
    }
    CHECK(whole == 60);
}

TEST_CASE("the words on a button are bold, unless the text cannot be drawn as it stands") {
    // How often another font is taken on the page.
    const auto font_changes = [](const std::string& text, std::vector<TextRange> strong) {
        PdfReading reading(
            write_pdf(with_blocks({Paragraph{text, ParagraphStyle::body, std::move(strong)}})));
        const std::string content = reading.content(0);
        std::size_t count = 0;
        for (auto at = content.find(" Tf"); at != std::string::npos;
             at = content.find(" Tf", at + 1)) {
            ++count;
        }
        return count;
    };
    const std::size_t plain = font_changes("Tryck Lås upp nu", {});
    CHECK(font_changes("Tryck Lås upp nu", {{6, 14}}) > plain);
    CHECK(font_changes("Tryck \x01Lås upp nu", {{7, 15}}) == plain);
}

TEST_CASE("bold words that begin and end within a letter take it whole") {
    const Paragraph paragraph{"Tryck på Öppna nu", ParagraphStyle::body, {{7, 11}}};
    CHECK_THAT(poppler_text(write_pdf(with_blocks({paragraph}))),
               Catch::Matchers::Contains("Tryck på Öppna nu"));
}

TEST_CASE("the headings are bookmarks, and the contents lead to their pages") {
    PdfReading reading(write_pdf(
        with_blocks({TableOfContents{"Innehåll"}, Heading{1, "Ett"}, Heading{2, "Ett ett"},
                     Heading{3, "Djupt"}, PageBreak{}, Heading{1, "Två"}})));
    CHECK(reading.bookmarks() ==
          std::vector<std::string>{"1 Ett", "2 Ett ett", "3 Djupt", "1 Två"});
    CHECK(reading.count("TOCI") == 3);
    const auto links = reading.all("Link");
    REQUIRE(links.size() == 3);
    for (const PdfTag& link : links) CHECK(link.links == 1);
    CHECK(reading.page_count() == 2);
    CHECK_THAT(poppler_text(reading.bytes()), Contains("Två     ") && Contains(" 2\n"));
}

TEST_CASE("every page but that of the title says where one is, in the document's language") {
    Document document = with_blocks({Heading{1, "Ett"}, PageBreak{}, Heading{1, "Två"}});
    document.footer = "Stormöte i oktober";
    document.title_page = TitlePage{"Sammanställning", {"Matsalen"}};
    const std::string text = poppler_text(write_pdf(document));
    CHECK_THAT(text, Contains("Sida 2 av 3") && Contains("Sida 3 av 3") && !Contains("Sida 1"));
    CHECK_THAT(text, Contains("Stormöte i oktober"));
    document.language = "ar";
    CHECK_THAT(poppler_text(write_pdf(document)), !Contains("Sida"));
}

TEST_CASE("a table goes on under its headings, which are read once") {
    TextTable table{"", {{"Namn"}, {"Förening"}}, {}, false};
    for (int i = 0; i < 60; ++i) table.rows.push_back({"Åsa Öberg", "Eken"});
    const std::string pdf = write_pdf(with_blocks({table}));
    const PdfReading reading(pdf);
    CHECK(reading.page_count() == 3);
    CHECK(reading.count("TH") == 2);
    CHECK(reading.count("TD") == 120);
    const std::string text = poppler_text(pdf);
    const auto second = text.find('\f');
    CHECK_THAT(text.substr(second), Contains("Förening"));
    CHECK(poppler_structure(pdf).find("Förening") == poppler_structure(pdf).rfind("Förening"));
}

TEST_CASE("a narrow column is as wide as its longest word, of the heading and below it") {
    const TextTable table{"",
                          {{"Vad som sades", 20}, {"Samtalsledare", 0.2}, {"Grupp", 0.2}},
                          {{"Allt", "Eva Ek", "landsbygdsgruppen"}},
                          false};
    CHECK_THAT(poppler_text(write_pdf(with_blocks({table}))),
               Contains("Samtalsledare") && Contains("landsbygdsgruppen"));
}

TEST_CASE("the last row of a table does not stand alone, nor does its heading") {
    TextTable table{"Vilka som kom", {{"Namn"}}, {}, false};
    for (int rows = 2; rows < 40; ++rows) {
        table.rows.push_back({"Åsa Öberg"});
        const PdfReading reading(write_pdf(with_blocks({table})));
        const auto cells = reading.all("TD");
        CAPTURE(rows);
        if (cells.size() > 1) {
            CHECK(cells[cells.size() - 2].pages == cells.back().pages);
        }
        CHECK(reading.all("Caption")[0].pages == cells.front().pages);
    }
}

TEST_CASE("a heading, and a paragraph's first and last lines, do not stand alone") {
    // As many lines as bring the heading, or a paragraph of three lines, near the page's end.
    for (std::size_t lines = 30; lines < 60; ++lines) {
        std::vector<Block> blocks;
        for (std::size_t i = 0; i < lines; ++i) blocks.push_back(Paragraph{"Kort."});
        blocks.push_back(Heading{1, "Rubrik"});
        blocks.push_back(Paragraph{many_words(260)});
        const PdfReading reading(write_pdf(with_blocks(blocks)));
        const auto headings = reading.all("H2");
        REQUIRE(headings.size() == 1);
        const auto paragraph = reading.all("P").back();
        CAPTURE(lines, paragraph.pages);
        CHECK(headings[0].pages.back() == paragraph.pages.front());
        CHECK(paragraph.pages.front() == paragraph.pages.back());
    }
}

TEST_CASE("what is longer than a page goes on over as many as it takes") {
    TextTable table{"", {{"Kort"}, {"Lång"}}, {{"a", many_words(10'000)}}, false};
    const PdfReading reading(write_pdf(with_blocks(
        {BulletList{{{many_words(10'000), ""}}}, table, Paragraph{std::string(10'000, 'x')}})));
    for (const char *kind : {"LBody", "TD", "P"}) {
        CAPTURE(kind);
        const auto pages = reading.all(kind).back().pages;
        CHECK(pages.back() > pages.front());
    }
}

TEST_CASE("an empty document is a page") {
    PdfReading reading(write_pdf({}));
    CHECK(reading.page_count() == 1);
    CHECK(reading.tags().size() == 1);
    CHECK(reading.bookmarks().empty());
}

TEST_CASE("the same document is the same bytes, and another date other ones") {
    Document document = sample_document();
    const std::string first = write_pdf(document);
    CHECK(write_pdf(document) == first);
    document.dated_ms += 1'000;
    CHECK(write_pdf(document) != first);
}

}  // namespace stormote
