// Played scenes: what plays the product, by name, from the sources: the scenes of the evening and
// the tests.
#pragma once

#include <regex>
#include <set>
#include <string>

#include "tests/support/machine/source_files.h"

namespace stormote::testing {

// The text of adjacent string literals.
inline std::string literal_text(const std::string& literals) {
    std::string text;
    bool is_inside = false;
    for (std::size_t at = 0; at < literals.size(); ++at) {
        if (literals[at] == '"') {
            is_inside = !is_inside;
        } else if (is_inside) {
            if (literals[at] == '\\') ++at;
            text += literals[at];
        }
    }
    return text;
}

inline std::set<std::string> played_scenes() {
    const std::string literals = R"re(((?:"(?:[^"\\\n]|\\.)*"\s*)+))re";
    const std::regex scene(R"re(\{)re" + literals + R"re(,\s*[a-z_]+\})re");
    const std::regex test(R"re(TEST_CASE\(\s*)re" + literals);
    std::set<std::string> names;
    for (const SourceFile& file : read_sources("tests")) {
        const bool has_scenes = file.path.ends_with("_scenes.cpp");
        const std::regex& wanted = has_scenes ? scene : test;
        if (!has_scenes && !file.path.ends_with("_test.cpp")) continue;
        for (std::sregex_iterator at(file.text.begin(), file.text.end(), wanted), end; at != end;
             ++at) {
            names.insert(literal_text((*at)[1]));
        }
    }
    return names;
}

}  // namespace stormote::testing
