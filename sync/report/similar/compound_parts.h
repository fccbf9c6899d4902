// Compound parts: "skollokaler" is "skola" and "lokaler", by the words that occur in the notes
// themselves and the few forms that join two. Pure.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>

#include "sync/report/similar/word_stems.h"

namespace stormote::similar {

// Of words that occur.
using KnownStems = std::unordered_set<std::string>;
// What begins words without being a part of a compound, such as "för".
using Particles = std::unordered_set<std::string_view>;

struct CompoundParts {
    std::string first;  // stems
    std::string last;
};

// The stem without a further ending, where that occurs: "bokning" where somebody wrote "boka".
[[nodiscard]] std::string shortest_known_stem(const std::string& stem, const KnownStems& known);

// Nothing for short words and where no part is known. Of several ways to part it the one in which
// both are known, then the one whose last part, which says what the thing is, is longest.
[[nodiscard]] std::optional<CompoundParts> compound_parts(std::string_view word,
                                                          const WordStems& stems,
                                                          const KnownStems& known,
                                                          const Particles& particles);

}  // namespace stormote::similar
