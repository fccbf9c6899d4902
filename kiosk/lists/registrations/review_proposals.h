// Review proposals: what the rows of a list that are not clear probably mean: an address as it
// should be spelled, the parts of a cell that held a name and more, two people on a row each. Pure.
#pragma once

#include "kiosk/lists/registrations/registration_review.h"

namespace stormote {

struct ProposedRow {
    std::size_t line = 0;            // in the list; 0: it is not there
    std::vector<std::string> cells;  // by the headings, as many as are said
    std::string problem;             // in sentences
    std::string said;                // what was changed, as it stood
};

struct ReviewProposals {
    struct Added {
        ListField field;
        std::size_t place;
    };
    std::vector<std::string> headings;  // the list's, and behind them what a proposal needs
    std::vector<Added> added;           // those behind
    std::vector<ProposedRow> rows;
};

// One for each doubtful row, or two where it names two people; then whom the list leaves out, as
// the event knows them, marked as cancelled.
[[nodiscard]] ReviewProposals propose_rows(const RegistrationList& list,
                                           const std::vector<DoubtfulRow>& doubtful,
                                           const std::vector<AttendeeId>& missing,
                                           const EventState& state, const Texts& texts);

}  // namespace stormote
