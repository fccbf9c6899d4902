#include "kiosk/mail/calendar.h"

#include "sync/base/local_time.h"

namespace stormote {

namespace {

// 3.3.11. A lone carriage return ends a line for some readers, so it is written as an end, too.
std::string escaped_text(const std::string& text) {
    std::string escaped;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '\r' && i + 1 < text.size() && text[i + 1] == '\n') continue;
        if (c == '\n' || c == '\r') {
            escaped += "\\n";
            continue;
        }
        // Other control characters are not allowed in a text.
        if (static_cast<unsigned char>(c) < 0x20 && c != '\t') continue;
        if (c == ',' || c == ';' || c == '\\') escaped += '\\';
        escaped += c;
    }
    return escaped;
}

// 3.1: at most 75 bytes a line, and no letter torn apart.
std::string folded_line(const std::string& line) {
    constexpr std::size_t most = 74;
    std::string folded;
    std::size_t begin = 0;
    while (line.size() - begin > most) {
        std::size_t end = begin + most;
        while (end > begin + 1 && (static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
        folded += line.substr(begin, end - begin) + "\r\n ";
        begin = end;
    }
    return folded + line.substr(begin) + "\r\n";
}

std::string without_signs(std::string_view text) {
    std::string compact;
    for (const char c : text) {
        if (c != '-' && c != ':') compact += c;
    }
    return compact;
}

}  // namespace

CalendarWriter::CalendarWriter(std::string_view product) {
    begin("VCALENDAR");
    put("VERSION", "2.0");
    put("PRODID", "-//Stormote//" + std::string(product) + "//SV");
    put("METHOD", "PUBLISH");
}

void CalendarWriter::begin(std::string_view component) {
    put("BEGIN", component);
}

void CalendarWriter::end(std::string_view component) {
    put("END", component);
}

void CalendarWriter::put(std::string_view property, std::string_view value) {
    text_ += folded_line(std::string(property) + ":" + std::string(value));
}

void CalendarWriter::put_text(std::string_view property, const std::string& text) {
    put(property, escaped_text(text));
}

std::string CalendarWriter::finish() {
    end("VCALENDAR");
    return std::move(text_);
}

std::string calendar_time(std::int64_t wall_ms) {
    return without_signs(utc_text(wall_ms).substr(0, 19)) + "Z";
}

std::string calendar_date(std::string_view date) {
    return without_signs(date);
}

}  // namespace stormote
