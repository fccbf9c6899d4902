// Mix words: a problem of dealing people into groups, in the reader's words. Pure.
#pragma once

#include "kiosk/groups/problem/mix_problem.h"
#include "sync/base/texts.h"

namespace stormote {

// "sektor" for "sector". Columns of the user's own list keep their headings.
[[nodiscard]] std::string column_word(const std::string& column, const Texts& texts);

// The problem with its columns and roles translated, for sentences alone: scripts and options know
// the columns by their names.
[[nodiscard]] MixProblem in_words(MixProblem problem, const Texts& texts);

}  // namespace stormote
