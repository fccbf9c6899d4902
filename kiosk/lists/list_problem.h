// ListProblem: what is wrong in a list, where, and what to do about it. A value.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "sync/base/error.h"

namespace stormote {

struct ListProblem {
    std::size_t line = 0;  // of the file, from 1, as an editor counts; 0: the file as a whole
    std::string column;    // its heading as the list spells it; empty: the line as a whole
    Error message;
    bool is_of_file = false;    // no row alone is at fault, such as a quotation mark left open
    std::string proposal = {};  // what could stand there instead; may be empty
    // Of a list that is no table, what the row was made of: a mail's file, a person. Else empty.
    std::string record = {};
};

using ListProblems = std::vector<ListProblem>;

// More than anybody reads; whoever finds them stops there.
constexpr std::size_t most_list_problems = 1000;

}  // namespace stormote
