// Answer cells: what a cell of a web survey answers, put as the record has it: "Ja" as "yes", "4 –
// Ganska nöjd" as "4", "Lokal;Bidrag;" of Microsoft Forms and "Lokal, Bidrag" of Google as two
// choices. Pure.
#pragma once

#include <string>
#include <variant>

#include "sync/base/error.h"
#include "sync/model/survey.h"

namespace stormote {

struct UnclearAnswer {
    Error message;
    std::string proposal;  // may be empty
};

// Of a cell that is not empty. A text is as it stands, however long.
[[nodiscard]] std::variant<std::string, UnclearAnswer> read_answer(const SurveyQuestion& question,
                                                                   const std::string& cell);

}  // namespace stormote
