// PDF reading: a PDF as a reader of its structure takes it: tags in the order of reading, links
// and bookmarks; by libqpdf, whatever wrote the file. One thread.
#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/documents/pdf/qpdf.h"

namespace stormote::testing {

struct PdfTag {
    std::string kind;         // "P"
    int depth = 0;            // of the document: 0
    std::string alternative;  // Alt
    std::string language;     // Lang
    std::string scope;        // "Column"; empty where it has none
    std::size_t links = 0;
    std::vector<std::size_t> pages;  // of each of its own contents, from 0
};

class PdfReading {
  public:
    explicit PdfReading(const std::string& bytes);

    [[nodiscard]] const std::vector<PdfTag>& tags() const { return tags_; }
    [[nodiscard]] std::size_t count(std::string_view kind) const;
    // Those of the kind, in their order.
    [[nodiscard]] std::vector<PdfTag> all(std::string_view kind) const;
    [[nodiscard]] std::size_t page_count() const { return pages_.size(); }
    // "1 Title" with the level in front.
    [[nodiscard]] std::vector<std::string> bookmarks();
    // What is drawn on a page, in clear.
    [[nodiscard]] std::string content(std::size_t page);
    [[nodiscard]] QPDF& qpdf() { return *qpdf_; }
    [[nodiscard]] const std::string& bytes() const { return bytes_; }

  private:
    void read(QPDFObjectHandle element, int depth);
    [[nodiscard]] std::size_t page_of(QPDFObjectHandle page) const;

    std::string bytes_;
    std::unique_ptr<QPDF> qpdf_;
    std::map<int, std::size_t> pages_;  // by their objects' numbers
    std::vector<PdfTag> tags_;
};

}  // namespace stormote::testing
