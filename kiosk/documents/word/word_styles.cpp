#include "kiosk/documents/word/word_styles.h"

#include <fmt/format.h>

#include "kiosk/documents/word/word_package.h"
#include "kiosk/documents/word/word_text.h"

namespace stormote {

namespace {

constexpr std::string_view ink = "14212B";
constexpr std::string_view soft_ink = "455A64";  // 7:1 on white

// What a style of paragraphs adds to the text's own. Sizes are half points, room is twentieths of a
// point.
struct WordParagraphStyle {
    std::string_view id;
    std::string_view name;  // as Word knows it
    int size = 22;
    bool is_bold = false;
    std::string_view colour = ink;
    int above = 0;
    int below = 0;
    std::string more{};  // further properties of the paragraph, before its spacing
    int outline_level = -1;
    std::string indent{};
};

std::string paragraph_style(const WordParagraphStyle& style) {
    const std::string outline =
        style.outline_level < 0 ? ""
                                : fmt::format(R"(<w:outlineLvl w:val="{}"/>)", style.outline_level);
    const std::string bold = style.is_bold ? "<w:b/><w:bCs/>" : "";
    return fmt::format(
        R"(<w:style w:type="paragraph" w:styleId="{0}"><w:name w:val="{1}"/>)"
        R"(<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/>)"
        R"(<w:pPr>{2}<w:spacing w:before="{3}" w:after="{4}"/>{5}{6}</w:pPr>)"
        R"(<w:rPr>{7}<w:color w:val="{8}"/><w:sz w:val="{9}"/><w:szCs w:val="{9}"/></w:rPr>)"
        R"(</w:style>)",
        style.id, style.name, style.more, style.above, style.below, style.indent, outline, bold,
        style.colour, style.size);
}

std::string heading_style(int level, int size, int above, int below) {
    const std::string number = std::to_string(level);
    const std::string id = "Heading" + number;
    const std::string name = "heading " + number;
    return paragraph_style({.id = id,
                            .name = name,
                            .size = size,
                            .is_bold = true,
                            .above = above,
                            .below = below,
                            .more = "<w:keepNext/><w:keepLines/>",
                            .outline_level = level - 1});
}

std::string contents_style(int level, int indent) {
    const std::string number = std::to_string(level);
    const std::string id = "TOC" + number;
    const std::string name = "toc " + number;
    return paragraph_style({.id = id,
                            .name = name,
                            .is_bold = level == 1,
                            .above = level == 1 ? 80 : 0,
                            .below = 40,
                            .indent = fmt::format(R"(<w:ind w:left="{0}"/>)", indent)});
}

std::string title_styles(const std::string& colour) {
    const std::string rule = fmt::format(
        R"(<w:pBdr><w:bottom w:val="single" w:sz="24" w:space="8" w:color="{}"/></w:pBdr>)",
        colour);
    return paragraph_style({.id = "Title",
                            .name = "Title",
                            .size = 56,
                            .is_bold = true,
                            .above = 240,
                            .below = 200,
                            .more = "<w:keepNext/><w:keepLines/>"}) +
           paragraph_style({.id = "Subtitle",
                            .name = "Subtitle",
                            .size = 30,
                            .colour = soft_ink,
                            .below = 360,
                            .more = rule}) +
           paragraph_style({.id = "TitleLine", .name = "Title Line", .size = 24, .below = 60}) +
           paragraph_style({.id = "TOCHeading",
                            .name = "TOC Heading",
                            .size = 32,
                            .is_bold = true,
                            .above = 360,
                            .below = 120,
                            .more = "<w:keepNext/><w:keepLines/>"});
}

std::string text_styles() {
    const std::string bullets = R"(<w:numPr><w:numId w:val="1"/></w:numPr>)";
    return paragraph_style(
               {.id = "Lead", .name = "Lead", .size = 26, .colour = soft_ink, .below = 160}) +
           paragraph_style(
               {.id = "Aside", .name = "Aside", .size = 19, .colour = soft_ink, .below = 120}) +
           paragraph_style(
               {.id = "ListBullet", .name = "List Bullet", .below = 80, .more = bullets}) +
           paragraph_style({.id = "Caption",
                            .name = "caption",
                            .size = 21,
                            .is_bold = true,
                            .above = 200,
                            .below = 80,
                            .more = "<w:keepNext/>"}) +
           paragraph_style(
               {.id = "TableText", .name = "Table Text", .size = 20, .above = 40, .below = 40}) +
           paragraph_style({.id = "AfterTable", .name = "After Table", .size = 8}) +
           paragraph_style({.id = "Footer", .name = "footer", .size = 18, .colour = soft_ink});
}

// Lines between rows, a stronger one below the headings, which are bold as row headers are.
std::string table_style(const std::string& colour) {
    const auto line = [](std::string_view side, int eighths, std::string_view line_colour) {
        return fmt::format(R"(<w:{} w:val="single" w:sz="{}" w:space="0" w:color="{}"/>)", side,
                           eighths, line_colour);
    };
    const std::string bold = "<w:rPr><w:b/><w:bCs/></w:rPr>";
    return R"(<w:style w:type="table" w:default="1" w:styleId="TableNormal">)"
           R"(<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>)"
           R"(<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>)"
           R"(<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>)"
           R"(<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>)"
           R"(</w:tblCellMar></w:tblPr></w:style>)"
           R"(<w:style w:type="table" w:customStyle="1" w:styleId="StormoteTable">)"
           R"(<w:name w:val="Stormote Table"/><w:basedOn w:val="TableNormal"/><w:tblPr>)"
           R"(<w:tblBorders>)" +
           line("top", 8, colour) + line("bottom", 8, colour) + line("insideH", 4, "C9D2D6") +
           R"(</w:tblBorders></w:tblPr><w:tblStylePr w:type="firstRow">)" + bold +
           "<w:tcPr><w:tcBorders>" + line("bottom", 8, colour) +
           R"(</w:tcBorders></w:tcPr></w:tblStylePr><w:tblStylePr w:type="firstCol">)" + bold +
           "</w:tblStylePr></w:style>";
}

std::string character_styles() {
    return fmt::format(
        R"(<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">)"
        R"(<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/>)"
        R"(</w:style><w:style w:type="character" w:customStyle="1" w:styleId="Source">)"
        R"(<w:name w:val="Source"/><w:qFormat/><w:rPr><w:color w:val="{}"/>)"
        R"(<w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr></w:style>)",
        soft_ink);
}

}  // namespace

std::string word_colour(const Document& document) {
    return fmt::format("{:06X}", document.colour.value_or(0x0B4F5C));
}

std::string word_styles(const Document& document) {
    const std::string colour = word_colour(document);
    const std::string language = word_language(document.language);
    const std::string direction = word_reads_from_right(document.language) ? "<w:bidi/>" : "";
    return fmt::format(
               R"({}<w:styles {}><w:docDefaults><w:rPrDefault><w:rPr>)"
               R"(<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>)"
               R"(<w:color w:val="{}"/><w:sz w:val="22"/><w:szCs w:val="22"/>)"
               R"(<w:lang w:val="{}" w:eastAsia="{}" w:bidi="{}"/>)"
               R"(</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>)"
               R"(<w:spacing w:after="120" w:line="276" w:lineRule="auto"/>)"
               R"(</w:pPr></w:pPrDefault></w:docDefaults>)"
               R"(<w:style w:type="paragraph" w:default="1" w:styleId="Normal">)"
               R"(<w:name w:val="Normal"/><w:qFormat/><w:pPr>{}</w:pPr></w:style>)",
               xml_head, word_space, ink, language, language, language, direction) +
           heading_style(1, 36, 480, 160) + heading_style(2, 28, 360, 120) +
           heading_style(3, 23, 240, 80) + title_styles(colour) + contents_style(1, 0) +
           contents_style(2, 280) + text_styles() + character_styles() + table_style(colour) +
           "</w:styles>";
}

std::string word_numbering() {
    return fmt::format(
        R"({}<w:numbering {}><w:abstractNum w:abstractNumId="0">)"
        R"(<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/>)"
        R"(<w:numFmt w:val="bullet"/><w:pStyle w:val="ListBullet"/><w:lvlText w:val="•"/>)"
        R"(<w:lvlJc w:val="left"/>)"
        R"(<w:pPr><w:ind w:left="360" w:hanging="280"/></w:pPr></w:lvl>)"
        R"(</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>)"
        R"(</w:numbering>)",
        xml_head, word_space);
}

std::string word_settings(const Document& document) {
    // Mode 15 is Word 2013 and later: without it Word opens a document as of an old version.
    return fmt::format(R"({}<w:settings {}><w:defaultTabStop w:val="708"/>)"
                       R"(<w:characterSpacingControl w:val="doNotCompress"/><w:compat>)"
                       R"(<w:compatSetting w:name="compatibilityMode" )"
                       R"(w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>)"
                       R"(<w:themeFontLang w:val="{}"/><w:decimalSymbol w:val=","/>)"
                       R"(<w:listSeparator w:val=";"/></w:settings>)",
                       xml_head, word_space, word_language(document.language));
}

}  // namespace stormote
