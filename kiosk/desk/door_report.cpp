#include "kiosk/desk/door_report.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "sync/base/local_time.h"
#include "sync/base/text_folding.h"

namespace stormote {

namespace {

// Somebody who tried the kiosk yesterday must not flatten the curve of the evening.
constexpr std::int64_t longest_curve_ms = 8 * 3'600'000LL;

std::int64_t step_after(std::int64_t instant_ms) {
    return (instant_ms / arrival_step_ms + 1) * arrival_step_ms;
}

std::vector<ArrivalCount> curve_of(const EventState& state, std::vector<std::int64_t> arrivals,
                                   std::int64_t now_ms) {
    if (arrivals.empty()) return {};
    std::sort(arrivals.begin(), arrivals.end());
    std::int64_t last_ms = arrivals.back();
    const auto ends = instant_of(state.setting(SettingField::ends));
    // While the evening lasts, the curve goes on though nobody comes.
    if (ends) last_ms = std::max(last_ms, std::min(now_ms, *ends));
    std::int64_t first_ms = arrivals.front();
    const auto doors = instant_of(state.setting(SettingField::doors));
    if (doors && *doors <= last_ms) first_ms = std::min(first_ms, *doors);
    const std::int64_t end_ms = step_after(last_ms);
    const std::int64_t start_ms =
        std::max(first_ms / arrival_step_ms * arrival_step_ms, end_ms - longest_curve_ms);
    std::vector<ArrivalCount> curve;
    for (std::int64_t until_ms = start_ms; until_ms <= end_ms; until_ms += arrival_step_ms) {
        const auto end = std::lower_bound(arrivals.begin(), arrivals.end(), until_ms);
        curve.push_back({until_ms, static_cast<int>(end - arrivals.begin())});
    }
    return curve;
}

class Counter {
  public:
    explicit Counter(const EventState& state) : state_(state) {}

    void count(const AttendeeId& id, const Attendee& attendee) {
        if (attendee.fields.empty()) return;
        const Presence presence = presence_of(state_, id);
        const bool has_come = presence.first != nullptr;
        const bool is_walk_in = attendee.get(AttendeeField::origin) == "walk_in";
        const bool is_registered = !is_walk_in && (has_come || !is_cancelled(attendee));
        const AttendeeRole role = role_of(attendee);
        if (is_registered) ++report_.registered;
        if (role == AttendeeRole::civil) count_sector(attendee, has_come, is_registered);
        if (!has_come) return;
        arrivals_.push_back(corrected_ms(state_, *presence.first));
        count_role(role);
        if (is_registered) ++report_.arrived_registered;
        if (!is_walk_in) return;
        ++report_.walk_ins;
        if (!group_of(state_, id)) ++report_.walk_ins_without_group;
    }

    void count(const ErasedAttendee& erased) {
        // Erased before they came, or without a trace of it: nothing to count.
        if (erased.counted == Counted::no) return;
        ++report_.registered;
        ++report_.arrived_registered;
        count_role(parse_role(erased.role).value_or(AttendeeRole::civil));
    }

    void count_unknown(const Presence& presence) {
        ++report_.unknown_tickets;
        arrivals_.push_back(corrected_ms(state_, *presence.first));
    }

    [[nodiscard]] DoorCount count() const {
        return {report_.registered, report_.arrived_registered,
                report_.arrived() - report_.arrived_registered};
    }

    DoorReport take(std::int64_t now_ms) {
        report_.organisations = static_cast<int>(organisations_.size());
        report_.curve = curve_of(state_, std::move(arrivals_), now_ms);
        for (auto& [sector, counted] : sectors_) report_.sectors.push_back(std::move(counted));
        std::sort(report_.sectors.begin(), report_.sectors.end(),
                  [](const SectorArrivals& left, const SectorArrivals& right) {
                      // Those of no known sector come last.
                      if (left.sector.empty() != right.sector.empty()) return right.sector.empty();
                      if (left.registered != right.registered) {
                          return left.registered > right.registered;
                      }
                      return compare_swedish(left.sector, right.sector) < 0;
                  });
        return std::move(report_);
    }

  private:
    void count_role(AttendeeRole role) {
        if (role == AttendeeRole::elected) {
            ++report_.elected;
        } else if (role == AttendeeRole::official) {
            ++report_.officials;
        } else {
            ++report_.civil;
        }
    }

    void count_sector(const Attendee& attendee, bool has_come, bool is_registered) {
        const std::string& name = state_.organisation_of(attendee, OrganisationField::sector);
        if (has_come || is_registered) {
            SectorArrivals& sector = sectors_[name];
            sector.sector = name;
            if (has_come) ++sector.arrived;
            if (is_registered) ++sector.registered;
        }
        if (!has_come) return;
        for (const OrganisationId& id : state_.organisations_of(attendee)) {
            organisations_.insert(id);
        }
    }

    const EventState& state_;
    DoorReport report_;
    std::vector<std::int64_t> arrivals_;
    std::map<std::string, SectorArrivals> sectors_;
    std::set<OrganisationId> organisations_;
};

Counter count_all(const EventState& state) {
    Counter counter(state);
    for (const auto& [id, attendee] : state.attendees()) counter.count(id, attendee);
    for (const auto& [id, erased] : state.erased()) counter.count(erased);
    for (const auto& [id, presence] : unknown_arrivals(state)) counter.count_unknown(presence);
    return counter;
}

std::vector<DeviceActivity> devices_of(const EventState& state) {
    std::vector<DeviceActivity> devices;
    const auto count = static_cast<DeviceTable::Index>(state.device_table().size());
    for (DeviceTable::Index i = 0; i < count; ++i) {
        const Device& device = state.device_at(i);
        devices.push_back({device.id, device.name, device.clock.ms, std::nullopt});
    }
    const auto see = [&](Stamp stamp, std::int64_t wall_ms) {
        DeviceActivity& device = devices[stamp.device()];
        const std::int64_t instant_ms = wall_ms + device.offset_ms;
        device.last_ms = std::max(device.last_ms.value_or(instant_ms), instant_ms);
    };
    for (const auto& [id, attendee] : state.attendees()) {
        for (const CheckInFact& fact : attendee.check_ins) see(fact.stamp, fact.wall_ms);
    }
    for (const auto& [id, note] : state.notes()) {
        for (const NoteVersion& version : note.versions) see(version.stamp, version.wall_ms);
    }
    std::sort(devices.begin(), devices.end(), [](const auto& left, const auto& right) {
        return std::tie(left.name, left.device) < std::tie(right.name, right.device);
    });
    return devices;
}

}  // namespace

DoorReport report_door(const EventState& state, std::int64_t now_ms) {
    DoorReport report = count_all(state).take(now_ms);
    report.devices = devices_of(state);
    return report;
}

DoorCount count_door(const EventState& state) {
    return count_all(state).count();
}

}  // namespace stormote
