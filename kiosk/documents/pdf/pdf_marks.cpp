#include "kiosk/documents/pdf/pdf_marks.h"

#include <algorithm>
#include <stdexcept>

namespace stormote {

namespace {

bool is_blank(char byte) {
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t' || byte == '\f' ||
           byte == '\0';
}

bool is_delimiter(char byte) {
    return byte == '(' || byte == ')' || byte == '<' || byte == '>' || byte == '[' || byte == ']' ||
           byte == '{' || byte == '}' || byte == '/' || byte == '%';
}

// Goes from operator to operator of a page's drawing: ISO 32000-1, 7.2 and 7.8.2.
class ContentReader {
  public:
    explicit ContentReader(std::string_view content) : content_(content) {}

    // The next operator, or nothing at the end. `operands` is where its first operand begins.
    std::string_view next_operator(std::size_t& operands) {
        operands = std::string_view::npos;
        while (true) {
            while (at_ < content_.size() && is_blank(content_[at_])) ++at_;
            if (at_ == content_.size()) return {};
            if (operands == std::string_view::npos) operands = at_;
            const char first = content_[at_];
            if (first == '(') {
                skip_text();
            } else if (first == '<' && content_.substr(at_, 2) != "<<") {
                at_ = std::min(content_.size(), content_.find('>', at_));
            } else if (first == '/') {
                ++at_;
                skip_word();
            } else if (is_delimiter(first)) {
                ++at_;
            } else if (const std::string_view word = skip_word(); is_operator(word)) {
                return word;
            }
        }
    }
    [[nodiscard]] std::size_t position() const { return at_; }

  private:
    // Numbers are no operators; other words are not written among the operands here.
    static bool is_operator(std::string_view word) {
        const char first = word.front();
        return (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z');
    }
    std::string_view skip_word() {
        const std::size_t begin = at_;
        while (at_ < content_.size() && !is_blank(content_[at_]) && !is_delimiter(content_[at_])) {
            ++at_;
        }
        return content_.substr(begin, at_ - begin);
    }
    void skip_text() {
        for (int depth = 0; at_ < content_.size(); ++at_) {
            const char byte = content_[at_];
            if (byte == '\\') {
                ++at_;
            } else if (byte == '(') {
                ++depth;
            } else if (byte == ')' && --depth == 0) {
                ++at_;
                return;
            }
        }
        at_ = content_.size();
    }

    std::string_view content_;
    std::size_t at_ = 0;
};

std::string beginning_of(const std::optional<PdfElementId>& element, const PdfStructure& structure,
                         std::size_t number) {
    if (!element) return "/Artifact BMC";
    return "/" + std::string(structure.at(*element).kind) + " <</MCID " + std::to_string(number) +
           ">> BDC";
}

}  // namespace

std::string rewrite_marks(std::string_view content, const PdfStructure::PageMarks& marks,
                          const PdfStructure& structure) {
    std::string rewritten;
    rewritten.reserve(content.size() + marks.size() * 8);
    ContentReader reader(content);
    std::size_t copied = 0;
    std::size_t mark = 0;
    std::size_t number = 0;
    int depth = 0;
    std::size_t operands = 0;
    for (std::string_view word = reader.next_operator(operands); !word.empty();
         word = reader.next_operator(operands)) {
        if (word == "EMC") --depth;
        if (word != "BDC" && word != "BMC") continue;
        // Within a mark cairo says what its glyphs mean.
        if (depth++ > 0) continue;
        if (mark == marks.size()) throw std::logic_error("a page has marks that nobody drew");
        rewritten.append(content.substr(copied, operands - copied));
        rewritten.append(beginning_of(marks[mark], structure, number));
        if (marks[mark]) ++number;
        ++mark;
        copied = reader.position();
    }
    if (mark != marks.size() || depth != 0) {
        throw std::logic_error("a page lacks marks that were drawn");
    }
    return rewritten.append(content.substr(copied));
}

}  // namespace stormote
