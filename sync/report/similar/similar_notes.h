// Similar notes: which notes of an event probably propose the same, found on this machine alone,
// and why. Proposed to a person, who decides; never merged by itself. Pure; any thread.
//
// Words are compared by their stems, by the parts of compounds, by their letters where one is
// misspelt, and in Swedish by a closed list of words that stand for one another. A word counts the
// more the fewer notes it stands in. Notes that say where, when, for whom or how differently are
// less alike, and so are those of which one wants a thing and one tells of what is there, which its
// article tells in Swedish. Groups are gathered by average linkage and are rather too small than
// too large.
//
// How well it does: tests/sync/report/similar/similar_notes_test.cpp, on the notes of
// tests/fixtures/similar-notes.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "sync/report/similar/note_language.h"

namespace stormote {

struct SimilarGroup {
    std::vector<std::size_t> members;  // two or more, in order
    // What most of them share, what says most first, as they wrote it: "biblioteket / bibblan".
    std::vector<std::string> shared;
};

// Groups in the order of their first members; a note is in one group at most. Nothing is too long,
// too short or too strange; of long notes the first words count. 2,000 notes: see tests/README.md.
[[nodiscard]] std::vector<SimilarGroup> find_similar(std::span<const std::string_view> notes,
                                                     NoteLanguage language);

}  // namespace stormote
