#include "kiosk/documents/pdf/pdf_marks.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <utility>

#include <glib.h>

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

// Of the operands of "re": left, top, width and height of a box.
bool is_mark_box(std::string_view operands) {
    constexpr std::array<double, 4> box{0, 0, mark_box_width, mark_box_height};
    // Far less than one of cairo's steps.
    constexpr double tolerance = 0.001;
    const std::string text(operands);
    const char *at = text.c_str();
    for (const double expected : box) {
        char *end = nullptr;
        const double value = g_ascii_strtod(at, &end);
        if (end == at || std::abs(value - expected) > tolerance) return false;
        at = end;
    }
    return true;
}

class MarkRewriter {
  public:
    MarkRewriter(std::string_view content, const PdfStructure::PageMarks& marks,
                 const PdfStructure& structure)
        : content_(content), marks_(marks), structure_(structure), reader_(content) {}

    std::string rewrite() {
        rewritten_.reserve(content_.size() + marks_.size() * 20);
        std::size_t operands = 0;
        for (std::string_view word = reader_.next_operator(operands); !word.empty();
             word = reader_.next_operator(operands)) {
            if (word == "q") ++saved_;
            if (word == "Q" && saved_-- == opened_at_) end_mark(operands);
            if (word != "re") continue;
            if (!is_mark_box(content_.substr(operands, reader_.position() - operands))) continue;
            std::size_t ignored = 0;
            if (reader_.next_operator(ignored) != "f") {
                throw std::logic_error("the box of a mark is not filled alone");
            }
            end_mark(operands);
            begin_mark();
        }
        if (mark_ != marks_.size() || opened_at_ >= 0) {
            throw std::logic_error("a page lacks marks that were drawn");
        }
        copy_until(content_.size());
        return std::move(rewritten_);
    }

  private:
    void copy_until(std::size_t end) {
        rewritten_.append(content_.substr(copied_, end - copied_));
        copied_ = end;
    }
    // Before what begins there.
    void end_mark(std::size_t at) {
        copy_until(at);
        if (opened_at_ >= 0) rewritten_.append("EMC\n");
        opened_at_ = -1;
    }
    // In place of the box that was read last.
    void begin_mark() {
        if (mark_ == marks_.size()) throw std::logic_error("a page has marks that nobody drew");
        rewritten_.append(beginning_of(marks_[mark_], structure_, number_));
        if (marks_[mark_]) ++number_;
        ++mark_;
        copied_ = reader_.position();
        opened_at_ = saved_;
    }

    std::string_view content_;
    const PdfStructure::PageMarks& marks_;
    const PdfStructure& structure_;
    ContentReader reader_;
    std::string rewritten_;
    std::size_t copied_ = 0;
    std::size_t mark_ = 0;
    std::size_t number_ = 0;
    int saved_ = 0;       // graphics states
    int opened_at_ = -1;  // how many were saved where the mark began; -1: there is none
};

}  // namespace

std::string rewrite_marks(std::string_view content, const PdfStructure::PageMarks& marks,
                          const PdfStructure& structure) {
    return MarkRewriter(content, marks, structure).rewrite();
}

}  // namespace stormote
