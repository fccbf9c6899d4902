// Note words: the words of a note that carry its meaning, and how each stands in it. Any thread.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "sync/report/similar/everyday_words.h"

namespace stormote::similar {

struct NoteWord {
    std::string text;          // in lower case
    bool is_place = false;     // follows "i", "på", "vid": where something is, not what it is
    bool is_name = false;      // has a capital within a sentence
    bool is_definite = false;  // has its article: one that is there already
    bool is_denied = false;    // follows "inga" or "ta bort" closely
};

class WordReader {
  public:
    explicit WordReader(const EverydayWords& everyday);

    // So many of one note at most: whoever writes more writes about many things.
    static constexpr std::size_t most_words = 120;
    // Bytes that are not UTF-8, signs and emoji part words.
    [[nodiscard]] std::vector<NoteWord> read(std::string_view note) const;

  private:
    struct Sentence;
    void read_word(std::string text, bool is_capital, Sentence& sentence,
                   std::vector<NoteWord>& words) const;

    [[nodiscard]] bool is_definite(std::string_view word) const;

    using Words = std::unordered_set<std::string_view>;
    Words function_words_;
    Words place_prepositions_;
    Words negations_;
    std::vector<std::string_view> definite_endings_;
    std::vector<std::string_view> indefinite_words_;
};

}  // namespace stormote::similar
