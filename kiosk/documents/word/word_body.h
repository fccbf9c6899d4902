// Word body: a document's blocks as the part word/document.xml, and the charts that it shows, which
// are parts of their own. Pure, any thread.
#pragma once

#include <string>
#include <vector>

#include "kiosk/documents/content/document.h"

namespace stormote {

// The relations that word/document.xml names its other parts by.
[[nodiscard]] std::string word_footer_relation();
[[nodiscard]] std::string word_logo_relation();
// The first chart is 1.
[[nodiscard]] std::string word_chart_relation(std::size_t number);

struct WordBody {
    std::string xml;
    std::vector<const BarChart *> charts;  // of the document, in their order
    bool has_logo = false;
};

[[nodiscard]] WordBody write_word_body(const Document& document);

}  // namespace stormote
