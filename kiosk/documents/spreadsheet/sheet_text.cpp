#include "kiosk/documents/spreadsheet/sheet_text.h"

#include <algorithm>

#include "sync/base/text_folding.h"
#include "sync/base/utf8.h"

namespace stormote {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";

bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// How long the character at a place is, in bytes. 0: the bytes there are none.
std::size_t character_size(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead < 0x80) return 1;
    const std::size_t size = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    return is_utf8(text.substr(at, size)) ? size : 0;
}

std::size_t units_of(std::string_view character) {
    return character.size() == 4 ? 2 : 1;
}

// The characters that XML 1.0 has no place for.
bool is_refused_by_xml(std::string_view character) {
    const auto byte = static_cast<unsigned char>(character[0]);
    if (character.size() == 1) return byte < 0x20 && byte != '\n' && byte != '\t';
    return character == "\xEF\xBF\xBE" || character == "\xEF\xBF\xBF";
}

// "_x0041_", which a reader takes for "A".
bool looks_escaped(std::string_view text) {
    constexpr std::size_t size = 7;
    if (text.size() < size || !text.starts_with("_x") || text[size - 1] != '_') return false;
    return std::all_of(text.begin() + 2, text.begin() + size - 1, [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    });
}

}  // namespace

std::size_t count_utf16_units(std::string_view text) {
    std::size_t units = 0;
    for (const char byte : text) {
        if (is_continuation(byte)) continue;
        units += static_cast<unsigned char>(byte) >= 0xF0U ? 2 : 1;
    }
    return units;
}

std::string_view first_utf16_units(std::string_view text, std::size_t most) {
    std::size_t units = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t size = std::max<std::size_t>(1, character_size(text, at));
        units += units_of(text.substr(at, size));
        if (units > most) break;
        at += size;
    }
    return text.substr(0, at);
}

std::string sheet_text(std::string_view text) {
    std::string clean;
    clean.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = character_size(text, at);
        const std::string_view character = text.substr(at, std::max<std::size_t>(1, size));
        at += character.size();
        if (character == "\r") {
            if (at == text.size() || text[at] != '\n') clean += '\n';
        } else if (character == "\v" || character == "\f") {
            clean += '\n';
        } else if (size == 0 || is_refused_by_xml(character)) {
            clean += replacement;
        } else {
            if (looks_escaped(text.substr(at - 1))) clean += "_x005F";
            clean += character;
        }
    }
    return clean;
}

SheetCellText sheet_cell_text(std::string_view text, const Texts& texts) {
    SheetCellText cell{sheet_text(text), false};
    if (cell.text.size() <= longest_sheet_cell) return cell;
    if (count_utf16_units(cell.text) <= longest_sheet_cell) return cell;
    const std::string notice = " " + texts.get({"[Cut here: it is too long for a spreadsheet.]"});
    const std::size_t room = longest_sheet_cell - count_utf16_units(notice);
    cell.text.resize(first_utf16_units(cell.text, room).size());
    cell.text += notice;
    cell.is_cut = true;
    return cell;
}

std::string sheet_line(std::string_view text, std::size_t most) {
    std::string line = sheet_text(text);
    std::replace(line.begin(), line.end(), '\n', ' ');
    std::replace(line.begin(), line.end(), '\t', ' ');
    if (count_utf16_units(line) <= most) return line;
    return std::string(first_utf16_units(line, most - 1)) + "…";
}

namespace {

// Apostrophes may stand within a name alone; spaces at its ends are seen by nobody.
std::string_view without_ends(std::string_view name) {
    const auto first = name.find_first_not_of(" '");
    if (first == std::string_view::npos) return {};
    return name.substr(first, name.find_last_not_of(" '") - first + 1);
}

std::string cut_name(std::string_view name, const std::string& ending) {
    const std::size_t room = longest_sheet_name - count_utf16_units(ending);
    return std::string(without_ends(first_utf16_units(name, room))) + ending;
}

}  // namespace

SheetNames::SheetNames() {
    taken_.insert("history");
}

std::string SheetNames::add(std::string_view wanted, std::string_view otherwise) {
    std::string base = sheet_line(wanted, wanted.size() + 1);
    for (char& c : base) {
        if (std::string_view("[]:*?/\\").find(c) != std::string_view::npos) c = '-';
    }
    if (without_ends(base).empty()) base = otherwise;
    std::string name = cut_name(without_ends(base), "");
    for (int number = 2; !taken_.insert(lower_text(name)).second; ++number) {
        name = cut_name(without_ends(base), " (" + std::to_string(number) + ")");
    }
    return name;
}

}  // namespace stormote
