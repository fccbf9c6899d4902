// Staff views: what the staff's pages show of the event, the printer and what needs a look, as
// plain values. The state must stand still meanwhile. The screen thread.
#pragma once

#include "kiosk/desk/sync/background_sync.h"
#include "kiosk/ui/screens/common/door_problems.h"
#include "kiosk/ui/screens/staff/staff_groups.h"
#include "kiosk/ui/screens/staff/staff_person.h"
#include "kiosk/ui/screens/staff/staff_problems.h"

namespace stormote {

// When the latest of the check-ins that stand was made; nothing for somebody who is not here.
[[nodiscard]] std::optional<std::int64_t> here_since_ms(const EventState& state,
                                                        const AttendeeId& id);
// Those who are here, the last to come first.
[[nodiscard]] std::vector<AttendeeId> latest_arrivals(const EventState& state);

[[nodiscard]] StaffEntry staff_entry(const EventState& state, const AttendeeId& id);

// "Skrivaren har slut på papper. 3 utskrifter väntar."
[[nodiscard]] StaffLine printer_line(const LabelStatus& status, const Texts& texts);
// Empty where there is no store to keep in step with.
[[nodiscard]] StaffLine sync_line(const BackgroundSync *sync, const Texts& texts);

[[nodiscard]] ProblemLine problem_line(const EventState& state, const DoorProblem& problem,
                                       const Texts& texts);

// Name, organisation, how they stand and what can be done; the rest is the caller's.
[[nodiscard]] StaffPersonView staff_person_view(const EventState& state, const AttendeeId& id,
                                                bool has_printer, const Texts& texts);

// The open groups in a round, ascending. Without a name where nobody is known by the id.
[[nodiscard]] StaffGroupsView staff_groups_view(const EventState& state, const AttendeeId& id,
                                                RoundNumber round, const Texts& texts);

}  // namespace stormote
