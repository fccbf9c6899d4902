#include "kiosk/ui/render/hyphenation.h"

#include <cstdint>
#include <cstdlib>
#include <utility>
#include <vector>

#include <hyphen.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace stormote {

namespace {

constexpr const char *patterns_file = "/usr/share/hyphen/hyph_sv_SE.dic";
constexpr std::string_view soft_hyphen = "\u00AD";
// Shorter words are left whole, and so are so many letters at either end of a longer one.
constexpr std::size_t shortest_word = 8;
constexpr int shortest_part = 3;
// The patterns are written in Latin-1.
constexpr UChar32 last_of_latin1 = 0xFF;

struct Letter {
    char lower = 0;       // in Latin-1
    std::size_t end = 0;  // behind it, in bytes of the text
};

// The character there, and on to the next; negative where the bytes are none.
UChar32 next_character(std::string_view text, int32_t& place) {
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(text.data());
    const auto size = static_cast<int32_t>(text.size());
    UChar32 character = 0;
    U8_NEXT(bytes, place, size, character);
    return character;
}

// The letters of a word that begins there; ends at the first character that is none. False: it has
// letters that the patterns do not know.
bool read_word(std::string_view text, std::size_t at, std::vector<Letter>& word) {
    word.clear();
    const auto size = static_cast<int32_t>(text.size());
    auto place = static_cast<int32_t>(at);
    bool is_known = true;
    while (place < size) {
        const UChar32 character = next_character(text, place);
        if (character < 0 || u_isalpha(character) == 0) break;
        const UChar32 lower = u_tolower(character);
        if (lower > last_of_latin1) is_known = false;
        word.push_back({static_cast<char>(lower), static_cast<std::size_t>(place)});
    }
    return is_known;
}

}  // namespace

struct Hyphenator::Patterns {
    struct Closer {
        void operator()(HyphenDict *dictionary) const { hnj_hyphen_free(dictionary); }
    };
    std::unique_ptr<HyphenDict, Closer> dictionary;

    // Of each letter of a word, whether the word may be broken behind it.
    [[nodiscard]] std::vector<char> breaks_in(const std::string& word) const {
        std::vector<char> breaks(word.size() + 5);
        char **replacements = nullptr;
        int *places = nullptr;
        int *cuts = nullptr;
        const int size = static_cast<int>(word.size());
        const int failed = hnj_hyphen_hyphenate3(
            dictionary.get(), word.data(), size, breaks.data(), nullptr, &replacements, &places,
            &cuts, shortest_part, shortest_part, shortest_part, shortest_part);
        if (replacements != nullptr) {
            for (std::size_t i = 0; i < word.size(); ++i) std::free(replacements[i]);
        }
        std::free(replacements);
        std::free(places);
        std::free(cuts);
        if (failed != 0) breaks.assign(word.size(), 0);
        return breaks;
    }
};

Hyphenator::Hyphenator() {
    HyphenDict *dictionary = hnj_hyphen_load(patterns_file);
    if (dictionary == nullptr) return;
    auto patterns = std::make_unique<Patterns>();
    patterns->dictionary.reset(dictionary);
    // Letters are told to it in Latin-1.
    if (dictionary->utf8 == 0) patterns_ = std::move(patterns);
}

Hyphenator::~Hyphenator() = default;

std::string Hyphenator::hyphenate(std::string_view text) const {
    // A full stop at the end of a sentence is no part of a name.
    const std::string_view name = text.substr(0, text.find_last_not_of(".:,;!?)") + 1);
    const bool is_copied = name.find_first_of("@._/\\0123456789") != std::string_view::npos;
    if (!patterns_ || is_copied || text.find(soft_hyphen) != std::string_view::npos) {
        return std::string(text);
    }
    std::string hyphenated;
    std::vector<Letter> word;
    std::size_t at = 0;
    while (at < text.size()) {
        const bool is_known = read_word(text, at, word);
        if (word.empty()) {
            // What is no letter, as a whole character.
            auto next = static_cast<int32_t>(at);
            static_cast<void>(next_character(text, next));
            hyphenated += text.substr(at, static_cast<std::size_t>(next) - at);
            at = static_cast<std::size_t>(next);
            continue;
        }
        std::vector<char> breaks(word.size());
        if (is_known && word.size() >= shortest_word) {
            std::string lower;
            for (const Letter& letter : word) lower += letter.lower;
            breaks = patterns_->breaks_in(lower);
        }
        for (std::size_t i = 0; i < word.size(); ++i) {
            hyphenated += text.substr(at, word[i].end - at);
            at = word[i].end;
            // Odd numbers are breaks.
            if (i + 1 < word.size() && (static_cast<unsigned>(breaks[i]) & 1U) != 0) {
                hyphenated += soft_hyphen;
            }
        }
    }
    return hyphenated;
}

}  // namespace stormote
