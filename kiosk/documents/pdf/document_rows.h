// Document rows: the blocks of a document as rows and as elements of its structure, in the order in
// which they are read. One thread.
#pragma once

#include <string>
#include <vector>

#include "kiosk/documents/content/document.h"
#include "kiosk/documents/pdf/typesetting.h"

namespace stormote {

struct DocumentRows {
    struct Heading {
        std::string text;
        int level = 1;
    };

    FlowRows rows;
    std::vector<Heading> headings;  // whose rows name them by their place here
};

// The document's title is the heading of the first level for a reader of the structure, and its
// headings are those of the second to the fourth, as on a page of the web.
[[nodiscard]] DocumentRows document_rows(const Typesetting& setting, const Document& document);

}  // namespace stormote
