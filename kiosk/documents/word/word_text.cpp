#include "kiosk/documents/word/word_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>
#include <unicode/uloc.h>

#include "kiosk/documents/content/xml_text.h"

namespace stormote {

bool word_reads_from_right(std::string_view language) {
    return uloc_isRightToLeft(std::string(language).c_str()) != 0;
}

std::string word_language(std::string_view language) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 5> regions{
        {{"sv", "sv-SE"}, {"en", "en-GB"}, {"fi", "fi-FI"}, {"ar", "ar-SA"}, {"uk", "uk-UA"}}};
    const auto *const found =
        std::find_if(regions.begin(), regions.end(),
                     [language](const auto& known) { return known.first == language; });
    return xml_text(found == regions.end() ? language : found->second);
}

std::string WordText::run_properties(std::string_view style) const {
    std::string properties;
    if (!style.empty()) properties += fmt::format(R"(<w:rStyle w:val="{}"/>)", style);
    if (reads_from_right_) properties += "<w:rtl/>";
    return properties.empty() ? "" : "<w:rPr>" + properties + "</w:rPr>";
}

std::string WordText::run(std::string_view words, std::string_view style) const {
    std::string content;
    std::string_view rest = words;
    for (;;) {
        const std::size_t end = rest.find('\n');
        const std::string line = xml_text(rest.substr(0, end));
        if (!line.empty()) content += R"(<w:t xml:space="preserve">)" + line + "</w:t>";
        if (end == std::string_view::npos) break;
        content += "<w:br/>";
        rest.remove_prefix(end + 1);
    }
    return content.empty() ? "" : "<w:r>" + run_properties(style) + content + "</w:r>";
}

std::string WordText::paragraph(const WordParagraph& what, const std::string& runs) const {
    std::string properties = fmt::format(R"(<w:pStyle w:val="{}"/>)", what.style);
    if (what.begins_page) properties += "<w:pageBreakBefore/>";
    if (reads_from_right_) properties += "<w:bidi/>";
    // Of what is read from the right, "right" is the edge where lines begin.
    if (what.is_at_end) properties += R"(<w:jc w:val="right"/>)";
    return "<w:p><w:pPr>" + properties + "</w:pPr>" + runs + "</w:p>";
}

std::string WordText::field(std::string_view instruction, std::string_view shown) const {
    const auto mark = [](std::string_view kind) {
        return fmt::format(R"(<w:r><w:fldChar w:fldCharType="{}"/></w:r>)", kind);
    };
    return mark("begin") +
           fmt::format(R"(<w:r><w:instrText xml:space="preserve"> {} </w:instrText></w:r>)",
                       instruction) +
           mark("separate") + run(shown) + mark("end");
}

}  // namespace stormote
