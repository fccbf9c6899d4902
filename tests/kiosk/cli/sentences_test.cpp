// Every sentence that the command can say has its Swedish, with the same places to fill in.
#include <algorithm>
#include <regex>

#include <catch2/catch.hpp>

#include "sync/base/texts.h"
#include "tests/support/machine/process.h"
#include "tests/support/machine/temporary_folder.h"

namespace stormote {

namespace {

// A sentence stands alone in braces: {"..."}, its parts one after another.
std::vector<std::string> sentences_in(const std::filesystem::path& file) {
    static const std::regex braced(R"(\{\s*((?:"(?:[^"\\]|\\.)*"\s*)+)\})");
    static const std::regex part(R"regex("((?:[^"\\]|\\.)*)")regex");
    static const std::regex comment(R"(\n\s*//[^\n]*)");
    const std::string source =
        std::regex_replace(to_string(testing::read_file(file)), comment, "\n");
    std::vector<std::string> sentences;
    for (std::sregex_iterator found(source.begin(), source.end(), braced), end; found != end;
         ++found) {
        const std::string parts = (*found)[1];
        std::string sentence;
        for (std::sregex_iterator piece(parts.begin(), parts.end(), part); piece != end; ++piece) {
            sentence += (*piece)[1];
        }
        sentence = std::regex_replace(sentence, std::regex(R"(\\")"), "\"");
        sentence = std::regex_replace(sentence, std::regex(R"(\\n)"), "\n");
        if (!sentence.empty()) sentences.push_back(sentence);
    }
    return sentences;
}

std::vector<std::string> places_in(const std::string& sentence) {
    static const std::regex place(R"(\{\d*\})");
    std::vector<std::string> places;
    for (std::sregex_iterator found(sentence.begin(), sentence.end(), place), end; found != end;
         ++found) {
        places.push_back(found->str());
    }
    std::sort(places.begin(), places.end());
    return places;
}

}  // namespace

TEST_CASE(
    "every sentence of the command and of the screens has a Swedish translation with the same "
    "places") {
    const auto catalogue =
        program_directory().parent_path() / "share" / "stormote" / "texts" / "sv.mo";
    const auto texts = Texts::load(catalogue, "sv");
    REQUIRE(texts.ok());
    const std::filesystem::path sources = STORMOTE_SOURCES;
    std::size_t count = 0;
    for (const char *folder : {"sync/base", "sync/journal", "sync/report", "kiosk"}) {
        for (const auto& entry : std::filesystem::recursive_directory_iterator(sources / folder)) {
            if (!entry.is_regular_file()) continue;
            for (const std::string& sentence : sentences_in(entry.path())) {
                INFO(entry.path() << ": " << sentence);
                REQUIRE(texts->has({sentence.c_str()}));
                const std::string swedish(texts->get({sentence.c_str()}));
                CHECK(places_in(swedish) == places_in(sentence));
                ++count;
            }
        }
    }
    CHECK(count > 200);
}

}  // namespace stormote
