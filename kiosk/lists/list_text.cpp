#include "kiosk/lists/list_text.h"

#include <algorithm>
#include <array>

#include "sync/base/text_folding.h"
#include "sync/base/utf8.h"

namespace stormote {

namespace {

// Windows-1252 from 0x80 to 0x9F, as the WHATWG encoding standard has it; 0: nothing.
constexpr std::array<char16_t, 32> windows_1252 = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

constexpr char32_t replacement = 0xFFFD;

std::string from_utf16(std::string_view bytes, bool is_big_endian) {
    const auto unit_at = [&](std::size_t place) {
        const auto first = static_cast<unsigned char>(bytes[place]);
        const auto second = static_cast<unsigned char>(bytes[place + 1]);
        return static_cast<char32_t>(is_big_endian ? first << 8 | second : second << 8 | first);
    };
    std::string text;
    text.reserve(bytes.size());
    std::size_t place = 0;
    for (; place + 1 < bytes.size(); place += 2) {
        char32_t c = unit_at(place);
        const bool is_high = c >= 0xD800 && c < 0xDC00;
        if (is_high && place + 3 < bytes.size()) {
            const char32_t low = unit_at(place + 2);
            if (low >= 0xDC00 && low < 0xE000) {
                c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
                place += 2;
            }
        }
        append_utf8(text, c >= 0xD800 && c < 0xE000 ? replacement : c);
    }
    if (place < bytes.size()) append_utf8(text, replacement);
    return text;
}

bool begins_with(std::string_view bytes, std::string_view mark) {
    return bytes.substr(0, mark.size()) == mark;
}

std::size_t first_line_that_is_not_utf8(std::string_view bytes) {
    std::size_t line = 1;
    std::size_t start = 0;
    while (start < bytes.size()) {
        const std::size_t end = std::min(bytes.find_first_of("\r\n", start), bytes.size());
        if (!is_utf8(bytes.substr(start, end - start))) return line;
        const bool is_pair = begins_with(bytes.substr(end), "\r\n");
        start = end + (is_pair ? 2 : 1);
        ++line;
    }
    return line;
}

// å, ä, ö and é in UTF-8: read as Windows-1252 they would be Ã and a sign, which no Swede writes.
bool has_swedish_utf8(std::string_view bytes) {
    for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
        const std::string_view second("\xA5\xA4\xB6\x85\x84\x96\xA9");
        if (bytes[i] == '\xC3' && second.find(bytes[i + 1]) != std::string_view::npos) return true;
    }
    return false;
}

// Web pages offer lists as .xls that are tables of HTML.
bool is_markup(std::string_view bytes) {
    if (begins_with(bytes, "\xEF\xBB\xBF")) bytes.remove_prefix(3);
    bytes = bytes.substr(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size()));
    const std::string start = fold_text(bytes.substr(0, 9));
    return start.starts_with("<?xml") || start.starts_with("<!doctype") ||
           start.starts_with("<html") || start.starts_with("<table");
}

std::optional<Error> what_it_is_instead(std::string_view bytes) {
    if (bytes.empty()) return input_error({"The file is empty. Save the list again."});
    if (bytes.size() > most_list_bytes) {
        return input_error({"The file is larger than 50 MB. Split the list."});
    }
    if (begins_with(bytes, "SQLite format 3")) {
        return input_error(
            {"The file is an event file, not a list. Write its people to a list "
             "first: stormote export EVENT attendance --format csv -o FILE"});
    }
    if (begins_with(bytes, "%PDF")) {
        return input_error({"The file is a PDF, not a list. Save the list as .xlsx, .ods or CSV."});
    }
    if (is_markup(bytes)) {
        return input_error(
            {"The file is a page of HTML or XML, not a list, whatever its name ends "
             "in. Open it in a spreadsheet program, and save it as .xlsx, .ods or "
             "CSV."});
    }
    return std::nullopt;
}

std::optional<ListProblem> check_characters(std::string_view text) {
    if (const auto place = text.find('\0'); place != std::string_view::npos) {
        return ListProblem{line_at(text, place), "",
                           input_error({"The file contains NUL bytes and is not text. Save the "
                                        "list again as CSV UTF-8."})};
    }
    return std::nullopt;
}

}  // namespace

std::string from_windows_1252(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const char32_t special = byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80U] : byte;
        append_utf8(text, special == 0 && byte != 0 ? replacement : special);
    }
    return text;
}

bool has_unreadable(std::string_view text) {
    return text.find("\xEF\xBF\xBD") != std::string_view::npos;
}

Error unreadable_character() {
    return input_error({"A character cannot be read. Save the list again as CSV UTF-8."});
}

std::string cell_text(std::string_view cell) {
    std::string text = trim_text(cell);
    const bool is_defused = text.size() > 1 && text[0] == '\'' &&
                            std::string_view("=+-@").find(text[1]) != std::string_view::npos;
    return is_defused ? text.substr(1) : text;
}

std::size_t line_at(std::string_view text, std::size_t position) {
    std::size_t line = 1;
    for (std::size_t i = 0; i < position && i < text.size(); ++i) {
        const bool is_first_of_pair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
        if ((text[i] == '\r' && !is_first_of_pair) || text[i] == '\n') ++line;
    }
    return line;
}

ListText decode_list(std::string_view bytes) {
    if (const auto other = what_it_is_instead(bytes)) return {"", ListProblem{0, "", *other}};
    ListText list;
    if (begins_with(bytes, "\xFF\xFE") || begins_with(bytes, "\xFE\xFF")) {
        list.text = from_utf16(bytes.substr(2), bytes[0] == '\xFE');
    } else {
        const bool has_mark = begins_with(bytes, "\xEF\xBB\xBF");
        if (has_mark) bytes.remove_prefix(3);
        if (is_utf8(bytes)) {
            list.text = bytes;
        } else if (has_mark || has_swedish_utf8(bytes)) {
            list.problem =
                ListProblem{first_line_that_is_not_utf8(bytes), "",
                            input_error({"This line is in another encoding than the rest. Save "
                                         "the list again as CSV UTF-8."})};
            return list;
        } else {
            list.text = from_windows_1252(bytes);
            list.encoding = ListEncoding::windows_1252;
        }
    }
    list.problem = check_characters(list.text);
    if (list.problem) list.text.clear();
    return list;
}

}  // namespace stormote
