// Pages that come with the programs as documents.
#include "kiosk/documents/content/markdown_reader.h"

#include <catch2/catch.hpp>

namespace stormote {

namespace {

Document read(std::string_view text) {
    return read_markdown(text, [](const std::string& name) { return Bytes(name.size(), 1); });
}

}  // namespace

TEST_CASE("a page of Markdown is a title, a lead, headings, paragraphs and lists") {
    const Document document = read(
        "# Vid dörren\n\nFör dig\nsom hjälper.\n\n## Före\n\n### Ännu mer\n\nEn rad.\n\n- ett\n"
        "  och mer\n- två\n");
    CHECK(document.title == "Vid dörren");
    CHECK(document.blocks ==
          std::vector<Block>{Paragraph{"För dig som hjälper.", ParagraphStyle::lead},
                             Heading{1, "Före"}, Heading{2, "Ännu mer"}, Paragraph{"En rad."},
                             BulletList{{{"ett och mer", ""}, {"två", ""}}}});
}

TEST_CASE("what is bold or code is told by its bytes, and the marks are gone") {
    const auto blocks = read("# T\n\nTryck **Lås upp** och `--help`, 5 \\* 3.\n").blocks;
    REQUIRE(blocks.size() == 1);
    const auto& words = std::get<Paragraph>(blocks.front());
    CHECK(words.text == "Tryck Lås upp och --help, 5 * 3.");
    CHECK(words.strong == std::vector<TextRange>{{6, 14}, {19, 25}});
}

TEST_CASE("steps keep their numbers across what stands between them") {
    const Document document = read(
        "# T\n\n1. ett <!-- played: a -->\n2. två\n\n```\nstormote import \"a  b\"\n"
        "stormote ready\n```\n\n3. tre\n\n1. från början\n");
    CHECK(document.blocks ==
          std::vector<Block>{
              BulletList{{{"ett", ""}, {"två", ""}}, 1},
              Paragraph{"stormote import \"a  b\"\nstormote ready", ParagraphStyle::command},
              BulletList{{{"tre", ""}}, 3}, BulletList{{{"från början", ""}}, 1}});
}

TEST_CASE("pictures below each other in the text stand beside each other, with words for each") {
    const std::string text =
        "# T\n\n![Det som syns](gallery:welcome \"Så här.\")\n<!-- ej med -->\n"
        "![Mer](gallery:staff)\n\n![För sig](gallery:help)\n";
    CHECK(pictures_in_markdown(text) == std::vector<std::string>{"welcome", "staff", "help"});
    const auto blocks = read(text).blocks;
    REQUIRE(blocks.size() == 2);
    CHECK(std::get<FigureRow>(blocks[0]).figures ==
          std::vector<Figure>{{Bytes(7, 1), "Det som syns", "Så här."}, {Bytes(5, 1), "Mer", ""}});
    CHECK(std::get<FigureRow>(blocks[1]).figures.size() == 1);
}

TEST_CASE("what is not closed is read as far as it goes") {
    CHECK(read("").blocks.empty());
    CHECK(read("# T\n\n![halv](gallery:welcome").blocks.size() == 1);
    CHECK(std::get<Paragraph>(read("Ett **två").blocks.front()).text == "Ett två");
    CHECK(std::get<Paragraph>(read("Ett <!-- två").blocks.front()).text == "Ett");
}

}  // namespace stormote
