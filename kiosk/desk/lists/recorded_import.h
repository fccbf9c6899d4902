// Recorded import: a list's plan in the event's record, and out of it again. What was imported here
// is remembered beside the record as a range of this device's operations, which says nothing of
// anybody. The desk's thread.
#pragma once

#include "kiosk/desk/desk.h"
#include "kiosk/lists/registrations/registration_import.h"

namespace stormote {

// What plan_import() needs from outside; borrows the desk.
[[nodiscard]] ImportIds import_ids(const Desk& desk);

// The plan's bodies, and the cancellations of those whom the list leaves out, where that is wanted.
[[nodiscard]] std::vector<Body> bodies_of(const ImportPlan& plan,
                                          const std::vector<AttendeeId>& to_cancel);

// Records the bodies in one step. `people` is how many they are about, for who takes it back.
void record_import(
    Desk& desk, std::span<const Body> bodies, std::int64_t people,
    const std::function<void()>& written = [] {});

// How many people the last import was about that can be taken back here; nothing: there is none.
[[nodiscard]] std::optional<std::int64_t> last_import(Desk& desk);

struct TakenBack {
    std::int64_t cancelled = 0;  // who was added
    std::int64_t restored = 0;   // who was changed
};

// Takes the last import back in one step: whom it added is cancelled, and what it changed is as it
// was before, except where somebody has written something else since. Organisations that it named
// first stay in the register. Called again, it takes back the import before. Error: there is none,
// or somebody whom it added has come; nothing is recorded then.
[[nodiscard]] Result<TakenBack> take_back_import(Desk& desk);

}  // namespace stormote
