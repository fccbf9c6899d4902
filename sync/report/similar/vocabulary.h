// Vocabulary: what the words of the notes of one event stand for: terms, which are stems, parts of
// compounds, and concepts of the everyday words. Built once for all notes; then any thread reads
// it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "sync/report/similar/compound_parts.h"
#include "sync/report/similar/everyday_words.h"
#include "sync/report/similar/spelling.h"
#include "sync/report/similar/word_stems.h"

namespace stormote::similar {

using TermId = std::uint32_t;

// A term, and how much of the word it is.
struct WordTerm {
    TermId term = 0;
    float share = 1;
};

class Vocabulary {
  public:
    Vocabulary(NoteLanguage language, const NoteCounts& note_counts);

    // Nothing for words that were not among those.
    [[nodiscard]] const std::vector<WordTerm>& terms_of(const std::string& word) const;
    [[nodiscard]] std::size_t term_count() const { return terms_.size(); }
    [[nodiscard]] Facet facet_of(TermId term) const { return terms_[term].facet; }
    [[nodiscard]] bool is_weak(TermId term) const { return terms_[term].is_weak; }

  private:
    struct Term {
        Facet facet = Facet::none;
        bool is_weak = false;
    };
    using TermIds = std::unordered_map<std::string, TermId>;

    void know_concepts(const Concepts& concepts);
    TermId term_for(const std::string& stem);
    std::vector<WordTerm> terms_for(const std::string& word);
    void join_misspelt(const NoteCounts& note_counts);

    WordStems stems_;
    KnownStems known_;
    Particles particles_;
    std::vector<Term> terms_;
    TermIds concept_words_;
    TermIds concept_stems_;  // those that are of one concept only
    TermIds other_stems_;
    std::unordered_map<std::string, std::vector<WordTerm>> words_;
};

}  // namespace stormote::similar
