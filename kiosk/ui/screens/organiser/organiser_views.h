// Organiser views: what the organiser's page shows, from the desk's reports and the event state:
// plain values. The state must stand still meanwhile. The screen thread.
#pragma once

#include <optional>
#include <vector>

#include "kiosk/desk/conflicts/conflicts.h"
#include "kiosk/desk/device_access.h"
#include "kiosk/desk/door_report.h"
#include "kiosk/desk/evening/evening_report.h"
#include "kiosk/desk/sync/background_sync.h"
#include "kiosk/ui/screens/common/status_views.h"
#include "kiosk/ui/screens/organiser/organiser.h"
#include "kiosk/ui/screens/readiness/ready_views.h"
#include "sync/base/texts.h"

namespace stormote {

// What the desk counted, and how synchronisation stands; no status: there is no store.
struct DoorReading {
    DoorReport report;
    std::optional<EveningReport> evening;
    std::vector<Conflict> conflicts;
    std::vector<DeviceTrouble> devices;
    std::size_t put_aside = 0;  // operations that contradict the record, and that nobody looked at
    std::optional<SyncStatus> sync;
};

[[nodiscard]] DoorView door_view(const EventState& state, const DoorReading& reading,
                                 const DeviceId& own_device, const Texts& texts);

[[nodiscard]] ReadyCard ready_card(const ReadyCounts& counts, const Texts& texts);

// All notes by question, then by group and time.
[[nodiscard]] std::vector<OrganiserQuestion> organiser_notes(const EventState& state,
                                                             const Texts& texts);

// "Stormöte med civilsamhället · 12 oktober · 18.42".
[[nodiscard]] std::string organiser_line(const EventState& state, std::int64_t wall_ms);

}  // namespace stormote
