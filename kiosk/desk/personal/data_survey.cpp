#include "kiosk/desk/personal/data_survey.h"

#include <algorithm>
#include <map>

#include "kiosk/desk/device_access.h"
#include "kiosk/desk/exchange_marks.h"
#include "sync/journal/device_identity.h"
#include "sync/journal/exchange_cursors.h"

namespace stormote {

namespace {

// A file that is open for reading has no device, but this machine may have one in it.
DeviceId own_device(const Desk& desk) {
    if (!desk.device().is_nil()) return desk.device();
    return DeviceIdentity::find_device(desk.environment().state_directory, desk.event(),
                                       desk.journal().path())
        .value_or(DeviceId{});
}

}  // namespace

DataSurvey survey_data(Desk& desk) {
    DataSurvey survey;
    std::map<DeviceId, std::int64_t> last_ms;
    desk.journal().read_all([&](const Operation& operation, Belief belief) {
        const OperationHeader& header = operation.header;
        last_ms[header.device] = header.wall_ms + desk.state().clock_offset_ms(header.device);
        if (belief == Belief::believed) survey.operations.push_back(operation);
    });
    DataPlaces& places = survey.places;
    const DeviceId own = own_device(desk);
    for (const DeviceLine& line : list_devices(desk)) {
        const bool is_in =
            desk.journal().authority().is_open() ||
            (line.standing.role != DeviceRole::none && line.standing.excluded_from == 0);
        DataCopy copy{line.device,
                      line.name,
                      is_in ? line.standing.role : DeviceRole::none,
                      static_cast<std::int64_t>(line.operations),
                      {}};
        if (const auto heard = last_ms.find(line.device); heard != last_ms.end()) {
            copy.last_heard_ms = heard->second;
        }
        copy.is_this = line.device == own;
        places.copies.push_back(std::move(copy));
    }
    std::stable_partition(places.copies.begin(), places.copies.end(),
                          [](const DataCopy& copy) { return copy.is_this; });
    places.at_store = static_cast<std::int64_t>(desk.journal().cursors().get(acknowledged_cursor));
    places.drafts = static_cast<std::int64_t>(note_draft_names(desk.drafts()).size());
    places.waiting = static_cast<std::int64_t>(desk.waiting_count());
    return survey;
}

}  // namespace stormote
