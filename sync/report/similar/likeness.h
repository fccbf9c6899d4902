// Likeness: how far two notes propose the same, from 0 to about 1, and by which terms. Weighed by
// how rare a term is among the notes of the event (as inverse document frequency), by how it stands
// in the note, and lessened where the two answer a question of a proposal differently. Pure.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "sync/report/similar/note_words.h"
#include "sync/report/similar/vocabulary.h"

namespace stormote::similar {

struct TermUse {
    TermId term = 0;
    float weight = 0;
    Facet facet = Facet::none;
    bool is_weak = false;
    bool is_place = false;
    bool is_definite = false;
    bool is_denied = false;
};

// What a note says, ready to be compared.
struct NoteProfile {
    std::vector<TermUse> terms;  // in order of their ids
    float total = 0;             // of their weights; terms of no other note count less
    // What it answers to each question of a proposal; sorted.
    std::array<std::vector<TermId>, facet_count> answers;
};

[[nodiscard]] std::vector<NoteProfile> profiles_of(std::span<const std::vector<NoteWord>> notes,
                                                   const Vocabulary& vocabulary);
[[nodiscard]] float likeness(const NoteProfile& left, const NoteProfile& right);

}  // namespace stormote::similar
