// Translations: the sentences of the product in English with their Swedish, from the .po files.
#pragma once

#include <set>
#include <sstream>
#include <string>
#include <utility>

#include "tests/support/machine/source_files.h"

namespace stormote::testing {

using Translation = std::pair<std::string, std::string>;  // English, Swedish

// Of sentences with a plural, the singular.
inline std::set<Translation> swedish_translations() {
    std::set<Translation> found;
    for (const SourceFile& file : read_files("assets/texts/sv", {".po"})) {
        std::istringstream lines(file.text);
        std::string english;
        std::string swedish;
        std::string *at = nullptr;
        for (std::string line; std::getline(lines, line);) {
            const auto quote = line.find('"');
            if (line.starts_with("msgid \"")) {
                found.insert({english, swedish});
                english.clear();
                swedish.clear();
                at = &english;
            } else if (line.starts_with("msgstr \"") || line.starts_with("msgstr[0] \"")) {
                at = &swedish;
            } else if (line.starts_with("msg") || quote == std::string::npos) {
                at = nullptr;
            }
            if (at != nullptr) *at += line.substr(quote + 1, line.rfind('"') - quote - 1);
        }
        found.insert({english, swedish});
    }
    return found;
}

}  // namespace stormote::testing
