#include "sync/report/similar/vocabulary.h"

#include "sync/base/text_folding.h"

namespace stormote::similar {

namespace {

// Of a compound: that two notes have the whole of it says more than that they have a part. The last
// part is what the thing is.
constexpr float whole_share = 0.3F;
constexpr float first_share = 0.6F;
constexpr float last_share = 0.8F;

}  // namespace

Vocabulary::Vocabulary(NoteLanguage language, const NoteCounts& note_counts) : stems_(language) {
    const EverydayWords& everyday = everyday_words(language);
    for (const Concepts& concepts : everyday.concepts) know_concepts(concepts);
    for (const std::string_view word : split_text(everyday.weak_words, ' ')) {
        const std::string stem = stems_.stem(word);
        if (!concept_stems_.contains(stem)) terms_[term_for(stem)].is_weak = true;
    }
    for (const std::string_view word : split_text(everyday.particles, ' ')) particles_.insert(word);
    for (const auto& [word, count] : note_counts) known_.insert(stems_.stem(word));
    for (const auto& [word, count] : note_counts) words_[word] = terms_for(word);
    join_misspelt(note_counts);
}

const std::vector<WordTerm>& Vocabulary::terms_of(const std::string& word) const {
    static const std::vector<WordTerm> none;
    const auto found = words_.find(word);
    return found == words_.end() ? none : found->second;
}

void Vocabulary::know_concepts(const Concepts& concepts) {
    std::vector<std::string> shared_stems;
    for (const std::string_view row : split_text(concepts.rows, ',')) {
        const auto term = static_cast<TermId>(terms_.size());
        terms_.push_back({concepts.facet, false});
        for (const std::string_view word : split_text(row, ' ')) {
            std::string stem = stems_.stem(word);
            concept_words_.try_emplace(std::string(word), term);
            known_.insert(stem);
            const auto [place, is_new] = concept_stems_.try_emplace(stem, term);
            if (!is_new && place->second != term) shared_stems.push_back(std::move(stem));
        }
    }
    // "pappa" and "papper" have one stem: such words are known as they are written only.
    for (const std::string& stem : shared_stems) concept_stems_.erase(stem);
}

TermId Vocabulary::term_for(const std::string& stem) {
    const auto of_concept = concept_stems_.find(stem);
    if (of_concept != concept_stems_.end()) return of_concept->second;
    const auto next = static_cast<TermId>(terms_.size());
    const auto [place, is_new] = other_stems_.try_emplace(stem, next);
    if (is_new) terms_.emplace_back();
    return place->second;
}

std::vector<WordTerm> Vocabulary::terms_for(const std::string& word) {
    const auto as_written = concept_words_.find(word);
    if (as_written != concept_words_.end()) return {{as_written->second, 1}};
    const std::string stem = stems_.stem(word);
    if (concept_stems_.contains(stem)) return {{term_for(stem), 1}};
    const auto known = other_stems_.find(stem);
    if (known != other_stems_.end() && is_weak(known->second)) return {{known->second, 1}};
    const std::string shortest = shortest_known_stem(stem, known_);
    if (concept_stems_.contains(shortest)) return {{term_for(shortest), 1}};
    if (const auto parts = compound_parts(word, stems_, known_, particles_)) {
        return {{term_for(shortest), whole_share},
                {term_for(shortest_known_stem(parts->first, known_)), first_share},
                {term_for(parts->last), last_share}};
    }
    return {{term_for(shortest), 1}};
}

void Vocabulary::join_misspelt(const NoteCounts& note_counts) {
    for (const Misspelt& misspelt : misspelt_words(note_counts)) {
        std::vector<WordTerm> meant = words_[misspelt.meant];
        if (meant.front().term == words_[misspelt.word].front().term) continue;
        for (WordTerm& part : meant) part.share *= misspelt.likeness;
        words_[misspelt.word] = std::move(meant);
    }
}

}  // namespace stormote::similar
