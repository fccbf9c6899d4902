// PDF structure: what a paper says as a tree of elements that a screen reader walks through, apart
// from where its parts are drawn. Values; one thread.
//
// Whoever draws keeps both in step: whatever is drawn is a mark on its page, numbered in the order
// of drawing, and each mark is either content of one element, in any order and on any pages, or an
// artifact: rules, footers and repeated headings, which are not read.
//
// Source: ISO 32000-1, 14.7 and 14.8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace stormote {

struct PdfElementId {
    std::size_t index = 0;

    bool operator==(const PdfElementId&) const = default;
};

// Place on a page in points, from its lower left corner as PDF counts.
struct PdfBox {
    double left = 0;
    double bottom = 0;
    double right = 0;
    double top = 0;
};

// The number of a mark among those of its page.
struct PdfMark {
    std::size_t page = 0;
    std::size_t number = 0;
};

struct PdfLinkId {
    std::size_t index = 0;
};

enum class PdfHeaderScope : std::uint8_t { none, column, row };
enum class PdfListLabels : std::uint8_t { bullets, numbers };

struct PdfElement {
    std::string_view kind;  // a standard structure type, "P"; a literal
    PdfElementId parent{};
    std::string alternative{};  // what it shows, for who cannot see it
    std::string language{};     // where it is another than the document's
    PdfHeaderScope scope = PdfHeaderScope::none;
    PdfListLabels labels = PdfListLabels::bullets;  // of a list
    std::optional<PdfBox> bounds{};                 // of a figure
    std::vector<std::variant<PdfElementId, PdfMark, PdfLinkId>> kids{};
};

// A place on a page that leads to another.
struct PdfLink {
    PdfElementId element;
    std::size_t page = 0;
    PdfBox box;
    std::size_t target_page = 0;
    double target_top = 0;  // in points from the lower edge
    std::string words;      // what it leads to, for who cannot see it
};

class PdfStructure {
  public:
    static constexpr PdfElementId root{0};

    PdfStructure() { elements_.push_back({.kind = "Document"}); }

    PdfElementId add(PdfElementId parent, std::string_view kind);
    void add(PdfLink link);
    // What is drawn next on the page; nothing: an artifact.
    void mark(std::size_t page, std::optional<PdfElementId> element);

    [[nodiscard]] PdfElement& at(PdfElementId id) { return elements_[id.index]; }
    [[nodiscard]] const PdfElement& at(PdfElementId id) const { return elements_[id.index]; }
    [[nodiscard]] const std::vector<PdfElement>& elements() const { return elements_; }
    [[nodiscard]] const std::vector<PdfLink>& links() const { return links_; }
    // Of each page the elements of its marks, in the order of drawing.
    using PageMarks = std::vector<std::optional<PdfElementId>>;
    [[nodiscard]] const std::vector<PageMarks>& pages() const { return pages_; }

  private:
    std::vector<PdfElement> elements_;
    std::vector<PdfLink> links_;
    std::vector<PageMarks> pages_;
};

}  // namespace stormote
