#include "kiosk/documents/content/markdown_writer.h"

#include <algorithm>
#include <cctype>

#include "kiosk/documents/content/chart_table.h"

namespace stormote {

namespace {

// What can begin or end markup anywhere in a line; `|` parts the cells of a table, and `$` is
// mathematics on GitHub.
constexpr std::string_view special = "\\`*_[]<>#|~&$";
// What does so where a line begins: lists, and rules below a line that make it a heading.
constexpr std::string_view special_at_start = "-+=";

bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}

// "12." or "3)" at the beginning of a line would be the number of a list.
std::size_t length_of_number(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size() && is_digit(text[length])) ++length;
    return length;
}

bool is_word(std::string_view text, std::size_t at) {
    return at < text.size() && (static_cast<unsigned char>(text[at]) >= 0x80 ||
                                std::isalnum(static_cast<unsigned char>(text[at])) != 0 ||
                                text[at] == '_' || text[at] == '-');
}

// What is a link on GitHub without any markup: "https://" and "www.".
bool begins_link(std::string_view text, std::size_t at) {
    const bool follows_www = at >= 3 && (text[at - 1] | 0x20) == 'w' &&
                             (text[at - 2] | 0x20) == 'w' && (text[at - 3] | 0x20) == 'w';
    return text.substr(at, 3) == "://" || (text[at] == '.' && follows_www);
}

// An address is a link even where its sign is escaped, unless something stands in it.
constexpr std::string_view link_breaker = "<!-- -->";

bool is_in_address(std::string_view text, std::size_t at) {
    return text[at] == '@' && at > 0 && text[at - 1] != ' ' && is_word(text, at + 1);
}

// The lines of a text, each escaped, with hard line ends between them. `indent` is what the lines
// after the first begin with, so that they stay in their list item.
std::string lines_of(std::string_view text, std::string_view indent) {
    std::string lines;
    std::string_view rest = text;
    for (;;) {
        const std::size_t end = rest.find('\n');
        const std::string line = markdown_text(rest.substr(0, end));
        if (!line.empty()) {
            if (!lines.empty()) lines.append("\\\n").append(indent);
            lines += line;
        }
        if (end == std::string_view::npos) return lines;
        rest.remove_prefix(end + 1);
    }
}

class MarkdownWriter {
  public:
    std::string write(const Document& document) {
        heading(1, document.title);
        if (document.title_page) {
            paragraph(document.title_page->subtitle);
            for (const std::string& line : document.title_page->lines) paragraph(line);
        }
        for (const Block& block : document.blocks) {
            std::visit([this](const auto& content) { add(content); }, block);
        }
        return std::move(text_);
    }

  private:
    void add(const Heading& block) { heading(std::clamp(block.level, 1, 3) + 1, block.text); }
    void add(const Paragraph& block) { paragraph(block.text); }
    void add(const BulletList& list) {
        if (list.items.empty()) return;
        int number = list.first_number;
        for (const ListItem& item : list.items) {
            const std::string label = number > 0 ? std::to_string(number++) + ". " : "- ";
            text_ += label + lines_of(item.text, std::string(label.size(), ' '));
            if (!item.source.empty()) text_ += " *(" + markdown_text(item.source) + ")*";
            text_ += '\n';
        }
        text_ += '\n';
    }
    void add(const TextTable& table) {
        paragraph(table.caption);
        std::string line = "|";
        std::string rule = "|";
        for (const TableColumn& column : table.columns) {
            line += " " + markdown_text(column.heading) + " |";
            rule += column.alignment == ColumnAlignment::end ? " ---: |" : " --- |";
        }
        text_ += line + '\n' + rule + '\n';
        for (const auto& row : table.rows) {
            text_ += '|';
            for (const std::string& cell : row) text_ += " " + markdown_text(cell) + " |";
            text_ += '\n';
        }
        text_ += '\n';
    }
    void add(const BarChart& chart) {
        add(chart_table(chart));
        paragraph(chart.meaning);
    }
    void add(const FigureRow& row) {
        for (const Figure& picture : row.figures) paragraph(picture.meaning);
    }
    void add(const TableOfContents& /*contents*/) {}
    void add(const PageBreak& /*page_break*/) {}

    void heading(int level, std::string_view words) {
        text_.append(static_cast<std::size_t>(level), '#').append(" ");
        text_ += markdown_text(words) + "\n\n";
    }
    void paragraph(std::string_view words) {
        const std::string lines = lines_of(words, "");
        if (!lines.empty()) text_ += lines + "\n\n";
    }

    std::string text_;
};

}  // namespace

std::string markdown_text(std::string_view text) {
    std::string escaped;
    escaped.reserve(text.size() + text.size() / 8);
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char byte = text[i];
        const bool is_space = byte == ' ' || byte == '\t' || byte == '\n';
        // Spaces at the beginning, or many, could be code; one at the end is nothing.
        if (is_space) {
            if (!escaped.empty() && escaped.back() != ' ') escaped += ' ';
            continue;
        }
        if (static_cast<unsigned char>(byte) < 0x20 || byte == 0x7F) continue;
        const bool begins_line = escaped.empty();
        const std::string_view here = begins_line ? special_at_start : std::string_view();
        if (begins_link(text, i) || special.find(byte) != std::string_view::npos ||
            here.find(byte) != std::string_view::npos) {
            escaped += '\\';
        }
        escaped += byte;
        if (is_in_address(text, i)) escaped += link_breaker;
        if (!begins_line) continue;
        const std::size_t digits = length_of_number(text.substr(i));
        if (digits == 0 || i + digits >= text.size()) continue;
        escaped += text.substr(i + 1, digits - 1);
        i += digits - 1;
        const bool is_marked = text[i + 1] == '.' || text[i + 1] == ')';
        const bool is_followed = i + 2 < text.size() && text[i + 2] != ' ';
        if (is_marked && !is_followed) escaped += '\\';
    }
    while (!escaped.empty() && escaped.back() == ' ') escaped.pop_back();
    return escaped;
}

std::string write_markdown(const Document& document) {
    return MarkdownWriter().write(document);
}

}  // namespace stormote
