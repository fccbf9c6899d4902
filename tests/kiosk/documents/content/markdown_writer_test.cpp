// Documents as Markdown: what is written, and that no note becomes markup.
#include "kiosk/documents/content/markdown_writer.h"

#include <catch2/catch.hpp>

namespace stormote {

using Catch::Contains;

namespace {

std::string written(std::vector<Block> blocks) {
    Document document;
    document.title = "T";
    document.blocks = std::move(blocks);
    const std::string text = write_markdown(document);
    REQUIRE(text.starts_with("# T\n\n"));
    return text.substr(5);
}

}  // namespace

TEST_CASE("the title is the heading above all, and the first page is lines below it") {
    Document document;
    document.title = "Möte *ett*";
    document.title_page = TitlePage{"Sammanställning", {"12 oktober 2022", "Matsalen"}};
    document.blocks = {Heading{1, "Siffror"}, Heading{3, "Grupp 1"}, Paragraph{"Text."},
                       TableOfContents{"Innehåll"}, PageBreak{}};
    CHECK(write_markdown(document) ==
          "# Möte \\*ett\\*\n\nSammanställning\n\n12 oktober 2022\n\nMatsalen\n\n"
          "## Siffror\n\n#### Grupp 1\n\nText.\n\n");
}

TEST_CASE("a list item keeps its lines and what is said of it") {
    CHECK(written({BulletList{{{"Ett\ntvå", "Grupp 3"}, {"- tre", ""}}}}) ==
          "- Ett\\\n  två *(Grupp 3)*\n- \\- tre\n\n");
}

TEST_CASE("a table has its headings, and numbers at the end of their column") {
    const TextTable table{"Förslag",
                          {{"Nr", 1}, {"Text", 3, ColumnAlignment::end}},
                          {{"1.1", "a|b\nc"}, {"1.2", ""}},
                          true};
    CHECK(written({table}) ==
          "Förslag\n\n| Nr | Text |\n| --- | ---: |\n| 1.1 | a\\|b c |\n| 1.2 |  |\n\n");
}

TEST_CASE("a chart is its title, a table of its bars, and what it means") {
    const BarChart chart{"Svar", "Sex av tio sade ja.", {{"Ja", 6, "6 (60 %)"}, {"Nej", 4, "4"}}};
    CHECK(written({chart}) ==
          "Svar\n\n|  |  |\n| --- | ---: |\n| Ja | 6 (60 %) |\n| Nej | 4 |\n\n"
          "Sex av tio sade ja.\n\n");
}

TEST_CASE("steps keep their numbers, and a picture is what it shows") {
    CHECK(written({BulletList{{{"Ett\ntvå", ""}, {"Tre", ""}}, 4},
                   FigureRow{{{{}, "Välkomstsidan", "Så ser det ut."}}}}) ==
          "4. Ett\\\n   två\n5. Tre\n\nVälkomstsidan\n\n");
}

TEST_CASE("no character of a note is markup") {
    CHECK(markdown_text("<script>") == "\\<script\\>");
    CHECK(markdown_text("[a](b) ![c](d)") == "\\[a\\](b) !\\[c\\](d)");
    CHECK(markdown_text("*a* _b_ `c` ~d~ &amp; $e$ \\") ==
          "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~ \\&amp; \\$e\\$ \\\\");
    CHECK(markdown_text("https://example.org") == "https\\://example.org");
    CHECK(markdown_text("# a # b") == "\\# a \\# b");
}

TEST_CASE("no address becomes a link by itself") {
    CHECK(markdown_text("www.example.org, WWW.example.org") ==
          "www\\.example.org, WWW\\.example.org");
    CHECK(markdown_text("skriv till a@b.se") == "skriv till a@<!-- -->b.se");
    CHECK(markdown_text("fika @ 18.30, @alla") == "fika @ 18.30, @alla");
}

TEST_CASE("what would begin a list, a rule or code where a line begins does not") {
    CHECK(markdown_text("- a - b") == "\\- a - b");
    CHECK(markdown_text("--- ") == "\\---");
    CHECK(markdown_text("=1+1") == "\\=1+1");
    CHECK(markdown_text("12. maj") == "12\\. maj");
    CHECK(markdown_text("3) a") == "3\\) a");
    CHECK(markdown_text("18.30 fika, 5 kr") == "18.30 fika, 5 kr");
    CHECK(markdown_text("    kod \t här\x01") == "kod här");
    CHECK(markdown_text("2022") == "2022");
}

}  // namespace stormote
