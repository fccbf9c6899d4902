// Answer list: answers to the event's survey that were given elsewhere, as a web survey exports
// them: a row a person, a column a question, headed by its words. Pure, any thread.
//
// When somebody answered, and who it was, is not read. A row is a sheet of answers, and what stands
// under "Kommentar" a comment that nobody signed; both have ids made from all that the row says, so
// that the same list again, or a longer one of the same survey, adds nothing twice. With other
// headings or columns it is another list by that: where most of its rows then answer what rows
// that were read in before do, it is refused.
#pragma once

#include <cstddef>
#include <functional>
#include <string_view>
#include <vector>

#include "kiosk/lists/list_problem.h"
#include "kiosk/lists/list_source.h"
#include "sync/model/survey.h"

namespace stormote {

struct AnswerListRules {
    // The id that something of that name has everywhere in the event.
    std::function<Uuid(std::string_view)> id_of;
    std::size_t longest_answer = 0;   // in characters
    std::size_t longest_comment = 0;  // in characters
    // Also where most of the rows that are new answer just what rows of other lists did.
    bool takes_alike = false;
};

struct AnswerListPlan {
    std::vector<Body> bodies;  // what is new, in an order that says nothing of the rows'
    std::size_t sheets = 0;    // of them
    std::size_t comments = 0;
    std::size_t known = 0;  // rows that were read in before
    std::size_t empty = 0;  // rows that answer nothing
    ListProblems problems;  // where there are any, there are no bodies
    ListProblems notes;     // what is good to know, and stops nothing
};

[[nodiscard]] AnswerListPlan plan_answers(const ListSource& source, const EventState& state,
                                          const AnswerListRules& rules);

}  // namespace stormote
