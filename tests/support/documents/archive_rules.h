// Archive rules: what ISO 19005-2 asks of a file that says it is PDF/A-2a, and what WCAG 2.1 asks
// besides, each as a rule on the objects of the file. They are ours, written from the standards:
// Debian has no validator. One thread.
#pragma once

#include <string>
#include <vector>

#include "tests/support/documents/pdf_reading.h"

namespace stormote::testing {

struct ArchiveRule {
    std::string clause;  // of ISO 19005-2, or the technique of WCAG
    std::string words;
    bool (*holds)(PdfReading& reading);
};

[[nodiscard]] const std::vector<ArchiveRule>& archive_rules();

// The clauses of the rules that do not hold.
[[nodiscard]] std::vector<std::string> broken_clauses(const std::string& pdf);

}  // namespace stormote::testing
