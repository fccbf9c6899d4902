// Spelling: words that are probably another one misspelt, by the letters that stand beside one
// another in both: "bokningssytem" and "bokningssystem". Pure.
#pragma once

#include <map>
#include <string>
#include <vector>

namespace stormote::similar {

// In how many notes each word stands.
using NoteCounts = std::map<std::string, std::size_t>;

struct Misspelt {
    std::string word;
    std::string meant;
    float likeness = 0;  // Dice's coefficient of their trigrams, without marks
};

// Long words that stand in one note only, each with the commoner word it is most like, if any is
// like enough. The first letter is taken to be right. In order of the alphabet.
[[nodiscard]] std::vector<Misspelt> misspelt_words(const NoteCounts& note_counts);

}  // namespace stormote::similar
