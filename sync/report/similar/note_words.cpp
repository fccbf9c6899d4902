#include "sync/report/similar/note_words.h"

#include <algorithm>

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include "sync/base/text_folding.h"

namespace stormote::similar {

// How the sentence that is being read stands before its next word.
struct WordReader::Sentence {
    bool is_open = false;        // a word of it was read
    bool is_place_next = false;  // a preposition of place came before
    int denied_words = 0;        // so many of the next words are denied
};

namespace {

// "Glöm inte dom som inte är digitala": what is denied follows at once or one word later.
constexpr int reach_of_negation = 2;
constexpr std::size_t shortest_definite = 5;  // bytes; shorter ones are other words

std::unordered_set<std::string_view> set_of(std::string_view words) {
    const auto parts = split_text(words, ' ');
    return {parts.begin(), parts.end()};
}

bool ends_sentence(UChar32 sign) {
    constexpr UChar32 en_dash = 0x2013;
    return sign == '.' || sign == '!' || sign == '?' || sign == '\n' || sign == ':' ||
           sign == en_dash;
}

// Times and sums, which differ where what is proposed does not.
bool is_number(std::string_view text) {
    return text.find_first_not_of("0123456789") == std::string_view::npos;
}

}  // namespace

WordReader::WordReader(const EverydayWords& everyday)
    : function_words_(set_of(everyday.function_words)),
      place_prepositions_(set_of(everyday.place_prepositions)),
      negations_(set_of(everyday.negations)),
      definite_endings_(split_text(everyday.definite_endings, ' ')),
      indefinite_words_(split_text(everyday.indefinite_words, ' ')) {}

bool WordReader::is_definite(std::string_view word) const {
    const auto ends_it = [&word](std::string_view ending) { return word.ends_with(ending); };
    if (word.ends_with('s')) word.remove_suffix(1);  // the genitive
    return word.size() >= shortest_definite && std::ranges::any_of(definite_endings_, ends_it) &&
           std::ranges::none_of(indefinite_words_, ends_it);
}

void WordReader::read_word(std::string text, bool is_capital, Sentence& sentence,
                           std::vector<NoteWord>& words) const {
    if (place_prepositions_.contains(text)) sentence.is_place_next = true;
    if (text == "stället") sentence.is_place_next = false;  // "i stället för" is no place
    const bool is_denied = sentence.denied_words > 0;
    const bool is_negation = negations_.contains(text);
    if (is_negation) {
        sentence.denied_words = reach_of_negation;
    } else if (is_denied) {
        --sentence.denied_words;
    }
    const bool says_nothing = text.size() < 2 || is_number(text) || function_words_.contains(text);
    if (!is_negation && !says_nothing) {
        const bool has_article = is_definite(text);
        words.push_back({std::move(text), sentence.is_place_next, is_capital && sentence.is_open,
                         has_article, is_denied});
        sentence.is_place_next = false;
    }
    sentence.is_open = true;
}

std::vector<NoteWord> WordReader::read(std::string_view note) const {
    std::vector<NoteWord> words;
    Sentence sentence;
    std::string word;
    bool is_capital = false;
    const auto end_word = [&] {
        if (!word.empty()) read_word(lower_text(word), is_capital, sentence, words);
        word.clear();
    };
    const auto *bytes = reinterpret_cast<const std::uint8_t *>(note.data());
    for (std::size_t place = 0; place < note.size() && words.size() < most_words;) {
        const std::size_t start = place;
        UChar32 sign = 0;
        U8_NEXT(bytes, place, note.size(), sign);
        if (sign >= 0 && u_isalnum(sign)) {
            if (word.empty()) is_capital = u_isupper(sign) != 0;
            word.append(note.substr(start, place - start));
            continue;
        }
        end_word();
        if (ends_sentence(sign)) sentence = {};
    }
    if (words.size() < most_words) end_word();
    return words;
}

}  // namespace stormote::similar
