// Word styles: how a document's headings, lists and tables look, under the names that Word knows
// them by, so that an officer changes a look in one place. Pure, any thread.
#pragma once

#include <string>

#include "kiosk/documents/content/document.h"

namespace stormote {

// Of lines, rules and bars: the municipality's, or the product's own. "0B4F5C".
[[nodiscard]] std::string word_colour(const Document& document);

// The parts word/styles.xml, word/numbering.xml and word/settings.xml.
[[nodiscard]] std::string word_styles(const Document& document);
[[nodiscard]] std::string word_numbering();
[[nodiscard]] std::string word_settings(const Document& document);

}  // namespace stormote
