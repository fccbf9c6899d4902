#include "kiosk/documents/content/markdown_reader.h"

#include <utility>

namespace stormote {

namespace {

constexpr std::string_view picture_begin = "![";
constexpr std::string_view gallery = "](gallery:";
constexpr std::string_view command_fence = "```";

std::string_view trimmed(std::string_view line) {
    const auto begin = line.find_first_not_of(" \t\r");
    if (begin == std::string_view::npos) return {};
    return line.substr(begin, line.find_last_not_of(" \t\r") - begin + 1);
}

// Of a line; a comment ends where it begins.
std::string without_comments(std::string_view line) {
    std::string kept;
    for (;;) {
        const auto begin = line.find("<!--");
        kept += line.substr(0, begin);
        if (begin == std::string_view::npos) return kept;
        const auto end = line.find("-->", begin);
        if (end == std::string_view::npos) return kept;
        line.remove_prefix(end + 3);
    }
}

// "12. " at the beginning of a line: 12, and how long that is. 0: none.
std::pair<int, std::size_t> leading_number(std::string_view line) {
    std::size_t length = 0;
    int number = 0;
    while (length < line.size() && length < 3 && line[length] >= '0' && line[length] <= '9') {
        number = number * 10 + (line[length++] - '0');
    }
    const bool is_marked = length > 0 && line.substr(length, 2) == ". ";
    return is_marked ? std::pair(number, length + 2) : std::pair(0, std::size_t{0});
}

struct InlineText {
    std::string text;
    std::vector<TextRange> strong;
};

// Takes the marks of bold and code out of the words.
InlineText read_inline(std::string_view words) {
    InlineText read;
    std::size_t begin = 0;
    std::string_view open;
    while (!words.empty()) {
        const std::string_view mark = words.starts_with("**")  ? "**"
                                      : words.starts_with("`") ? "`"
                                                               : "";
        if (mark.empty() || (!open.empty() && mark != open)) {
            if (words.size() > 1 && words.front() == '\\') words.remove_prefix(1);
            read.text += words.front();
            words.remove_prefix(1);
            continue;
        }
        words.remove_prefix(mark.size());
        if (open.empty()) {
            begin = read.text.size();
            open = mark;
        } else {
            read.strong.push_back({begin, read.text.size()});
            open = {};
        }
    }
    return read;
}

struct NamedPicture {
    std::string name;
    std::string meaning;
    std::string caption;
};

// ![meaning](gallery:name "caption"), one behind the other.
std::vector<NamedPicture> read_pictures(std::string_view words) {
    std::vector<NamedPicture> pictures;
    while (words.starts_with(picture_begin)) {
        const auto named = words.find(gallery);
        const auto end = words.find(')', named);
        if (end == std::string_view::npos) break;
        NamedPicture& picture = pictures.emplace_back();
        picture.meaning = words.substr(picture_begin.size(), named - picture_begin.size());
        const auto from = named + gallery.size();
        const std::string_view inside = words.substr(from, end - from);
        const auto space = inside.find(' ');
        picture.name = inside.substr(0, space);
        if (space != std::string_view::npos && inside.size() > space + 3) {
            picture.caption = inside.substr(space + 2, inside.size() - space - 3);
        }
        words = trimmed(words.substr(end + 1));
    }
    return pictures;
}

class MarkdownReader {
  public:
    explicit MarkdownReader(const PictureSource& pictures) : pictures_(pictures) {}

    Document read(std::string_view text) {
        while (!text.empty()) {
            const auto end = text.find('\n');
            take(text.substr(0, end));
            text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        }
        end_block();
        return std::move(document_);
    }

  private:
    void take(std::string_view whole_line) {
        if (trimmed(whole_line).starts_with(command_fence)) {
            end_block();
            is_command_ = !is_command_;
            return;
        }
        const std::string line = without_comments(whole_line);
        const std::string_view words = trimmed(line);
        if (is_command_) return add_line(trimmed(whole_line), "\n");
        if (words.empty()) {
            // A line that was a comment alone parts nothing.
            if (trimmed(whole_line).empty()) end_block();
            return;
        }
        if (words.starts_with("#")) return take_heading(words);
        if (begins_item(words)) return;
        add_line(words, " ");
    }

    void add_line(std::string_view words, std::string_view between) {
        if (!words_.empty()) words_ += between;
        words_ += words;
    }

    void take_heading(std::string_view words) {
        end_block();
        const auto level = words.find_first_not_of('#');
        const std::string title = read_inline(trimmed(words.substr(level))).text;
        if (level == 1) {
            document_.title = title;
        } else {
            document_.blocks.emplace_back(Heading{static_cast<int>(level) - 1, title});
        }
    }

    bool begins_item(std::string_view words) {
        const auto [number, length] = leading_number(words);
        const bool is_bullet = words.starts_with("- ");
        if (number == 0 && !is_bullet) return false;
        end_block();
        is_item_ = true;
        number_ = number;
        words_ = trimmed(words.substr(is_bullet ? 2 : length));
        return true;
    }

    void end_block() {
        const std::string words = std::exchange(words_, "");
        const bool is_item = std::exchange(is_item_, false);
        if (words.empty()) return;
        if (is_command_) {
            document_.blocks.emplace_back(Paragraph{words, ParagraphStyle::command});
        } else if (words.starts_with(picture_begin)) {
            add_pictures(words);
        } else if (is_item) {
            add_item(words);
        } else {
            InlineText read = read_inline(words);
            const bool is_first = document_.blocks.empty();
            document_.blocks.emplace_back(Paragraph{
                std::move(read.text), is_first ? ParagraphStyle::lead : ParagraphStyle::body,
                std::move(read.strong)});
        }
    }

    void add_item(const std::string& words) {
        InlineText read = read_inline(words);
        auto *list =
            document_.blocks.empty() ? nullptr : std::get_if<BulletList>(&document_.blocks.back());
        const bool goes_on =
            list != nullptr &&
            (number_ == 0
                 ? list->first_number == 0
                 : list->first_number > 0 &&
                       list->first_number + static_cast<int>(list->items.size()) == number_);
        if (!goes_on) {
            list = &std::get<BulletList>(document_.blocks.emplace_back(BulletList{{}, number_}));
        }
        list->items.push_back({std::move(read.text), "", std::move(read.strong)});
    }

    void add_pictures(const std::string& words) {
        FigureRow row;
        for (NamedPicture& picture : read_pictures(words)) {
            row.figures.push_back(
                {pictures_(picture.name), std::move(picture.meaning), std::move(picture.caption)});
        }
        document_.blocks.emplace_back(std::move(row));
    }

    const PictureSource& pictures_;
    Document document_;
    std::string words_;
    bool is_command_ = false;
    bool is_item_ = false;
    int number_ = 0;  // of the item; 0: a bullet's
};

}  // namespace

Document read_markdown(std::string_view text, const PictureSource& pictures) {
    return MarkdownReader(pictures).read(text);
}

std::vector<std::string> pictures_in_markdown(std::string_view text) {
    std::vector<std::string> names;
    const PictureSource remember = [&names](const std::string& name) {
        names.push_back(name);
        return Bytes();
    };
    static_cast<void>(read_markdown(text, remember));
    return names;
}

}  // namespace stormote
