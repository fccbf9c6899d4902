// Every sentence that the programs can say has a Swedish translation that fits it.
#include <algorithm>
#include <map>
#include <regex>
#include <set>

#include <catch2/catch.hpp>

#include "sync/base/assets.h"
#include "sync/base/error.h"
#include "tests/support/machine/source_files.h"

using namespace stormote;
using namespace stormote::testing;

namespace {

void skip_space(const std::string& text, std::size_t& place) {
    while (place < text.size() && std::string(" \t\r\n").find(text[place]) != std::string::npos) {
        ++place;
    }
}

// One or more string literals in a row, from `place` on, joined; moves `place` behind them.
std::string read_literals(const std::string& text, std::size_t& place) {
    std::string joined;
    for (skip_space(text, place); place < text.size() && text[place] == '"';
         skip_space(text, place)) {
        for (++place; place < text.size() && text[place] != '"'; ++place) {
            if (text[place] != '\\') {
                joined += text[place];
                continue;
            }
            ++place;
            joined += text[place] == 'n' ? '\n' : text[place] == 't' ? '\t' : text[place];
        }
        ++place;
    }
    return joined;
}

// The sentences that a source marks: input_error({"..."}), texts.get({"..."}), Sentence{"..."},
// and both forms of get_plural({"..."}, {"..."}, count).
std::vector<std::string> sentences_of(const std::string& source) {
    static const std::regex mark(
        R"re((_error|refuse|get|get_plural|has)\(\s*\{\s*"|Sentence(\s+\w+)?\s*\{\s*")re");
    std::vector<std::string> sentences;
    for (std::sregex_iterator found(source.begin(), source.end(), mark), end; found != end;
         ++found) {
        auto place = static_cast<std::size_t>(found->position() + found->length()) - 1;
        const std::string sentence = read_literals(source, place);
        if (sentence.empty()) continue;
        sentences.push_back(sentence);
        static const std::regex another(R"re(^\}\s*,\s*\{\s*(?="))re");
        std::smatch next;
        const std::string rest = source.substr(place);
        if ((*found)[1] == "get_plural" && std::regex_search(rest, next, another)) {
            place += static_cast<std::size_t>(next.length());
            sentences.push_back(read_literals(source, place));
        }
    }
    return sentences;
}

// What a catalogue in source form (.po) translates, plural forms as sentences of their own.
std::map<std::string, std::string> read_catalogue(const std::filesystem::path& path) {
    std::ifstream stream(path);
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    static const std::regex entry(R"re((^|\n)(msgid|msgid_plural|msgstr|msgstr\[\d\])\s+(?="))re");
    std::map<std::string, std::string> translations;
    std::string one;
    std::string other;
    for (std::sregex_iterator found(text.begin(), text.end(), entry), end; found != end; ++found) {
        auto place = static_cast<std::size_t>(found->position() + found->length());
        const std::string keyword = (*found)[2];
        const std::string literals = read_literals(text, place);
        if (keyword == "msgid") {
            one = literals;
        } else if (keyword == "msgid_plural") {
            other = literals;
        } else {
            translations[keyword == "msgstr[1]" ? other : one] = literals;
        }
    }
    translations.erase("");
    return translations;
}

std::map<std::string, std::string> read_swedish() {
    std::map<std::string, std::string> translations;
    const std::filesystem::path folder = STORMOTE_SOURCES "/assets/texts/sv";
    for (const auto& file : std::filesystem::directory_iterator(folder)) {
        if (file.path().extension() == ".po") translations.merge(read_catalogue(file.path()));
    }
    return translations;
}

// The arguments that a sentence shows: {0, 1} for "{} and {}" as for "{1} and {0}".
std::set<std::string> arguments_of(const std::string& sentence) {
    static const std::regex placeholder(R"(\{(\d*)[^}]*\})");
    std::set<std::string> arguments;
    std::size_t next = 0;
    for (std::sregex_iterator found(sentence.begin(), sentence.end(), placeholder), end;
         found != end; ++found) {
        arguments.insert((*found)[1].length() == 0 ? std::to_string(next++) : (*found)[1].str());
    }
    return arguments;
}

std::map<std::string, std::string> sentences_with_their_files() {
    std::map<std::string, std::string> sentences;
    for (const char *folder : {"sync", "kiosk"}) {
        for (const SourceFile& file : read_sources(folder)) {
            for (const std::string& sentence : sentences_of(file.text)) {
                sentences.emplace(sentence, file.path);
            }
        }
    }
    // Pages say theirs in their templates.
    static const std::regex mark(R"re(\{\{#t\}\}([^]*?)\{\{/t\}\})re");
    for (const SourceFile& file : read_files("assets/pages", {".mustache"})) {
        for (std::sregex_iterator found(file.text.begin(), file.text.end(), mark), end;
             found != end; ++found) {
            sentences.emplace((*found)[1].str(), file.path);
        }
    }
    return sentences;
}

}  // namespace

TEST_CASE("sentences are found in sources as they are written there") {
    const char *source = R"cpp(
        return input_error({"One {} "
                            "and \"two\"."},
                           1);
        texts.get({"Three"});
        texts.get_plural({"{} man"}, {"{} men"}, count);
        const Sentence known{"Four"};
        draw(Sentence{"Five"});
        refuse({"Six"}, header);
        fields.get(key);
        get({name});)cpp";
    REQUIRE(sentences_of(source) == std::vector<std::string>{"One {} and \"two\".", "Three",
                                                             "{} man", "{} men", "Four", "Five",
                                                             "Six"});
    REQUIRE(sentences_with_their_files().size() > 30);
}

TEST_CASE("every sentence of the programs has a Swedish translation") {
    const auto swedish = read_swedish();
    for (const auto& [sentence, path] : sentences_with_their_files()) {
        const auto found = swedish.find(sentence);
        CAPTURE(path, sentence);
        CHECK((found != swedish.end() && !found->second.empty()));
    }
}

TEST_CASE("a translation shows the arguments that its sentence shows") {
    for (const auto& [sentence, translation] : read_swedish()) {
        CAPTURE(sentence, translation);
        CHECK(arguments_of(sentence) == arguments_of(translation));
        const std::vector<std::string> arguments(9, "argument");
        CHECK(
            (arguments_of(translation).empty() || fill_in(translation, arguments) != translation));
    }
}

TEST_CASE("whatever an attendee meets is said in every language of the screens") {
    const std::filesystem::path folder = STORMOTE_SOURCES "/assets/texts";
    const auto swedish = read_catalogue(folder / "sv" / "attendee.po");
    REQUIRE(swedish.size() > 100);
    for (const std::string_view language : screen_languages) {
        if (language == "sv" || language == "en") continue;
        const auto translations = read_catalogue(folder / language / "attendee.po");
        for (const auto& [sentence, in_swedish] : swedish) {
            CAPTURE(language, sentence);
            const auto found = translations.find(sentence);
            REQUIRE(found != translations.end());
            CHECK_FALSE(found->second.empty());
            // A plural form for one or two may leave the count out.
            const auto known = arguments_of(sentence);
            const auto shown = arguments_of(found->second);
            CHECK(std::includes(known.begin(), known.end(), shown.begin(), shown.end()));
        }
        CHECK(translations.size() == swedish.size());
    }
}

// Whoever leads a group read "and 2 more" in English on a screen in Arabic.
TEST_CASE("what attendees' screens say stands among what is translated for attendees") {
    const auto swedish = read_catalogue(STORMOTE_SOURCES "/assets/texts/sv/attendee.po");
    static const std::regex screens(
        "kiosk/ui/.*/"
        "(camera_panel|exit_feedback|farewell|frame|search_result_card|help|keyboard|languages|"
        "name|note_"
        "keyboard|notice|"
        "party|room_map|"
        "steps|substitute_presenter|verdict|welcome)(_[a-z]+)?\\.cpp");
    std::size_t found = 0;
    for (const SourceFile& file : read_sources("kiosk/ui")) {
        if (!std::regex_match(file.path, screens)) continue;
        for (const std::string& sentence : sentences_of(file.text)) {
            CAPTURE(file.path, sentence);
            CHECK(swedish.contains(sentence));
            ++found;
        }
    }
    CHECK(found > 100);
}

TEST_CASE("no translation of the record is left over from a sentence that is gone") {
    const auto sentences = sentences_with_their_files();
    for (const char *name : {"base.po", "sync.po"}) {
        for (const auto& [sentence, translation] :
             read_catalogue(std::filesystem::path(STORMOTE_SOURCES "/assets/texts/sv") / name)) {
            CAPTURE(name, sentence);
            CHECK(sentences.contains(sentence));
        }
    }
}

TEST_CASE("nothing has two different Swedish translations") {
    std::map<std::string, std::string> known;
    const std::filesystem::path folder = STORMOTE_SOURCES "/assets/texts/sv";
    for (const auto& source : std::filesystem::directory_iterator(folder)) {
        for (const auto& [sentence, translation] : read_catalogue(source.path())) {
            CAPTURE(source.path().filename().string(), sentence);
            CHECK(known.try_emplace(sentence, translation).first->second == translation);
        }
    }
    CHECK(known.size() > 1'000);
}
