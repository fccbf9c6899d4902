// ListStanding: what the pages show of a list that was compared with the event: plain values. Made
// on the desk's thread, shown on the screen thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "kiosk/lists/registrations/list_review.h"
#include "kiosk/ui/screens/common/status_line.h"
#include "sync/base/texts.h"

namespace stormote {

struct ListStanding {
    std::vector<StatusLine> counts;
    std::size_t doubtful = 0;
    std::size_t missing = 0;
    std::int64_t people = 0;
    bool is_new = false;  // there is something to record
    bool has_decisions = false;
    std::string problem;  // with the list as a whole
    std::optional<RowQuestion> question;

    ListStanding(const ReviewStanding& standing, const EventState& state, const Texts& texts);
};

}  // namespace stormote
