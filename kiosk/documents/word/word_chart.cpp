#include "kiosk/documents/word/word_chart.h"

#include <algorithm>

#include <fmt/format.h>

#include "kiosk/documents/content/xml_text.h"
#include "kiosk/documents/word/word_package.h"
#include "kiosk/documents/word/word_text.h"

namespace stormote {

namespace {

// Letters of ten points, as the text of tables has them; LibreOffice breaks "17 (40 %)" unless it
// is told not to wrap.
constexpr std::string_view letters =
    R"(<a:bodyPr wrap="none"/><a:p><a:pPr><a:defRPr sz="1000"><a:solidFill><a:srgbClr val="14212B"/>)"
    R"(</a:solidFill></a:defRPr></a:pPr><a:endParaRPr lang="en-GB"/></a:p>)";

// The value in words behind its bar, in place of the bare number.
std::string label_of(std::size_t index, const Bar& bar, const std::string& language) {
    return fmt::format(R"(<c:dLbl><c:idx val="{}"/><c:tx><c:rich><a:bodyPr wrap="none"/><a:p><a:r>)"
                       R"(<a:rPr lang="{}" sz="1000"/><a:t>{}</a:t></a:r></a:p></c:rich></c:tx>)"
                       R"(<c:dLblPos val="outEnd"/><c:showLegendKey val="0"/><c:showVal val="1"/>)"
                       R"(<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/>)"
                       R"(<c:showBubbleSize val="0"/></c:dLbl>)",
                       index, language, xml_text(bar.shown));
}

std::string series_of(const BarChart& chart, std::string_view colour, const std::string& language) {
    std::string labels;
    std::string categories;
    std::string values;
    for (std::size_t i = 0; i < chart.bars.size(); ++i) {
        const Bar& bar = chart.bars[i];
        if (!bar.shown.empty()) labels += label_of(i, bar, language);
        categories += fmt::format(R"(<c:pt idx="{}"><c:v>{}</c:v></c:pt>)", i, xml_text(bar.label));
        values += fmt::format(R"(<c:pt idx="{}"><c:v>{}</c:v></c:pt>)", i, bar.value);
    }
    const std::string count = fmt::format(R"(<c:ptCount val="{}"/>)", chart.bars.size());
    return fmt::format(
        R"(<c:ser><c:idx val="0"/><c:order val="0"/><c:tx><c:v>{}</c:v></c:tx>)"
        R"(<c:spPr><a:solidFill><a:srgbClr val="{}"/></a:solidFill></c:spPr>)"
        R"(<c:invertIfNegative val="0"/><c:dLbls>{}<c:spPr><a:noFill/></c:spPr>)"
        R"(<c:txPr>{}</c:txPr><c:dLblPos val="outEnd"/><c:showLegendKey val="0"/>)"
        R"(<c:showVal val="1"/><c:showCatName val="0"/><c:showSerName val="0"/>)"
        R"(<c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>)"
        R"(<c:cat><c:strLit>{}{}</c:strLit></c:cat>)"
        R"(<c:val><c:numLit><c:formatCode>General</c:formatCode>{}{}</c:numLit></c:val></c:ser>)",
        xml_text(chart.title), colour, labels, letters, count, categories, count, values);
}

// The names of the bars on the first axis, the first on top; the second says nothing that the
// labels do not.
std::string axes() {
    return fmt::format(
        R"(<c:catAx><c:axId val="1"/><c:scaling><c:orientation val="maxMin"/></c:scaling>)"
        R"(<c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" )"
        R"(sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>)"
        R"(<c:tickLblPos val="low"/><c:spPr><a:ln w="9525"><a:solidFill>)"
        R"(<a:srgbClr val="C9D2D6"/></a:solidFill></a:ln></c:spPr><c:txPr>{}</c:txPr>)"
        R"(<c:crossAx val="2"/><c:crosses val="autoZero"/></c:catAx>)"
        R"(<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/>)"
        R"(<c:min val="0"/></c:scaling><c:delete val="1"/><c:axPos val="t"/>)"
        R"(<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>)"
        R"(<c:minorTickMark val="none"/><c:tickLblPos val="none"/><c:crossAx val="1"/>)"
        R"(<c:crosses val="autoZero"/></c:valAx>)",
        letters);
}

}  // namespace

std::string word_chart(const BarChart& chart, std::string_view colour, std::string_view language) {
    const std::string tag = word_language(language);
    return fmt::format(
        R"({}<c:chartSpace xmlns:c="{}" xmlns:a="{}" xmlns:r="{}">)"
        R"(<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea>)"
        R"(<c:layout/><c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/>)"
        R"(<c:varyColors val="0"/>{}<c:gapWidth val="45"/><c:axId val="1"/><c:axId val="2"/>)"
        R"(</c:barChart>{}</c:plotArea><c:plotVisOnly val="1"/></c:chart>)"
        R"(<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr></c:chartSpace>)",
        xml_head, chart_space, drawing_space, relation_space, series_of(chart, colour, tag),
        axes());
}

long word_chart_height(const BarChart& chart) {
    constexpr std::size_t most_centimetres = 22;  // a page
    const std::size_t tenths = 10 + 8 * chart.bars.size();
    return static_cast<long>(std::min(tenths, 10 * most_centimetres)) * emu_a_centimetre / 10;
}

}  // namespace stormote
