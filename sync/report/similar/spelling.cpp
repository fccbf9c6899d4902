#include "sync/report/similar/spelling.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string_view>

#include "sync/base/text_folding.h"

namespace stormote::similar {

namespace {

constexpr float like_enough = 0.72F;
constexpr std::size_t shortest_word = 7;    // bytes; shorter ones are other words
constexpr std::size_t most_more = 3;        // bytes that one may have more than the other
constexpr std::size_t most_compared = 800;  // with one first letter: the commonest of them

using Grams = std::vector<std::uint32_t>;

// Three letters each, the word's ends among them; sorted.
Grams grams_of(std::string_view folded) {
    const std::string framed = "^" + std::string(folded) + "$";
    Grams grams;
    for (std::size_t i = 0; i + 3 <= framed.size(); ++i) {
        const auto byte = [&](std::size_t at) {
            return std::uint32_t{static_cast<unsigned char>(framed[i + at])};
        };
        grams.push_back(byte(0) << 16U | byte(1) << 8U | byte(2));
    }
    std::sort(grams.begin(), grams.end());
    return grams;
}

float overlap(const Grams& left, const Grams& right) {
    std::size_t both = 0;
    for (auto l = left.begin(), r = right.begin(); l != left.end() && r != right.end();) {
        if (*l == *r) {
            ++both, ++l, ++r;
        } else {
            *l < *r ? ++l : ++r;
        }
    }
    return 2 * static_cast<float>(both) / static_cast<float>(left.size() + right.size());
}

struct Word {
    std::string text;
    std::size_t count = 0;
    Grams grams;
};

std::map<char, std::vector<Word>> by_first_letter(const NoteCounts& note_counts) {
    std::map<char, std::vector<Word>> letters;
    for (const auto& [word, count] : note_counts) {
        if (word.size() < shortest_word) continue;
        const std::string folded = fold_text(word);
        if (!folded.empty()) letters[folded.front()].push_back({word, count, grams_of(folded)});
    }
    for (auto& [letter, words] : letters) {
        std::sort(words.begin(), words.end(), [](const Word& left, const Word& right) {
            return left.count != right.count ? left.count > right.count : left.text < right.text;
        });
        if (words.size() > most_compared) words.resize(most_compared);
    }
    return letters;
}

std::optional<Misspelt> meant_by(const Word& rare, std::span<const Word> commoner) {
    Misspelt best{rare.text, {}, like_enough};
    for (const Word& word : commoner) {
        if (rare.text.size() > word.text.size() + most_more ||
            word.text.size() > rare.text.size() + most_more)
            continue;
        const float like = overlap(rare.grams, word.grams);
        if (like > best.likeness) best = {rare.text, word.text, like};
    }
    if (best.meant.empty()) return {};
    return best;
}

}  // namespace

std::vector<Misspelt> misspelt_words(const NoteCounts& note_counts) {
    std::vector<Misspelt> misspelt;
    for (const auto& [letter, words] : by_first_letter(note_counts)) {
        for (std::size_t i = 0; i < words.size(); ++i) {
            if (words[i].count > 1) continue;
            if (auto meant = meant_by(words[i], std::span(words).first(i)))
                misspelt.push_back(std::move(*meant));
        }
    }
    std::sort(misspelt.begin(), misspelt.end(),
              [](const Misspelt& left, const Misspelt& right) { return left.word < right.word; });
    return misspelt;
}

}  // namespace stormote::similar
