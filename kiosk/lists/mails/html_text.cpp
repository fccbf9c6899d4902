#include "kiosk/lists/mails/html_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "sync/base/utf8.h"

namespace stormote {

namespace {

// Those that Swedish mails hold; whoever meets another reads it as it stands.
constexpr std::array<std::pair<std::string_view, std::string_view>, 22> entities{
    {{"amp", "&"},    {"lt", "<"},     {"gt", ">"},     {"quot", "\""},  {"apos", "'"},
     {"nbsp", " "},   {"aring", "å"},  {"auml", "ä"},   {"ouml", "ö"},   {"Aring", "Å"},
     {"Auml", "Ä"},   {"Ouml", "Ö"},   {"eacute", "é"}, {"Eacute", "É"}, {"uuml", "ü"},
     {"aelig", "æ"},  {"oslash", "ø"}, {"ndash", "–"},  {"mdash", "—"},  {"rsquo", "’"},
     {"hellip", "…"}, {"middot", "·"}}};

constexpr std::array<std::string_view, 3> unseen{"style", "script", "head"};
constexpr std::array<std::string_view, 12> line_tags{"br", "p",  "div", "tr", "li", "table",
                                                     "h1", "h2", "h3",  "ul", "ol", "blockquote"};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

template <typename Names>
bool is_any(const Names& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

class HtmlReader {
  public:
    explicit HtmlReader(std::string_view html) : html_(html) {}

    std::string read() {
        while (place_ < html_.size()) {
            const char c = html_[place_];
            if (c == '<' && is_tag()) {
                read_tag();
            } else if (c == '&') {
                read_entity();
            } else if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
                ++place_;
                add_space();
            } else {
                text_ += c;
                ++place_;
            }
        }
        text_.resize(text_.find_last_not_of(" \n\t") + 1);
        return std::move(text_);
    }

  private:
    // "3 < 4" is none.
    [[nodiscard]] bool is_tag() const {
        const char next = place_ + 1 < html_.size() ? lower(html_[place_ + 1]) : ' ';
        return next == '/' || next == '!' || next == '?' || (next >= 'a' && next <= 'z');
    }

    void read_tag() {
        if (html_.substr(place_).starts_with("<!--")) return skip_past("-->");
        std::size_t start = place_ + 1;
        const bool is_end = html_[start] == '/';
        if (is_end) ++start;
        std::string name;
        for (std::size_t i = start; i < html_.size() && name.size() < 16; ++i) {
            const char c = lower(html_[i]);
            if ((c < 'a' || c > 'z') && (c < '0' || c > '9')) break;
            name += c;
        }
        skip_past(">");
        if (!is_end && is_any(unseen, name)) return skip_element(name);
        if (is_any(line_tags, name)) end_line();
        if (is_end && (name == "td" || name == "th")) text_ += '\t';
    }

    void skip_past(std::string_view end) {
        const auto found = html_.find(end, place_);
        place_ = found == std::string_view::npos ? html_.size() : found + end.size();
    }

    void skip_element(const std::string& name) {
        const std::string end = "</" + name;
        const auto found = std::search(html_.begin() + static_cast<std::ptrdiff_t>(place_),
                                       html_.end(), end.begin(), end.end(),
                                       [](char left, char right) { return lower(left) == right; });
        place_ = static_cast<std::size_t>(found - html_.begin());
        skip_past(">");
    }

    void read_entity() {
        constexpr std::size_t longest = 10;
        const auto end = html_.substr(place_, longest + 2).find(';');
        if (end != std::string_view::npos && end > 1) {
            const std::string_view name = html_.substr(place_ + 1, end - 1);
            if (name[0] == '#' ? add_number(name.substr(1)) : add_named(name)) {
                place_ += end + 1;
                return;
            }
        }
        text_ += '&';
        ++place_;
    }

    bool add_named(std::string_view name) {
        const auto *const found =
            std::find_if(entities.begin(), entities.end(),
                         [name](const auto& entity) { return entity.first == name; });
        if (found == entities.end()) return false;
        text_ += found->second;
        return true;
    }

    bool add_number(std::string_view number) {
        const bool is_hexadecimal = !number.empty() && lower(number[0]) == 'x';
        if (is_hexadecimal) number.remove_prefix(1);
        std::uint32_t character = 0;
        const auto read = std::from_chars(number.data(), number.data() + number.size(), character,
                                          is_hexadecimal ? 16 : 10);
        if (number.empty() || read.ec != std::errc() || read.ptr != number.data() + number.size() ||
            character == 0) {
            return false;
        }
        append_utf8(text_, character == 0xA0 ? U' ' : static_cast<char32_t>(character));
        return true;
    }

    void add_space() {
        if (!text_.empty() && text_.back() != '\n' && text_.back() != ' ' && text_.back() != '\t') {
            text_ += ' ';
        }
    }

    void end_line() {
        while (!text_.empty() && (text_.back() == ' ' || text_.back() == '\t')) text_.pop_back();
        if (!text_.empty() && !text_.ends_with("\n\n")) text_ += '\n';
    }

    std::string_view html_;
    std::size_t place_ = 0;
    std::string text_;
};

}  // namespace

std::string html_text(std::string_view html) {
    return HtmlReader(html).read();
}

}  // namespace stormote
