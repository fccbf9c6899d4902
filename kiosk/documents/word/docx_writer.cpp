#include "kiosk/documents/word/docx_writer.h"

#include <fmt/format.h>

#include "kiosk/documents/content/xml_text.h"
#include "kiosk/documents/files/zip_writer.h"
#include "kiosk/documents/word/word_body.h"
#include "kiosk/documents/word/word_chart.h"
#include "kiosk/documents/word/word_package.h"
#include "kiosk/documents/word/word_styles.h"
#include "kiosk/documents/word/word_text.h"
#include "sync/base/local_time.h"

namespace stormote {

namespace {

constexpr std::string_view package_relations =
    "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr std::string_view core_properties =
    "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";

std::string chart_name(std::size_t number) {
    return fmt::format("charts/chart{}.xml", number);
}

std::string relation(std::string_view id, std::string_view type, std::string_view target) {
    return fmt::format(R"(<Relationship Id="{}" Type="{}" Target="{}"/>)", id, type, target);
}

std::string office_relation(std::string_view id, std::string_view type, std::string_view target) {
    return relation(id, fmt::format("{}/{}", relation_space, type), target);
}

std::string relations(const std::string& all) {
    return fmt::format(R"({}<Relationships xmlns="{}">{}</Relationships>)", xml_head,
                       package_relations, all);
}

std::string content_types(std::size_t chart_count) {
    const auto part = [](std::string_view name, std::string_view type) {
        return fmt::format(R"(<Override PartName="/{}" )"
                           R"(ContentType="application/vnd.openxmlformats-{}+xml"/>)",
                           name, type);
    };
    std::string parts = part("word/document.xml", "officedocument.wordprocessingml.document.main") +
                        part("word/styles.xml", "officedocument.wordprocessingml.styles") +
                        part("word/numbering.xml", "officedocument.wordprocessingml.numbering") +
                        part("word/settings.xml", "officedocument.wordprocessingml.settings") +
                        part("word/footer1.xml", "officedocument.wordprocessingml.footer") +
                        part("docProps/core.xml", "package.core-properties") +
                        part("docProps/app.xml", "officedocument.extended-properties");
    for (std::size_t number = 1; number <= chart_count; ++number) {
        parts += part("word/" + chart_name(number), "officedocument.drawingml.chart");
    }
    return fmt::format(
        R"({}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">)"
        R"(<Default Extension="rels" )"
        R"(ContentType="application/vnd.openxmlformats-package.relationships+xml"/>)"
        R"(<Default Extension="xml" ContentType="application/xml"/>)"
        R"(<Default Extension="png" ContentType="image/png"/>{}</Types>)",
        xml_head, parts);
}

// Nothing of a document without a date: 0.
std::string dates(std::int64_t dated_ms) {
    if (dated_ms == 0) return "";
    const std::string at = utc_text(dated_ms).substr(0, 19) + "Z";
    return fmt::format(R"(<dcterms:created xsi:type="dcterms:W3CDTF">{}</dcterms:created>)"
                       R"(<dcterms:modified xsi:type="dcterms:W3CDTF">{}</dcterms:modified>)",
                       at, at);
}

std::string core(const Document& document) {
    return fmt::format(
        R"({}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/)"
        R"(metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" )"
        R"(xmlns:dcterms="http://purl.org/dc/terms/" )"
        R"(xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{}</dc:title>)"
        R"(<dc:creator>{}</dc:creator><dc:language>{}</dc:language>{}</cp:coreProperties>)",
        xml_head, xml_text(document.title), xml_text(document.publisher),
        word_language(document.language), dates(document.dated_ms));
}

std::string app(const Document& document) {
    return fmt::format(
        R"({}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/)"
        R"(extended-properties"><Application>Stormöte</Application><Company>{}</Company>)"
        R"(</Properties>)",
        xml_head, xml_text(document.publisher));
}

// "Sammanställning  3 (12)": the page and how many there are, as Swedish authorities number them.
std::string footer(const Document& document) {
    const WordText text(document.language);
    const std::string runs = text.run(document.footer.empty() ? "" : document.footer + "\u2003") +
                             text.field("PAGE", "1") + text.run(" (") +
                             text.field("NUMPAGES", "1") + text.run(")");
    return fmt::format(R"({}<w:ftr {}>{}</w:ftr>)", xml_head, word_space,
                       text.paragraph({.style = "Footer"}, runs));
}

std::string document_relations(const WordBody& body) {
    std::string all = office_relation("rId1", "styles", "styles.xml") +
                      office_relation("rId2", "numbering", "numbering.xml") +
                      office_relation("rId3", "settings", "settings.xml") +
                      office_relation(word_footer_relation(), "footer", "footer1.xml");
    if (body.has_logo) all += office_relation(word_logo_relation(), "image", "media/logo.png");
    for (std::size_t number = 1; number <= body.charts.size(); ++number) {
        all += office_relation(word_chart_relation(number), "chart", chart_name(number));
    }
    return relations(all);
}

}  // namespace

std::string write_docx(const Document& document) {
    const WordBody body = write_word_body(document);
    ZipWriter package;
    package.add("[Content_Types].xml", content_types(body.charts.size()));
    package.add("_rels/.rels",
                relations(office_relation("rId1", "officeDocument", "word/document.xml") +
                          relation("rId2", core_properties, "docProps/core.xml") +
                          office_relation("rId3", "extended-properties", "docProps/app.xml")));
    package.add("docProps/core.xml", core(document));
    package.add("docProps/app.xml", app(document));
    package.add("word/document.xml", body.xml);
    package.add("word/_rels/document.xml.rels", document_relations(body));
    package.add("word/styles.xml", word_styles(document));
    package.add("word/numbering.xml", word_numbering());
    package.add("word/settings.xml", word_settings(document));
    package.add("word/footer1.xml", footer(document));
    if (body.has_logo) package.add("word/media/logo.png", to_string(document.logo_png));
    for (std::size_t i = 0; i < body.charts.size(); ++i) {
        package.add("word/" + chart_name(i + 1),
                    word_chart(*body.charts[i], word_colour(document), document.language));
    }
    return package.finish();
}

}  // namespace stormote
