#include "tests/support/documents/guide_page.h"

#include <regex>
#include <sstream>

#include "kiosk/documents/content/markdown_reader.h"

namespace stormote::testing {

namespace {

std::vector<std::string> all_of(const std::string& text, const std::string& pattern) {
    const std::regex wanted(pattern);
    std::vector<std::string> found;
    for (std::sregex_iterator at(text.begin(), text.end(), wanted), end; at != end; ++at) {
        found.push_back((*at)[1]);
    }
    return found;
}

}  // namespace

std::vector<std::string> split_command(const std::string& line) {
    std::vector<std::string> words;
    bool is_quoted = false;
    bool is_begun = false;
    for (const char letter : line) {
        if (letter == '"') {
            is_quoted = !is_quoted;
        } else if (letter == ' ' && !is_quoted) {
            is_begun = false;
            continue;
        }
        if (!is_begun) words.emplace_back();
        is_begun = true;
        if (letter != '"') words.back() += letter;
    }
    return words;
}

GuidePage read_guide_page(const std::string& markdown) {
    GuidePage page;
    page.pictures = pictures_in_markdown(markdown);
    std::istringstream lines(markdown);
    bool is_command = false;
    std::string needs;
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("```")) {
            is_command = !is_command;
            if (!is_command) needs.clear();
            continue;
        }
        if (is_command) {
            page.commands.push_back({split_command(line), needs});
            continue;
        }
        for (const std::string& need : all_of(line, "<!-- needs: (.*?) -->")) needs = need;
        for (const std::string& bold : all_of(line, "\\*\\*(.*?)\\*\\*"))
            page.named.push_back(bold);
        for (const std::string& words : all_of(line, "^#+ (.*)$")) page.headings.push_back(words);
        for (const std::string& words : all_of(line, "^[0-9]+\\. (.*)$")) {
            page.steps.push_back({words, all_of(line, "<!-- played: (.*?) -->")});
        }
    }
    return page;
}

}  // namespace stormote::testing
