#include "kiosk/mail/mail_template.h"

#include <algorithm>
#include <regex>

#include <kainjow/mustache.hpp>

#include "sync/base/text_folding.h"

namespace stormote {

namespace {

namespace mustache = kainjow::mustache;

std::string filled_in(const std::string& text, const MailValues& values) {
    mustache::mustache filler(text);
    // A mail's text is no HTML.
    filler.set_custom_escape([](const std::string& value) { return value; });
    mustache::data data;
    for (const auto& [name, value] : values) {
        // Nothing is said by a section without a value.
        if (value.empty()) {
            data.set(name, mustache::data{mustache::data::type::bool_false});
        } else {
            data.set(name, value);
        }
    }
    return filler.render(data);
}

std::string without_blank_runs(const std::string& text) {
    static const std::regex runs("\n\n\n+");
    return std::regex_replace(text, runs, "\n\n");
}

}  // namespace

Result<MailTemplate> MailTemplate::parse(const std::string& text, const MailValues& known) {
    std::string plain;
    for (const char c : text) {
        if (c != '\r') plain += c;
    }
    static const std::regex place(R"(\{\{[#^/&]?\s*([^}]*?)\s*\}\})");
    for (std::sregex_iterator found(plain.begin(), plain.end(), place), end; found != end;
         ++found) {
        const std::string name = (*found)[1];
        if (known.contains(name)) continue;
        std::string names;
        for (const auto& [known_name, value] : known) {
            names += (names.empty() ? "" : ", ") + known_name;
        }
        const auto line = std::count(plain.begin(), plain.begin() + found->position(), '\n') + 1;
        return input_error({"Line {} of the template has the place {}, which there is not. These "
                            "exist: {}."},
                           line, (*found)[0].str(), names);
    }
    const mustache::mustache filler(plain);
    if (!filler.is_valid()) {
        return input_error({"The template cannot be read: {}."}, filler.error_message());
    }
    const std::size_t subject_end = std::min(plain.find('\n'), plain.size());
    MailTemplate parsed;
    parsed.subject_ = trim_text(plain.substr(0, subject_end));
    parsed.text_ = plain.substr(std::min(subject_end + 1, plain.size()));
    const std::size_t begin = parsed.text_.find_first_not_of('\n');
    parsed.text_.erase(0, std::min(begin, parsed.text_.size()));
    if (parsed.subject_.empty() || parsed.text_.empty()) {
        return input_error(
            {"A template has the subject on its first line, and the text below it."});
    }
    return parsed;
}

MailWords MailTemplate::fill_in(const MailValues& values) const {
    MailWords words;
    words.subject = trim_text(filled_in(subject_, values));
    words.text = without_blank_runs(filled_in(text_, values));
    words.html = html_of(words.text);
    return words;
}

std::string escape_html(const std::string& text) {
    std::string escaped;
    for (const char c : text) {
        switch (c) {
            case '&':
                escaped += "&amp;";
                break;
            case '<':
                escaped += "&lt;";
                break;
            case '>':
                escaped += "&gt;";
                break;
            case '"':
                escaped += "&quot;";
                break;
            default:
                escaped += c;
        }
    }
    return escaped;
}

std::string html_of(const std::string& text) {
    std::string html = "<p>";
    const std::string escaped = escape_html(text);
    for (std::size_t i = 0; i < escaped.size(); ++i) {
        if (escaped[i] != '\n') {
            html += escaped[i];
        } else if (i + 1 < escaped.size() && escaped[i + 1] == '\n') {
            html += "</p>\n<p>";
            ++i;
        } else if (i + 1 < escaped.size()) {
            html += "<br>\n";
        }
    }
    return html + "</p>\n";
}

}  // namespace stormote
