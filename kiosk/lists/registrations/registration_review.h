// Registration review: the rows of a list that are not clear, parted from those that are, and
// written as a table with what each probably means. Whoever reads that table corrects it and
// imports it: nothing is taken that nobody has looked at. Pure but for new ids.
#pragma once

#include <map>

#include "kiosk/lists/registrations/registration_import.h"
#include "sync/base/texts.h"

namespace stormote {

// A row of the list that is not clear, and why.
struct DoubtfulRow {
    const CsvRow *row;  // the list's
    ListProblems problems;
};

// Takes the rows that are not clear, by themselves, beside each other or beside the event, out of
// the list. None where something else is wrong with it, which then stays among its problems. The
// rows are those of `people`, which was read with KeepRows::yes and must stay where it is.
[[nodiscard]] std::vector<DoubtfulRow> set_aside_doubtful(ListedPeople& people,
                                                          const EventState& state,
                                                          const ImportIds& ids);

// Whom the list leaves out, and who is not on one of its doubtful rows either.
[[nodiscard]] std::vector<AttendeeId> left_out(const ImportPlan& plan,
                                               const std::vector<DoubtfulRow>& doubtful,
                                               const EventState& state);

// The doubtful rows as texts, the headings first, each with what is probably meant already in its
// cells: an address as it should be spelled, the parts of a cell that held a name and more, two
// people on a row each. Behind them stand the line in the list, the problem, and what was changed
// as it stood; where there are marks by line, also that of the row, by which the next version of
// the list is decided in the same way. Whom the list leaves out follows, marked as cancelled.
[[nodiscard]] std::vector<std::vector<std::string>> review_table(
    const RegistrationList& list, const std::vector<DoubtfulRow>& doubtful,
    const std::vector<AttendeeId>& missing, const EventState& state, const Texts& texts,
    const std::map<std::size_t, std::string>& marks = {});

}  // namespace stormote
