// What the panel says has just happened, or why it has not.
#include "kiosk/ui/screens/board/board_views.h"

namespace stormote {

LocalizedMessage moved_words(const std::string& name, GroupNumber group) {
    if (group == 0) return localized({"{} has no group now."}, name);
    return localized({"{} sits in group {} now."}, name, group);
}

namespace {

// On one line where that can be: what comes next is below it.
LocalizedMessage naming_words(const TableNaming& naming) {
    const auto& [group, from, to] = naming;
    if (to.name != from.name) {
        return to.name.empty() ? localized({"Group {}: no name now"}, group)
                               : localized({"Group {} · Table {}"}, group, to.name);
    }
    return to.place.empty() ? localized({"Group {}: no place now"}, group)
                            : localized({"Group {} · {}"}, group, to.place);
}

}  // namespace

LocalizedMessage step_words(const BoardStep& step, const std::string& name) {
    if (step.plan) return localized({"Everybody has a group now."});
    if (!step.tables.empty()) {
        const TableChange& table = step.tables.front();
        return table.opens ? localized({"Group {} is open."}, table.group)
                           : localized({"Group {} is closed."}, table.group);
    }
    if (!step.namings.empty()) return naming_words(step.namings.front());
    if (!step.leads.empty()) {
        const TableLead& lead = step.leads.back();
        return lead.to ? localized({"Group {} is led by somebody else now."}, lead.group)
                       : localized({"Nobody leads group {} now."}, lead.group);
    }
    if (step.moves.size() == 1) return moved_words(name, step.moves.front().to);
    return localized({"They are in other groups now."});
}

LocalizedMessage refusal_words(StepOutcome outcome, const std::string& name) {
    switch (outcome) {
        case StepOutcome::tables_meanwhile:
            return localized(
                {"Somebody else has opened or closed groups meanwhile. Nothing was changed."});
        case StepOutcome::still_taken:
            return localized({"Somebody has been placed there meanwhile. Nothing was changed."});
        case StepOutcome::named_meanwhile:
            return localized({"Somebody else has named the table meanwhile. Nothing was changed."});
        case StepOutcome::led_meanwhile:
            return localized(
                {"Somebody else has chosen a facilitator meanwhile. Nothing was changed."});
        case StepOutcome::done:
        case StepOutcome::moved_meanwhile:
            break;
    }
    if (name.empty()) {
        return localized({"Somebody else has changed the groups meanwhile. Nothing was changed."});
    }
    return localized({"{} was moved by somebody else meanwhile. Nothing was changed."}, name);
}

}  // namespace stormote
