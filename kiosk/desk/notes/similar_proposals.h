// Similar proposals: which proposals of an event probably ask for the same, as they are published,
// and why. Proposed to whoever decides, never merged by themselves. Pure.
#pragma once

#include <string>
#include <vector>

#include "sync/report/published_notes.h"
#include "sync/report/similar/note_language.h"

namespace stormote {

struct SimilarProposals {
    std::vector<std::string> shared;   // what most of them have in common, as they wrote it
    std::vector<PublishedNote> notes;  // two or more; of versions in conflict the first
};

// In the order of their first notes. None in which somebody has said of two that they are not the
// same; what then is alone is left out.
[[nodiscard]] std::vector<SimilarProposals> similar_proposals(const EventState& state,
                                                              NoteLanguage language);

}  // namespace stormote
