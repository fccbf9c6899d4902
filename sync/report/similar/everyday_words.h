// Everyday words: what is known beforehand of the words at such evenings: which say nothing, which
// say little, and which say the same. Closed lists of our own; only Swedish has the last. Any
// thread.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

#include "sync/report/similar/note_language.h"

namespace stormote::similar {

// Which question of a proposal a word answers. Two that answer one question differently are two
// proposals: "bänkar i parken" and "bänkar på torget".
enum class Facet : std::uint8_t {
    subject,  // what many things are asked of: a library
    thing,    // what is asked for itself: a skate park
    ask,      // what is to be done: mend, open, make cheaper
    audience,
    time,
    place,
    manner,
    none,
};
constexpr std::size_t facet_count = 7;  // without `none`

// Concepts of one facet, parted by commas; the words that stand for each, parted by spaces.
struct Concepts {
    Facet facet = Facet::none;
    std::string_view rows;
};

// Lists of words in lower case, parted by spaces.
struct EverydayWords {
    std::string_view function_words;  // articles, pronouns, "we should have more"
    std::string_view weak_words;      // what proposals of every topic are worded with
    std::string_view place_prepositions;
    std::string_view negations;
    // Of words with their article: "bryggan" is one that is there, "brygga" one that is wanted.
    std::string_view definite_endings;
    std::string_view indefinite_words;  // whose endings look like those, also of compounds
    std::string_view particles;         // begin words without being a part of a compound: "för"
    std::span<const Concepts> concepts;
};

[[nodiscard]] const EverydayWords& everyday_words(NoteLanguage language);
[[nodiscard]] const EverydayWords& swedish_words();  // in everyday_words_swedish.cpp

}  // namespace stormote::similar
