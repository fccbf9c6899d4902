// Word chart: a bar chart as a part of its own, which Word and LibreOffice draw and whose look can
// be changed there. Pure, any thread.
#pragma once

#include <string>
#include <string_view>

#include "kiosk/documents/content/document.h"

namespace stormote {

// The part word/charts/chartN.xml; `colour` is that of the bars, "0B4F5C". It holds its figures
// itself and no workbook.
[[nodiscard]] std::string word_chart(const BarChart& chart, std::string_view colour,
                                     std::string_view language);

// As high as its bars need, in EMU.
[[nodiscard]] long word_chart_height(const BarChart& chart);

}  // namespace stormote
